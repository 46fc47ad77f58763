import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ReviewRow } from '../../../db/contract/reviews.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { placeName } from '../../../db/contract/vi/cycles.ts';
import { reviewsText as text } from '../../../db/contract/vi/reviews.ts';
import { useScope } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import styles from './reviews.module.css';

interface ChooseReviewProps {
  period: { year: number; quarter: number };
  onChoose: (review: ReviewRow) => void;
  onClose: () => void;
}

const MOST = 50;

/** Whom a new question is for: a person or a collective of the period, found by name. */
export function ChooseReview({ period, onChoose, onClose }: ChooseReviewProps) {
  const { organizationId } = useScope();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState('');
  /** Enter was pressed while those found were on their way: the first of them is taken when they are there. */
  const [isEntered, setIsEntered] = useState(false);
  const search = typed.trim();
  const filter = { ...period, organizationId, search, limit: MOST };
  const found = useQuery({
    queryKey: queryKeys.reviewSubjects(filter),
    queryFn: () => call('reviews.list', filter),
    placeholderData: (before) => before,
  });
  const rows = found.data?.rows ?? [];
  const row = rows.find(({ reviewId }) => String(reviewId) === chosen) ?? rows[0];
  const isOnItsWay = found.isPlaceholderData || found.isPending;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer that was waited for is taken once
  useEffect(() => {
    if (!isEntered || isOnItsWay) return;
    setIsEntered(false);
    if (row) onChoose(row);
  }, [isEntered, isOnItsWay]);
  return (
    <Dialog title={text.newPrompt} onClose={onClose}>
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          // What is shown was found for another name.
          if (isOnItsWay) setIsEntered(true);
          else if (row) onChoose(row);
        }}
      >
        <TextField
          label={text.findWho}
          value={typed}
          data-first-focus
          onChange={(event) => {
            setTyped(event.target.value);
            setIsEntered(false);
          }}
        />
        <SelectField
          label={text.who}
          size={6}
          value={row ? String(row.reviewId) : ''}
          hint={rows.length === 0 ? text.nobodyFound : undefined}
          onChange={(event) => setChosen(event.target.value)}
        >
          {rows.map((each) => (
            <option key={each.reviewId} value={each.reviewId}>
              {`${each.name} – ${placeName(each)}${each.officialId === null ? '' : `, ${each.organizationName}`}`}
            </option>
          ))}
        </SelectField>
        <div className={styles.acts}>
          <Button type="submit" variant="primary" disabled={!row && !isOnItsWay}>
            {text.next}
          </Button>
          <Button onClick={onClose}>{commonText.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
