/**
 * The one model of a printed document. A form builds it from figures and office settings; a renderer turns it
 * into a format: `render-html.ts` for print and PDF, `render-docx.ts` for Word. It holds finished text
 * (numbers and days as they are read on paper) and no figure a renderer would have to compute.
 * Layout: QĐ 399-QĐ/TW (09/01/2026, Ban Bí thư) and HD 05-HD/VPTW (27/5/2026, Văn phòng Trung ương Đảng).
 */
export type Orientation = 'portrait' | 'landscape';
export type Align = 'left' | 'center' | 'right' | 'justify';

export interface PageSetup {
  size: 'A4' | 'A5';
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

/** "I- MỤC" in capitals, "1. Mục", "a) Mục"; stays with what stands under it. */
export interface HeadingBlock {
  kind: 'heading';
  level: 1 | 2 | 3;
  /** Number or letter without its sign; empty for a heading without one. */
  mark: string;
  text: string;
}

/** "Họ và tên: ..."; a line without text is dotted, so that it can be filled in by hand. */
export interface LinesBlock {
  kind: 'lines';
  lines: readonly { label: string; text: string }[];
}

/** Dotted lines across the page for the pen. */
export interface BlankBlock {
  kind: 'blank';
  lines: number;
}

/** Căn cứ: each line with its "- " and ";"; italic or not as the layout rules say. */
export interface BasisBlock {
  kind: 'basis';
  lines: readonly string[];
}

/** Words with a box each, crossed where chosen. */
export interface ChoicesBlock {
  kind: 'choices';
  label: string;
  options: readonly { text: string; chosen: boolean }[];
}

export interface PageBreakBlock {
  kind: 'pageBreak';
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
  /** The page on which this document of the batch begins, counted from 0; written when the pages are known. */
  pageOf?: number;
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
  /** Italic, above the space: "(ký, ghi rõ họ tên)". */
  note?: string;
  /** Italic, above the authority; where the signing has a day of its own. */
  placeDate?: string;
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
  right: Signature | null;
  recipients: Recipients | null;
}

export type Block =
  | HeadBlock
  | TitleBlock
  | UnitNoteBlock
  | ParagraphBlock
  | HeadingBlock
  | LinesBlock
  | BlankBlock
  | BasisBlock
  | ChoicesBlock
  | PageBreakBlock
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
  /** On pages of their own after the blocks, numbered on; an annex table stands across. */
  annexes?: readonly DocumentPart[];
}

export interface DocumentPart {
  page: PageSetup;
  blocks: readonly Block[];
}

/**
 * How the list in front of a batch names pages: by their place in the file, where each document counts from 1; by the
 * number that stands on them and runs through the file; or not at all, where nobody knows them.
 */
export type ListPages = 'ofFile' | 'running' | 'none';

/** Several documents in one file, each beginning on a new page, with a list of them in front. */
export interface DocumentBatch {
  name: string;
  fileName: string;
  /** The list; a cell with `pageOf` gets the page on which that document begins. */
  cover: (pages: ListPages) => DocumentModel;
  documents: readonly DocumentModel[];
}

/** Paper of every Party document: A4, margins 20/20/30/15 mm. */
export function a4(orientation: Orientation): PageSetup {
  return { size: 'A4', orientation, marginsMm: { top: 20, bottom: 20, left: 30, right: 15 } };
}

/** Small papers, as the ballot: A5 upright with narrower margins; the rules allow the size and give no margins. */
export const a5: PageSetup = {
  size: 'A5',
  orientation: 'portrait',
  marginsMm: { top: 15, bottom: 15, left: 20, right: 10 },
};

const shortSideMm = { A4: 210, A5: 148 } as const;
const longSideMm = { A4: 297, A5: 210 } as const;

/** Width and height of the sheet as it is held to read. */
export function paperMm({ size, orientation }: PageSetup): { width: number; height: number } {
  const [short, long] = [shortSideMm[size], longSideMm[size]];
  return orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short };
}

/** Width between the margins in millimetres: 165 upright, 252 across on A4. */
export function textWidthMm(page: PageSetup): number {
  return paperMm(page).width - page.marginsMm.left - page.marginsMm.right;
}

export const partsOf = (document: DocumentModel): readonly DocumentPart[] => [
  document,
  ...(document.annexes ?? []),
];
