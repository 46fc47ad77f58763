import { createFormControl } from 'react-hook-form';
import { expect, it } from 'vitest';
import { resetToSaved } from '../../renderer/lib/reset-to-saved.ts';

/**
 * The fault: a clerk saved with Ctrl+S and went on typing while the answer was on its way; the answer then put the
 * saved values over the new ones, and what was typed in between was gone. Found by a window test on a busy machine.
 */
it('keeps what was typed while the save was under way, and shows the saved values elsewhere', () => {
  const form = createFormControl({ defaultValues: { text: '', note: '' } });
  // As in a page: a form that is not mounted tells only its default values.
  form.control._state.mount = true;
  form.formControl.register('text');
  form.formControl.register('note');
  form.setValue('text', ' Trực bản ', { shouldDirty: true });
  const sent = { ...form.getValues() };
  form.setValue('note', 'gõ tiếp', { shouldDirty: true });
  resetToSaved(form.formControl as never, sent, { text: 'Trực bản', note: '' });
  expect(form.getValues()).toEqual({ text: 'Trực bản', note: 'gõ tiếp' });
});
