import type { Period } from '../../contract/cycles.ts';
import { periodWords } from '../../contract/vi/cycles.ts';
import { reviewPaperTexts as texts } from '../../contract/vi/forms-review.ts';
import type { DocumentBatch, DocumentModel } from '../model.ts';
import type { PaperHeads } from '../paper-blocks.ts';
import { type CollectiveReviewPaper, collectiveReviewDocument } from './collective-review.ts';
import { coverList } from './cover-list.ts';
import { type PersonalReviewPaper, personalReviewDocument } from './personal-review.ts';

export type ReviewPaper =
  | { is: 'personal'; paper: PersonalReviewPaper }
  | { is: 'collective'; unit: string; paper: CollectiveReviewPaper };

export const reviewDocument = (review: ReviewPaper): DocumentModel =>
  review.is === 'personal' ? personalReviewDocument(review.paper) : collectiveReviewDocument(review.paper);

/** Reviews in one file, in the order given, with their list in front. */
export function reviewBatch(
  reviews: readonly ReviewPaper[],
  batch: Period & { heads: PaperHeads },
): DocumentBatch {
  const period = periodWords(batch.year, batch.quarter);
  const name = texts.batchName(period);
  return {
    name,
    fileName: name,
    cover: (pages) =>
      coverList(
        {
          name,
          heads: batch.heads,
          abstract: texts.listTitle(period),
          rows: reviews.map((review) =>
            review.is === 'personal'
              ? { fullName: review.paper.person.fullName ?? '', unit: review.paper.person.cell ?? '' }
              : { fullName: review.paper.collective, unit: review.unit },
          ),
        },
        pages,
      ),
    documents: reviews.map(reviewDocument),
  };
}
