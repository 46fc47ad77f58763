import type { PaperParticulars } from '../contract/paper-particulars.ts';
import { documentTexts } from '../contract/vi/documents.ts';
import { numberLine, recipientLines } from '../contract/vi/paper-particulars.ts';
import type { Recipients } from './model.ts';
import type { PaperHeads, PaperSignature } from './paper-blocks.ts';

/** Heads of a paper; `openYear` stands where the day is written by hand. */
export const particularHeads = (
  { superiorHead, issuingHead, number, symbol, place, day }: PaperParticulars,
  openYear: number | string,
): PaperHeads => ({
  superior: superiorHead,
  issuing: issuingHead,
  number: numberLine(number, symbol),
  place,
  day: day ?? String(openYear),
});

export const particularSignature = ({ authority, title, signer }: PaperParticulars): PaperSignature => ({
  authority,
  title,
  name: signer,
});

/** Nơi nhận with its dashes and stops; null for none. */
export const recipientsBlock = (recipients: readonly string[]): Recipients | null =>
  recipients.length === 0 ? null : { label: documentTexts.recipients, lines: recipientLines(recipients) };
