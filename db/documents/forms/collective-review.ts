import type { FormSet } from '../../contract/form-sets.ts';
import { periodWords } from '../../contract/vi/cycles.ts';
import { collectivePaperTexts as texts } from '../../contract/vi/forms-review.ts';
import { a4, type DocumentModel } from '../model.ts';
import { type PaperHeads, type PaperSignature, paperHead } from '../paper-blocks.ts';
import { recipientsBlock } from '../particulars.ts';
import { criteriaAnnex } from './criteria-annex.ts';
import { type ReviewContent, reviewSections, type SelfRatingPaper } from './review-sections.ts';

export interface CollectiveReviewPaper {
  form: FormSet;
  year: number;
  /** 1 to 4; 0 is the whole year. */
  quarter: number;
  heads: PaperHeads;
  /** "Ban Thường vụ Đảng ủy xã Sông Mây" */
  collective: string;
  content: ReviewContent;
  rating: SelfRatingPaper;
  signature: PaperSignature;
  /** One line each; empty for none. */
  recipients: readonly string[];
}

/** Mẫu 01: the review of a committee or another leading collective. */
export function collectiveReviewDocument(paper: CollectiveReviewPaper): DocumentModel {
  const period = periodWords(paper.year, paper.quarter);
  return {
    name: texts.name(paper.collective, period),
    fileName: texts.name(paper.collective, period),
    page: a4('portrait'),
    blocks: [
      {
        kind: 'paragraph',
        runs: [{ text: paper.form.number, italic: true }],
        align: 'right',
        indent: false,
      },
      paperHead(paper.heads),
      {
        kind: 'title',
        title: texts.title,
        lines: [{ text: texts.abstract(paper.collective, period), bold: true }],
        rule: true,
      },
      ...reviewSections(paper.form, paper.content, paper.rating),
      {
        kind: 'signatures',
        left: null,
        right: paper.signature,
        recipients: recipientsBlock(paper.recipients),
      },
    ],
    annexes: criteriaAnnex(texts.name(paper.collective, period), paper.rating.criteria),
  };
}
