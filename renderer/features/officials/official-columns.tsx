import { officialCellText } from '../../../db/contract/official-cells.ts';
import {
  type OfficialColumnId,
  type OfficialSort,
  officialSorts,
} from '../../../db/contract/official-list.ts';
import type { OfficialRow } from '../../../db/contract/officials.ts';
import { formatNumber } from '../../../db/contract/vi/numbers.ts';
import { officialColumnTitles } from '../../../db/contract/vi/official-list.ts';
import { officialFieldLabels, officialsText, personLabels } from '../../../db/contract/vi/officials.ts';
import { numberColumnWidth } from '../../components/number-column.ts';
import tableStyles from '../../components/table.module.css';
import type { Column } from '../../components/virtual-table.tsx';
import type { ColumnChoice, ListColumnId } from './column-model.ts';

/** A column of the list with its cell as plain text, for copying. */
export type OfficialColumn = Column<OfficialRow, OfficialSort> & {
  textOf: (row: OfficialRow, index: number) => string;
};

export const titleOfColumn = (id: ListColumnId): string =>
  id === 'fullName' ? officialFieldLabels.fullName : officialColumnTitles[id];

interface Look {
  width: number;
  grow?: number;
  align?: 'right';
}

const looks = {
  birthDate: { width: 98, align: 'right' },
  gender: { width: 78 },
  organization: { width: 158, grow: 3 },
  posts: { width: 142, grow: 3 },
  partyPost: { width: 150, grow: 2 },
  statePost: { width: 160, grow: 2 },
  massPost: { width: 150, grow: 2 },
  admittedOn: { width: 120, align: 'right' },
  fullMemberOn: { width: 122, align: 'right' },
  partyCardNo: { width: 130 },
  partyFileNo: { width: 100 },
  status: { width: 126, grow: 1 },
  membershipStatus: { width: 150 },
  participationStatus: { width: 160 },
  hometown: { width: 160, grow: 2 },
  residence: { width: 160, grow: 2 },
  workplace: { width: 170, grow: 2 },
  workingStatus: { width: 178 },
  schooling: { width: 120 },
  professionalDegree: { width: 160, grow: 1 },
  politicalTheoryLevel: { width: 128 },
  ethnicity: { width: 84 },
  religion: { width: 84 },
  citizenId: { width: 124 },
  note: { width: 180, grow: 2 },
} as const satisfies Record<OfficialColumnId, Look>;

/** What is masked is not sorted by: the order would tell what is hidden. */
const sorts = (id: OfficialColumnId): id is Extract<OfficialSort, OfficialColumnId> =>
  officialSorts.some((sort) => sort === id);

const NAME_WIDTH = 184;

/** Width as chosen, or the column's own with its share of what is left over. */
const widthOf = (id: ListColumnId, { widths }: ColumnChoice, look: Look): Pick<Look, 'width' | 'grow'> => {
  const chosen = widths[id];
  if (chosen !== undefined) return { width: chosen };
  return look.grow === undefined ? { width: look.width } : { width: look.width, grow: look.grow };
};

function columnOf(id: OfficialColumnId, choice: ColumnChoice): OfficialColumn {
  const look: Look = looks[id];
  return {
    id,
    title: officialColumnTitles[id],
    ...widthOf(id, choice, look),
    ...(look.align === undefined ? {} : { align: look.align }),
    ...(sorts(id) ? { sort: id } : { headTip: officialsText.notSorted }),
    resizable: true,
    movable: true,
    render: (row) => officialCellText(id, row),
    tip: (row) => officialCellText(id, row),
    textOf: (row) => officialCellText(id, row),
  };
}

/** @param total widens the column of numbers for long lists */
export const officialColumns = (total: number, choice: ColumnChoice): readonly OfficialColumn[] => [
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
    width: choice.widths.fullName ?? NAME_WIDTH,
    frozen: true,
    sort: 'name',
    resizable: true,
    render: (row) => <span className={tableStyles.strong}>{row.fullName}</span>,
    tip: (row) => row.fullName,
    textOf: (row) => row.fullName,
  },
  ...choice.shown.map((id) => columnOf(id, choice)),
];
