import type { ISectionOptions } from 'docx';
import { LIST_NUMBER_PT } from '../contract/page-places.ts';
import { wordBlocks } from './docx/blocks.ts';
import {
  bookmarkOf,
  type Docx,
  halfPoints,
  pageNumberStyle,
  twips,
  twipsOfPt,
  type WordContext,
  wordText,
} from './docx/text.ts';
import { bodyPt, titleGapMm } from './html-style.ts';
import { defaultLayout, type LayoutRules } from './layout-rules.ts';
import {
  type DocumentBatch,
  type DocumentModel,
  type DocumentPart,
  type PageSetup,
  paperMm,
  partsOf,
  textWidthMm,
} from './model.ts';
import { shortAbove } from './paper-words.ts';

const FONT = 'Times New Roman';
/** Distance of the page number from the upper edge. */
const HEADER_MM = 10;

/** Who the file says it is from: the office, never a person. */
export interface WordOrigin {
  office: string;
}

type PageOptions = NonNullable<NonNullable<ISectionOptions['properties']>['page']>;

function pageOptions(page: PageSetup, restarts: boolean): PageOptions {
  const { top, right, bottom, left } = page.marginsMm;
  const upright = paperMm({ ...page, orientation: 'portrait' });
  return {
    // The library turns the sheet by itself.
    size: { width: twips(upright.width), height: twips(upright.height), orientation: page.orientation },
    margin: {
      top: twips(top),
      right: twips(right),
      bottom: twips(bottom),
      left: twips(left),
      header: twips(Math.min(HEADER_MM, top / 2)),
      footer: twips(HEADER_MM),
      gutter: 0,
    },
    ...(restarts ? { pageNumbers: { start: 1 } } : {}),
  };
}

interface Place {
  /** The first part of a document has no number on its first page. */
  starts: boolean;
  /** Counts its pages from 1; another goes on counting. */
  restarts: boolean;
  bookmark: string | null;
}

/** A part on its own paper. */
function section(
  context: WordContext,
  { page, blocks }: DocumentPart,
  { starts, restarts, bookmark }: Place,
): ISectionOptions {
  const { Header, PageNumber, Paragraph, TextRun } = context.docx;
  const number = new Paragraph({
    alignment: 'center',
    children: [new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(14) })],
  });
  return {
    properties: { page: pageOptions(page, restarts), titlePage: starts },
    headers: {
      default: new Header({ children: [number] }),
      ...(starts ? { first: new Header({ children: [new Paragraph({})] }) } : {}),
    },
    children: blocks.flatMap((block, index) => {
      const isTitle = index === blocks.findIndex(({ kind }) => kind === 'title');
      const next = blocks[index + 1]?.kind;
      // Notes stand between a table and its signatures; boxes and lines above a signature go with it.
      const signed = blocks.findIndex(({ kind }, place) => place > index && kind === 'signatures');
      const keepsNext =
        next === 'signatures' ||
        (block.kind === 'table' && next === 'notes') ||
        (signed > 0 && signed - index <= shortAbove(blocks, signed));
      const before = blocks[index - 1]?.kind;
      return wordBlocks(context, block, {
        keepsNext,
        followsTable: before === 'table' || before === 'signatures',
        bookmark: isTitle ? bookmark : null,
      });
    }),
  };
}

/**
 * Word ends a section with a paragraph: after a table it is made so small that it never takes a page of its own, also
 * where a signature reaches down to the end of its page and an annex follows.
 */
const ended = ({ Paragraph }: Docx, sections: readonly ISectionOptions[]): ISectionOptions[] =>
  sections.map((each) => ({
    ...each,
    children: [...each.children, new Paragraph({ spacing: { line: twipsOfPt(1), lineRule: 'exact' } })],
  }));

async function write(
  name: string,
  { list, documents }: { list: DocumentModel | null; documents: readonly DocumentModel[] },
  { office }: WordOrigin,
  layout: LayoutRules,
): Promise<Uint8Array> {
  const docx = await import('docx');
  const all = list === null ? documents : [list, ...documents];
  const sections = all.flatMap((document, place) =>
    partsOf(document).map((part, index) =>
      section(
        {
          docx,
          layout,
          bodyPt: bodyPt(part.page),
          titleGapMm: titleGapMm(part.page),
          textWidth: twips(textWidthMm(part.page)),
        },
        part,
        {
          starts: index === 0,
          restarts: index === 0 && place === 0,
          bookmark: index > 0 || list === null || place === 0 ? null : bookmarkOf(place - 1),
        },
      ),
    ),
  );
  const file = new docx.Document({
    compatibility: { version: 15 },
    title: wordText(name),
    creator: wordText(office),
    lastModifiedBy: wordText(office),
    styles: {
      default: {
        document: {
          run: { font: FONT, size: halfPoints(14), language: { value: 'vi-VN' } },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
      },
      paragraphStyles: [
        {
          id: pageNumberStyle(LIST_NUMBER_PT),
          name: 'Page number in a list',
          run: { size: halfPoints(LIST_NUMBER_PT) },
        },
      ],
    },
    sections: ended(docx, sections),
  });
  return new Uint8Array(await docx.Packer.toBuffer(file));
}

/** The document as a Word file (.docx): text and layout only, no macro, nothing loaded from anywhere. */
export const renderDocx = (
  document: DocumentModel,
  origin: WordOrigin,
  layout: LayoutRules = defaultLayout,
): Promise<Uint8Array> => write(document.name, { list: null, documents: [document] }, origin, layout);

/**
 * The documents of a batch as one Word file. Its list names pages by fields, since Word lays out anew; a field knows
 * the number that a page bears and not its place in the file, and so the numbers run through.
 */
export const renderBatchDocx = (
  { name, cover, documents }: DocumentBatch,
  origin: WordOrigin,
  layout: LayoutRules = defaultLayout,
): Promise<Uint8Array> => write(name, { list: cover('running'), documents }, origin, layout);
