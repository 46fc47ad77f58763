import type { KeyboardEvent } from 'react';

/**
 * Keys of every form in the panel: Ctrl+Enter saves; Enter in a field goes on to the next one, so that a long form
 * is not saved half filled; a Vietnamese keyboard that composes keeps its keys. What its button may not do, such as
 * saving a second time while the first save is under way, the keys do not do either.
 */
export function onFormKey(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  const form = event.currentTarget;
  if (event.ctrlKey) {
    event.preventDefault();
    if (form.querySelector('[type="submit"]:disabled') === null) form.requestSubmit();
    return;
  }
  if (!(event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement)) return;
  event.preventDefault();
  const controls = [...form.elements].filter(
    (each): each is HTMLElement =>
      each instanceof HTMLElement && !each.matches(':disabled, [type="checkbox"], .end *'),
  );
  controls[controls.indexOf(event.target) + 1]?.focus();
}
