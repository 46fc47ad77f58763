/**
 * Numbers that may say who reported something: telephone numbers (9 to 11 digits from 0 or +84) and citizen numbers (9
 * or 12 digits). Who reported is never stored, so a suggested question is looked through for them.
 */
const NUMBER = /(?<!\d)(?:\+84|0|\d)(?:[ .-]?\d){8,11}(?!\d)/g;

const isMark = (found: string): boolean => {
  const digits = found.replace(/\D/g, '');
  return (
    (/^0/.test(digits) && digits.length >= 9 && digits.length <= 11) ||
    (/^84/.test(digits) && found.startsWith('+')) ||
    digits.length === 9 ||
    digits.length === 12
  );
};

/** The numbers, as they were typed; none for figures of money with their dots ("1.500.000.000"). */
export function reporterMarks(text: string): string[] {
  return [...text.matchAll(NUMBER)]
    .map(([found]) => found)
    .filter((found) => isMark(found) && !isAmount(found));
}

const isAmount = (found: string): boolean => /^[1-9]\d{0,2}(?:[. ]\d{3})+$/.test(found);

/** The text with each of them struck out. */
export const withoutReporterMarks = (text: string): string =>
  reporterMarks(text).reduce((rest, mark) => rest.replace(mark, '…'), text);
