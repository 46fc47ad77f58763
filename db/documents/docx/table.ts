import type { Table, TableRow as WordRow } from 'docx';
import type { BodyCell, TableBlock } from '../model.ts';
import { tableFaults } from '../table-shape.ts';
import { aligned, bookmarkOf, pageNumberStyle, runLines, twips, type WordContext } from './text.ts';

const CELL_MARGIN_MM = 0.8;

/** Rows that keep to what follows them, so that a signature never stands alone on a page. */
const ROWS_KEPT_AT_END = 2;

/** A table with its head rows repeated on every page; no row is split. */
export function wordTable(context: WordContext, table: TableBlock, keepsNext: boolean): Table {
  const faults = tableFaults(table);
  if (faults.length > 0) throw new Error(`Malformed table: ${faults.join('; ')}`);
  const { PageReference, Paragraph, Table, TableCell, TableRow, WidthType, VerticalAlignTable } =
    context.docx;
  const widths = table.columns.map(({ widthMm }) => twips(widthMm));
  const widthOf = (first: number, span: number): number =>
    widths.slice(first, first + span).reduce((sum, width) => sum + width, 0);
  const cell = (
    { text, pageOf }: Pick<BodyCell, 'text' | 'pageOf'>,
    look: {
      bold?: boolean;
      italic?: boolean;
      align: Parameters<typeof aligned>[0];
      pt: number;
      keep: boolean;
    },
    place: { colSpan: number; rowSpan?: number; width: number },
  ) =>
    new TableCell({
      columnSpan: place.colSpan,
      ...(place.rowSpan === undefined || place.rowSpan === 1 ? {} : { rowSpan: place.rowSpan }),
      ...(place.width === 0 ? {} : { width: { size: place.width, type: WidthType.DXA } }),
      verticalAlign: VerticalAlignTable.CENTER,
      children: [
        new Paragraph({
          alignment: aligned(look.align),
          keepNext: look.keep,
          ...(pageOf === undefined ? {} : { style: pageNumberStyle(look.pt) }),
          children:
            pageOf === undefined
              ? runLines(context, { text, bold: look.bold ?? false, italic: look.italic ?? false }, look.pt)
              : [new PageReference(bookmarkOf(pageOf), { hyperlink: true })],
        }),
      ],
    });
  const head: WordRow[] = table.head.map(
    (cells) =>
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: cells.map(({ text, colSpan, rowSpan }) =>
          cell(
            { text },
            { bold: true, align: 'center', pt: table.fontPt, keep: true },
            { colSpan, rowSpan, width: 0 },
          ),
        ),
      }),
  );
  if (table.numbering !== null) {
    head.push(
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: table.numbering.map((text, index) =>
          cell(
            { text },
            { italic: true, align: 'center', pt: 10, keep: true },
            { colSpan: 1, width: widthOf(index, 1) },
          ),
        ),
      }),
    );
  }
  const body = table.rows.map((row, index) => {
    let column = 0;
    const keep = row.kind === 'section' || (keepsNext && index >= table.rows.length - ROWS_KEPT_AT_END);
    const cells = row.cells.map((content) => {
      const { colSpan = 1 } = content;
      const first = column;
      column += colSpan;
      return cell(
        content,
        { bold: row.kind !== 'body', align: table.columns[first]?.align ?? 'left', pt: table.fontPt, keep },
        { colSpan, width: widthOf(first, colSpan) },
      );
    });
    return new TableRow({ cantSplit: true, children: cells });
  });
  return new Table({
    width: { size: widthOf(0, widths.length), type: WidthType.DXA },
    columnWidths: widths,
    layout: 'fixed',
    margins: {
      left: twips(CELL_MARGIN_MM),
      right: twips(CELL_MARGIN_MM),
      top: twips(0.4),
      bottom: twips(0.4),
    },
    rows: [...head, ...body],
  });
}
