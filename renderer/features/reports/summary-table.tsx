import type { RatingSummary, RatingSummaryRow, SummaryFigure } from '../../../db/contract/reports.ts';
import { documentTexts, ratingSummaryTexts } from '../../../db/contract/vi/documents.ts';
import { formatNumber, formatPercentColumn } from '../../../db/contract/vi/numbers.ts';
import { ratingLevelNames } from '../../../db/contract/vi/ratings.ts';
import { reportsText, summaryFigureNames } from '../../../db/contract/vi/reports.ts';
import { percentHundredths, ratingLevels } from '../../../db/domain/ratings.ts';
import { classes } from '../../components/classes.ts';
import { formatDate } from '../../lib/format.ts';
import type { FigurePlace } from './people-panel.tsx';
import styles from './summary-table.module.css';

const { columns } = ratingSummaryTexts;
type Figures = Pick<RatingSummaryRow, 'members' | 'exempt' | 'toRate' | 'rated' | 'counts'>;

interface SummaryTableProps {
  summary: RatingSummary;
  /** The rows that the search leaves. */
  rows: readonly RatingSummaryRow[];
  notFound: string | null;
  open: FigurePlace | null;
  onFigure: (place: FigurePlace) => void;
}

/** Table 5a: units as rows, a two-row head, four levels with number and percent, the total row always in sight. */
export function SummaryTable({ summary, rows, notFound, open, onFigure }: SummaryTableProps) {
  return (
    <div className={styles.scroller}>
      <p className={styles.title}>
        <strong>{reportsText.table(summary.year)}</strong> · {reportsText.asOf(formatDate(summary.countedOn))}
      </p>
      <table className={styles.table} aria-label={reportsText.table(summary.year)}>
        <thead>
          <tr>
            <th rowSpan={2} className={styles.order}>
              {columns.order}
            </th>
            <th rowSpan={2} className={styles.unit}>
              {columns.organization}
            </th>
            <th rowSpan={2}>{columns.members}</th>
            <th rowSpan={2}>{columns.exempt}</th>
            <th rowSpan={2}>{columns.toRate}</th>
            <th rowSpan={2}>{columns.rated}</th>
            {ratingLevels.map((level) => (
              <th
                key={level}
                colSpan={2}
                scope="colgroup"
                className={styles.group}
                title={ratingLevelNames[level]}
              >
                {columns[level]}
              </th>
            ))}
            <th rowSpan={2} className={styles.group}>
              {columns.unrated}
            </th>
          </tr>
          <tr>
            {ratingLevels.map((level) => [
              <th key={`${level}-count`} className={styles.group}>
                {columns.count}
              </th>,
              <th key={`${level}-percent`}>{columns.percent}</th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row
              key={row.organizationId ?? 'none'}
              order={formatNumber(index + 1)}
              name={row.organizationName}
              figures={row}
              place={{ of: 'unit', organizationId: row.organizationId }}
              open={open}
              onFigure={onFigure}
            />
          ))}
          {notFound !== null && (
            <tr>
              <td className={styles.notFound} colSpan={15}>
                {notFound}
              </td>
            </tr>
          )}
        </tbody>
        <tfoot>
          <Row
            order=""
            name={reportsText.totalRow}
            figures={summary.total}
            place={{ of: 'total' }}
            open={open}
            onFigure={onFigure}
          />
        </tfoot>
      </table>
    </div>
  );
}

interface RowProps {
  order: string;
  name: string;
  figures: Figures;
  place: FigurePlace['row'];
  open: FigurePlace | null;
  onFigure: (place: FigurePlace) => void;
}

const samePlace = (a: FigurePlace['row'], b: FigurePlace['row']): boolean =>
  a.of === 'total' || b.of === 'total' ? a.of === b.of : a.organizationId === b.organizationId;

function Row({ order, name, figures, place, open, onFigure }: RowProps) {
  const figure = (id: SummaryFigure, count: number, groupStart = false) => (
    <td className={classes(styles.figure, groupStart && styles.group)}>
      <button
        type="button"
        className={styles.figureButton}
        aria-label={reportsText.figure(summaryFigureNames[id], name, count)}
        aria-pressed={open !== null && open.figure === id && samePlace(open.row, place)}
        onClick={() => onFigure({ figure: id, row: place, unitName: name })}
      >
        {formatNumber(count)}
      </button>
    </td>
  );
  return (
    <tr>
      <td className={styles.order}>{order}</td>
      <th scope="row" className={styles.unit}>
        {name}
      </th>
      {figure('members', figures.members)}
      {figure('exempt', figures.exempt)}
      {figure('toRate', figures.toRate)}
      {figure('rated', figures.rated)}
      {ratingLevels.map((level) => {
        const percent = percentHundredths(figures.counts[level], figures.toRate);
        return [
          figure(level, figures.counts[level], true),
          <td key={`${level}-percent`} className={styles.percent}>
            {percent === null ? documentTexts.notApplicable : formatPercentColumn(percent)}
          </td>,
        ];
      })}
      {figure('unrated', figures.counts.unrated, true)}
    </tr>
  );
}
