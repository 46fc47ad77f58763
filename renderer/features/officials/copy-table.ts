/** A cell that a spreadsheet would take for a formula is marked as text. */
const safeCell = (text: string): string => {
  const flat = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(flat) ? `'${flat}` : flat;
};

const inHtml = (text: string): string =>
  safeCell(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * The same as a table of HTML, which Excel takes before the plain text. Its cells are text: read as numbers and days,
 * a card number would lose its zeros and 03/02/1985 would become the 2nd of March on an English Windows.
 */
export function tableHtml(head: readonly string[] | null, rows: ReadonlyArray<readonly string[]>): string {
  const lines = [...(head === null ? [] : [head]), ...rows].map(
    (row) => `<tr>${row.map((text) => `<td>${inHtml(text)}</td>`).join('')}</tr>`,
  );
  return `<html><head><meta charset="utf-8"><style>td { mso-number-format: "\\@"; white-space: nowrap; }</style></head><body><table>${lines.join('')}</table></body></html>`;
}

/** Tab separated lines, with a head or without, as spreadsheets paste them. */
export function tableText(head: readonly string[] | null, rows: ReadonlyArray<readonly string[]>): string {
  return [...(head === null ? [] : [head]), ...rows].map((row) => row.map(safeCell).join('\t')).join('\r\n');
}
