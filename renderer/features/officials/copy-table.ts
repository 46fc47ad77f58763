/** A cell that a spreadsheet would take for a formula is marked as text. */
const safeCell = (text: string): string => {
  const flat = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
};

/** Tab separated lines, with a head or without, as spreadsheets paste them. */
export function tableText(head: readonly string[] | null, rows: ReadonlyArray<readonly string[]>): string {
  return [...(head === null ? [] : [head]), ...rows].map((row) => row.map(safeCell).join('\t')).join('\r\n');
}
