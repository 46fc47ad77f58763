/**
 * Whether the person is at something that stays when a panel or a dialog closes, such as the filter. A close that comes
 * late, with the answer to a save, leaves the keys there: taken to the list, the letters of a name would fill a cell.
 */
export function isFocusTaken(): boolean {
  const { activeElement } = document;
  return (
    activeElement !== null &&
    activeElement !== document.body &&
    activeElement.closest('aside, dialog') === null
  );
}
