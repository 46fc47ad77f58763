import { useEffect, useRef, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { DraftFields, DraftKey, OpenedDraft } from '../../db/contract/drafts.ts';
import { call } from '../lib/api.ts';
import { dropOffer } from './draft-offers-store.ts';
import { notifyError } from './notifier/notices.ts';
import { useUnsavedGuard } from './use-unsaved-guard.ts';

/** At most this much typing is lost when the program is killed. */
const KEEP_AFTER_MS = 1000;

export interface DraftOptions<Values extends FieldValues> {
  form: UseFormReturn<Values>;
  key: DraftKey;
  /** Of the record that the form shows; null or 0 as long as there is none. */
  version: number | null;
  /** What the offer calls it. */
  title: (values: Values) => string;
  /** Puts the fields of a draft into the form; what they were then tells what changed meanwhile. */
  restore: (fields: DraftFields) => void | Promise<void>;
}

export interface FormDraft {
  /** The draft that this form began with. */
  restored: OpenedDraft | null;
  /** To be called when the form was saved: nothing is kept any more. */
  drop: () => void;
}

const flushers = new Set<() => Promise<void>>();

/** Keeps what every open form holds now: the session ends, and there is no time to ask. */
export async function flushDrafts(): Promise<void> {
  await Promise.allSettled([...flushers].map((flush) => flush()));
}

function fieldsThatDiffer(values: FieldValues, defaults: FieldValues): DraftFields {
  const fields: DraftFields = {};
  for (const [name, typed] of Object.entries(values)) {
    const was: unknown = defaults[name] ?? '';
    if (typed === was) continue;
    if (typeof typed !== 'string' && typeof typed !== 'boolean') continue;
    fields[name] = { was: typeof was === 'boolean' ? was : String(was), typed };
  }
  return fields;
}

/**
 * Everything typed survives: leaving asks first, and what differs from the record is kept in the database while it
 * is typed, comes back when the form is opened again, and goes when it is saved or given up.
 */
export function useDraft<Values extends FieldValues>(options: DraftOptions<Values>): FormDraft {
  const { form, key } = options;
  const [restored, setRestored] = useState<OpenedDraft | null>(null);
  const latest = useRef(options);
  latest.current = options;
  const act = useRef<{ drop: () => void }>({ drop: () => undefined });
  const { isDirty, isSubmitting } = form.formState;
  useUnsavedGuard(isDirty && !isSubmitting, () => act.current.drop());
  const { form: formName, recordId, partId } = key;

  useEffect(() => {
    const own: DraftKey = { form: formName, recordId, partId };
    let timer: ReturnType<typeof setTimeout> | undefined;
    let kept = false;
    let failed = false;
    let left = false;
    let now: { values: Values; defaults: FieldValues } | null = null;
    /** What the form held when it was saved or given up: as long as it shows that and no more, there is nothing to keep. */
    let settled: string | null = null;

    const forget = (): void => {
      clearTimeout(timer);
      timer = undefined;
      now = null;
      settled = JSON.stringify(form.getValues());
      setRestored(null);
      dropOffer(own);
      if (kept) call('drafts.discard', own).catch(notifyError);
      kept = false;
    };
    const keep = async (): Promise<void> => {
      clearTimeout(timer);
      timer = undefined;
      if (now === null) return;
      const fields = fieldsThatDiffer(now.values, now.defaults);
      if (Object.keys(fields).length === 0) {
        forget();
        return;
      }
      kept = true;
      const { version, title } = latest.current;
      try {
        await call('drafts.save', {
          ...own,
          recordVersion: version || null,
          title: title(now.values).slice(0, 200),
          fields,
        });
        failed = false;
      } catch (error) {
        // Said once: the form itself still holds everything.
        if (!failed) notifyError(error);
        failed = true;
      }
    };

    const stop = form.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, defaultValues }) => {
        // The end of a save is told as a change, too, while the form waits for the page that takes its place.
        if (settled !== null && settled === JSON.stringify(values)) return;
        settled = null;
        now = { values, defaults: defaultValues ?? {} };
        timer ??= setTimeout(() => void keep(), KEEP_AFTER_MS);
      },
    });
    const bringBack = async (): Promise<void> => {
      const { draft } = await call('drafts.open', own);
      if (draft === null || left) return;
      kept = true;
      dropOffer(own);
      await latest.current.restore(draft.fields);
      if (!left) setRestored(draft);
    };
    bringBack().catch(notifyError);

    const flush = async (): Promise<void> => {
      if (timer !== undefined) await keep();
    };
    flushers.add(flush);
    act.current = { drop: forget };
    return () => {
      left = true;
      stop();
      clearTimeout(timer);
      flushers.delete(flush);
    };
  }, [form, formName, recordId, partId]);

  return { restored, drop: () => act.current.drop() };
}
