import type { OfficialListInput, OfficialRow } from '../../../db/contract/officials.ts';
import { formatNumber } from '../../../db/contract/vi/numbers.ts';
import {
  genderNames,
  membershipStatusNames,
  officialFieldLabels,
  participationStatusNames,
  personLabels,
} from '../../../db/contract/vi/officials.ts';
import { numberColumnWidth } from '../../components/number-column.ts';
import tableStyles from '../../components/table.module.css';
import type { Column } from '../../components/virtual-table.tsx';
import { formatDate } from '../../lib/format.ts';

type Sort = NonNullable<OfficialListInput['sort']>;

/** An ordinary state needs no word in the list; any other is named. */
function statusOf(row: OfficialRow): string {
  if (row.participationStatus !== 'active') return participationStatusNames[row.participationStatus];
  if (row.membershipStatus === null || row.membershipStatus === 'full') return '';
  return membershipStatusNames[row.membershipStatus];
}

/** A column of the list with its cell as plain text, for copying. */
export type OfficialColumn = Column<OfficialRow, Sort> & {
  textOf: (row: OfficialRow, index: number) => string;
};

/** @param total widens the column of numbers for long lists */
export const officialColumns = (total: number): readonly OfficialColumn[] => [
  {
    id: 'rowNo',
    title: personLabels.rowNo,
    width: numberColumnWidth(total),
    align: 'right',
    frozen: true,
    render: (_row, index) => formatNumber(index + 1),
    textOf: (_row, index) => String(index + 1),
  },
  {
    id: 'fullName',
    title: officialFieldLabels.fullName,
    width: 184,
    frozen: true,
    sort: 'name',
    render: (row) => <span className={tableStyles.strong}>{row.fullName}</span>,
    tip: (row) => row.fullName,
    textOf: (row) => row.fullName,
  },
  {
    id: 'birthDate',
    title: officialFieldLabels.birthDate,
    width: 98,
    align: 'right',
    sort: 'birthDate',
    render: (row) => formatDate(row.birthDate),
    textOf: (row) => formatDate(row.birthDate),
  },
  {
    id: 'gender',
    title: officialFieldLabels.gender,
    width: 74,
    render: (row) => (row.gender === null ? '' : genderNames[row.gender]),
    textOf: (row) => (row.gender === null ? '' : genderNames[row.gender]),
  },
  {
    id: 'organization',
    title: personLabels.organization,
    width: 180,
    grow: 3,
    sort: 'organization',
    render: (row) => row.organizationName,
    tip: (row) => row.organizationName,
    textOf: (row) => row.organizationName,
  },
  {
    id: 'posts',
    title: personLabels.posts,
    width: 160,
    grow: 3,
    render: (row) => [row.partyPost, row.statePost].filter(Boolean).join('; '),
    tip: (row) => [row.partyPost, row.statePost].filter(Boolean).join('; '),
    textOf: (row) => [row.partyPost, row.statePost].filter(Boolean).join('; '),
  },
  {
    id: 'admittedOn',
    title: officialFieldLabels.admittedOn,
    width: 120,
    align: 'right',
    sort: 'admittedOn',
    render: (row) => formatDate(row.admittedOn),
    textOf: (row) => formatDate(row.admittedOn),
  },
  {
    id: 'partyCardNo',
    title: officialFieldLabels.partyCardNo,
    width: 118,
    render: (row) => row.partyCardNo,
    textOf: (row) => row.partyCardNo,
  },
  {
    id: 'status',
    title: personLabels.status,
    width: 126,
    grow: 1,
    render: statusOf,
    tip: statusOf,
    textOf: statusOf,
  },
];
