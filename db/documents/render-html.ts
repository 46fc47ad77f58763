import { type BatchList, documentMark, LIST_PLACE } from '../contract/page-places.ts';
import { documentTexts } from '../contract/vi/documents.ts';
import { escapeHtml } from './escape-html.ts';
import { documentStyle, pageClass } from './html-style.ts';
import { tableHtml } from './html-table.ts';
import { classes, line, runHtml } from './html-text.ts';
import { defaultLayout, type LayoutRules } from './layout-rules.ts';
import { shortParts } from './long-tables.ts';
import {
  type Block,
  type ChoicesBlock,
  type DocumentBatch,
  type DocumentModel,
  type DocumentPart,
  type HeadBlock,
  type LinesBlock,
  type NotesBlock,
  type PageSetup,
  type ParagraphBlock,
  partsOf,
  type Signature,
  type SignaturesBlock,
  type TitleBlock,
} from './model.ts';
import { choicesAreLong, crossMark, headingText, isLong, shortAbove } from './paper-words.ts';

/** Nothing may run and nothing may be fetched; the page brings its own style. */
const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function headHtml({ left, right }: HeadBlock): string {
  const star = left.superior !== '' || left.issuing !== '' ? documentTexts.star : '';
  return `<div class="head">
<div>${line(left.superior)}${line(left.issuing, 'bold')}${line(star)}${line(left.number ?? '')}</div>
<div><p><span class="party">${escapeHtml(right.party)}</span></p>${line(right.placeDate, 'place-date')}</div>
</div>`;
}

function titleHtml(block: TitleBlock): string {
  const lines = block.lines.map((run) => `<p>${runHtml(run)}</p>`).join('');
  const rule = block.rule ? `<p>${documentTexts.titleRule}</p>` : '';
  return `<div class="title"><h1>${escapeHtml(block.title)}</h1>${lines}${rule}</div>`;
}

function signatureHtml({ placeDate = '', authority, title, note = '', name }: Signature): string {
  const lines = [
    line(placeDate, 'signed-on'),
    line(authority, 'authority'),
    line(title, 'post'),
    line(note, 'note'),
  ];
  // The name's line is kept when empty: it holds the space for the hand.
  return `<div class="signature">${lines.join('')}<p class="name">${escapeHtml(name)}</p></div>`;
}

function signaturesHtml({ left, right, recipients }: SignaturesBlock): string {
  const to =
    recipients === null
      ? ''
      : `<div class="recipients">${line(recipients.label, 'label')}${recipients.lines.map((text) => line(text)).join('')}</div>`;
  const names = `<div class="${left === null ? 'signatures to' : 'signatures'}">
<div>${left === null ? to : signatureHtml(left)}</div>
<div>${right === null ? '' : signatureHtml(right)}</div>
</div>`;
  // Under a signature, so that both names stay level.
  return left === null || to === '' ? names : `<div class="signed">${names}${to}</div>`;
}

function notesHtml({ label, lines }: NotesBlock): string {
  const first = label === '' ? '' : `<span class="label">${escapeHtml(label)}</span> `;
  return `<div class="notes">${lines.map((text, index) => `<p>${index === 0 ? first : ''}${escapeHtml(text)}</p>`).join('')}</div>`;
}

function labelledHtml({ label, text }: LinesBlock['lines'][number]): string {
  // Text goes on under its label; only a line for the pen has two parts.
  return text === ''
    ? `<p class="line open"><span>${escapeHtml(label)}:</span><span class="fill"></span></p>`
    : `<p class="line">${escapeHtml(label)}: <span>${escapeHtml(text)}</span></p>`;
}

function choicesHtml({ label, options }: ChoicesBlock): string {
  const boxes = options.map(
    ({ text, chosen }) =>
      `<span>${escapeHtml(text)}<span class="box">${chosen ? crossMark : ''}</span></span>`,
  );
  return `<div class="${choicesAreLong(options) ? 'choices grid' : 'choices'}">${label === '' ? '' : `<span class="label">${escapeHtml(label)}:</span>`}${boxes.join('')}</div>`;
}

/** @param below what goes with its last lines to their page, as a line of its own: a browser never parts a line */
const paragraphHtml = ({ align, indent, runs }: ParagraphBlock, below: string): string => {
  const text = runs.map(runHtml).join('');
  const names = ['paragraph', align, indent && 'indent'];
  return below === ''
    ? `<p${classes(names)}>${text}</p>`
    : `<div${classes([...names, 'to-signature'])}>${text}<br><span>${below}</span></div>`;
};

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'head':
      return headHtml(block);
    case 'title':
      return titleHtml(block);
    case 'unitNote':
      return `<div class="unit-note"><span>${escapeHtml(block.mark)}</span><span>${escapeHtml(block.text)}</span></div>`;
    case 'paragraph':
      return paragraphHtml(block, '');
    case 'heading':
      return `<p class="heading level-${block.level}">${escapeHtml(headingText(block))}</p>`;
    case 'lines':
      return block.lines.map(labelledHtml).join('\n');
    case 'blank':
      return '<p class="blank"></p>'.repeat(block.lines);
    case 'basis':
      return `<div class="basis">${block.lines.map((text) => line(text)).join('')}</div>`;
    case 'choices':
      return choicesHtml(block);
    case 'pageBreak':
      return '<div class="page-break"></div>';
    case 'table':
      return tableHtml(block, []);
    case 'notes':
      return notesHtml(block);
    case 'signatures':
      return signaturesHtml(block);
  }
}

