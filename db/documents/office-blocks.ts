import type { Office } from '../contract/office.ts';
import type { PaperParticulars } from '../contract/paper-particulars.ts';
import { documentTexts } from '../contract/vi/documents.ts';
import type { HeadBlock, SignaturesBlock } from './model.ts';
import { particularSignature, recipientsBlock } from './particulars.ts';
import { placeDateLine } from './place-date.ts';

/** Both heads from the office's settings; `printedOn` is 'YYYY-MM-DD'. */
export function officeHead(office: Office, printedOn: string, number: string | null = null): HeadBlock {
  return {
    kind: 'head',
    left: { superior: office.superiorHead, issuing: office.issuingHead || documentTexts.openLine, number },
    right: { party: documentTexts.party, placeDate: placeDateLine(office.placeName, printedOn) },
  };
}

/** Foot of a table: who made it at the left, who signs for the office at the right. */
export function tableSignatures(office: Office): SignaturesBlock {
  return {
    kind: 'signatures',
    left: { authority: documentTexts.preparer, title: '', name: '' },
    right: {
      authority: office.signatureAuthority,
      title: office.signatureTitle,
      name: office.signerName,
    },
    recipients: null,
  };
}

/** The same foot as it was kept for one table. */
export const keptSignatures = (kept: PaperParticulars): SignaturesBlock => ({
  kind: 'signatures',
  left: { authority: documentTexts.preparer, title: '', name: kept.preparer },
  right: particularSignature(kept),
  recipients: recipientsBlock(kept.recipients),
});
