import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReportPeople, ReportPeopleInput, SummaryFigure } from '../../../db/contract/reports.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { officialFieldLabels, personLabels } from '../../../db/contract/vi/officials.ts';
import { reportsText, summaryFigureNames } from '../../../db/contract/vi/reports.ts';
import { DetailPanel } from '../../components/detail-panel.tsx';
import { EmptyState, FailedState, Loading } from '../../components/state.tsx';
import { type Column, VirtualTable } from '../../components/virtual-table.tsx';
import { call } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';

/** One figure of the table. */
export interface FigurePlace {
  figure: SummaryFigure;
  row: ReportPeopleInput['row'];
  unitName: string;
}

type Person = ReportPeople['people'][number];

interface PeoplePanelProps {
  year: number;
  organizationId: number | null;
  place: FigurePlace;
  onPerson: (officialId: number) => void;
  onClose: () => void;
}

/** The people behind a figure: exactly as many as it says. */
export function PeoplePanel({ year, organizationId, place, onPerson, onClose }: PeoplePanelProps) {
  const { figure, row, unitName } = place;
  const [active, setActive] = useState(0);
  const people = useQuery({
    queryKey: queryKeys.reportPeople(year, organizationId, figure, row),
    queryFn: () => call('reports.people', { year, organizationId, figure, row }),
  });
  const list = people.data?.people;
  return (
    <DetailPanel
      title={reportsText.peopleOf(summaryFigureNames[figure], unitName)}
      subtitle={list && commonText.people(list.length)}
      onClose={onClose}
      flush
    >
      {people.isError ? (
        <FailedState error={people.error} onRetry={() => void people.refetch()} />
      ) : !list ? (
        <Loading />
      ) : list.length === 0 ? (
        <EmptyState icon={IconUsers} title={reportsText.noPeople} />
      ) : (
        <VirtualTable
          label={reportsText.peopleOf(summaryFigureNames[figure], unitName)}
          columns={figure === 'unrated' ? unratedColumns : columns}
          count={list.length}
          rowAt={(index) => list[index]}
          rowKey={(index) => list[index]?.officialId ?? index}
          active={Math.min(active, list.length - 1)}
          onActive={setActive}
          onOpen={(index) => {
            const person = list[index];
            if (person) onPerson(person.officialId);
          }}
          onEscape={onClose}
        />
      )}
    </DetailPanel>
  );
}

const name: Column<Person> = {
  id: 'fullName',
  title: officialFieldLabels.fullName,
  width: 158,
  grow: 1,
  frozen: true,
  render: (person) => person.fullName,
  tip: (person) => [person.fullName, formatDate(person.birthDate), person.post].filter(Boolean).join(' · '),
};
const columns: ReadonlyArray<Column<Person>> = [
  name,
  {
    id: 'unit',
    title: personLabels.organization,
    width: 180,
    grow: 1,
    render: (person) => person.organizationName,
    tip: (person) => person.organizationName,
  },
];
const unratedColumns: ReadonlyArray<Column<Person>> = [
  name,
  {
    id: 'reason',
    title: reportsText.reason,
    width: 180,
    grow: 1,
    render: (person) => person.unratedReason,
    tip: (person) => [person.unratedReason, person.organizationName].filter(Boolean).join(' · '),
  },
];
