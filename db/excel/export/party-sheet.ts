import type { Style, Worksheet } from 'exceljs';
import { documentTexts } from '../../contract/vi/documents.ts';
import type {
  DocumentModel,
  HeadBlock,
  NotesBlock,
  Signature,
  SignaturesBlock,
  TableBlock,
  TableRow,
  TextRun,
} from '../../documents/model.ts';
import { placeHead, tableFaults } from '../../documents/table-shape.ts';
import { safeCellText } from './safe-text.ts';
import { alignmentOf, allBorders, columnWidthOf, fontOf, inchesOf } from './sheet-style.ts';
import { columnWidthForMm, rowPoints, wrappedLines } from './text-size.ts';

const TEXT_POINTS = 13;
/** Height of an empty row that only parts two blocks. */
const GAP_POINTS = 6;
/** Empty rows for the hand and the seal. */
const SIGNATURE_ROWS = 3;
const SIGNATURE_ROW_POINTS = 17;

/** The sheet of one document: its column widths, and where the heads and the signatures meet. */
interface Layout {
  sheet: Worksheet;
  widthsMm: readonly number[];
  /** Last column of the left half, counted from 1. */
  middle: number;
  last: number;
}

interface TextStyle {
  points: number;
  align: 'left' | 'center' | 'right';
}

const centred: TextStyle = { points: TEXT_POINTS, align: 'center' };

/** Fills the cells of the table's rows, which start at `firstRow`: numbers and formulas where paper holds text. */
export type FillRows = (sheet: Worksheet, table: TableBlock, firstRow: number) => void;

const widthOf = ({ widthsMm }: Layout, first: number, last: number): number =>
  widthsMm.slice(first - 1, last).reduce((sum, width) => sum + width, 0);

/** A sheet fits no height to merged or wrapped cells by itself when it is opened: rows only grow. */
function growRow(sheet: Worksheet, row: number, lines: number, points: number): void {
  const needed = rowPoints(lines, points);
  if ((sheet.getRow(row).height ?? 0) < needed) sheet.getRow(row).height = needed;
}

/**
 * Gives an empty row its height. The row gets an (empty) first cell: for a row without cells exceljs forgets the
 * sheet's left edge, and readers that trust the written range would lose whole columns.
 */
function setEmptyRow(sheet: Worksheet, row: number, points: number): void {
  sheet.getRow(row).height = points;
  sheet.getCell(row, 1);
}

/** Leaves a low empty row and gives the next one. */
function gap({ sheet }: Layout, row: number): number {
  setEmptyRow(sheet, row, GAP_POINTS);
  return row + 1;
}

/** One text over whole columns of a row, merged. */
function writeLine(
  layout: Layout,
  row: number,
  columns: [number, number],
  run: TextRun,
  style = centred,
): void {
  if (run.text === '') return;
  const { sheet } = layout;
  const [first, last] = columns;
  const cell = sheet.getCell(row, first);
  cell.value = safeCellText(run.text);
  cell.font = fontOf(style.points, {
    bold: run.bold ?? false,
    italic: run.italic ?? false,
    underline: run.underline ?? false,
  });
  cell.alignment = alignmentOf(style.align);
  if (last > first) sheet.mergeCells(row, first, row, last);
  growRow(sheet, row, wrappedLines(run.text, widthOf(layout, first, last), style.points), style.points);
}

/** Both heads side by side; the rule under the Party's name is an underline, so it is as long as the text. */
function writeHead(layout: Layout, { left, right }: HeadBlock, row: number): number {
  const { middle, last } = layout;
  const lines: TextRun[] = [
    { text: left.superior },
    { text: left.issuing, bold: true },
    { text: left.superior !== '' || left.issuing !== '' ? documentTexts.star : '' },
    { text: left.number ?? '' },
  ];
  const used = lines.filter(({ text }) => text !== '');
  for (const [index, run] of used.entries()) writeLine(layout, row + index, [1, middle], run);
  writeLine(layout, row, [middle + 1, last], { text: right.party, bold: true, underline: true });
  writeLine(layout, row + 1, [middle + 1, last], { text: right.placeDate, italic: true });
  return gap(layout, row + Math.max(used.length, 2));
}

