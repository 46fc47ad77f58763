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

export function GridHead({ showUnit, ofCollectives }: { showUnit: boolean; ofCollectives: boolean }) {
  /** Gone where there is no room. */
  const aside = [
    ...(showUnit ? [personLabels.organization] : []),
    ofCollectives ? ratingRulesText.collectiveKind : personLabels.posts,
  ];
  const titles = [
    ratingFieldLabels.self,
    ratingFieldLabels.proposed,
    ratingFieldLabels.decided,
    ratingRulesText.conditions,
    ratingFieldLabels.unratedReason,
    ratingFieldLabels.note,
  ];
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
      {titles.map((title) => (
        <HeadCell key={title} title={title} />
      ))}
    </div>
  );
}

function HeadCell({ title, className }: { title: string; className?: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above
    <div className={classes(tableStyles.cell, className)} role="columnheader">
      {title}
    </div>
  );
}
