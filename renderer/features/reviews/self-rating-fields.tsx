import { ratingLevelNames } from '../../../db/contract/vi/ratings.ts';
import { reviewsText as text } from '../../../db/contract/vi/reviews.ts';
import { ratingLevels } from '../../../db/domain/ratings.ts';
import { SelectField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import { levelName } from '../../lib/level-name.ts';
import { PointsFields } from '../ratings/points-fields.tsx';
import styles from './editor.module.css';
import { SELF_LEVEL } from './review-model.ts';
import type { SectionProps } from './section-fields.tsx';

/** The level that the person or the collective gives itself, and the points by part where the rules have a score. */
export function SelfRatingFields({ review, form, newer, locked }: SectionProps) {
  const { errors } = form.formState;
  return (
    <>
      <div>
        <SelectField
          className={styles.mark}
          label={text.selfTitle}
          error={errors[SELF_LEVEL]?.message}
          disabled={locked}
          {...form.register(SELF_LEVEL)}
        >
          <option value="">{text.noLevel}</option>
          {ratingLevels.map((level) => (
            <option key={level} value={level}>
              {ratingLevelNames[level]}
            </option>
          ))}
        </SelectField>
        <NewerField
          newer={newer}
          field={SELF_LEVEL}
          show={(value) => levelName(ratingLevels.find((level) => level === value) ?? null)}
        />
      </div>
      {review.scoring && <PointsFields scoring={review.scoring} form={form} newer={newer} locked={locked} />}
    </>
  );
}
