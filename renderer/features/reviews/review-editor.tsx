import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { DocumentInput } from '../../../db/contract/documents.ts';
import type { Review, ReviewOpinionEntry, ReviewPrompt } from '../../../db/contract/reviews.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { Page } from '../../components/page.tsx';
import { FailedState, Loading } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { BackButton } from './back-button.tsx';
import { EditorActsContext } from './editor-acts.ts';
import { OpinionDialog } from './opinion-dialog.tsx';
import { PromptDialog } from './prompt-dialog.tsx';
import { ReviewForm } from './review-form.tsx';

interface ReviewEditorProps {
  reviewId: number;
  onBack: () => void;
  onPreview: (input: DocumentInput) => void;
}
type Open =
  | { is: 'prompt'; prompt: ReviewPrompt | null }
  | { is: 'opinion'; opinion: ReviewOpinionEntry | null };

/** One review in its own form; its questions and opinions are entered in dialogs beside the form. */
export function ReviewEditor({ reviewId, onBack, onPreview }: ReviewEditorProps) {
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<Open | null>(null);
  const review = useQuery({
    queryKey: queryKeys.review(reviewId),
    queryFn: () => call('reviews.get', { reviewId }),
  });
  const take = (next: Review) => {
    queryClient.setQueryData(queryKeys.review(reviewId), next);
    void queryClient.invalidateQueries();
  };
  if (!review.data)
    return (
      <Page title={pageNames.reviews} lead={<BackButton onBack={onBack} />}>
        {review.isError ? (
          <FailedState error={review.error} onRetry={() => void review.refetch()} />
        ) : (
          <Loading />
        )}
      </Page>
    );
  const { data } = review;
  const promptNow = open?.is === 'prompt' ? data.prompts.find(({ id }) => id === open.prompt?.id) : undefined;
  const opinionNow =
    open?.is === 'opinion' ? data.opinions.find(({ id }) => id === open.opinion?.id) : undefined;
  return (
    <EditorActsContext
      value={{
        editPrompt: (prompt) => setOpen({ is: 'prompt', prompt }),
        editOpinion: (opinion) => setOpen({ is: 'opinion', opinion }),
      }}
    >
      <ReviewForm review={data} onReview={take} onBack={onBack} onPreview={onPreview} />
      {open?.is === 'prompt' && (
        <PromptDialog
          review={data}
          prompt={promptNow ?? open.prompt}
          mayRemove={data.status === 'notFiled' || data.status === 'filed'}
          onReview={take}
          onClose={() => setOpen(null)}
        />
      )}
      {open?.is === 'opinion' && (
        <OpinionDialog
          review={data}
          opinion={opinionNow ?? open.opinion}
          onReview={take}
          onClose={() => setOpen(null)}
        />
      )}
    </EditorActsContext>
  );
}
