import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { periodNames } from '../../../db/contract/vi/cycles.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { remediationText as text } from '../../../db/contract/vi/remediation.ts';
import { useScope } from '../../app/scope.ts';
import { numberColumnWidth } from '../../components/number-column.ts';
import { Page } from '../../components/page.tsx';
import { EmptyState, FailedState, Loading } from '../../components/state.tsx';
import { type Column, type TableHandle, VirtualTable } from '../../components/virtual-table.tsx';
import { call } from '../../lib/api.ts';
import { matcherOf } from '../../lib/matches.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import styles from './remediation.module.css';
import type { Finding } from './task-values.ts';

interface FindingsViewProps {
  year: number;
  head: ReactNode;
  /** One to open as soon as it is there: something was typed about it. */
  wanted: number | null;
  panel: ReactNode;
  onOpen: (finding: Finding) => void;
  onEscape: (() => void) | undefined;
}

const columnsOf = (total: number, all: boolean, quarters: boolean): Column<Finding>[] => [
  {
    id: 'number',
    title: text.number,
    width: numberColumnWidth(total),
    align: 'right',
    render: (_, index) => index + 1,
  },
  {
    id: 'text',
    title: text.shortcoming,
    width: 240,
    grow: 4,
    render: (row) => <b className={styles.name}>{row.text}</b>,
    tip: (row) => row.text,
  },
  {
    id: 'cause',
    title: text.cause,
    width: 180,
    spare: 1,
    grow: 2,
    render: (row) => row.cause,
    tip: (row) => row.cause,
  },
  {
    id: 'subject',
    title: text.subject,
    width: 190,
    grow: 1,
    render: (row) => row.subject,
    tip: (row) => row.subject,
  },
  {
    id: 'unit',
    title: text.unit,
    width: 170,
    grow: 1,
    render: (row) => row.organizationName,
    tip: (row) => row.organizationName,
  },
  ...(quarters
    ? [
        {
          id: 'period',
          title: text.period,
          width: 90,
          render: (row: Finding) => periodNames[row.quarter],
        } as const,
      ]
    : []),
  ...(all
    ? [
        {
          id: 'tasks',
          title: text.tasks,
          width: 110,
          align: 'right',
          render: (row: Finding) => row.tasks,
        } as const,
      ]
    : []),
];

/** Shortcomings of the reviews of the year and its quarters; Enter makes a task of one. */
export function FindingsView({ year, head, wanted, panel, onOpen, onEscape }: FindingsViewProps) {
  const { organizationId, search } = useScope();
  const [all, setAll] = useState(false);
  const [active, setActive] = useState(0);
  const table = useRef<TableHandle>(null);
  const show = all ? 'all' : 'withoutTask';
  const filter = { year, organizationId, show } as const;
  const found = useQuery({
    queryKey: queryKeys.findings(filter),
    queryFn: () => call('remediation.findings', filter),
  });
  const asked =
    wanted === null ? undefined : found.data?.findings.find((each) => each.shortcomingId === wanted);
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once, when it is there
  useEffect(() => {
    if (asked) onOpen(asked);
  }, [asked]);
  const matches = matcherOf(search);
  const rows = (found.data?.findings ?? []).filter((row) =>
    matches(`${row.text} ${row.subject} ${row.organizationName}`),
  );
  const quarters = rows.some(({ quarter }) => quarter > 0);
  return (
    <Page
      title={pageNames.remediation}
      head={
        <>
          {head}
          <label className={styles.filter}>
            <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />
            {text.withTasksToo}
          </label>
        </>
      }
      panel={panel}
      foot={<output>{found.data && (all ? text.findingsAllFoot : text.findingsFoot)(rows.length)}</output>}
    >
      {found.isError ? (
        <FailedState error={found.error} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Loading />
      ) : rows.length === 0 ? (
        <EmptyState icon={IconListCheck} title={text.noFindingsTitle(year)}>
          {text.noFindingsText}
        </EmptyState>
      ) : (
        <VirtualTable
          ref={table}
          label={text.findings}
          columns={columnsOf(rows.length, all, quarters)}
          count={rows.length}
          rowAt={(index) => rows[index]}
          rowKey={(index) => rows[index]?.shortcomingId ?? index}
          active={Math.min(active, rows.length - 1)}
          onActive={setActive}
          onOpen={(index) => {
            const finding = rows[index];
            if (finding) onOpen(finding);
          }}
          onEscape={onEscape}
        />
      )}
    </Page>
  );
}
