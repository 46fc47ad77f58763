import { useQueryClient } from '@tanstack/react-query';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { commonText } from '../../../db/contract/vi/common.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import type { RecordForm } from '../../app/use-record-form.ts';
import { hasCode } from '../../lib/app-error.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import type { Revealed } from '../../lib/use-revealed.ts';
import { withoutPrefix } from './without-prefix.ts';

interface Known {
  id: number;
  version: number;
}

interface DisciplineActsOptions<Entry extends Known, Values extends FieldValues, Content> {
  form: UseFormReturn<Values>;
  record: RecordForm;
  disciplines: Revealed<Entry>;
  /** null adds one. */
  entry: Entry | null;
  /** Fields of the form at which an error of the service can be shown. */
  fields: readonly FieldPath<Values>[];
  /** What the service takes, from what was typed and from an entry. */
  contentOf: { values: (values: Values) => Content; entry: (entry: Entry) => Content };
  /** Both answer with all entries as they are then. */
  save: (known: Known | null, content: Content) => Promise<readonly Entry[]>;
  remove: (known: Known) => Promise<readonly Entry[]>;
  words: { saved: string; removed: string; restored: string };
  onClose: () => void;
}

/** Saving and taking out a discipline, of a person or of a Party organisation; the notice undoes either. */
export function useDisciplineActs<Entry extends Known, Values extends FieldValues, Content>({
  form,
  record,
  disciplines,
  entry,
  fields,
  contentOf,
  save,
  remove,
  words,
  onClose,
}: DisciplineActsOptions<Entry, Values, Content>) {
  const queryClient = useQueryClient();

  const done = (list: readonly Entry[], told: string, undo: () => Promise<readonly Entry[]>) => {
    record.saved();
    disciplines.take(list);
    void queryClient.invalidateQueries();
    const run = async () => {
      disciplines.take(await undo());
      void queryClient.invalidateQueries();
      notifyDone(words.restored);
    };
    notifyDone(told, { actions: [{ label: commonText.undo, run }] });
    onClose();
  };

  const submit = form.handleSubmit(async (values) => {
    const old = new Set(disciplines.list?.map(({ id }) => id));
    try {
      const known = entry && { id: entry.id, version: entry.version };
      const list = await save(known, contentOf.values(values));
      const saved = list.find(({ id }) => (entry === null ? !old.has(id) : id === entry.id));
      const at = { id: saved?.id ?? 0, version: saved?.version ?? 1 };
      done(list, words.saved, () => (entry === null ? remove(at) : save(at, contentOf.entry(entry))));
    } catch (error) {
      if (hasCode(error, 'STALE_VERSION')) {
        record.newer.refused();
        // What stands now is looked at again, and that is audited again.
        await disciplines.reveal();
      } else if (!showFieldErrors(withoutPrefix(error, 'discipline.'), fields, form.setError))
        notifyError(error);
    }
  });

  const takeOut = async (old: Entry) => {
    try {
      const list = await remove({ id: old.id, version: old.version });
      done(list, words.removed, () => save(null, contentOf.entry(old)));
    } catch (error) {
      notifyError(error);
    }
  };

  return { submit, takeOut };
}
