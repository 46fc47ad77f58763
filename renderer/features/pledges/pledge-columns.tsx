import type { PledgeRow } from '../../../db/contract/pledges.ts';
import { columnFieldLabels } from '../../../db/contract/vi/imports.ts';
import {
  pledgeVariantNames,
  pledgeVariantShortNames,
  pledgesText as text,
} from '../../../db/contract/vi/pledges.ts';
import type { ColumnField } from '../../../db/contract/workbook-fields.ts';
import { numberColumn } from '../../components/number-column.ts';
import type { Column, TableSelection } from '../../components/virtual-table.tsx';
import { formatDate } from '../../lib/format.ts';
import { PledgeState } from './pledge-status.tsx';
import styles from './pledges.module.css';

export type ListRow = PledgeRow & { id: number };

const reasonOf = (row: PledgeRow): string =>
  row.status === 'returned' ? row.returnedReason : row.notFiledReason;
const marksOf = (row: PledgeRow): string =>
  [
    row.identicalTo > 0 ? text.identicalMark(row.identicalTo) : '',
    row.scans > 0 ? text.scansMark(row.scans) : '',
  ]
    .filter((part) => part !== '')
    .join('; ');

const textColumns: readonly Column<ListRow, never>[] = [
  {
    id: 'name',
    title: text.name,
    width: 150,
    grow: 2,
    frozen: true,
    render: (row) => <b className={styles.name}>{row.fullName}</b>,
    tip: (row) => [row.fullName, formatDate(row.birthDate)].filter(Boolean).join(' – '),
  },
  {
    id: 'unit',
    title: text.unit,
    width: 108,
    grow: 2,
    render: (row) => row.organizationName,
    tip: (row) => row.organizationName,
  },
  {
    id: 'variant',
    title: text.variantShort,
    width: 134,
    spare: 4,
    render: (row) => pledgeVariantShortNames[row.variant],
    tip: (row) => pledgeVariantNames[row.variant],
  },
  {
    id: 'items',
    title: text.items,
    width: 76,
    spare: 3,
    align: 'right',
    render: (row) =>
      row.pledgeId === null ? <span className={styles.soft}>{text.notBegun}</span> : row.items,
  },
  { id: 'status', title: text.status, width: 124, render: (row) => <PledgeState status={row.status} /> },
  { id: 'signedOn', title: text.signedOn, width: 92, render: (row) => formatDate(row.signedOn) },
  {
    id: 'confirmedBy',
    title: text.confirmedBy,
    width: 110,
    spare: 5,
    grow: 1,
    render: (row) => row.confirmedBy,
    tip: (row) => [row.confirmedBy, formatDate(row.confirmedOn)].filter(Boolean).join(', '),
  },
  { id: 'reason', title: text.reason, width: 96, grow: 1, render: reasonOf, tip: reasonOf },
  { id: 'marks', title: text.marks, width: 112, spare: 2, grow: 1, render: marksOf, tip: marksOf },
];

/** Titles of a list of signatures, which cells pasted onto the list may follow. */
export const signatureTitles = (
  [
    'fullName',
    'organization',
    'signed',
    'signedOn',
    'unsigned',
    'note',
  ] as const satisfies readonly ColumnField[]
).map((field) => columnFieldLabels[field]);

interface ColumnsOptions {
  total: number;
  selection: TableSelection;
  all: boolean;
  onAll: () => void;
  /** The list takes the focus back, so that its keys go on working. */
  onDone: () => void;
}

export const pledgeColumns = ({
  total,
  selection,
  all,
  onAll,
  onDone,
}: ColumnsOptions): Column<ListRow, never>[] => [
  {
    id: 'select',
    title: text.selectAll,
    width: 36,
    align: 'center',
    frozen: true,
    head: (
      <input
        type="checkbox"
        className={styles.box}
        tabIndex={-1}
        aria-label={text.selectAll}
        checked={all}
        ref={(box) => {
          if (box) box.indeterminate = selection.any && !all;
        }}
        onChange={() => {
          onAll();
          onDone();
        }}
      />
    ),
    render: (row, index) => (
      <input
        type="checkbox"
        className={styles.box}
        tabIndex={-1}
        aria-label={text.selectRow(row.fullName)}
        checked={selection.has(index)}
        onChange={() => {
          selection.toggle(index);
          onDone();
        }}
        // The click chooses; it does not open the pledge.
        onClick={(event) => event.stopPropagation()}
      />
    ),
  },
  numberColumn(text.number, total),
  ...textColumns,
];
