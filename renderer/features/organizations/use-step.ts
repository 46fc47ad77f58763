import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { DraftForm } from '../../../db/contract/drafts.ts';
import type { OperationResult } from '../../../db/contract/organization-operations.ts';
import type { Organization } from '../../../db/contract/organizations.ts';
import { readStepDraft, type StepStates } from '../../../db/contract/step-drafts.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { operationKindNames, type StepKind, stepsText } from '../../../db/contract/vi/organizations.ts';
import { closeErrors, notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { useDraft } from '../../app/use-draft.ts';
import { hasCode } from '../../lib/app-error.ts';
import { formatDate } from '../../lib/format.ts';
import { type StepErrors, type StepFields, stepErrorsOf } from './step-errors.ts';
import { typedDay, useTreeOn } from './tree-day.ts';
import { undoOperation } from './undo-operation.ts';

export interface StepProps {
  /** The unit whose panel began the step, as of the day shown. */
  unit: Organization;
  shownDay: string;
  /** Back to the unit's panel. */
  onClose: () => void;
  /** The act is written; `unitIds` are the units it touched, the last the one that goes on. */
  onDone: (unitIds: readonly number[]) => void;
  onSeeDay: (day: string) => void;
}

interface StepAct extends StepFields {
  kind: StepKind;
  /** What is missing before the service need be asked. */
  missing: StepErrors;
  run: (onDay: string, dryRun: boolean) => Promise<OperationResult>;
}

/** What is typed in a step beside the day, and the way to put it there again. */
interface StepTyping<Kind extends StepKind> {
  kind: Kind;
  state: StepStates[Kind];
  restore: (state: StepStates[Kind]) => void;
}

const draftForms = {
  change: 'unitChange',
  merge: 'unitMerge',
  split: 'unitSplit',
  end: 'unitEnd',
} as const satisfies Record<StepKind, DraftForm>;

/**
 * What all guided steps share: the day and the tree of that day, the dry run, the act and its way back.
 * Whatever is edited drops the result of the check, never what was typed.
 */
export function useStep<Kind extends StepKind>(
  { unit, shownDay, onDone, onSeeDay }: StepProps,
  { kind, state, restore }: StepTyping<Kind>,
) {
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState(formatDate(shownDay));
  const [errors, setErrors] = useState<StepErrors>({});
  const [checked, setChecked] = useState<OperationResult | null>(null);
  const [busy, setBusy] = useState<'check' | 'act' | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const edits = useRef(0);
  const onDay = typedDay(typed);
  const tree = useTreeOn(onDay ?? shownDay);

  // A step is no form of single fields: what is typed in it is one text, from which it is put together again.
  const content = JSON.stringify({ day: typed, ...state });
  const [begin] = useState(content);
  const keeper = useForm({ defaultValues: { typed: '' } });
  useEffect(() => {
    const next = content === begin ? '' : content;
    if (keeper.getValues('typed') !== next) keeper.setValue('typed', next, { shouldDirty: true });
  }, [keeper, content, begin]);
  const putBack = (text: string) => {
    const read = readStepDraft(kind, text);
    if (read === null) return;
    edits.current += 1;
    setTyped(read.day);
    restore(read.state);
    setChecked(null);
    setErrors({});
  };
  const draft = useDraft({
    form: keeper,
    key: { form: draftForms[kind], recordId: unit.id, partId: null },
    version: unit.version,
    title: () => unit.name,
    restore: (fields) => putBack(String(fields.typed?.typed ?? '')),
  });

  useEffect(() => {
    if (Object.keys(errors).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-error="true"]')?.focus();
  }, [errors]);

  /** To be called with every edit; `prefix` names the fields whose errors are past. */
  const edited = (prefix: string) => {
    edits.current += 1;
    setChecked(null);
    setErrors((before) =>
      Object.keys(before).some((field) => field.startsWith(prefix))
        ? Object.fromEntries(Object.entries(before).filter(([field]) => !field.startsWith(prefix)))
        : before,
    );
  };

  const refuse = (error: unknown, act: StepAct) => {
    setChecked(null);
    const atFields = stepErrorsOf(error, act);
    if (atFields) setErrors(atFields);
    else notifyError(error);
    // What was read is no longer so; what was typed stays.
    if (hasCode(error, 'STALE_VERSION', 'NOT_FOUND')) void queryClient.invalidateQueries();
  };

  const check = async (act: StepAct) => {
    closeErrors();
    const missing = { ...(onDay === null ? { onDay: stepsText.onDayBad } : {}), ...act.missing };
    setErrors(missing);
    setChecked(null);
    if (onDay === null || Object.keys(missing).length > 0) return;
    setBusy('check');
    const seen = edits.current;
    try {
      const result = await act.run(onDay, true);
      // What was changed while it was checked is checked anew.
      if (seen === edits.current) setChecked(result);
    } catch (error) {
      refuse(error, act);
    } finally {
      setBusy(null);
    }
  };

  const perform = async (act: StepAct) => {
    if (onDay === null || checked === null) return;
    setBusy('act');
    try {
      const result = await act.run(onDay, false);
      draft.drop();
      await queryClient.invalidateQueries();
      const what = `${operationKindNames[act.kind]} (${stepsText.names(result.units.map(({ name }) => name))})`;
      const { operationId } = result;
      notifyDone(stepsText.done(what, formatDate(onDay)), {
        detail: stepsText.doneCounts(result.after),
        actions: [
          ...(operationId === null
            ? []
            : [{ label: commonText.undo, run: () => undoOperation(queryClient, operationId, what) }]),
          ...(onDay > shownDay
            ? [{ label: stepsText.seeTreeOn(formatDate(onDay)), run: () => onSeeDay(onDay) }]
            : []),
        ],
      });
      onDone(result.units.map(({ id }) => id));
    } catch (error) {
      refuse(error, act);
      setBusy(null);
    }
  };

  return {
    form,
    draft,
    /** Gives up the draft that the step began with. */
    beginAnew: () => putBack(begin),
    day: {
      value: typed,
      error: errors.onDay,
      change: (value: string) => {
        setTyped(value);
        edited('onDay');
      },
    },
    onDay,
    errors,
    checked,
    busy,
    organizations: tree.data?.organizations ?? [],
    edited,
    check,
    perform,
  };
}
export type Step = ReturnType<typeof useStep>;
export type { StepAct };
