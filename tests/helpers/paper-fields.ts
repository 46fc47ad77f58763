import type { Block, DocumentModel } from '../../db/documents/model.ts';
import { partsOf } from '../../db/documents/model.ts';
import { headingText } from '../../db/documents/paper-words.ts';

/** Every text that a block puts on paper, apart from how a renderer does it. */
function textsOf(block: Block): string[] {
  switch (block.kind) {
    case 'head':
      return [
        block.left.superior,
        block.left.issuing,
        block.left.number ?? '',
        block.right.party,
        block.right.placeDate,
      ];
    case 'title':
      return [block.title, ...block.lines.map(({ text }) => text)];
    case 'unitNote':
      return [block.mark, block.text];
    case 'paragraph':
      return block.runs.map(({ text }) => text);
    case 'heading':
      return [headingText(block)];
    case 'lines':
      return block.lines.flatMap(({ label, text }) => [`${label}:`, text]);
    case 'basis':
      return [...block.lines];
    case 'choices':
      return [block.label, ...block.options.map(({ text }) => text)];
    case 'table':
      return [
        ...block.head.flat().map(({ text }) => text),
        ...(block.numbering ?? []),
        ...block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
      ];
    case 'notes':
      return [block.label, ...block.lines];
    case 'signatures':
      return [
        ...[block.left, block.right].flatMap((signature) =>
          signature === null
            ? []
            : [
                signature.placeDate ?? '',
                signature.authority,
                signature.title,
                signature.note ?? '',
                signature.name,
              ],
        ),
        ...(block.recipients === null ? [] : [block.recipients.label, ...block.recipients.lines]),
      ];
    case 'blank':
    case 'pageBreak':
      return [];
  }
}

/** Every text of a document in the order of its blocks; empty ones and those of dots alone are left out. */
export const fieldsOf = (document: DocumentModel): string[] =>
  partsOf(document)
    .flatMap(({ blocks }) => blocks.flatMap(textsOf))
    .filter((text) => /[^.\s]/.test(text));

/** Text as a reader of files gives it back: lines wrapped anywhere, columns side by side. */
export const squeezed = (text: string): string => text.normalize('NFC').replace(/[\s\u00a0]+/g, '');

/**
 * The fields that a text read back from a file lacks. A wrapped line of a table stands among those of its
 * neighbours, so that a long field is looked for word by word there.
 */
export function missingFields(document: DocumentModel, read: string): string[] {
  const whole = squeezed(read);
  return fieldsOf(document).filter((field) => {
    if (whole.includes(squeezed(field))) return false;
    return !field.split(/\s+/).every((word) => whole.includes(squeezed(word)));
  });
}
