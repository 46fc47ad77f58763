import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
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
import { useEnterInTurn } from '../../lib/use-enter-in-turn.ts';
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
  const { enter, forget } = useEnterInTurn(isOnItsWay, () => {
    if (row) onChoose(row);
  });
  return (
    <Dialog title={text.newPrompt} onClose={onClose}>
      <form
        className={styles.stack}
        onSubmit={(event) => {
          event.preventDefault();
          enter();
        }}
      >
        <TextField
          label={text.findWho}
          value={typed}
          data-first-focus
          onChange={(event) => {
            setTyped(event.target.value);
            forget();
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
