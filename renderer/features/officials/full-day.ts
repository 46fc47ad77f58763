import { officialEditText as text } from '../../../db/contract/vi/officials.ts';
import { dayOf, formatPartialDate, parseTypedDate } from '../../../db/domain/dates.ts';

export const todayTyped = (): string => formatPartialDate(dayOf(new Date()));

/** For `validate` of a field that takes a whole day: true, or what is wrong. */
export const isFullDay = (typed: string): true | string =>
  parseTypedDate(typed)?.length === 10 || text.fullDayNeeded;
