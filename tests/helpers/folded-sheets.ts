import type { ReadSheet } from '../../db/contract/workbooks.ts';
import type { RawRow, RawSheet } from '../../db/excel/raw-sheet.ts';
import { rawOf } from '../../db/excel/sheet-parts.ts';

/** A list of one part laid out side by side in several, `counts` rows in each; what follows it stays below. */
export function foldedSheet(sheet: ReadSheet, counts: readonly number[], gap: number): RawSheet {
  const raw = rawOf(sheet);
  const [top = 1, bottom = 1] = sheet.headerRows ?? [];
  const isNumbering = (number: number) =>
    sheet.rows.some((row) => row.row === number && row.class === 'numbering');
  const above = raw.rows.filter(({ number }) => number < top);
  const head = raw.rows.filter(
    ({ number }) => number >= top && (number <= bottom || (number === bottom + 1 && isNumbering(number))),
  );
  const headEnd = head.at(-1)?.number ?? bottom;
  const last = sheet.rows.findLast((row) => row.class === 'data')?.row ?? headEnd;
  const body = raw.rows.filter(({ number }) => number > headEnd && number <= last);
  const width = Math.max(...[...head, ...body].map(({ cells }) => cells.length)) + gap;
  const starts = counts.map((_, part) => counts.slice(0, part).reduce((sum, count) => sum + count, 0));
  const height = Math.max(...counts);
  const beside = (rows: readonly (RawRow | undefined)[], number: number): RawRow => {
    const cells: RawRow['cells'] = [];
    rows.forEach((row, part) => {
      row?.cells.forEach((cell, column) => {
        if (cell !== undefined) cells[part * width + column] = cell;
      });
    });
    return { number, hidden: false, cells };
  };
  const list = Array.from({ length: height }, (_, at) =>
    beside(
      counts.map((count, part) => (at < count ? body[(starts[part] ?? 0) + at] : undefined)),
      headEnd + 1 + at,
    ),
  );
  const down = headEnd + height - last;
  const tail = raw.rows
    .filter(({ number }) => number > last)
    .map((row) => ({ ...row, number: row.number + down }));
  const moved = (merge: RawSheet['merges'][number], part: number) => ({
    ...merge,
    left: merge.left + part * width,
    right: merge.right + part * width,
  });
  return {
    ...raw,
    rows: [
      ...above,
      ...head.map((row) =>
        beside(
          counts.map(() => row),
          row.number,
        ),
      ),
      ...list.filter(({ cells }) => cells.length > 0),
      ...tail,
    ],
    merges: raw.merges.flatMap((merge) => {
      if (merge.top < top) return [merge];
      if (merge.top <= headEnd) return counts.map((_, part) => moved(merge, part));
      if (merge.top > last) return [{ ...merge, top: merge.top + down, bottom: merge.bottom + down }];
      const at = body.findIndex(({ number }) => number === merge.top);
      const part = starts.findLastIndex((start) => start <= at);
      const row = headEnd + 1 + at - (starts[part] ?? 0);
      return at < 0 ? [] : [{ ...moved(merge, part), top: row, bottom: row }];
    }),
    hiddenColumns: new Set(
      [...raw.hiddenColumns].flatMap((column) => counts.map((_, part) => column + part * width)),
    ),
  };
}
