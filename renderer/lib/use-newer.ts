import { useEffect, useRef, useState } from 'react';
import type { FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form';
import type { DraftFields } from '../../db/contract/drafts.ts';
import { mergeNewer } from './merge-newer.ts';
import { resetToSaved } from './reset-to-saved.ts';

export type NewerValues = ReadonlyMap<string, string | boolean>;

export interface Newer<Values extends FieldValues = FieldValues> {
  /** Field -> what another session wrote where something else was typed here. */
  values: NewerValues;
  /** Another session saved first. */
  stale: boolean;
  /** A save was refused because another came first: the values of today follow by themselves. */
  refused: () => void;
  /** Both sides are one again. */
  settled: () => void;
  /**
   * Saved from here: shows what was saved of what was `sent`. It is nobody else's change, also under what was typed
   * while the save was under way, and comes back as the record only after this.
   */
  saved(sent: Values, saved: Values): void;
  /** Takes the newer value into the field. */
  take: (field: string) => void;
  /** Puts the fields of a draft over what the record holds today. */
  restore: (fields: DraftFields) => void;
}

const none: NewerValues = new Map();

/**
 * Follows the record under an open form: fields that were not touched take its newer values, typed ones stay and
 * show the newer value beside them. `current` is the record as the form shows it, field by field.
 */
export function useNewer<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  current: Values,
): Newer<Values> {
  const [values, setValues] = useState(none);
  const [stale, setStale] = useState(false);
  const base = useRef(current);
  const latest = useRef(current);
  latest.current = current;
  const content = JSON.stringify(current);

  const put = (field: string, value: unknown): void => {
    const path = field as Path<Values>;
    form.setValue(path, value as PathValue<Values, Path<Values>>, { shouldDirty: true });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: the content says when the record has changed
  useEffect(() => {
    if (JSON.stringify(base.current) === content) return;
    const merged = mergeNewer(base.current, form.getValues(), latest.current);
    base.current = latest.current;
    form.reset(latest.current);
    for (const [field, value] of Object.entries(merged.values))
      if (value !== latest.current[field]) put(field, value);
    setValues((before) => {
      const next = new Map<string, string | boolean>();
      for (const field of [...before.keys(), ...merged.conflicts.map(String)])
        if (merged.values[field] !== latest.current[field]) next.set(field, latest.current[field]);
      return next;
    });
    if (merged.conflicts.length > 0) setStale(true);
  }, [content]);

  const settled = (): void => {
    setValues(none);
    setStale(false);
  };

  return {
    values,
    stale,
    refused: () => setStale(true),
    settled,
    saved: (sent, saved) => {
      base.current = saved;
      resetToSaved(form, sent, saved);
      settled();
    },
    take: (field) => {
      put(field, values.get(field));
      setValues(new Map([...values].filter(([each]) => each !== field)));
      form.setFocus(field as Path<Values>);
    },
    restore: (fields) => {
      const conflicts = new Map<string, string | boolean>();
      for (const [field, { was, typed }] of Object.entries(fields)) {
        const today: unknown = latest.current[field];
        if (typeof today !== typeof typed) continue;
        if (today !== was && today !== typed) conflicts.set(field, today as string | boolean);
        put(field, typed);
      }
      setValues(conflicts);
      setStale(conflicts.size > 0);
    },
  };
}
