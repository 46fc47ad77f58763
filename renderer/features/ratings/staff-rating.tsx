import { useState } from 'react';
import type { RatingDetail } from '../../../db/contract/ratings.ts';
import { ratingRulesText as text } from '../../../db/contract/vi/rating-rules-screen.ts';
import { ratingLevelNames, unratedName } from '../../../db/contract/vi/ratings.ts';
import { ratingLevels } from '../../../db/domain/ratings.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { SelectField } from '../../components/field.tsx';
import { call } from '../../lib/api.ts';
import type { RatingSubject } from './rating-subject.ts';

interface StaffRatingProps {
  subject: RatingSubject;
  staff: NonNullable<RatingDetail['staff']>;
}

/** The level that the agency gave the person as staff of the state: a fact here, decided elsewhere. */
export function StaffRating({ subject: { period, row, refresh }, staff }: StaffRatingProps) {
  const [busy, setBusy] = useState(false);
  const choose = async (chosen: string) => {
    setBusy(true);
    try {
      const level = ratingLevels.find((one) => one === chosen) ?? null;
      await call('ratings.set', {
        ...period,
        officialId: row.key,
        kind: 'staff',
        version: staff.version,
        change: { field: 'decided', level },
      });
      await refresh();
      notifyDone(text.staffSaved(row.name));
    } catch (error) {
      await refresh();
      notifyError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <SelectField
      label={text.staffLevel}
      hint={text.staffHint}
      disabled={busy}
      value={staff.level ?? ''}
      onChange={(event) => void choose(event.target.value)}
    >
      <option value="">{unratedName}</option>
      {ratingLevels.map((level) => (
        <option key={level} value={level}>
          {ratingLevelNames[level]}
        </option>
      ))}
    </SelectField>
  );
}
