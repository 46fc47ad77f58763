import { formatPartialDate } from '../../domain/dates.ts';
import { ratingLevels } from '../../domain/ratings.ts';
import type { DocumentReference } from '../../domain/rule-packs.ts';
import { ratingLevelNames } from './ratings.ts';

/** Numbers restart with each Party term: number, day and issuer together name a rule. */
export const ruleName = ({ number, date, issuer }: DocumentReference): string =>
  `Quy định số ${number} ngày ${formatPartialDate(date)} của ${issuer}`;

const levelNames = ratingLevels.map((level) => ratingLevelNames[level]).join(', ');

/** Why a level is refused. `rule` is '' for years before the first pack: then the four levels are named alone. */
export const levelNotInRule = (rule: string): string =>
  `${rule === '' ? 'Xếp loại' : rule} chỉ có bốn mức: ${levelNames}. Người chưa xếp loại thì để trống mức và ghi lý do.`;
