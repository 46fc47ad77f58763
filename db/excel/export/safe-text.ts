/**
 * Text as a cell may hold it: an apostrophe stands before a sign that a spreadsheet could take for a formula when
 * the cell is edited or saved as CSV (= + - @, also behind a tab or a line break).
 */
export function safeCellText(text: string): string {
  return /^[\t\r\n ]*[=+\-@]/.test(text) ? `'${text}` : text;
}