/** Writes head and numbering row and gives the first row below them. */
function writeTableHead(layout: Layout, table: TableBlock, row: number): number {
  const { sheet } = layout;
  const faults = tableFaults(table);
  if (faults.length > 0) throw new Error(`Malformed table: ${faults.join('; ')}`);
  for (let line = row; line < row + table.head.length; line += 1) {
    for (let column = 1; column <= table.columns.length; column += 1) {
      sheet.getCell(line, column).border = allBorders;
    }
  }
  const cells = placeHead(table.head);
  // Cells of one row first: a cell over several rows then grows only what is still too low.
  for (const head of cells.toSorted((a, b) => a.rowSpan - b.rowSpan)) {
    const top = row + head.row;
    const left = head.column + 1;
    const right = head.column + head.colSpan;
    const cell = sheet.getCell(top, left);
    cell.value = safeCellText(head.text);
    cell.font = fontOf(table.fontPt, { bold: true });
    cell.alignment = alignmentOf('center');
    if (head.rowSpan > 1 || head.colSpan > 1) sheet.mergeCells(top, left, top + head.rowSpan - 1, right);
    const lines = wrappedLines(head.text, widthOf(layout, left, right), table.fontPt);
    let below = 0;
    for (let line = top + 1; line < top + head.rowSpan; line += 1) below += sheet.getRow(line).height ?? 0;
    const needed = rowPoints(lines, table.fontPt) - below;
    if ((sheet.getRow(top).height ?? 0) < needed) sheet.getRow(top).height = needed;
  }
  const next = row + table.head.length;
  if (table.numbering === null) return next;
  for (const [index, text] of table.numbering.entries()) {
    const cell = sheet.getCell(next, index + 1);
    cell.value = /^\d+$/.test(text) ? Number(text) : safeCellText(text);
    cell.font = fontOf(10, { italic: true });
    cell.alignment = alignmentOf('center');
    cell.border = allBorders;
  }
  growRow(sheet, next, 1, 10);
  return next + 1;
}

/**
 * Gives rows of a table their font, borders and height. One object for all cells of a column: exceljs works each new
 * one out anew, which takes most of a long list.
 */
function rowLook(layout: Layout, table: TableBlock): (row: number, look: TableRow) => void {
  const styles = new Map<string, Partial<Style>>();
  const styleOf = (bold: boolean, column: number): Partial<Style> => {
    const key = `${bold} ${column}`;
    const known = styles.get(key) ?? {
      font: fontOf(table.fontPt, { bold }),
      alignment: alignmentOf(table.columns[column]?.align ?? 'left'),
      border: allBorders,
    };
    styles.set(key, known);
    return known;
  };
  return (row, { kind, cells }) => {
    let first = 1;
    for (const { text, colSpan = 1 } of cells) {
      for (let place = first; place < first + colSpan; place += 1) {
        layout.sheet.getCell(row, place).style = styleOf(kind !== 'body', first - 1);
      }
      const width = widthOf(layout, first, first + colSpan - 1);
      growRow(layout.sheet, row, wrappedLines(text, width, table.fontPt), table.fontPt);
      if (colSpan > 1) layout.sheet.mergeCells(row, first, row, first + colSpan - 1);
      first += colSpan;
    }
  };
}

function writeNotes(layout: Layout, { label, lines }: NotesBlock, row: number): number {
  for (const [index, text] of lines.entries()) {
    const whole = index === 0 && label !== '' ? `${label} ${text}` : text;
    writeLine(
      layout,
      row + index,
      [1, layout.last],
      { text: whole, italic: true },
      { points: 10.5, align: 'left' },
    );
  }
  return gap(layout, row + lines.length);
}

function writeSignature(
  layout: Layout,
  signature: Signature,
  row: number,
  columns: [number, number],
): number {
  writeLine(layout, row, columns, { text: signature.authority, bold: true });
  writeLine(layout, row + 1, columns, { text: signature.title });
  const name = row + 2 + SIGNATURE_ROWS;
  for (let empty = row + 2; empty < name; empty += 1) setEmptyRow(layout.sheet, empty, SIGNATURE_ROW_POINTS);
  writeLine(layout, name, columns, { text: signature.name, bold: true });
  return name + 1;
}

function writeSignatures(layout: Layout, { left, right, recipients }: SignaturesBlock, row: number): number {
  const { middle, last } = layout;
  const below = left === null ? row : writeSignature(layout, left, row, [1, middle]);
  const next = right === null ? below : writeSignature(layout, right, row, [middle + 1, last]);
  if (recipients === null) return next;
  const style: TextStyle = { points: 12, align: 'left' };
  writeLine(layout, next, [1, middle], { text: recipients.label, underline: true }, style);
  for (const [index, text] of recipients.lines.entries()) {
    writeLine(layout, next + 1 + index, [1, middle], { text }, style);
  }
  return next + 1 + recipients.lines.length;
}

