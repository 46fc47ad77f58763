import { documentTexts } from '../contract/vi/documents.ts';
import { escapeHtml } from './escape-html.ts';
import { documentStyle } from './html-style.ts';
import type {
  Block,
  DocumentModel,
  HeadBlock,
  NotesBlock,
  Signature,
  SignaturesBlock,
  TableBlock,
  TextRun,
  TitleBlock,
} from './model.ts';
import { tableFaults } from './table-shape.ts';

/** Nothing may run and nothing may be fetched; the page brings its own style. */
const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const classes = (names: readonly (string | false | undefined)[]): string => {
  const used = names.filter(Boolean).join(' ');
  return used === '' ? '' : ` class="${used}"`;
};

/** One line of text, left out when empty. */
const line = (text: string, name = ''): string =>
  text === '' ? '' : `<p${classes([name])}>${escapeHtml(text)}</p>`;

function runHtml(run: TextRun): string {
  const names = classes([run.bold && 'bold', run.italic && 'italic', run.underline && 'underline']);
  return names === '' ? escapeHtml(run.text) : `<span${names}>${escapeHtml(run.text)}</span>`;
}

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

const span = (name: 'colspan' | 'rowspan', cells: number): string => (cells > 1 ? ` ${name}="${cells}"` : '');

/** Rows that the end of a table keeps on its page, with the notes and the signatures below them. */
const ROWS_KEPT_AT_END = 2;

/** A table, with what stands under it (`foot`) as its last, borderless rows. */
function tableHtml(table: TableBlock, foot: readonly string[]): string {
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
    const cells = row.cells.map(({ text, colSpan = 1 }) => {
      const column = table.columns[index];
      index += colSpan;
      const names = classes([column?.align, column?.wrap || colSpan > 1 ? 'text' : 'figure']);
      return `<td${names}${span('colspan', colSpan)}>${escapeHtml(text)}</td>`;
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

function signatureHtml({ authority, title, name }: Signature): string {
  // The name's line is kept when empty: it holds the space for the hand.
  return `<div class="signature">${line(authority, 'authority')}${line(title)}<p class="name">${escapeHtml(name)}</p></div>`;
}

function signaturesHtml({ left, right, recipients }: SignaturesBlock): string {
  const to =
    recipients === null
      ? ''
      : `<div class="recipients">${line(recipients.label, 'label')}${recipients.lines.map((text) => line(text)).join('')}</div>`;
  return `<div class="signatures">
<div>${left === null ? '' : signatureHtml(left)}${to}</div>
<div>${signatureHtml(right)}</div>
</div>`;
}

function notesHtml({ label, lines }: NotesBlock): string {
  const first = label === '' ? '' : `<span class="label">${escapeHtml(label)}</span> `;
  return `<div class="notes">${lines.map((text, index) => `<p>${index === 0 ? first : ''}${escapeHtml(text)}</p>`).join('')}</div>`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'head':
      return headHtml(block);
    case 'title':
      return titleHtml(block);
    case 'unitNote':
      return `<div class="unit-note"><span>${escapeHtml(block.mark)}</span><span>${escapeHtml(block.text)}</span></div>`;
    case 'paragraph':
      return `<p${classes(['paragraph', block.align, block.indent && 'indent'])}>${block.runs.map(runHtml).join('')}</p>`;
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
 * move to the next page together, but parts the table from a block below it.
 */
function bodyHtml(blocks: readonly Block[]): string {
  const parts: string[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) continue;
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

/** The whole standalone HTML page of a document: own style, no script, nothing loaded from anywhere. */
export function renderHtml(document: DocumentModel): string {
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<title>${escapeHtml(document.name)}</title>
<style>${documentStyle(document.page)}</style>
</head>
<body>
${bodyHtml(document.blocks)}
</body>
</html>
`;
}
