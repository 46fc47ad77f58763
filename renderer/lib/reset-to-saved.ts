import type { FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form';

/**
 * Shows what was saved. A form stays open to typing while its save is under way: what was typed after `sent` left is
 * not part of the answer and stays typed, unsaved.
 */
export function resetToSaved<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  sent: Values,
  saved: Values,
): void {
  const now = form.getValues();
  form.reset(saved);
  for (const field of Object.keys(now)) {
    if (JSON.stringify(now[field]) === JSON.stringify(sent[field])) continue;
    const path = field as Path<Values>;
    form.setValue(path, now[field] as PathValue<Values, Path<Values>>, { shouldDirty: true });
  }
}
