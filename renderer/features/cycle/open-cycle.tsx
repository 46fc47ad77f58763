import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { CycleDraft } from '../../../db/contract/cycles.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import {
  collectiveKindNames,
  outReasonNames,
  periodWords,
  subjectGroupShortNames,
  cycleText as text,
} from '../../../db/contract/vi/cycles.ts';
import { collectiveKinds } from '../../../db/domain/cycle.ts';
import { daysInMonth, parseTypedDate, yearEnd } from '../../../db/domain/dates.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.ts';
import { Button } from '../../components/button.tsx';
import { CheckList } from '../../components/check-list.tsx';
import { Facts } from '../../components/detail-panel.tsx';
import { PageBody } from '../../components/page.tsx';
import { FailedState, Loading } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import styles from './cycle.module.css';
import { PlanFields } from './plan-fields.tsx';
import { type PlanValues, planOf, typedPlan } from './plan-values.ts';

interface OpenCycleProps {
  year: number;
  quarter: number;
  onClose: () => void;
  onOpened: () => void;
}

const lastDayOf = (year: number, quarter: number): string => {
  if (quarter === 0) return yearEnd(year);
  const month = quarter * 3;
  return `${year}-${String(month).padStart(2, '0')}-${daysInMonth(year, month)}`;
};

/** What the office's settings and its book give for the period, then the form. */
export function OpenCycle(props: OpenCycleProps) {
  const { year, quarter } = props;
  const day = lastDayOf(year, quarter);
  const draft = useQuery({
    queryKey: queryKeys.cycleDraft(year, quarter, day),
    queryFn: () => call('cycles.draft', { year, quarter, countedOn: day }),
  });
  if (draft.isError) return <FailedState error={draft.error} onRetry={() => void draft.refetch()} />;
  if (!draft.data) return <Loading />;
  return <OpenForm {...props} draft={draft.data} />;
}

function OpenForm({ year, quarter, onClose, onOpened, draft }: OpenCycleProps & { draft: CycleDraft }) {
  const queryClient = useQueryClient();
  const form = useForm<PlanValues>({
    defaultValues: typedPlan({
      ...draft,
      planNo: '',
      planDate: null,
      planIssuer: '',
      decisionBody: '',
      decisionDay: null,
    }),
  });
  /** Ticked or unticked by hand against what is suggested. */
  const [flipped, setFlipped] = useState<ReadonlySet<number>>(new Set());
  const { isSubmitting, isDirty } = form.formState;
  useUnsavedGuard((isDirty || flipped.size > 0) && !isSubmitting);
  // The list follows the day that is typed, as soon as it is a day.
  const day = parseTypedDate(useWatch({ control: form.control, name: 'countedOn' })) ?? '';
  const draftOn = (countedOn: string) => ({
    queryKey: queryKeys.cycleDraft(year, quarter, countedOn),
    queryFn: () => call('cycles.draft', { year, quarter, countedOn }),
  });
  const then = useQuery({
    ...draftOn(day),
    enabled: day.length === 10,
    placeholderData: draft,
  });
  const shown = then.data ?? draft;
  const chosenOf = ({ collectives }: CycleDraft) =>
    collectives.filter((each) => each.suggested !== flipped.has(choiceId(each)));
  const chosen = new Set(chosenOf(shown).map(choiceId));
  const choose = (next: ReadonlySet<number>) => {
    const now = new Set(flipped);
    for (const each of shown.collectives) {
      const id = choiceId(each);
      if (next.has(id) === each.suggested) now.delete(id);
      else now.add(id);
    }
    setFlipped(now);
  };

  const submit = form.handleSubmit(async (values) => {
    try {
      const plan = planOf(values);
      // Enter may come right after the day was typed, when the list of the day before still stands here.
      const drawn = await queryClient.ensureQueryData(draftOn(plan.countedOn));
      const collectives = chosenOf(drawn).map(({ organizationId, kind }) => ({ organizationId, kind }));
      const opened = await call('cycles.open', { ...plan, year, quarter, collectives });
      await queryClient.invalidateQueries();
      form.reset(values);
      setFlipped(new Set());
      onOpened();
      const words = periodWords(year, quarter);
      notifyDone(text.opened(words, opened.people), {
        actions: [
          {
            label: commonText.undo,
            run: async () => {
              await call('cycles.withdraw', { id: opened.id, version: opened.version });
              await queryClient.invalidateQueries();
              notifyDone(text.withdrawn(words));
            },
          },
        ],
      });
    } catch (error) {
      if (!showFieldErrors(error, ['countedOn', 'packId', 'planDate'], form.setError)) notifyError(error);
    }
  });

  return (
    <PageBody>
      <form className={styles.open} onSubmit={submit} noValidate>
        <h2 className={styles.title}>{text.openTitle(periodWords(year, quarter))}</h2>
        <PlanFields
          form={form}
          quarter={quarter}
          packs={shown.packs}
          packLocked={false}
          opened={false}
          mayWrite
        />
        <section className={styles.drawn} aria-label={text.draftTitle}>
          <h2>{text.draftTitle}</h2>
          {shown.people === 0 ? <p role="alert">{text.nobody}</p> : <Drawn draft={shown} />}
          <CheckList
            label={text.collectives}
            searchLabel={text.unit}
            emptyText={text.none}
            items={shown.collectives.map((each) => ({
              id: choiceId(each),
              label: each.organizationName,
              note: collectiveKindNames[each.kind],
            }))}
            chosen={chosen}
            onChange={choose}
            chooseAll
          />
        </section>
        <div className={styles.acts}>
          <Button type="submit" variant="primary" disabled={isSubmitting || shown.people === 0}>
            {isSubmitting ? text.opening : text.open}
          </Button>
          <Button onClick={onClose}>{commonText.cancel}</Button>
        </div>
      </form>
    </PageBody>
  );
}

/** Stays the same when another counting day brings other units: a place in the list would then tick another one. */
const choiceId = ({ organizationId, kind }: CycleDraft['collectives'][number]): number =>
  organizationId * collectiveKinds.length + collectiveKinds.indexOf(kind);

function Drawn({ draft }: { draft: CycleDraft }) {
  return (
    <>
      <p className={styles.count}>{text.draftCount(draft.people, draft.units)}</p>
      <Facts
        facts={[
          ...draft.groups.map(({ group, count }) => ({
            label: subjectGroupShortNames[group],
            value: text.people(count),
          })),
          ...draft.out.map(({ reason, count }) => ({
            label: outReasonNames[reason],
            value: text.people(count),
          })),
        ]}
      />
    </>
  );
}
