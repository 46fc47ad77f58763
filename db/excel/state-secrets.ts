import { AppError } from '../contract/errors.ts';
import { notMarkAfter, stateSecretLabel, stateSecretMarks } from '../contract/vi/sheet-words.ts';
import { stateSecretPlaces } from '../contract/vi/workbooks.ts';
import type { Classification } from './classify-rows.ts';
import { columnLetter, type RawSheet } from './raw-sheet.ts';
import { type HeadText, textsOfRow } from './read-heads.ts';

const marks = new Set(stateSecretMarks.map((mark) => mark.normalize('NFC')));
const label = stateSecretLabel.normalize('NFC').toUpperCase();

const wordBefore = new RegExp(
  `(?:^|\\s)(?:${notMarkAfter.map((word) => word.normalize('NFC')).join('|')})\\s*$`,
  'iu',
);

/** The mark of a state secret that a line of a text is, alone or after "Độ mật:"; null when none is. */
function stateSecretMark(text: string): string | null {
  const lines = text.split(/[\r\n]+/);
  for (const [index, line] of lines.entries()) {
    const mark = markOfLine(line);
    // "CÔNG TÁC BẢO / MẬT" goes on from the line above.
    const goesOn = wordBefore.test((lines[index - 1] ?? '').normalize('NFC'));
    if (mark !== null && !goesOn) return mark;
  }
  return null;
}

/** The mark of a printed head or foot, each of whose three places (&L, &C, &R) stands for itself. */
const pageSecretMark = (text: string): string | null => stateSecretMark(text.replace(/&[LCR]/g, '\n'));

/** Letters set wide, "M Ậ T", are one word. */
const SPACED = /(?<![^\s])(?:\p{L} +)+\p{L}(?![^\s])/gu;

function markOfLine(text: string): string | null {
  const bare = text
    .normalize('NFC')
    .toUpperCase()
    // Fonts, sizes, colours and places of a printed head: &C, &"Arial,Bold", &14, &KFF0000.
    .replace(/&(?:K[0-9A-F]{6}|[A-Z]|"[^"]*"|\d+)/g, ' ')
    .replace(label, ' ')
    .replace(/[^\p{L}\s]/gu, ' ')
    // Two spaces or more part the words of "T Ố I   M Ậ T".
    .replace(SPACED, (word) => word.replace(/(\p{L}) (?=\p{L})/gu, '$1'))
    .replace(/\s+/g, ' ')
    .trim();
  return [...marks].find((mark) => mark === bare || mark.replace(' ', '') === bare) ?? null;
}

/** The first cell among these texts that is such a mark. */
function findStateSecret(texts: readonly HeadText[]): { mark: string; cell: string } | null {
  for (const { row, column, typed } of texts) {
    const mark = stateSecretMark(typed);
    if (mark !== null) return { mark, cell: `${columnLetter(column)}${row}` };
  }
  return null;
}

/** @throws AppError WORKBOOK_STATE_SECRET for a mark in the page's head or foot, or in a drawn box */
export function refusePageMarks(raw: RawSheet): void {
  for (const text of raw.pageMarks) {
    const mark = pageSecretMark(text);
    if (mark !== null) throw stateSecret(raw, mark, stateSecretPlaces.page);
  }
  for (const text of raw.shapeTexts ?? []) {
    const mark = stateSecretMark(text);
    if (mark !== null) throw stateSecret(raw, mark, stateSecretPlaces.shape);
  }
}

/** @throws AppError WORKBOOK_STATE_SECRET for a mark among these cells */
export function refuseStateSecret(raw: RawSheet, texts: readonly HeadText[]): void {
  const found = findStateSecret(texts);
  if (found !== null) throw stateSecret(raw, found.mark, stateSecretPlaces.cell(found.cell));
}

const stateSecret = (raw: RawSheet, mark: string, place: string): AppError =>
  new AppError('WORKBOOK_STATE_SECRET', { params: { sheet: raw.name, mark, place } });

/** A mark may stand in the foot; inside the list "Mật" is a person's name. */
export function footTexts({ rows }: Classification): HeadText[] {
  return rows.flatMap((row) => (row.class === 'foot' && row.raw !== null ? textsOfRow(row.raw) : []));
}
