import type { Block, DocumentPart, TableBlock } from './model.ts';

/** Rows of a table that are laid out together. */
export const ROWS_TOGETHER = 1000;

/**
 * A part with a long table as several that are printed one after the other, each from a new page on. A browser needs
 * ever more memory the longer one table is: measured for the list of officials 0.4 GB with 1,000 rows, 0.8 GB with
 * 2,000, 2.7 GB with 5,000, and with 20,000 it ended at 15 GB. In parts 5,000 rows take 1.5 GB and half the time,
 * 20,000 take 1.8 GB; parts of 500 rows save no more than a tenth of it.
 */
export function shortParts(part: DocumentPart): DocumentPart[] {
  const at = part.blocks.findIndex((block) => block.kind === 'table' && block.rows.length > ROWS_TOGETHER);
  const table = part.blocks[at];
  if (table?.kind !== 'table') return [part];
  const pieces: Block[][] = piecesOf(table).map((piece) => [piece]);
  pieces[0]?.unshift(...part.blocks.slice(0, at));
  const last = pieces.pop() ?? [];
  const rest = shortParts({ ...part, blocks: [...last, ...part.blocks.slice(at + 1)] });
  return [...pieces.map((blocks) => ({ ...part, blocks })), ...rest];
}

/** About equal, so that what stands below the table never comes with few rows; a name stays above its rows. */
function piecesOf(table: TableBlock): TableBlock[] {
  const { rows } = table;
  const size = Math.ceil(rows.length / Math.ceil(rows.length / ROWS_TOGETHER));
  const pieces: TableBlock[] = [];
  for (let from = 0; from < rows.length; ) {
    let to = Math.min(from + size, rows.length);
    while (to < rows.length && to > from + 1 && rows[to - 1]?.kind === 'section') to -= 1;
    pieces.push({ ...table, rows: rows.slice(from, to) });
    from = to;
  }
  return pieces;
}
