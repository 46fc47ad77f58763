import type { RatingDetail } from '../../../db/contract/ratings.ts';
import { periodNames } from '../../../db/contract/vi/cycles.ts';
import { ratingRulesText as text } from '../../../db/contract/vi/rating-rules-screen.ts';
import { levelName } from '../../lib/level-name.ts';
import styles from './rating-panel.module.css';

/** What the opened quarters of the year decided: to be known when the year is decided, nothing follows from it. */
export function QuarterLevels({ quarters }: Pick<RatingDetail, 'quarters'>) {
  return (
    <>
      <ul className={styles.versions} aria-label={text.quartersTitle}>
        {quarters.map(({ quarter, level }) => (
          <li key={quarter} data-stands={level !== null}>
            {periodNames[quarter]}: {levelName(level)}
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{text.quartersNote}</p>
    </>
  );
}
