import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleX from '@tabler/icons-react/dist/esm/icons/IconCircleX.mjs';
import IconClockExclamation from '@tabler/icons-react/dist/esm/icons/IconClockExclamation.mjs';
import IconHelpCircle from '@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs';
import type { ConditionMark } from '../../../db/contract/ratings.ts';
import { conditionStateNames, ratingRulesText as text } from '../../../db/contract/vi/rating-rules-screen.ts';
import { ratingLevelShortNames } from '../../../db/contract/vi/ratings.ts';
import { classes } from '../../components/classes.ts';
import tableStyles from '../../components/table.module.css';
import styles from './rating-grid-table.module.css';

const icons = { met: IconCircleCheck, failed: IconCircleX, check: IconHelpCircle };

/** Conditions in one word with the highest level that they leave, and what is decided first; the panel lists them. */
export function ConditionMarkCell({ mark }: { mark: ConditionMark }) {
  if (mark === null)
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: a table element cannot hold virtual rows; the grid holds the focus
    return <div className={tableStyles.cell} role="gridcell" />;
  const waits = mark.missingFirst.length > 0;
  // What is only to be looked at may wait for another decision: its own sign says so.
  const sign = waits && mark.state === 'check' ? IconClockExclamation : icons[mark.state];
  const Icon = mark.above ? IconAlertTriangle : sign;
  const highest =
    mark.highest === null ? text.noLevel : text.highestShort(ratingLevelShortNames[mark.highest]);
  const title = [
    conditionStateNames[mark.state],
    highest,
    ...(mark.above ? [text.above] : []),
    ...mark.missingFirst,
  ].join('\n');
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above
    <div
      className={classes(tableStyles.cell, styles.mark)}
      role="gridcell"
      title={title}
      data-state={mark.above ? 'above' : mark.state}
    >
      <Icon size={15} aria-hidden />
      <span>
        {text.stateShort[mark.state]} ·{' '}
        {mark.highest === null ? text.noLevelShort : ratingLevelShortNames[mark.highest]}
      </span>
      {waits && <span className="visually-hidden"> – {mark.missingFirst.join(' ')}</span>}
      {mark.above && <span className="visually-hidden"> – {text.above}</span>}
    </div>
  );
}
