import { periodNames } from '../../../db/contract/vi/cycles.ts';
import { officialFieldLabels, personLabels } from '../../../db/contract/vi/officials.ts';
import { ratingRulesText } from '../../../db/contract/vi/rating-rules-screen.ts';
import { ratingFieldLabels } from '../../../db/contract/vi/ratings.ts';
import { classes } from '../../components/classes.ts';
import tableStyles from '../../components/table.module.css';
import styles from './rating-grid-table.module.css';

/** Titles of the columns that a pasted table may fill, from the left; the conditions are not among them. */
export const gridTitles = (showUnit: boolean): string[] => [
  personLabels.rowNo,
  officialFieldLabels.fullName,
  ...(showUnit ? [personLabels.organization] : []),
  personLabels.posts,
  ratingFieldLabels.self,
  ratingFieldLabels.proposed,
  ratingFieldLabels.decided,
  ratingFieldLabels.unratedReason,
  ratingFieldLabels.note,
];

interface GridHeadProps {
  quarters: readonly number[];
  showUnit: boolean;
  ofCollectives: boolean;
}

export function GridHead({ quarters, showUnit, ofCollectives }: GridHeadProps) {
  /** Gone where there is no room. */
  const aside = [
    ...(showUnit ? [personLabels.organization] : []),
    ofCollectives ? ratingRulesText.collectiveKind : personLabels.posts,
  ];
  const stages = [ratingFieldLabels.self, ratingFieldLabels.proposed, ratingFieldLabels.decided];
  const rest = [ratingRulesText.conditions, ratingFieldLabels.unratedReason, ratingFieldLabels.note];
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: a table element cannot hold virtual rows
    <div className={classes(tableStyles.row, tableStyles.head)} role="row" aria-rowindex={1}>
      <HeadCell
        className={classes(styles.number, tableStyles.frozen, tableStyles.right)}
        title={personLabels.rowNo}
      />
      <HeadCell
        className={classes(styles.person, tableStyles.frozen)}
        title={ofCollectives ? ratingRulesText.collective : officialFieldLabels.fullName}
      />
      {aside.map((title) => (
        <HeadCell key={title} className={styles.aside} title={title} />
      ))}
      {stages.map((title) => (
        <HeadCell key={title} title={title} />
      ))}
      {quarters.map((quarter) => (
        <HeadCell
          key={quarter}
          className={styles.quarter}
          title={ratingRulesText.quarterShort(quarter)}
          tip={periodNames[quarter]}
        />
      ))}
      {rest.map((title) => (
        <HeadCell key={title} title={title} />
      ))}
    </div>
  );
}

function HeadCell({
  title,
  tip,
  className,
}: {
  title: string;
  tip?: string | undefined;
  className?: string;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above
    <div className={classes(tableStyles.cell, className)} role="columnheader" title={tip} aria-label={tip}>
      {title}
    </div>
  );
}
