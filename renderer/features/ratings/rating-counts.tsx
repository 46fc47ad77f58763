import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleHalf2 from '@tabler/icons-react/dist/esm/icons/IconCircleHalf2.mjs';
import { formatNumber } from '../../../db/contract/vi/numbers.ts';
import { ratingRulesText } from '../../../db/contract/vi/rating-rules-screen.ts';
import {
  ratingLevelNames,
  ratingLevelShortNames,
  ratingsText,
  unratedName,
} from '../../../db/contract/vi/ratings.ts';
import type { CapScope } from '../../../db/domain/excellence-cap.ts';
import { type LevelCounts, ratingLevels } from '../../../db/domain/ratings.ts';
import { Popover } from '../../components/popover.tsx';
import type { LiveCap } from './live-cap.ts';
import styles from './rating-counts.module.css';

interface RatingCountsProps {
  counts: LevelCounts;
  caps: readonly LiveCap[];
  /** The bucket of the row that the keys are on. */
  activeKey: string | null;
  scope: CapScope;
}

/** People per level, and the cap as a sentence with its numbers: always in sight above the grid. */
export function RatingCounts({ counts, caps, activeKey, scope }: RatingCountsProps) {
  const shown = caps.find((cap) => cap.key === activeKey) ?? caps[0];
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
      {shown && (
        <CapSentence cap={shown} title={ratingsText.capScopeSentence[scope]} named={caps.length > 1} />
      )}
      {caps.length > 1 && (
        <Popover label={ratingRulesText.allCaps(caps.length)} title={ratingRulesText.allCapsTitle}>
          <div className={styles.all}>
            {caps.map((cap) => (
              <CapSentence key={cap.key} cap={cap} title={ratingsText.capScopeSentence[scope]} named />
            ))}
          </div>
        </Popover>
      )}
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

function CapSentence({ cap, title, named }: { cap: LiveCap; title: string; named: boolean }) {
  const state = cap.remaining > 0 ? 'left' : cap.remaining === 0 ? 'full' : 'over';
  const Icon = capIcons[state];
  return (
    <p className={styles.cap} data-state={state} title={title}>
      <span className={styles.state}>
        <Icon size={18} aria-hidden />
        {ratingsText.capStates[state]}
      </span>
      <output aria-label={ratingsText.capLabel}>
        {named && <strong>{cap.name}: </strong>}
        {cap.sentence}
      </output>
    </p>
  );
}