/** Widths on paper, wider where a figure would not stand on one line: a sheet shows "###" for it. */
function columnWidths(table: TableBlock): number[] {
  const widths = table.columns.map(({ widthMm }) => widthMm);
  for (const { cells } of table.rows) {
    let index = 0;
    for (const { text, colSpan = 1 } of cells) {
      if (colSpan === 1 && table.columns[index]?.wrap === false) {
        widths[index] = Math.max(widths[index] ?? 0, columnWidthForMm(text, table.fontPt));
      }
      index += colSpan;
    }
  }
  return widths;
}

/** The number of columns that reach nearest to the middle of the sheet. */
function middleColumn(widths: readonly number[]): number {
  const half = widths.reduce((sum, width) => sum + width, 0) / 2;
  let reached = 0;
  let columns = 0;
  for (const width of widths) {
    if (reached + width / 2 > half) break;
    reached += width;
    columns += 1;
  }
  return Math.max(1, columns);
}

function setUpPrint({ sheet, last }: Layout, document: DocumentModel, lastRow: number, titles: string): void {
  const { top, bottom, left, right } = document.page.marginsMm;
  const header = inchesOf(top / 2);
  sheet.pageSetup = {
    paperSize: 9,
    orientation: document.page.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: {
      top: inchesOf(top),
      bottom: inchesOf(bottom),
      left: inchesOf(left),
      right: inchesOf(right),
      header,
      footer: header,
    },
    // exceljs puts one $ before each end; with a row left relative, Excel would move the area with the cursor.
    printArea: `A$1:${sheet.getColumn(last).letter}$${lastRow}`,
    printTitlesRow: titles,
  };
  // Page number at the top centre from page 2, as on the printed document.
  sheet.headerFooter = {
    differentFirst: true,
    oddHeader: '&C&"Times New Roman,Regular"&13&P',
    firstHeader: '',
  };
}

/** The place of a table's rows, which whoever lays the sheet out writes. */
export interface RowsPlace {
  table: TableBlock;
  firstRow: number;
  /** Font, borders and height of one row; its values are set by the caller. */
  look: (row: number, of: TableRow) => void;
}

/**
 * Lays a document with one table out on an empty sheet as an office does: heads, title, table, notes, signatures,
 * and sets the paper up for print. `fillRows` gives the rows their values.
 */
export function layOutSheet(sheet: Worksheet, document: DocumentModel, fillRows: FillRows): void {
  const steps = layOut(sheet, document);
  for (let step = steps.next(0); !step.done; ) {
    const { table, firstRow, look } = step.value;
    for (const [index, row] of table.rows.entries()) look(firstRow + index, row);
    fillRows(sheet, table, firstRow);
    step = steps.next(firstRow + table.rows.length);
  }
}

/** The same in steps, from the top down: it stops at the rows of the table and goes on at the row given it. */
export function* layOut(sheet: Worksheet, document: DocumentModel): Generator<RowsPlace, void, number> {
  const table = document.blocks.find((block) => block.kind === 'table');
  if (table === undefined) throw new Error('A sheet needs a table');
  const widthsMm = columnWidths(table);
  const layout: Layout = { sheet, widthsMm, middle: middleColumn(widthsMm), last: widthsMm.length };
  sheet.columns = widthsMm.map((width) => ({ width: columnWidthOf(width) }));

  let row = 1;
  let titles = '';
  for (const block of document.blocks) {
    switch (block.kind) {
      case 'head':
        row = writeHead(layout, block, row);
        break;
      case 'title':
        for (const run of [{ text: block.title, bold: true }, ...block.lines]) {
          writeLine(layout, row, [1, layout.last], run);
          row += 1;
        }
        row = gap(layout, row);
        break;
      case 'unitNote':
        writeLine(
          layout,
          row,
          [1, layout.middle],
          { text: block.mark, italic: true },
          { points: 12, align: 'left' },
        );
        writeLine(
          layout,
          row,
          [layout.middle + 1, layout.last],
          { text: block.text, italic: true },
          { points: 12, align: 'right' },
        );
        row += 1;
        break;
      case 'paragraph': {
        const text = block.runs.map((run) => run.text).join('');
        writeLine(layout, row, [1, layout.last], { text }, { points: TEXT_POINTS, align: 'left' });
        row += 1;
        break;
      }
      case 'table': {
        const firstRow = writeTableHead(layout, block, row);
        titles = `${row}:${firstRow - 1}`;
        row = gap(layout, yield { table: block, firstRow, look: rowLook(layout, block) });
        break;
      }
      case 'notes':
        row = writeNotes(layout, block, row);
        break;
      case 'signatures':
        row = writeSignatures(layout, block, row);
        break;
    }
  }
  setUpPrint(layout, document, row - 1, titles);
}
