import type { AlignmentType, IParagraphOptions, Paragraph, TextRun as WordRun } from 'docx';
import type { LayoutRules } from '../layout-rules.ts';
import type { Align, TextRun } from '../model.ts';

/** The library, loaded when the first file is written: the data service does not hold it at rest. */
export type Docx = typeof import('docx');

/** What every part of a Word file is written with. */
export interface WordContext {
  docx: Docx;
  layout: LayoutRules;
  /** Size of running text, in points. */
  bodyPt: number;
  /** Space over a title. */
  titleGapMm: number;
  /** Width between the margins, in twips. */
  textWidth: number;
}

export const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);
export const twipsOfPt = (pt: number): number => Math.round(pt * 20);
export const halfPoints = (pt: number): number => Math.round(pt * 2);

export const INDENT_MM = 10;

/** Where a document of a batch begins; Word takes letters, digits and low lines only. */
export const bookmarkOf = (document: number): string => `document_${document}`;

/** Paragraph style of a page number in a list: a field takes the size of its paragraph. */
export const pageNumberStyle = (pt: number): string => `PageNumber${halfPoints(pt)}`;

/** Text as XML can hold it: NFC, no control characters, no halves of characters. */
export const wordText = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no place for them
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

/** @param breaks lines that end before it */
export function run(
  context: WordContext,
  { text, bold, italic, underline }: TextRun,
  pt?: number,
  breaks = 0,
): WordRun {
  return new context.docx.TextRun({
    text: wordText(text),
    ...(breaks > 0 ? { break: breaks } : {}),
    bold: bold ?? false,
    italics: italic ?? false,
    size: halfPoints(pt ?? context.bodyPt),
    ...(underline ? { underline: { type: 'single' } } : {}),
  });
}

/** A run a line: Word takes the end of a line inside a run for a space. */
export const runLines = (context: WordContext, { text, ...look }: TextRun, pt?: number): WordRun[] =>
  text.split(/\r?\n/).map((each, index) => run(context, { ...look, text: each }, pt, index > 0 ? 1 : 0));

const alignments = {
  left: 'left',
  center: 'center',
  right: 'right',
  justify: 'both',
} as const satisfies Record<Align, (typeof AlignmentType)[keyof typeof AlignmentType]>;

export const aligned = (align: Align) => alignments[align];

/** One line of a head, a title or a signature: single spaced, by default centred. */
export function line(
  context: WordContext,
  text: TextRun,
  options: IParagraphOptions & { pt?: number } = {},
): Paragraph {
  const { pt, ...rest } = options;
  return new context.docx.Paragraph({
    alignment: 'center',
    ...rest,
    children: [run(context, text, pt)],
  });
}

/** Running text has its lines at an exact distance. */
export const exactPitch = ({ layout }: WordContext, beforePt: number) => ({
  before: twipsOfPt(beforePt),
  line: twipsOfPt(layout.linePitchPt),
  lineRule: 'exact' as const,
});
