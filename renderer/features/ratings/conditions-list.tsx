import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import IconHelpCircle from '@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import type { RatingDetail } from '../../../db/contract/ratings.ts';
import {
  effectSentence,
  findingStateNames,
  verdictSentences,
} from '../../../db/contract/vi/rating-conditions.ts';
import { ruleQuoted, ratingRulesText as text } from '../../../db/contract/vi/rating-rules-screen.ts';
import { ratingLevelNames } from '../../../db/contract/vi/ratings.ts';
import { sourceStatusNames } from '../../../db/contract/vi/settings.ts';
import styles from './rating-panel.module.css';

type Finding = RatingDetail['findings'][number];
type State = keyof typeof findingStateNames;

const icons = {
  holds: IconCircleCheck,
  fails: IconCircleX,
  applies: IconInfoCircle,
  missing: IconInfoCircle,
  unknown: IconHelpCircle,
};

function stateOf({ kind, holds }: Finding): State {
  if (holds === 'unknown') return 'unknown';
  if (holds) return 'holds';
  return kind === 'case' ? 'applies' : kind === 'order' ? 'missing' : 'fails';
}

/** What does not hold comes first, then what is not known. */
const order: readonly State[] = ['fails', 'applies', 'missing', 'unknown', 'holds'];

/** Each condition: whether it holds, the numbers, the article, and how sure the rule is. It informs. */
export function ConditionsList({ detail }: { detail: RatingDetail }) {
  const { pack, mark, verdicts } = detail;
  if (pack === null || mark === null) return <p className={styles.quiet}>{text.noPack}</p>;
  const verdict = verdicts.decided ?? verdicts.proposed;
  const findings = [...detail.findings].sort((a, b) => order.indexOf(stateOf(a)) - order.indexOf(stateOf(b)));
  return (
    <>
      <p className={styles.quiet}>{pack.title}</p>
      <p className={styles.highest}>
        {mark.highest === null ? text.noLevel : text.highest(ratingLevelNames[mark.highest])}
      </p>
      {verdict && verdict.kind !== 'fine' && (
        <p className={styles.above}>
          <IconAlertTriangle size={16} aria-hidden />
          {verdictSentences[verdict.kind]}
        </p>
      )}
      <ul className={styles.findings} aria-label={text.conditionsTitle}>
        {findings.map((finding) => (
          <FindingItem key={finding.conditionId} finding={finding} />
        ))}
      </ul>
    </>
  );
}

function FindingItem({ finding }: { finding: Finding }) {
  const state = stateOf(finding);
  const Icon = icons[state];
  const effect = effectSentence(finding.effect);
  return (
    <li className={styles.finding} data-state={state}>
      <Icon size={16} aria-hidden />
      <div>
        <p>
          <strong>{findingStateNames[state]}.</strong> {finding.sentence} {effect}
        </p>
        <p className={styles.quiet}>
          {ruleQuoted(finding.text, finding.article)}
          {finding.source.status !== 'confirmed' && (
            <>
              {' '}
              <em title={finding.source.note}>({sourceStatusNames[finding.source.status].toLowerCase()})</em>
            </>
          )}
        </p>
      </div>
    </li>
  );
}
