import { documentMark } from '../contract/page-places.ts';
import { escapeHtml } from './escape-html.ts';
import { classes } from './html-text.ts';
import type { BodyCell, TableBlock } from './model.ts';
import { tableFaults } from './table-shape.ts';

const span = (name: 'colspan' | 'rowspan', cells: number): string => (cells > 1 ? ` ${name}="${cells}"` : '');

/** Text of a cell, or the place that takes the number of a page once the pages are known, and leads there. */
const cellHtml = ({ text, pageOf }: BodyCell): string =>
  pageOf === undefined ? escapeHtml(text) : `<a class="page-of" href="#${documentMark(pageOf)}"></a>`;

/** Rows that the end of a table keeps on its page, with the notes and the signatures below them. */
const ROWS_KEPT_AT_END = 2;

/** A table, with what stands under it (`foot`) as its last, borderless rows. */
export function tableHtml(table: TableBlock, foot: readonly string[]): string {
  const faults = tableFaults(table);
  if (faults.length > 0) throw new Error(`Malformed table: ${faults.join('; ')}`);
  const columns = table.columns.map(({ widthMm }) => `<col style="width:${widthMm}mm">`).join('');
  const head = table.head.map((cells) => {
    const row = cells.map(
      ({ text, colSpan, rowSpan }) =>
        `<th${span('colspan', colSpan)}${span('rowspan', rowSpan)}>${escapeHtml(text)}</th>`,
    );
    return `<tr>${row.join('')}</tr>`;
  });
  if (table.numbering !== null) {
    const row = table.numbering.map((text) => `<th>${escapeHtml(text)}</th>`);
    head.push(`<tr class="numbering">${row.join('')}</tr>`);
  }
  const body = table.rows.map((row) => {
    let index = 0;
    const cells = row.cells.map((cell) => {
      const { colSpan = 1 } = cell;
      const column = table.columns[index];
      index += colSpan;
      const names = classes([column?.align, column?.wrap || colSpan > 1 ? 'text' : 'figure']);
      return `<td${names}${span('colspan', colSpan)}>${cellHtml(cell)}</td>`;
    });
    return `<tr class="${row.kind}">${cells.join('')}</tr>`;
  });
  const end = [
    ...body.splice(Math.max(0, body.length - ROWS_KEPT_AT_END)),
    ...foot.map((html) => `<tr><td class="foot"${span('colspan', table.columns.length)}>${html}</td></tr>`),
  ];
  return `<table style="font-size:${table.fontPt}pt"><colgroup>${columns}</colgroup>
<thead>
${head.join('\n')}
</thead>
<tbody>
${body.join('\n')}
</tbody>
<tbody class="end">
${end.join('\n')}
</tbody></table>`;
}
