import { formNameOf } from '../../../db/contract/form-set-data.ts';
import type { ReviewRow } from '../../../db/contract/reviews.ts';
import { placeName } from '../../../db/contract/vi/cycles.ts';
import { ratingLevelShortNames } from '../../../db/contract/vi/ratings.ts';
import { reviewsText as text } from '../../../db/contract/vi/reviews.ts';
import { numberColumn } from '../../components/number-column.ts';
import type { Column } from '../../components/virtual-table.tsx';
import { formatDate } from '../../lib/format.ts';
import { levelName } from '../../lib/level-name.ts';
import { ReviewState } from './review-state.tsx';
import styles from './reviews.module.css';

const formName = (row: ReviewRow): string => formNameOf(row.formId);
/** "Mẫu 2A-HD KĐ.ĐG 2025" -> "2A 2025". */
const shortFormName = (row: ReviewRow): string => formName(row).replace(/^\S+ (\w+)-.* (\d{4})$/, '$1 $2');
const shortLevel = ({ selfLevel }: ReviewRow): string =>
  selfLevel === null ? '' : ratingLevelShortNames[selfLevel];

export const reviewColumns = (total: number): Column<ReviewRow & { id: number }, never>[] => [
  numberColumn(text.number, total),
  {
    id: 'name',
    title: text.name,
    width: 160,
    grow: 2,
    frozen: true,
    render: (row) => <b className={styles.name}>{row.name}</b>,
    tip: (row) => row.name,
  },
  {
    id: 'unit',
    title: text.unit,
    width: 120,
    grow: 1,
    render: (row) => row.organizationName,
    tip: (row) => row.organizationName,
  },
  { id: 'place', title: text.place, width: 136, spare: 1, render: placeName },
  { id: 'form', title: text.form, width: 84, spare: 3, render: shortFormName, tip: formName },
  { id: 'state', title: text.state, width: 146, render: (row) => <ReviewState status={row.status} /> },
  { id: 'filedOn', title: text.filedOn, width: 90, render: (row) => formatDate(row.filedOn) },
  {
    id: 'shortcomings',
    title: text.shortcomings,
    width: 74,
    spare: 4,
    align: 'right',
    render: (row) => (row.shortcomings === 0 ? '' : row.shortcomings),
  },
  {
    id: 'prompts',
    title: text.prompts,
    width: 56,
    spare: 5,
    align: 'right',
    render: (row) => (row.prompts === 0 ? '' : `${row.promptsAnswered}/${row.prompts}`),
    tip: () => text.promptsTip,
  },
  {
    id: 'selfLevel',
    title: text.selfLevel,
    width: 116,
    render: shortLevel,
    tip: (row) => (row.selfLevel === null ? '' : levelName(row.selfLevel)),
  },
];
