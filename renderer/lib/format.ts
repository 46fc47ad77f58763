import { formatPartialDate } from '../../db/domain/dates.ts';

const pad = (value: number) => String(value).padStart(2, '0');

/** Partial date as offices write it, '' when unknown. */
export const formatDate = (day: string | null): string => (day === null ? '' : formatPartialDate(day));

/**
 * A moment from the service ('2026-11-22T07:05:09Z', or without a zone) in local time: '14:05 22/11/2026'.
 * Text that is no moment is shown as it is.
 */
export function formatMoment(text: string): string {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) return text;
  const day = `${pad(moment.getDate())}/${pad(moment.getMonth() + 1)}/${moment.getFullYear()}`;
  return `${pad(moment.getHours())}:${pad(moment.getMinutes())} ${day}`;
}

/** '22,5' or '20' -> hundredths of a percent (2250, 2000); null when it is no percent from 0 to 100. */
export function parsePercent(typed: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(typed.trim());
  if (!match) return null;
  const hundredths = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return hundredths <= 10000 ? hundredths : null;
}
