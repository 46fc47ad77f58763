import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleHalf2 from '@tabler/icons-react/dist/esm/icons/IconCircleHalf2.mjs';
import type { Cap } from '../../../db/contract/ratings.ts';
import { formatNumber } from '../../../db/contract/vi/numbers.ts';
import {
  ratingLevelNames,
  ratingLevelShortNames,
  ratingsText,
  unratedName,
} from '../../../db/contract/vi/ratings.ts';
import { type LevelCounts, ratingLevels } from '../../../db/domain/ratings.ts';
import styles from './rating-counts.module.css';

/** People per level, and the cap as a sentence with its numbers: always in sight above the grid. */
export function RatingCounts({ counts, cap }: { counts: LevelCounts; cap: Cap }) {
  return (
    <div className={styles.strip}>
      <ul className={styles.counts} aria-label={ratingsText.countsLabel}>
        {ratingLevels.map((level) => (
          <Count
            key={level}
            name={ratingLevelShortNames[level]}
            whole={ratingLevelNames[level]}
            count={counts[level]}
          />
        ))}
        <Count name={unratedName} whole={unratedName} count={counts.unrated} />
      </ul>
      <CapSentence cap={cap} />
    </div>
  );
}

function Count({ name, whole, count }: { name: string; whole: string; count: number }) {
  return (
    <li className={styles.count} title={whole}>
      {name} <strong>{formatNumber(count)}</strong>
    </li>
  );
}

const capIcons = { left: IconCircleHalf2, full: IconCircleCheck, over: IconAlertTriangle };

function CapSentence({ cap }: { cap: Cap }) {
  const state = cap.remaining > 0 ? 'left' : cap.remaining === 0 ? 'full' : 'over';
  const Icon = capIcons[state];
  return (
    <p className={styles.cap} data-state={state} title={ratingsText.capScopeSentence[cap.rule.scope]}>
      <span className={styles.state}>
        <Icon size={18} aria-hidden />
        {ratingsText.capStates[state]}
      </span>
      <output aria-label={ratingsText.capLabel}>{ratingsText.capSentence(cap)}</output>
    </p>
  );
}
