import { documentTexts, placeDateText } from '../contract/vi/documents.ts';
import { datePartsOf } from '../domain/dates.ts';

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/**
 * The place-date line of a Party document: "Sông Mây, ngày 05 tháng 12 năm 2025". A zero stands before days
 * below 10 and before months 1 and 2 only, so that neither can be made into another number by hand
 * (HD 05-HD/VPTW, 27/5/2026, Văn phòng Trung ương Đảng). `day` is 'YYYY-MM-DD'; throws on anything else.
 */
export function placeDateLine(place: string, day: string): string {
  const parts = datePartsOf(day);
  if (parts?.month === undefined || parts.day === undefined)
    throw new Error('A place-date line needs a whole day');
  const month = parts.month <= 2 ? twoDigits(parts.month) : String(parts.month);
  return placeDateText(place || documentTexts.openLine, twoDigits(parts.day), month, String(parts.year));
}
