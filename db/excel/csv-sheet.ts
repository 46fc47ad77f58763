import { type RawRow, type RawWorkbook, textCell } from './raw-sheet.ts';
import type { ReadGuard } from './read-guard.ts';

const separators = ['\t', ';', ',', '|'] as const;
const BEGINNING = 20_000;
const CHECK_EVERY = 1000;

/** Records of text with fields in quotes where they hold separators, quotes or line breaks (RFC 4180). */
function* csvRecords(text: string, separator: string): Generator<string[]> {
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  let opened = 0;
  let at = 0;
  while (at < text.length) {
    if (quoted) {
      const quote = text.indexOf('"', at);
      if (quote < 0) {
        // A quote that nothing closes is a mere sign: else all rows below would be one cell.
        field = '"';
        at = opened + 1;
        quoted = false;
      } else if (text.charAt(quote + 1) === '"') {
        field += text.slice(at, quote + 1);
        at = quote + 2;
      } else {
        field += text.slice(at, quote);
        at = quote + 1;
        quoted = false;
      }
      continue;
    }
    const char = text.charAt(at);
    if (char === '"' && field.trim() === '') {
      quoted = true;
      opened = at;
      field = '';
    } else if (char === separator) {
      fields.push(field);
      field = '';
    } else if (char === '\n' || char === '\r') {
      if (char === '\r' && text.charAt(at + 1) === '\n') at += 1;
      fields.push(field);
      yield fields;
      fields = [];
      field = '';
    } else field += char;
    at += 1;
  }
  if (field !== '' || fields.length > 0) {
    fields.push(field);
    yield fields;
  }
}

/**
 * The separator by which most records of the beginning have the same number of fields; null when the text is no
 * table. A first line "sep=;" says it.
 */
export function separatorOf(text: string): string | null {
  const told = /^\ufeff?sep=(.)\r?\n/i.exec(text)?.[1];
  if (told !== undefined) return told;
  const start = text.slice(0, BEGINNING);
  let best: { separator: string; worth: number } | null = null;
  for (const separator of separators) {
    const counts = new Map<number, number>();
    const records = [...csvRecords(start, separator)].filter((record) =>
      record.some((field) => field.trim() !== ''),
    );
    if (start.length < text.length) records.pop();
    for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1);
    const [fields, times] = [...counts].reduce(
      (a, b) => (b[1] * (b[0] - 1) > a[1] * (a[0] - 1) ? b : a),
      [1, 0],
    );
    const worth = times * (fields - 1);
    if (records.length < 2 || fields < 2 || times * 2 < records.length) continue;
    if (best === null || worth > best.worth) best = { separator, worth };
  }
  return best?.separator ?? null;
}

/** ="0123" is how programs keep Excel from dropping the zero. */
const unwrapped = (field: string): string => /^="([^"]*)"$/.exec(field.trim())?.[1] ?? field;

/** The one sheet of a text with separators; every field stays text. */
export function readCsv(text: string, separator: string, name: string, guard: ReadGuard): RawWorkbook {
  const body = text.replace(/^\ufeff?(?:sep=.\r?\n)?/i, '');
  const rows: RawRow[] = [];
  let number = 0;
  guard.expect(body.length);
  for (const fields of csvRecords(body, separator)) {
    number += 1;
    const cells = fields.map((field) => textCell(unwrapped(field)));
    const held = cells.filter((cell) => cell !== undefined).length;
    guard.cells(held);
    if (number % CHECK_EVERY === 0) guard.checkTime();
    if (held > 0) rows.push({ number, hidden: false, cells });
  }
  return {
    sheets: [{ name, hidden: false, rows, merges: [], hiddenColumns: new Set(), pageMarks: [] }],
  };
}
