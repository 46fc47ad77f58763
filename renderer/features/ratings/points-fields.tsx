import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { ShownScoring } from '../../../db/contract/reviews.ts';
import { criteriaPointsText as text } from '../../../db/contract/vi/criteria.ts';
import { ratingLevelNames } from '../../../db/contract/vi/ratings.ts';
import { partScores, type ScoredPart, sumOfCriteria } from '../../../db/domain/criteria-points.ts';
import { highestByScore, parseScore, totalScore } from '../../../db/domain/rating-bands.ts';
import { TextField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import type { Newer } from '../../lib/use-newer.ts';
import styles from './points-fields.module.css';
import { criterionField, type PointsValues, partField, typedPoints } from './points-values.ts';

interface PointsFieldsProps {
  scoring: ShownScoring;
  form: UseFormReturn<PointsValues>;
  newer: Newer;
  locked?: boolean;
}

/** Points by part, or by the criteria of the group's table: then each part and the total are added up. */
export function PointsFields({ scoring, form, newer, locked = false }: PointsFieldsProps) {
  const values = useWatch({ control: form.control }) as PointsValues;
  const { scoreParts, criterionPoints } = typedPoints(scoring.parts, values);
  const total = totalScore(scoring, partScores(scoreParts));
  return (
    <div className={styles.points}>
      {scoring.parts.map((part) => (
        <PartFields
          key={part.id}
          part={part}
          form={form}
          newer={newer}
          locked={locked}
          sum={sumOfCriteria(part, criterionPoints)}
        />
      ))}
      <output className={styles.total}>
        {total === null
          ? text.totalOpen
          : [
              text.total(total, scoring.totalHundredths),
              text.byScore(ratingLevelNames[highestByScore(scoring, total)]),
              scoring.article,
            ].join('; ')}
      </output>
    </div>
  );
}

interface PartFieldsProps extends Pick<PointsFieldsProps, 'form' | 'newer'> {
  part: ScoredPart;
  locked: boolean;
  sum: ReturnType<typeof sumOfCriteria>;
}

function PartFields({ part, form, newer, locked, sum }: PartFieldsProps) {
  const { errors } = form.formState;
  const { title, maxHundredths, criteria, isBonus } = part;
  const field = partField(part.id);
  const fits = (typed: string, most: number): true | string => {
    if (typed.trim() === '') return true;
    const points = parseScore(typed);
    return (points !== null && points <= most) || text.wrong(most);
  };
  /** Ways to a bonus may add up to more than it gives. */
  const fitsPart = (values: PointsValues): true | string => {
    const { hundredths } = sumOfCriteria(part, typedPoints([part], values).criterionPoints);
    return !isBonus || hundredths <= maxHundredths || text.bonusWrong(hundredths, maxHundredths);
  };
  return (
    <fieldset className={styles.part} disabled={locked} aria-label={title}>
      {sum.given > 0 ? (
        <p className={styles.sum}>
          <strong>{text.part(title, maxHundredths)}</strong>
          <output>{text.sum(sum.hundredths, maxHundredths, isBonus ? 0 : sum.missing)}</output>
        </p>
      ) : (
        <div>
          <TextField
            className={styles.criterion}
            label={text.part(title, maxHundredths)}
            inputMode="decimal"
            maxLength={6}
            error={errors[field]?.message}
            {...form.register(field, { validate: (typed) => fits(typed ?? '', maxHundredths) })}
          />
          <NewerField newer={newer} field={field} />
        </div>
      )}
      {criteria.length > 0 && (
        <div className={styles.criteria}>
          {sum.given === 0 && <p className={styles.hint}>{text.orByCriterion}</p>}
          {criteria.map((one, index) => {
            const name = criterionField(one.id);
            return (
              <div key={one.id}>
                <TextField
                  className={styles.criterion}
                  label={text.criterion(index + 1, one.text, one.maxHundredths)}
                  inputMode="decimal"
                  maxLength={6}
                  error={errors[name]?.message}
                  {...form.register(name, {
                    validate: (typed, values) => {
                      const own = fits(typed ?? '', one.maxHundredths);
                      return own === true && (typed ?? '').trim() !== '' ? fitsPart(values) : own;
                    },
                  })}
                />
                <NewerField newer={newer} field={name} />
              </div>
            );
          })}
        </div>
      )}
    </fieldset>
  );
}
