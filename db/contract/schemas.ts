import { z } from 'zod';
import { isCalendarDay, isPartialDate, LATEST_YEAR } from '../domain/dates.ts';
import { cleanText } from '../domain/names.ts';

/** Message of every issue is a FieldErrorCode; the dispatcher turns issues into field errors. */
const hasLoneSurrogate = (text: string) => !text.isWellFormed();

/** One line of text: NFC, single spaces, no control characters, at most `max` characters, may be empty. */
export const line = (max: number) =>
  z
    .string()
    .max(max, { error: 'TOO_LONG' })
    .refine((text) => !hasLoneSurrogate(text), { error: 'INVALID_TEXT' })
    .transform(cleanText);

export const requiredLine = (max: number) => line(max).refine((text) => text !== '', { error: 'REQUIRED' });

/** Several lines: NFC, each line cleaned as in `line`, no blank lines at the ends, may be empty. */
export const text = (max: number) =>
  z
    .string()
    .max(max, { error: 'TOO_LONG' })
    .refine((value) => !hasLoneSurrogate(value), { error: 'INVALID_TEXT' })
    .transform((value) =>
      value
        .split(/\r\n|\r|\n/)
        .map(cleanText)
        .join('\n')
        .trim(),
    );
export const requiredText = (max: number) => text(max).refine((value) => value !== '', { error: 'REQUIRED' });

/** 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD', a real one. */
export const partialDate = z.string().refine(isPartialDate, { error: 'INVALID_DATE' });
export const calendarDay = z.string().refine(isCalendarDay, { error: 'INVALID_DATE' });
export const reviewYear = z
  .int({ error: 'OUT_OF_RANGE' })
  .min(1980, { error: 'OUT_OF_RANGE' })
  .max(LATEST_YEAR, {
    error: 'OUT_OF_RANGE',
  });
export const id = z.int({ error: 'INVALID_VALUE' }).positive({ error: 'INVALID_VALUE' });
export const version = z.int({ error: 'INVALID_VALUE' }).positive({ error: 'INVALID_VALUE' });
export const page = {
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(500).default(100),
};
