import { unratedName } from '../contract/vi/ratings.ts';
import { markFields } from '../contract/workbook-fields.ts';
import type { ColumnField } from '../contract/workbooks.ts';
import { type RatingLevel, type RatingStage, ratingLevels } from '../domain/ratings.ts';
import type { FieldColumns, RowCells } from './extract-cells.ts';
import { parseRating } from './values-ratings.ts';
import { cellText, parseMark } from './values-text.ts';

interface Level {
  level: RatingLevel | null;
  /** Given in the place of a level: "Chưa xếp loại (nghỉ thai sản)". */
  reason: string | null;
}

function readLevel(cells: RowCells, field: ColumnField): Level {
  const text = cells.text(field);
  if (text === null) return { level: null, reason: null };
  const read = parseRating(text);
  if (read.kind === 'level') return { level: read.level, reason: null };
  if (read.kind === 'unrated') {
    // "CXL" says no more than that; "Miễn xếp loại" is a reason of its own.
    const own = text.split(' ').length > 2 ? text : unratedName;
    return { level: null, reason: read.reason || own };
  }
  cells.problem('RATING_UNKNOWN', field);
  return { level: null, reason: null };
}

/** The level of the marked column of one step; several marks, or something that is no mark, are problems. */
function readMarks(cells: RowCells, columns: FieldColumns, stage: RatingStage): RatingLevel | null {
  const marked: RatingLevel[] = [];
  for (const level of ratingLevels) {
    const field = markFields[stage][level];
    const cell = cells.sound(field);
    const mark = parseMark(cell);
    if (mark === 'yes') marked.push(level);
    else if (mark === 'other') {
      // Some write the level's name in its own column instead of an x.
      const read = parseRating(cellText(cell));
      if (read.kind === 'level' && read.level === level) marked.push(level);
      else cells.problem('RATING_UNKNOWN', field);
    }
  }
  const [first, ...more] = marked;
  if (first === undefined) return null;
  if (more.length === 0) return first;
  const places = marked.flatMap((level) => columns.place(markFields[stage][level]) ?? []);
  // By its column, since each step may have such a problem of its own.
  cells.problemAt(
    'RATING_SEVERAL_MARKS',
    { letter: places[0]?.letter ?? '', title: '' },
    places.map(({ title }) => title).join('; '),
  );
  return null;
}

export interface ReadRating {
  selfLevel: RatingLevel | null;
  proposedLevel: RatingLevel | null;
  decidedLevel: RatingLevel | null;
  unratedReason: string | null;
  note: string | null;
}

/** The three values of a rating, or the reason why there is none; neither of them is noted. */
export function readRating(cells: RowCells, columns: FieldColumns): ReadRating {
  const self = readLevel(cells, 'ratingSelf');
  const proposed = readLevel(cells, 'ratingProposed');
  const decided = readLevel(cells, 'ratingDecided');
  const selfLevel = self.level ?? readMarks(cells, columns, 'self');
  const proposedLevel = proposed.level ?? readMarks(cells, columns, 'proposed');
  const level = decided.level ?? readMarks(cells, columns, 'decided');
  const note = cells.text('note', 'note');

  let reason = cells.text('unratedReason', 'note');
  // A mark in "Chưa xếp loại": the reason stands in the notes, if anywhere.
  if (reason !== null && parseMark(cells.cell('unratedReason')) === 'yes') reason = note ?? unratedName;
  else if (parseMark(cells.cell('unratedReason')) === 'no') reason = null;
  reason ??= decided.reason ?? proposed.reason ?? self.reason;

  const hasProblem = cells.problems.some(
    ({ code }) => code === 'RATING_UNKNOWN' || code === 'RATING_SEVERAL_MARKS',
  );
  if (level === null && reason === null && !hasProblem && selfLevel === null && proposedLevel === null) {
    cells.problem('RATING_MISSING', null);
  }
  return {
    selfLevel,
    proposedLevel,
    decidedLevel: level,
    // A reason is kept only without a decided level; beside one it is a remark.
    unratedReason: level === null ? reason : null,
    note:
      level === null || reason === null || reason === note ? note : [reason, note].filter(Boolean).join('; '),
  };
}
