import type { Official } from '../../../db/contract/officials.ts';
import { officialsText } from '../../../db/contract/vi/officials.ts';
import { ratingStageNames } from '../../../db/contract/vi/ratings.ts';
import { isRatingLevel, levelName } from '../../lib/level-name.ts';
import styles from './person-panel.module.css';

/** Year by year, the latest first: the decided level, and what was proposed where it differs. */
export function PersonRatings({ ratings }: { ratings: Official['ratings'] }) {
  if (ratings.length === 0) return <p className={styles.hint}>{officialsText.noRatings}</p>;
  return (
    <ul className={styles.ratings}>
      {[...ratings]
        .sort((a, b) => b.year - a.year)
        .map((rating) => (
          <li key={`${rating.year}-${rating.organizationName}`} className={styles.rating}>
            <span className={styles.year}>{rating.year}</span>
            <span>
              <span className={styles.level}>{levelName(rating.decidedLevel)}</span>
              <span className={styles.hint}>{detailOf(rating)}</span>
            </span>
          </li>
        ))}
    </ul>
  );
}

function detailOf(rating: Official['ratings'][number]): string {
  const parts = [rating.organizationName];
  if (!isRatingLevel(rating.decidedLevel) && rating.unratedReason !== '') parts.push(rating.unratedReason);
  const stages = [
    [ratingStageNames.self, rating.selfLevel],
    [ratingStageNames.proposed, rating.proposedLevel],
  ] as const;
  for (const [name, level] of stages)
    if (isRatingLevel(level) && level !== rating.decidedLevel) parts.push(`${name}: ${levelName(level)}`);
  return parts.filter(Boolean).join(' · ');
}
