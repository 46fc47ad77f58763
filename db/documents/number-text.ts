import { documentTexts } from '../contract/vi/documents.ts';
import { percentHundredths } from '../domain/ratings.ts';

/** A whole number as written on paper, with a dot at each thousand: "1.234". */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** Part of a base in percent with two decimals and a decimal comma: "12,34"; "-" on an empty base. */
export function percentText(part: number, base: number): string {
  const hundredths = percentHundredths(part, base);
  if (hundredths === null) return documentTexts.notApplicable;
  return `${countText(Math.floor(hundredths / 100))},${String(hundredths % 100).padStart(2, '0')}`;
}
