import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import {
  type Comparison,
  type MergeField,
  mergeField,
  mergeFields,
} from '../../../db/contract/duplicates.ts';
import { type FormDraft, useDraft } from '../../app/use-draft.ts';
import { shownValue } from './compare-values.ts';

const keeps = z.enum(['kept', 'removed', 'both']);
export type Keep = z.infer<typeof keeps>;
const taken = z.array(mergeField);
const decided = z.record(z.string(), keeps);

/** What was chosen, as text: a draft keeps no lists. */
interface Values {
  take: string;
  decisions: string;
}

export interface MergeChoices {
  /** Fields that come from the second one. */
  take: ReadonlySet<MergeField>;
  takeFromSecond: (field: MergeField, second: boolean) => void;
  /** What becomes of each row that both have, as far as it is decided. */
  decisions: Readonly<Record<string, Keep>>;
  decide: (key: string, keep: Keep) => void;
  reset: () => void;
  draft: FormDraft;
}

const ordered = (fields: ReadonlySet<MergeField>): string =>
  JSON.stringify(mergeFields.filter((field) => fields.has(field)));

/** What only the second one knows is offered from there; everything else begins with the first one's value. */
const suggested = ({ first, second, differs }: Comparison): Values => ({
  take: ordered(
    new Set(differs.filter((field) => shownValue(field, first) === '' && shownValue(field, second) !== '')),
  ),
  decisions: '{}',
});

/** What a text of a draft holds; null where it is not readable as such. */
function readAs<T>(schema: z.ZodType<T>, typed: string | boolean | undefined): T | null {
  try {
    return schema.parse(JSON.parse(String(typed)));
  } catch {
    return null;
  }
}

/** The choices between two people: kept as a draft, and asked about before they are left. */
export function useMergeChoices(compared: Comparison): MergeChoices {
  const { first, second, differs, conflicts } = compared;
  const [begin] = useState(() => suggested(compared));
  const form = useForm<Values>({ defaultValues: begin });
  const set = (field: keyof Values, value: string) => form.setValue(field, value, { shouldDirty: true });
  const draft = useDraft({
    form,
    key: { form: 'duplicates', recordId: first.id, partId: second.id },
    version: null,
    title: () => `${first.fullName}, ${second.fullName}`,
    restore: (fields) => {
      // Only what is still to be chosen: the two may have changed since.
      const take = readAs(taken, fields.take?.typed)?.filter((field) => differs.includes(field));
      if (take) set('take', ordered(new Set(take)));
      const known = new Set(conflicts.map(({ key }) => key));
      const kept = Object.entries(readAs(decided, fields.decisions?.typed) ?? {});
      if (fields.decisions)
        set('decisions', JSON.stringify(Object.fromEntries(kept.filter(([key]) => known.has(key)))));
    },
  });
  const take = new Set(readAs(taken, form.watch('take')));
  const decisions = readAs(decided, form.watch('decisions')) ?? {};
  return {
    take,
    takeFromSecond: (field, fromSecond) => {
      const next = new Set(take);
      if (fromSecond) next.add(field);
      else next.delete(field);
      set('take', ordered(next));
    },
    decisions,
    decide: (key, keep) => set('decisions', JSON.stringify({ ...decisions, [key]: keep })),
    reset: () => form.reset(begin),
    draft,
  };
}
