import { useEffect, useRef } from 'react';
import { useForm } from 'react-hook-form';
import type { DocumentInput } from '../../../db/contract/documents.ts';
import { AppError } from '../../../db/contract/errors.ts';
import type { Review } from '../../../db/contract/reviews.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { placeName } from '../../../db/contract/vi/cycles.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { reviewsText as text } from '../../../db/contract/vi/reviews.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { RecordNotes } from '../../app/record-notes.tsx';
import { useRecordForm } from '../../app/use-record-form.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { call } from '../../lib/api.ts';
import { hasCode } from '../../lib/app-error.ts';
import { formatDate } from '../../lib/format.ts';
import { useSaveInTurn } from '../../lib/use-save-in-turn.ts';
import { AttachmentsSection } from '../attachments/attachments-section.tsx';
import { onFormKey } from '../officials/form-keys.ts';
import { useMayWrite } from '../officials/use-may-write.ts';
import { BackButton } from './back-button.tsx';
import { Bodies } from './bodies.tsx';
import styles from './editor.module.css';
import {
  fieldOfError,
  formOf,
  linesOf,
  type ReviewValues,
  restoreInputOf,
  SHORTCOMINGS,
  saveInputOf,
  valuesOf,
} from './review-model.ts';
import { ReviewState } from './review-state.tsx';
import { SectionFields, sectionPlace } from './section-fields.tsx';
import { BODIES, SectionNav } from './section-nav.tsx';

interface ReviewFormProps {
  review: Review;
  onReview: (review: Review) => void;
  onBack: () => void;
  onPreview: (input: DocumentInput) => void;
}

/** Writes a review section by section, as its form has them; Ctrl+Enter saves. */
export function ReviewForm({ review, onReview, onBack, onPreview }: ReviewFormProps) {
  const mayWrite = useMayWrite();
  const current = valuesOf(review);
  const form = useForm<ReviewValues>({ defaultValues: current, mode: 'onBlur' });
  const { isSubmitting, isDirty } = form.formState;
  const record = useRecordForm(form, current, {
    key: { form: 'review', recordId: review.reviewId, partId: null },
    version: review.version,
    title: () => review.name,
  });
  const { newer } = record;
  const discussed = review.status === 'discussed' || review.status === 'closed';
  const locked = discussed || !mayWrite;
  const { sections } = formOf(review);
  const body = useRef<HTMLFormElement>(null);
  useEffect(() => body.current?.querySelector<HTMLElement>('textarea, select')?.focus(), []);

  const submit = useSaveInTurn(form, async (values) => {
    const input = saveInputOf(review, values);
    const lacking = linesOf(values[SHORTCOMINGS] ?? '').some(
      (line) => line.text.trim() === '' && line.cause.trim() !== '',
    );
    if (lacking) {
      form.setError(SHORTCOMINGS, { message: text.shortcomingNeeded });
      document.getElementById(sectionPlace('shortcomings'))?.scrollIntoView({ block: 'start' });
      return false;
    }
    try {
      const saved = await call('reviews.save', input);
      record.saved(values, valuesOf(saved));
      onReview(saved);
      notifyDone(text.saved(review.name), {
        actions: [
          {
            label: commonText.undo,
            run: async () => {
              onReview(await call('reviews.save', restoreInputOf(review, saved)));
              notifyDone(text.savedBack(review.name));
            },
          },
        ],
      });
      return true;
    } catch (error) {
      if (hasCode(error, 'STALE_VERSION')) {
        newer.refused();
        onReview(await call('reviews.get', { reviewId: review.reviewId }));
      } else if (!showErrors(error, (path) => fieldOfError(input, path))) notifyError(error);
      return false;
    }
  });
  /** Puts each field error at its field; false when one has no field here. */
  const showErrors = (error: unknown, fieldOf: (path: string) => string | null): boolean => {
    if (!(error instanceof AppError)) return false;
    const found = Object.entries(error.fieldErrors ?? {}).flatMap(([path, code]) => {
      const field = fieldOf(path);
      return field === null ? [] : [{ field, message: fieldErrorMessage(code) }];
    });
    for (const [index, { field, message }] of found.entries())
      form.setError(field, { message }, { shouldFocus: index === 0 });
    return found.length > 0;
  };
  const reopen = async () => {
    try {
      const { reviewId, version } = review;
      await call('reviews.setStatus', { reviews: [{ reviewId, version }], status: 'filed' });
      onReview(await call('reviews.get', { reviewId }));
      notifyDone(text.reopened);
    } catch (error) {
      notifyError(error);
    }
  };
  return (
    <Page
      title={review.name}
      lead={<BackButton onBack={onBack} />}
      head={
        <>
          <ReviewState status={review.status} />
          <Button
            onClick={() =>
              onPreview({
                kind: 'reviews',
                year: review.year,
                quarter: review.quarter,
                reviewIds: [review.reviewId],
              })
            }
          >
            {text.preview}
          </Button>
          {!locked && (
            <Button variant="primary" disabled={isSubmitting || !isDirty} onClick={() => submit()}>
              {isSubmitting ? commonText.saving : commonText.save}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.editor}>
        <SectionNav sections={sections} review={review} form={form} />
        <form
          ref={body}
          className={styles.body}
          aria-label={pageNames.reviews}
          onSubmit={submit}
          onKeyDown={onFormKey}
          noValidate
        >
          <div className={styles.column}>
            <p className={styles.facts}>
              {[
                formOf(review).number,
                placeName(review),
                review.organizationName,
                review.birthDate === null ? '' : text.born(formatDate(review.birthDate)),
                review.partyPosts,
                review.otherPosts,
                review.workplace,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <RecordNotes record={record} />
            {discussed && (
              <div className={styles.warn}>
                <p>{text.locked}</p>
                {mayWrite && (
                  <Button small onClick={() => reopen()}>
                    {text.reopen}
                  </Button>
                )}
              </div>
            )}
            {!mayWrite && <p className={styles.warn}>{text.readOnly}</p>}
            {sections.map((section) => (
              <SectionFields
                key={section.id}
                review={review}
                section={section}
                form={form}
                newer={newer}
                locked={locked}
              />
            ))}
            <section id={sectionPlace(BODIES)} className={styles.section} aria-label={text.bodies}>
              <h2>{text.bodies}</h2>
              <Bodies review={review} />
            </section>
            <AttachmentsSection owner={{ entity: 'review', entityId: review.reviewId }} mayWrite={mayWrite} />
          </div>
        </form>
      </div>
    </Page>
  );
}
