/**
 * The one model of a printed document. A form builds it from figures and office settings; a renderer turns it
 * into a format: `render-html.ts` for print and PDF, a Word renderer beside it later. It holds finished text
 * (numbers and days as they are read on paper) and no figure a renderer would have to compute.
 * Layout: QĐ 399-QĐ/TW (09/01/2026, Ban Bí thư) and HD 05-HD/VPTW (27/5/2026, Văn phòng Trung ương Đảng).
 */
export type Orientation = 'portrait' | 'landscape';
export type Align = 'left' | 'center' | 'right' | 'justify';

export interface PageSetup {
  size: 'A4';
  orientation: Orientation;
  marginsMm: { top: number; bottom: number; left: number; right: number };
}

export interface TextRun {
  text: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
}

/** Heads of the first page. An empty line is left out, never printed as a gap. */
export interface HeadBlock {
  kind: 'head';
  left: {
    /** Superior organisation, plain. */
    superior: string;
    /** Issuing organisation, bold. */
    issuing: string;
    /** "Số 05-BC/ĐU", under the star; null on a paper without a number of its own. */
    number: string | null;
  };
  right: {
    /** Bold, with a solid rule of the same length under it. */
    party: string;
    /** Italic: place, then the day as `place-date.ts` writes it. */
    placeDate: string;
  };
}

export interface TitleBlock {
  kind: 'title';
  /** In capitals, bold, centred. */
  title: string;
  /** Abstract lines (trích yếu) under the title, centred. */
  lines: readonly TextRun[];
  /** "-----" under the last line. */
  rule: boolean;
}

/** The line right above a table, italic. */
export interface UnitNoteBlock {
  kind: 'unitNote';
  /** Number of the form at the left ("Biểu số 5a"); may be empty. */
  mark: string;
  /** Unit of measure at the right. */
  text: string;
}

export interface ParagraphBlock {
  kind: 'paragraph';
  runs: readonly TextRun[];
  align: Align;
  /** First line moved in by 10 mm. */
  indent: boolean;
}

export interface TableColumn {
  /** Share of the text width; the columns of a table add up to it. */
  widthMm: number;
  align: Align;
  /** Figures stay on one line; only other text may wrap. */
  wrap: boolean;
}

export interface HeadCell {
  text: string;
  colSpan: number;
  rowSpan: number;
}

export interface BodyCell {
  text: string;
  /** Columns covered, 1 when absent; the first one gives the alignment. */
  colSpan?: number;
}

export interface TableRow {
  /** `section` names a unit over the rows below it; `total` adds up; both are bold. */
  kind: 'body' | 'section' | 'total';
  cells: readonly BodyCell[];
}

/** Head rows and the numbering row are repeated on every printed page; a row is never split over two pages. */
export interface TableBlock {
  kind: 'table';
  fontPt: 11 | 11.5 | 12 | 12.5 | 13;
  columns: readonly TableColumn[];
  head: readonly (readonly HeadCell[])[];
  /** "1 2 3 ..." under the head, one per column; null for a table without. */
  numbering: readonly string[] | null;
  rows: readonly TableRow[];
}

/** Small lines under a table: bases, abbreviations. */
export interface NotesBlock {
  kind: 'notes';
  label: string;
  lines: readonly string[];
}

export interface Signature {
  /** In capitals, one line each: authority "T/M ĐẢNG ỦY", then title "BÍ THƯ". Empty lines are left out. */
  authority: string;
  title: string;
  /** Bold, under the space for the hand and the seal. */
  name: string;
}

export interface Recipients {
  /** Underlined. */
  label: string;
  /** One line each, with its "- " and its ";" or ".". */
  lines: readonly string[];
}

/** The foot of the last page, never split and never parted from its last lines. */
export interface SignaturesBlock {
  kind: 'signatures';
  left: Signature | null;
  right: Signature;
  recipients: Recipients | null;
}

export type Block =
  | HeadBlock
  | TitleBlock
  | UnitNoteBlock
  | ParagraphBlock
  | TableBlock
  | NotesBlock
  | SignaturesBlock;

export interface DocumentModel {
  /** Title of the file and of the window, not printed. */
  name: string;
  /** Name a saved file takes, without ending and without characters that Windows refuses. */
  fileName: string;
  page: PageSetup;
  blocks: readonly Block[];
}

/** Paper of every Party document: A4, margins 20/20/30/15 mm. */
export function a4(orientation: Orientation): PageSetup {
  return { size: 'A4', orientation, marginsMm: { top: 20, bottom: 20, left: 30, right: 15 } };
}

/** Width between the margins in millimetres: 165 upright, 252 across. */
export function textWidthMm(page: PageSetup): number {
  const paper = page.orientation === 'portrait' ? 210 : 297;
  return paper - page.marginsMm.left - page.marginsMm.right;
}
