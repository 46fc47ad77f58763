import { useWatch } from 'react-hook-form';
import { ratingLevelNames } from '../../../db/contract/vi/ratings.ts';
import { reviewsText as text } from '../../../db/contract/vi/reviews.ts';
import { parseScore } from '../../../db/domain/rating-bands.ts';
import { ratingLevels } from '../../../db/domain/ratings.ts';
import { SelectField, TextField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import { levelName } from '../../lib/level-name.ts';
import styles from './editor.module.css';
import { pointsField, pointsOf, SELF_LEVEL } from './review-model.ts';
import type { SectionProps } from './section-fields.tsx';

/** The level that the person or the collective gives itself, and the points by part where the rules have a score. */
export function SelfRatingFields({ review, form, newer, locked }: SectionProps) {
  const { errors } = form.formState;
  const parts = review.scoring?.parts ?? [];
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
      {parts.length > 0 && (
        <>
          <div className={styles.points}>
            {parts.map(({ id, title, maxHundredths }) => (
              <div key={id}>
                <TextField
                  label={text.points(title, maxHundredths)}
                  inputMode="decimal"
                  error={errors[pointsField(id)]?.message}
                  disabled={locked}
                  {...form.register(pointsField(id), {
                    validate: (typed) => {
                      const points = parseScore(typed ?? '');
                      const fits = points !== null && points <= maxHundredths;
                      return (typed ?? '').trim() === '' || fits || text.pointsWrong(maxHundredths);
                    },
                  })}
                />
                <NewerField newer={newer} field={pointsField(id)} />
              </div>
            ))}
          </div>
          <Total review={review} form={form} />
        </>
      )}
    </>
  );
}

function Total({ review, form }: Pick<SectionProps, 'review' | 'form'>) {
  const values = useWatch({ control: form.control });
  const { scoring } = review;
  if (!scoring) return null;
  const points = pointsOf(review, values as Record<string, string>);
  const complete = scoring.parts.every(({ id }) => points[id] !== undefined);
  const sum = Object.values(points).reduce((all, each) => all + each, 0);
  const band = scoring.bands.find(({ minHundredths }) => sum >= minHundredths);
  return (
    <output className={styles.meta}>
      {complete
        ? [
            text.total(sum, scoring.totalHundredths),
            text.byScore(ratingLevelNames[band?.level ?? 'notCompleted']),
            scoring.article,
          ].join('; ')
        : text.totalOpen}
    </output>
  );
}
