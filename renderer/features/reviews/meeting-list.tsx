import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { MeetingList as List } from '../../../db/contract/meetings.ts';
import { meetingsText as text } from '../../../db/contract/vi/meetings.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { useScope } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { numberColumnWidth } from '../../components/number-column.ts';
import { Page } from '../../components/page.tsx';
import { EmptyState, FailedState, Loading } from '../../components/state.tsx';
import { type Column, VirtualTable } from '../../components/virtual-table.tsx';
import { call } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { matcherOf } from '../../lib/matches.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useMayWrite } from '../officials/use-may-write.ts';
import { ChooseUnit } from './choose-unit.tsx';
import type { MeetingPlace } from './meeting-editor.tsx';
import styles from './reviews.module.css';

type Row = List['meetings'][number];

const columnsOf = (total: number): Column<Row, never>[] => [
  {
    id: 'number',
    title: text.number,
    width: numberColumnWidth(total),
    align: 'right',
    render: (_, index) => index + 1,
  },
  { id: 'heldOn', title: text.heldOn, width: 110, render: (row) => formatDate(row.heldOn) },
  {
    id: 'unit',
    title: text.unit,
    width: 260,
    grow: 2,
    render: (row) => <b className={styles.name}>{row.organizationName}</b>,
    tip: (row) => row.organizationName,
  },
  {
    id: 'present',
    title: text.present,
    width: 120,
    align: 'right',
    render: (row) => text.ofMembers(row.present, row.membersTotal),
  },
  { id: 'subjects', title: text.subjects, width: 140, align: 'right', render: (row) => row.subjects },
];

interface MeetingListProps {
  period: { year: number; quarter: number };
  head: ReactNode;
  onOpen: (place: MeetingPlace) => void;
}

/** Meetings of the period and unit, the latest first. */
export function MeetingList({ period, head, onOpen }: MeetingListProps) {
  const { organizationId, search } = useScope();
  const [active, setActive] = useState(0);
  const [choosing, setChoosing] = useState(false);
  const mayWrite = useMayWrite();
  const filter = { ...period, organizationId };
  const list = useQuery({
    queryKey: queryKeys.meetings(filter),
    queryFn: () => call('meetings.list', filter),
  });
  const matches = matcherOf(search);
  const rows = list.data?.meetings.filter((row) => matches(row.organizationName)) ?? [];
  const add = mayWrite && (
    <Button variant="primary" onClick={() => setChoosing(true)}>
      {text.add}
    </Button>
  );
  return (
    <Page
      title={pageNames.reviews}
      head={
        <>
          {head}
          {rows.length > 0 && add}
        </>
      }
      foot={<output>{text.foot(rows.length)}</output>}
    >
      {list.isError ? (
        <FailedState error={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <Loading />
      ) : rows.length === 0 ? (
        <EmptyState icon={IconUsersGroup} title={text.none} actions={add}>
          {text.noneText}
        </EmptyState>
      ) : (
        <VirtualTable
          label={text.list}
          columns={columnsOf(rows.length)}
          count={rows.length}
          rowAt={(index) => rows[index]}
          rowKey={(index) => rows[index]?.meetingId ?? index}
          active={active}
          onActive={setActive}
          onOpen={(index) => {
            const row = rows[index];
            if (row) onOpen({ organizationId: row.organizationId, meetingId: row.meetingId });
          }}
        />
      )}
      {choosing && (
        <ChooseUnit
          onChoose={(unit) => onOpen({ organizationId: unit, meetingId: null })}
          onClose={() => setChoosing(false)}
        />
      )}
    </Page>
  );
}
