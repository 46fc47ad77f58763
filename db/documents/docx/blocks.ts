import type { Paragraph, Table } from 'docx';
import { documentTexts } from '../../contract/vi/documents.ts';
import type { Block, ChoicesBlock, HeadBlock, LinesBlock, Signature, SignaturesBlock } from '../model.ts';
import { choicesAreLong, crossMark, headingText, isLong } from '../paper-words.ts';
import { wordTable } from './table.ts';
import {
  aligned,
  exactPitch,
  INDENT_MM,
  line,
  run,
  twips,
  twipsOfPt,
  type WordContext,
  wordText,
} from './text.ts';

export type WordBlock = Paragraph | Table;

/** Long names of the left column and the right one never touch. */
const GUTTER_MM = 1;

/** Two columns without borders: heads and signatures stand side by side. */
function sideBySide(
  context: WordContext,
  rows: readonly (readonly [Paragraph[], Paragraph[]])[],
  leftShare: number,
) {
  const { Paragraph, Table, TableBorders, TableCell, TableRow, VerticalAlignTable, WidthType } = context.docx;
  const left = Math.round(context.textWidth * leftShare);
  const widths = [left, context.textWidth - left];
  return new Table({
    width: { size: context.textWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: 'fixed',
    borders: TableBorders.NONE,
    margins: { left: 0, right: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                width: { size: widths[index] ?? 0, type: WidthType.DXA },
                verticalAlign: VerticalAlignTable.TOP,
                margins: index === 0 ? { right: twips(GUTTER_MM) } : { left: twips(GUTTER_MM) },
                // A cell without a paragraph is a broken file.
                children: children.length > 0 ? children : [new Paragraph({})],
              }),
          ),
        }),
    ),
  });
}

function head(context: WordContext, { left, right }: HeadBlock): Table {
  const star = left.superior !== '' || left.issuing !== '' ? documentTexts.star : '';
  const lines = (texts: readonly { text: string; bold?: boolean; italic?: boolean; underline?: boolean }[]) =>
    texts.filter(({ text }) => text !== '').map((text) => line(context, text));
  return sideBySide(
    context,
    [
      [
        lines([
          { text: left.superior },
          { text: left.issuing, bold: true },
          { text: star },
          { text: left.number ?? '' },
        ]),
        lines([
          { text: right.party, bold: true, underline: true },
          { text: right.placeDate, italic: true },
        ]),
      ],
    ],
    0.48,
  );
}

/** Space over a signature, and between its last line and the name for the hand and the seal. */
const GAP_MM = 4;
const HAND_MM = 17;
/** A line of running text, single spaced. */
const LINE_MM = 5.7;

/** One row, which no program parts over two pages; names stand level, whatever stands over them. */
function signatures(context: WordContext, { left, right, recipients }: SignaturesBlock): Table {
  const titles = (signature: Signature | null) =>
    [
      { text: signature?.placeDate ?? '', italic: true },
      { text: signature?.authority ?? '', bold: true },
      { text: signature?.title ?? '', bold: context.layout.signatureTitleBold },
      { text: signature?.note ?? '', italic: true },
    ].filter(({ text }) => text !== '');
  const most = Math.max(titles(left).length, titles(right).length);
  const signed = (signature: Signature | null): Paragraph[] => {
    if (signature === null) return [];
    const lines = titles(signature);
    const above = HAND_MM + (most - lines.length) * LINE_MM;
    return [
      ...lines.map((text, index) =>
        line(context, text, { keepNext: true, spacing: { before: index === 0 ? twips(GAP_MM) : 0 } }),
      ),
      line(
        context,
        { text: signature.name, bold: true },
        { keepNext: true, spacing: { before: twips(above) } },
      ),
    ];
  };
  const to =
    recipients === null
      ? []
      : [
          line(
            context,
            { text: recipients.label, underline: true },
            { pt: 12, alignment: 'left', keepNext: true, spacing: { before: twips(GAP_MM) } },
          ),
          ...recipients.lines.map((text) =>
            line(context, { text }, { pt: 12, alignment: 'left', keepNext: true }),
          ),
        ];
  // Beside a signature the recipients stand under it.
  return sideBySide(context, [[[...signed(left), ...to], signed(right)]], 0.5);
}

function labelled(
  context: WordContext,
  { label, text }: LinesBlock['lines'][number],
  keepNext: boolean,
): Paragraph {
  const { Paragraph, Tab, TextRun } = context.docx;
  const name = run(context, { text: `${label}: ` });
  return new Paragraph({
    keepNext,
    spacing: exactPitch(context, 6),
    ...(text === '' ? { tabStops: [{ type: 'right', position: context.textWidth, leader: 'dot' }] } : {}),
    children: text === '' ? [name, new TextRun({ children: [new Tab()] })] : [name, run(context, { text })],
  });
}

/** A box around a space or a cross; the spaces do not break. */
function box(context: WordContext, chosen: boolean) {
  return new context.docx.TextRun({
    text: chosen ? `\u00a0${crossMark}\u00a0` : '\u00a0\u00a0\u00a0\u00a0',
    bold: true,
    size: 22,
    border: { style: 'single', size: 4, space: 0, color: '000000' },
  });
}

