import type { RatingVersion } from '../../../db/contract/ratings.ts';
import { formatHundredths } from '../../../db/contract/vi/numbers.ts';
import { ratingRulesText as text } from '../../../db/contract/vi/rating-rules-screen.ts';
import { ratingLevelNames, ratingStageNames, ratingsText } from '../../../db/contract/vi/ratings.ts';
import { formatDate, formatMoment } from '../../lib/format.ts';
import styles from './rating-panel.module.css';

/** Every value that was ever given, the latest first: who gave it, who entered it, when and why. */
export function VersionsList({ history }: { history: readonly RatingVersion[] }) {
  if (history.length === 0) return <p className={styles.quiet}>{text.historyEmpty}</p>;
  return (
    <ol className={styles.versions} aria-label={text.historyTitle}>
      {history.map((version, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that only grows at its head and is shown whole
        <li key={history.length - index} data-stands={version.replacedAt === null}>
          <p>
            <strong>{ratingStageNames[version.stage]}:</strong>{' '}
            {version.level === null ? ratingsText.emptyValue : ratingLevelNames[version.level]}
            {version.score !== null && ` (${text.points(formatHundredths(version.score))})`}
            {version.replacedAt === null ? ` – ${text.stands}` : ''}
          </p>
          <p className={styles.quiet}>
            {[
              [version.body, formatDate(version.onDay)].filter((part) => part !== '').join(', '),
              version.by === ''
                ? text.fromSheet(version.at === '' ? '' : formatMoment(version.at))
                : text.enteredBy(version.by, formatMoment(version.at)),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </p>
          {version.reason !== '' && <p>{text.reasonGiven(version.reason)}</p>}
          {version.overrideReason !== '' && <p>{text.overrideGiven(version.overrideReason)}</p>}
        </li>
      ))}
    </ol>
  );
}
