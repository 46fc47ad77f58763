import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { type Newer, useNewer } from '../lib/use-newer.ts';
import { type DraftOptions, type FormDraft, useDraft } from './use-draft.ts';

export interface RecordForm<Values extends FieldValues = FieldValues> {
  newer: Newer<Values>;
  draft: FormDraft;
  /**
   * To be called when the form was saved: no draft is kept, and both sides are one again. A form that stays open gives
   * what it sent and what the record holds of it now; what was typed meanwhile stays.
   */
  saved(sent?: Values, holds?: Values): void;
  /** Puts back what the record holds today in place of what was typed. */
  giveUp: () => void;
}

/**
 * A form over a record that other sessions may save meanwhile: keeps what is typed and follows the record under it.
 * `current` is the record as the form shows it, field by field.
 */
export function useRecordForm<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  current: Values,
  draftOf: Pick<DraftOptions<Values>, 'key' | 'version' | 'title'>,
): RecordForm<Values> {
  const newer = useNewer(form, current);
  const draft = useDraft({ form, ...draftOf, restore: newer.restore });
  return {
    newer,
    draft,
    saved: (sent, holds) => {
      draft.drop();
      if (sent === undefined || holds === undefined) newer.settled();
      else newer.saved(sent, holds);
    },
    giveUp: () => {
      form.reset(current);
      newer.settled();
      draft.drop();
    },
  };
}