function choices(context: WordContext, { label, options }: ChoicesBlock, keepsNext: boolean): Paragraph[] {
  const { Paragraph, Tab, TextRun } = context.docx;
  const name = label === '' ? [] : [run(context, { text: `${label}:` })];
  const option = ({ text, chosen }: ChoicesBlock['options'][number]) => [
    run(context, { text: `${wordText(text)}\u00a0` }),
    box(context, chosen),
  ];
  const spacing = exactPitch(context, 3);
  if (!choicesAreLong(options)) {
    const space = run(context, { text: '   ' });
    return [
      new Paragraph({
        keepNext: keepsNext,
        spacing: exactPitch(context, 6),
        children: [...name, ...options.flatMap((each) => [space, ...option(each)])],
      }),
    ];
  }
  const lines: Paragraph[] = [];
  for (let index = 0; index < options.length; index += 2) {
    const [first, second] = options.slice(index, index + 2);
    lines.push(
      new Paragraph({
        spacing,
        indent: { left: twips(INDENT_MM) },
        tabStops: [{ type: 'left', position: Math.round(context.textWidth / 2) }],
        keepNext: keepsNext || index + 2 < options.length,
        children: [
          ...(first ? option(first) : []),
          ...(second ? [new TextRun({ children: [new Tab()] }), ...option(second)] : []),
        ],
      }),
    );
  }
  return [
    new Paragraph({
      spacing: exactPitch(context, 6),
      indent: { left: twips(INDENT_MM) },
      keepNext: true,
      children: name,
    }),
    ...lines,
  ];
}

/**
 * A block as Word's paragraphs and tables. `keepsNext`: a signature follows and must not stand alone; `followsTable`: what
 * comes before it ends in a table; `bookmark`: the name by which a list finds a title's page.
 */
export function wordBlocks(
  context: WordContext,
  block: Block,
  {
    keepsNext,
    followsTable,
    bookmark,
  }: { keepsNext: boolean; followsTable: boolean; bookmark: string | null },
): WordBlock[] {
  const { Bookmark, PageBreak, Paragraph, Tab, TextRun } = context.docx;
  const indent = { firstLine: twips(INDENT_MM) };
  switch (block.kind) {
    case 'head':
      return [head(context, block)];
    case 'title':
      return [
        new Paragraph({
          alignment: 'center',
          spacing: { before: twips(context.titleGapMm) },
          keepNext: true,
          children:
            bookmark === null
              ? [run(context, { text: block.title, bold: true })]
              : [
                  new Bookmark({
                    id: bookmark,
                    children: [run(context, { text: block.title, bold: true })],
                  }),
                ],
        }),
        ...block.lines.map((text) => line(context, text, { keepNext: true })),
        ...(block.rule ? [line(context, { text: documentTexts.titleRule }, { keepNext: true })] : []),
      ];
    case 'unitNote':
      return [
        new Paragraph({
          keepNext: true,
          tabStops: [{ type: 'right', position: context.textWidth }],
          children: [
            run(context, { text: block.mark, italic: true }, 12),
            new TextRun({ children: [new Tab()] }),
            run(context, { text: block.text, italic: true }, 12),
          ],
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          alignment: aligned(block.align),
          // LibreOffice never parts a paragraph that keeps to the next: one as long as a page would leave a page empty.
          keepNext: keepsNext && !isLong(block),
          spacing: exactPitch(context, 6),
          ...(block.indent ? { indent } : {}),
          children: block.runs.map((text) => run(context, text)),
        }),
      ];
    case 'heading':
      return [
        new Paragraph({
          alignment: 'left',
          keepNext: true,
          keepLines: true,
          outlineLevel: block.level - 1,
          spacing: exactPitch(context, 8),
          indent,
          children: [
            run(context, { text: headingText(block), bold: block.level < 3, italic: block.level === 3 }),
          ],
        }),
      ];
    case 'lines':
      return block.lines.map((each) => labelled(context, each, keepsNext));
    case 'blank':
      return Array.from(
        { length: block.lines },
        () =>
          new Paragraph({
            keepNext: keepsNext,
            spacing: exactPitch(context, 4),
            tabStops: [{ type: 'right', position: context.textWidth, leader: 'dot' }],
            children: [new TextRun({ children: [new Tab()] })],
          }),
      );
    case 'basis':
      return block.lines.map(
        (text) =>
          new Paragraph({
            alignment: 'both',
            spacing: exactPitch(context, 3),
            indent,
            children: [run(context, { text, italic: context.layout.basisItalic })],
          }),
      );
    case 'choices':
      return choices(context, block, keepsNext);
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })];
    case 'table':
      return [
        new Paragraph({ spacing: { line: twipsOfPt(4), lineRule: 'exact' }, keepNext: true }),
        wordTable(context, block, keepsNext),
      ];
    case 'notes':
      return block.lines.map(
        (text, index) =>
          new Paragraph({
            keepNext: keepsNext || index < block.lines.length - 1,
            spacing: { before: index === 0 ? twips(1.5) : 0 },
            children: [
              ...(index === 0 && block.label !== ''
                ? [run(context, { text: `${block.label} `, bold: true, italic: true }, 10.5)]
                : []),
              run(context, { text }, 10.5),
            ],
          }),
      );
    case 'signatures':
      return [
        // Two tables without a paragraph between them are one.
        ...(followsTable
          ? [new Paragraph({ spacing: { line: twipsOfPt(1), lineRule: 'exact' }, keepNext: true })]
          : []),
        signatures(context, block),
      ];
  }
}
