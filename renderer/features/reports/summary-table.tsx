import type { Summary, SummaryRow } from '../../../db/contract/summaries.ts';
import { type SummaryColumn, summaryColumns } from '../../../db/contract/summary-columns.ts';
import { documentTexts } from '../../../db/contract/vi/documents.ts';
import { formatNumber, formatPercentColumn } from '../../../db/contract/vi/numbers.ts';
import { figureNames, summaryPageText, summaryText } from '../../../db/contract/vi/summaries.ts';
import { percentHundredths } from '../../../db/domain/ratings.ts';
import { countOf, countsCollectives, type FigureId } from '../../../db/domain/summaries.ts';
import { classes } from '../../components/classes.ts';
import { formatDate } from '../../lib/format.ts';
import type { FigurePlace } from './people-panel.tsx';
import styles from './summary-table.module.css';

interface SummaryTableProps {
  summary: Summary;
  /** The rows that the search leaves. */
  rows: readonly SummaryRow[];
  notFound: string | null;
  open: FigurePlace | null;
  onFigure: (place: FigurePlace) => void;
  onPerson: (officialId: number) => void;
}

/** Any of the tables 5a to 5f: the columns of its paper, every figure a button, the total row always in sight. */
export function SummaryTable(props: SummaryTableProps) {
  const { summary, rows, notFound } = props;
  const { table, year, quarter, days, total, groups, comparedWith } = summary;
  const columns = summaryColumns(summary);
  const title = summaryText.screenTitle(table, year, quarter);
  return (
    <div className={styles.scroller}>
      <p className={styles.title}>
        <strong>{title}</strong> ·{' '}
        {days
          ? summaryText.between(formatDate(days.from), formatDate(days.to))
          : summaryText.asOf(formatDate(summary.countedOn))}
        {comparedWith?.opened === false &&
          ` · ${summaryText.notOpened(comparedWith.year, comparedWith.quarter)}`}
      </p>
      <table className={styles.table} aria-label={title}>
        <Head columns={columns} />
        <tbody>
          {rows.map((row, index) => (
            <Row key={row.key} {...props} columns={columns} row={row} order={formatNumber(index + 1)} />
          ))}
          {notFound !== null && (
            <tr>
              <td className={styles.notFound} colSpan={columns.length}>
                {notFound}
              </td>
            </tr>
          )}
        </tbody>
        {table !== '5d' && (
          <tfoot className={classes(groups.length > 0 && styles.withGroups)}>
            <Row {...props} columns={columns} row={total} order="" />
            {groups.map((row, index) => (
              <Row
                key={row.key}
                {...props}
                columns={columns}
                row={row}
                order=""
                shownName={index === 0 ? summaryText.amongThem(row.name) : summaryText.group(row.name)}
              />
            ))}
          </tfoot>
        )}
      </table>
    </div>
  );
}

const isWords = ({ content }: SummaryColumn): boolean => content.kind === 'text';
const startsGroup = (columns: readonly SummaryColumn[], index: number): boolean => {
  const group = columns[index]?.group ?? null;
  return group !== null && columns[index - 1]?.group !== group;
};

function Head({ columns }: { columns: readonly SummaryColumn[] }) {
  const grouped = columns.some(({ group }) => group !== null);
  const span = grouped ? 2 : 1;
  return (
    <thead>
      <tr>
        {columns.map((column, index) => {
          const { title, group, content } = column;
          if (group === null)
            return (
              <th
                key={title}
                rowSpan={span}
                className={classes(
                  content.kind === 'order' && styles.order,
                  content.kind === 'name' && styles.unit,
                  isWords(column) && styles.words,
                )}
              >
                {title}
              </th>
            );
          if (!startsGroup(columns, index)) return null;
          const width = columns.filter((each) => each.group === group).length;
          return (
            <th key={group} colSpan={width} scope="colgroup" className={styles.group}>
              {group}
            </th>
          );
        })}
      </tr>
      {grouped && (
        <tr>
          {columns.map(({ title, group }, index) =>
            group === null ? null : (
              <th key={`${group}-${title}`} className={classes(startsGroup(columns, index) && styles.group)}>
                {title}
              </th>
            ),
          )}
        </tr>
      )}
    </thead>
  );
}

interface RowProps extends SummaryTableProps {
  columns: readonly SummaryColumn[];
  row: SummaryRow;
  order: string;
  /** The name as it stands in the row, where it is not the plain one. */
  shownName?: string;
}

function Row(props: RowProps) {
  return (
    <tr>
      {props.columns.map((column, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table have a fixed order
        <Cell key={index} {...props} column={column} line={startsGroup(props.columns, index)} />
      ))}
    </tr>
  );
}

interface CellProps extends RowProps {
  column: SummaryColumn;
  /** A group of columns begins here. */
  line: boolean;
}

function Cell({ summary, column, line, row, order, shownName, open, onFigure, onPerson }: CellProps) {
  const { content } = column;
  const { officialId } = row;
  const group = line && styles.group;
  switch (content.kind) {
    case 'order':
      return <td className={styles.order}>{order}</td>;
    case 'name':
      return (
        <th scope="row" className={styles.unit}>
          {officialId === null ? (
            (shownName ?? row.name)
          ) : (
            <button type="button" className={styles.person} onClick={() => onPerson(officialId)}>
              {row.name}
            </button>
          )}
        </th>
      );
    case 'count':
      return (
        <td className={classes(styles.figure, group)}>
          <Figure summary={summary} row={row} figure={content.figure} open={open} onFigure={onFigure} />
        </td>
      );
    case 'percent': {
      const percent = percentHundredths(countOf(row.counts, content.part), countOf(row.counts, content.base));
      return (
        <td className={classes(styles.percent, group)}>
          {percent === null ? documentTexts.notApplicable : formatPercentColumn(percent)}
        </td>
      );
    }
    case 'difference': {
      const by = countOf(row.counts, content.figure) - countOf(row.before ?? {}, content.figure);
      return (
        <td className={classes(styles.percent, group)}>
          {row.before === null ? '' : summaryPageText.difference(by)}
        </td>
      );
    }
    case 'text':
      return (
        <td className={styles.words} title={row.texts[content.text]}>
          {row.texts[content.text]}
        </td>
      );
  }
}

interface FigureProps {
  summary: Summary;
  row: SummaryRow;
  figure: FigureId;
  open: FigurePlace | null;
  onFigure: (place: FigurePlace) => void;
}

/** A number that opens whom it counts. */
export function Figure({ summary, row, figure, open, onFigure }: FigureProps) {
  const count = countOf(row.counts, figure);
  const collectives = countsCollectives(summary.table, figure);
  return (
    <button
      type="button"
      className={styles.figureButton}
      aria-label={summaryPageText.figure(figureNames[figure], row.name, count, collectives)}
      aria-pressed={open !== null && open.figure === figure && open.row === row.key}
      onClick={() => onFigure({ figure, row: row.key, rowName: row.name })}
    >
      {formatNumber(count)}
    </button>
  );
}
