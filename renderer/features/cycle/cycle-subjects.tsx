import IconUserSearch from '@tabler/icons-react/dist/esm/icons/IconUserSearch.mjs';
import { type ReactNode, useRef, useState } from 'react';
import type { CycleDetail, CycleSubject } from '../../../db/contract/cycles.ts';
import { formNameOf } from '../../../db/contract/form-set-data.ts';
import {
  outReasonNames,
  placeName,
  reviewBasisNames,
  reviewStatusNames,
  subjectGroupShortNames,
  cycleText as text,
} from '../../../db/contract/vi/cycles.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { askBeforeLeaving } from '../../app/router.ts';
import { useScope } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { ListStates } from '../../components/list-states.tsx';
import { numberColumn } from '../../components/number-column.ts';
import { Page } from '../../components/page.tsx';
import { ShowSelect } from '../../components/show-select.tsx';
import { EmptyState } from '../../components/state.tsx';
import { type Column, type TableHandle, VirtualTable } from '../../components/virtual-table.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePaged } from '../../lib/use-paged.ts';
import { useMayWrite } from '../officials/use-may-write.ts';
import { AddSubjectPanel } from './add-subject-panel.tsx';
import styles from './cycle.module.css';
import { DifferencesPanel } from './differences-panel.tsx';
import { SubjectPanel } from './subject-panel.tsx';

type Show = keyof typeof text.shows;
type Panel = { is: 'subject'; subject: CycleSubject } | { is: 'add' } | { is: 'differences' };

const stateOf = (row: CycleSubject): string =>
  row.outReason === null ? reviewStatusNames[row.status] : outReasonNames[row.outReason];
const reasonOf = (row: CycleSubject): string =>
  [row.outNote, row.basis === 'drawn' ? '' : `${reviewBasisNames[row.basis]}: ${row.basisReason}`]
    .filter((part) => part !== '')
    .join('; ');

const columnsOf = (total: number): Column<CycleSubject>[] => [
  numberColumn(text.number, total),
  {
    id: 'name',
    title: text.name,
    width: 180,
    grow: 2,
    frozen: true,
    render: (row) => <b className={styles.name}>{row.name}</b>,
    tip: (row) => row.name,
  },
  {
    id: 'place',
    title: text.place,
    width: 156,
    render: placeName,
  },
  {
    id: 'unit',
    title: text.unit,
    width: 150,
    grow: 2,
    render: (row) => row.organizationName,
    tip: (row) => row.organizationName,
  },
  { id: 'group', title: text.group, width: 176, render: (row) => subjectGroupShortNames[row.subjectGroup] },
  { id: 'form', title: text.form, width: 176, render: (row) => formNameOf(row.formId) },
  { id: 'state', title: text.state, width: 136, render: stateOf },
  { id: 'reason', title: text.reason, width: 96, grow: 1, render: reasonOf, tip: reasonOf },
];

interface CycleSubjectsProps {
  cycle: CycleDetail;
  head: ReactNode;
  /** Begins with the differences from the book. */
  comparing: boolean;
}

/** Everyone and every collective of the period, with the reasons of rows that were added or taken out. */
export function CycleSubjects({ cycle, head, comparing }: CycleSubjectsProps) {
  const { year, quarter } = cycle;
  const { organizationId, ...scope } = useScope();
  const search = scope.search.trim();
  const [show, setShow] = useState<Show>('all');
  const [active, setActive] = useState(0);
  const [panel, setPanel] = useState<Panel | null>(comparing ? { is: 'differences' } : null);
  const table = useRef<TableHandle>(null);
  const mayWrite = useMayWrite();
  const filter = { year, quarter, organizationId, show, search };
  const list = usePaged({
    key: JSON.stringify(filter),
    queryKey: (offset) => queryKeys.cycleSubjects(filter, offset),
    fetch: (offset, limit) => call('cycles.subjects', { ...filter, offset, limit }),
  });
  const close = () =>
    askBeforeLeaving(() => {
      setPanel(null);
      table.current?.focus();
    });
  const open = (next: Panel) => askBeforeLeaving(() => setPanel(next));
  return (
    <Page
      title={pageNames.cycle}
      head={
        <>
          {head}
          <ShowSelect label={text.show} names={text.shows} value={show} onChange={setShow} />
          {mayWrite && (
            <>
              <Button onClick={() => open({ is: 'differences' })}>{text.compare}</Button>
              <Button onClick={() => open({ is: 'add' })}>{text.add}</Button>
            </>
          )}
        </>
      }
      panel={
        panel !== null &&
        (panel.is === 'subject' ? (
          <SubjectPanel
            key={panel.subject.reviewId}
            subject={panel.subject}
            mayWrite={mayWrite}
            onClose={close}
            onChanged={() => setPanel(null)}
          />
        ) : panel.is === 'add' ? (
          <AddSubjectPanel year={year} quarter={quarter} onClose={close} onAdded={() => setPanel(null)} />
        ) : (
          <DifferencesPanel year={year} quarter={quarter} onClose={close} onTaken={() => setPanel(null)} />
        ))
      }
      foot={<output>{list.total !== null && text.foot(list.total)}</output>}
    >
      <ListStates
        list={list}
        empty={
          <EmptyState
            icon={IconUserSearch}
            title={text.none}
            actions={show !== 'all' && <Button onClick={() => setShow('all')}>{text.clear}</Button>}
          />
        }
      >
        {(total) => (
          <VirtualTable
            ref={table}
            label={text.subjects}
            columns={columnsOf(total)}
            count={total}
            rowAt={list.rowAt}
            current={list.fresh}
            rowKey={(index) => list.rowAt(index)?.reviewId ?? `waiting-${index}`}
            active={active}
            onActive={setActive}
            onOpen={(index) => {
              const subject = list.rowAt(index);
              if (subject) open({ is: 'subject', subject });
            }}
            onEscape={panel === null ? undefined : close}
            onRange={list.onRange}
          />
        )}
      </ListStates>
    </Page>
  );
}
