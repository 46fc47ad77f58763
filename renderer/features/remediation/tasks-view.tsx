import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, type Ref, useState } from 'react';
import type { DocumentInput } from '../../../db/contract/documents.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { remediationText as text } from '../../../db/contract/vi/remediation.ts';
import { dayOf } from '../../../db/domain/dates.ts';
import { goTo } from '../../app/router.ts';
import { useScope } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { EmptyState, FailedState, Loading } from '../../components/state.tsx';
import { type TableHandle, VirtualTable } from '../../components/virtual-table.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePaged } from '../../lib/use-paged.ts';
import { useMayWrite } from '../officials/use-may-write.ts';
import { OtherYears } from './other-years.tsx';
import { PapersPopover } from './papers-popover.tsx';
import styles from './remediation.module.css';
import { TaskBar } from './task-bar.tsx';
import { taskColumns } from './task-columns.tsx';
import { assigneeOf, type TaskFilter, wholeList } from './task-filter.ts';

interface TasksViewProps {
  year: number;
  head: ReactNode;
  panel: ReactNode;
  filter: TaskFilter;
  onFilter: (change: Partial<TaskFilter>) => void;
  onAdd: () => void;
  onOpen: (taskId: number) => void;
  onEscape: (() => void) | undefined;
  onFindings: () => void;
  onPreview: (input: DocumentInput) => void;
  ref: Ref<TableHandle>;
}

/** The tasks of the year and unit, by due day. */
export function TasksView(props: TasksViewProps) {
  const { year, filter, onFilter, onOpen } = props;
  const { organizationId, ...scope } = useScope();
  const search = scope.search.trim();
  const [active, setActive] = useState(0);
  const mayWrite = useMayWrite();
  const input = {
    year: filter.everyYear ? null : year,
    organizationId,
    ...assigneeOf(filter.assignee),
    show: filter.show,
    search,
    asOf: filter.asOf,
  };
  const list = usePaged({
    key: JSON.stringify(input),
    queryKey: (offset) => queryKeys.remediationPage(input, offset),
    fetch: (offset, limit) => call('remediation.list', { ...input, offset, limit }),
  });
  // The figures above the list: the same first page, shared with it.
  const figures = useQuery({
    queryKey: queryKeys.remediationPage({ ...input, figures: true }, 0),
    queryFn: () => call('remediation.list', { ...input, limit: 1 }),
    placeholderData: (before) => before,
  });
  const ofYear = { year, organizationId };
  const total = figures.data?.counts.total ?? 0;
  return (
    <Page
      title={pageNames.remediation}
      head={
        <>
          {props.head}
          <label className={styles.filter}>
            <input
              type="checkbox"
              checked={filter.everyYear}
              onChange={(event) => onFilter({ everyYear: event.target.checked })}
            />
            {text.everyYear}
          </label>
          {total > 0 && (
            <PapersPopover
              plan={filter.everyYear ? null : { kind: 'remediation-plan', ...ofYear }}
              report={
                filter.everyYear
                  ? null
                  : { kind: 'remediation-report', ...ofYear, asOf: filter.asOf ?? dayOf(new Date()) }
              }
              list={{ kind: 'remediation-list', ...input }}
              onPreview={props.onPreview}
            />
          )}
          {mayWrite && (
            <Button small variant="primary" onClick={props.onAdd}>
              {text.add}
            </Button>
          )}
        </>
      }
      panel={props.panel}
      foot={
        list.total !== null && (
          <>
            <output>{text.foot(list.total, total)}</output>
            <span>{text.footOrder}</span>
          </>
        )
      }
    >
      {figures.data && <TaskBar list={figures.data} filter={filter} onChange={onFilter} />}
      {!filter.everyYear && (
        <OtherYears
          year={year}
          organizationId={organizationId}
          onShow={(show) => onFilter({ everyYear: true, show })}
        />
      )}
      {list.error !== null ? (
        <FailedState error={list.error} onRetry={list.retry} />
      ) : list.total === null || !figures.data ? (
        <Loading />
      ) : list.total > 0 ? (
        <VirtualTable
          ref={props.ref}
          label={text.list}
          columns={taskColumns(list.total)}
          count={list.total}
          rowAt={list.rowAt}
          current={list.current}
          rowKey={(index) => list.rowAt(index)?.taskId ?? `waiting-${index}`}
          active={Math.min(active, list.total - 1)}
          onActive={setActive}
          onOpen={(index) => {
            const row = list.rowAt(index);
            if (row) onOpen(row.taskId);
          }}
          onEscape={props.onEscape}
          onRange={list.onRange}
        />
      ) : total > 0 ? (
        <EmptyState
          icon={IconListCheck}
          title={text.noneFits}
          actions={<Button onClick={() => onFilter(wholeList)}>{text.clear}</Button>}
        />
      ) : (
        <EmptyState
          icon={IconListCheck}
          title={text.emptyTitle(input.year)}
          actions={
            <>
              <Button onClick={() => goTo('imports')}>{text.toImport}</Button>
              <Button variant="primary" onClick={props.onFindings}>
                {text.toFindings}
              </Button>
            </>
          }
        >
          {text.emptyText}
        </EmptyState>
      )}
    </Page>
  );
}
