import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SummaryPeople, SummaryPeopleInput } from '../../../db/contract/summaries.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { officialFieldLabels, personLabels } from '../../../db/contract/vi/officials.ts';
import { reportsText } from '../../../db/contract/vi/reports.ts';
import { figureNames, summaryPageText as text } from '../../../db/contract/vi/summaries.ts';
import { countsCollectives, type FigureId } from '../../../db/domain/summaries.ts';
import { notifyError } from '../../app/notifier/notices.ts';
import { Button } from '../../components/button.tsx';
import { DetailPanel } from '../../components/detail-panel.tsx';
import { EmptyState, FailedState, Loading } from '../../components/state.tsx';
import { type Column, VirtualTable } from '../../components/virtual-table.tsx';
import { call } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useMayWrite } from '../officials/use-may-write.ts';

/** One figure of a table. */
export interface FigurePlace {
  figure: FigureId;
  /** Key of the row. */
  row: string;
  rowName: string;
}

type Person = SummaryPeople['people'][number];

interface PeoplePanelProps {
  input: SummaryPeopleInput;
  rowName: string;
  onPerson: (officialId: number) => void;
  onClose: () => void;
}

/** Whom a figure counts: exactly as many as it says. */
export function PeoplePanel({ input, rowName, onPerson, onClose }: PeoplePanelProps) {
  const [active, setActive] = useState(0);
  /** Names shown by an audited act; never kept in the cache. */
  const [revealed, setRevealed] = useState<SummaryPeople | null>(null);
  const asked = useQuery({
    queryKey: queryKeys.summaryPeople(input),
    queryFn: () => call('summaries.people', input),
  });
  const collectives = countsCollectives(input.table, input.figure);
  const found = revealed ?? asked.data;
  const title = text.peopleOf(figureNames[input.figure], rowName);
  const list = found?.people ?? [];
  return (
    <DetailPanel
      title={title}
      subtitle={found && (collectives ? text.collectives(found.count) : commonText.people(found.count))}
      onClose={onClose}
      flush
    >
      {asked.isError ? (
        <FailedState error={asked.error} onRetry={() => void asked.refetch()} />
      ) : !found ? (
        <Loading />
      ) : found.count === 0 ? (
        <EmptyState icon={IconUsers} title={collectives ? text.noCollective : text.nobody} />
      ) : found.hidden ? (
        <Hidden count={found.count} input={input} onRevealed={setRevealed} />
      ) : (
        <VirtualTable
          label={title}
          columns={collectives ? collectiveColumns : hasReason(input.figure) ? reasonColumns : columns}
          count={list.length}
          rowAt={(index) => list[index]}
          rowKey={(index) => index}
          active={Math.min(active, list.length - 1)}
          onActive={setActive}
          onOpen={(index) => {
            const officialId = list[index]?.officialId;
            if (officialId) onPerson(officialId);
          }}
          onEscape={onClose}
        />
      )}
    </DetailPanel>
  );
}

/** Names that tell a discipline or an ethnicity come by an act of their own, which leaves a line in the log. */
function Hidden({
  count,
  input,
  onRevealed,
}: {
  count: number;
  input: SummaryPeopleInput;
  onRevealed: (people: SummaryPeople) => void;
}) {
  const mayReveal = useMayWrite();
  const [busy, setBusy] = useState(false);
  const reveal = async () => {
    setBusy(true);
    try {
      onRevealed(await call('summaries.reveal', input));
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <EmptyState
      icon={IconEye}
      title={text.hiddenTitle}
      actions={
        mayReveal && (
          <Button disabled={busy} onClick={() => reveal()}>
            {text.reveal}
          </Button>
        )
      }
    >
      {countsCollectives(input.table, input.figure) ? text.hiddenUnits(count) : text.hiddenText(count)}
    </EmptyState>
  );
}

/** Where why somebody is counted says more than where. */
const hasReason = (figure: FigureId): boolean =>
  ['unrated', 'exempt', 'withReason', 'notSigned', 'disciplined', 'heads'].includes(figure);

const name: Column<Person> = {
  id: 'name',
  title: officialFieldLabels.fullName,
  width: 158,
  grow: 1,
  frozen: true,
  render: (person) => person.name,
  tip: (person) => [person.name, formatDate(person.birthDate), person.detail].filter(Boolean).join(' · '),
};
const unit: Column<Person> = {
  id: 'unit',
  title: personLabels.organization,
  width: 180,
  grow: 1,
  render: (person) => person.unitName,
  tip: (person) => person.unitName,
};
const reason: Column<Person> = {
  id: 'reason',
  title: reportsText.reason,
  width: 180,
  grow: 1,
  render: (person) => person.detail,
  tip: (person) => [person.detail, person.unitName].filter(Boolean).join(' · '),
};
const columns: ReadonlyArray<Column<Person>> = [name, unit];
const reasonColumns: ReadonlyArray<Column<Person>> = [name, reason];
const collectiveColumns: ReadonlyArray<Column<Person>> = [{ ...name, title: text.name }, reason];