/**
 * Blocks in order; notes and signatures that follow a table go into it, because a browser lets a table's own rows
 * move to the next page together, but parts the table from a block below it. A signature and the boxes and lines above it are one
 * element: asked to keep two such neighbours together, a browser splits the signature instead.
 */
function bodyHtml(blocks: readonly Block[]): string {
  const parts: string[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) continue;
    if (block.kind === 'signatures') {
      const above = shortAbove(blocks, index);
      const last = blocks[index - 1];
      if (last?.kind === 'paragraph' && isLong(last)) {
        parts.splice(-1, 1, paragraphHtml(last, blockHtml(block)));
        continue;
      }
      const together = [...parts.splice(parts.length - above), blockHtml(block)].join('\n');
      parts.push(above > 0 ? `<div class="end">${together}</div>` : together);
      continue;
    }
    if (block.kind !== 'table') {
      parts.push(blockHtml(block));
      continue;
    }
    const foot: string[] = [];
    for (let next = blocks[index + 1]; next !== undefined; next = blocks[index + 1]) {
      if (next.kind !== 'notes' && next.kind !== 'signatures') break;
      foot.push(blockHtml(next));
      index += 1;
    }
    parts.push(tableHtml(block, foot));
  }
  return parts.join('\n');
}

interface Part {
  page: PageSetup;
  html: string;
  /** It goes on with a long table: another run, so that it is laid out by itself. */
  goesOn?: boolean;
}

function partHtml({ page, blocks }: DocumentPart, begins: number | null): string {
  // A link to itself is what makes a browser note in the PDF on which page it stands.
  const mark = begins === null ? null : documentMark(begins);
  const anchor = mark === null ? '' : `<a id="${mark}" href="#${mark}"></a>`;
  return `<div class="paper ${pageClass(page)}">${anchor}
${bodyHtml(blocks)}
</div>`;
}

/** Its first part has the mark of the document's place in the batch; an annex goes on numbering. */
const documentParts = (document: DocumentModel, place: number): Part[] =>
  partsOf(document).flatMap((part, index) =>
    shortParts(part).map((short, piece) => ({
      page: part.page,
      html: partHtml(short, index === 0 && piece === 0 ? place : null),
      goesOn: piece > 0,
    })),
  );

/**
 * Neighbours on the same paper together: a printer that knows one paper at a time prints run after run. What goes on
 * with a long table is a run as well.
 */
function runsOf(parts: readonly Part[]): Part[][] {
  const runs: Part[][] = [];
  let paper = '';
  for (const part of parts) {
    if (pageClass(part.page) === paper && !part.goesOn) runs.at(-1)?.push(part);
    else runs.push([part]);
    paper = pageClass(part.page);
  }
  return runs;
}

export interface RenderedHtml {
  html: string;
  /** How many runs of pages, each printed by itself, it has, each in an element of class `run-0`, `run-1` ... */
  runs: number;
}

function pageHtml(name: string, parts: readonly Part[], layout: LayoutRules): RenderedHtml {
  const runs = runsOf(parts);
  const papers = new Map(runs.flat().map(({ page }) => [pageClass(page), page]));
  const html = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<title>${escapeHtml(name)}</title>
<style>${documentStyle([...papers.values()], layout)}</style>
</head>
<body>
${runs.map((each, run) => `<div class="run run-${run}">${each.map(({ html }) => html).join('\n')}</div>`).join('\n')}
</body>
</html>
`;
  return { html, runs: runs.length };
}

/** The whole standalone HTML page of a document: own style, no script, nothing loaded from anywhere. */
export function renderHtml(document: DocumentModel, layout: LayoutRules = defaultLayout): RenderedHtml {
  return pageHtml(document.name, documentParts(document, 0), layout);
}

/** The documents of a batch in one page with a place for the list in front, and the list. */
export function renderBatchHtml(
  { name, cover, documents }: DocumentBatch,
  layout: LayoutRules = defaultLayout,
): RenderedHtml & { list: BatchList } {
  const numbered = cover('ofFile');
  const parts = [{ page: numbered.page, html: LIST_PLACE }, ...documents.flatMap(documentParts)];
  return {
    ...pageHtml(name, parts, layout),
    list: { numbered: partHtml(numbered, null), plain: partHtml(cover('none'), null) },
  };
}
