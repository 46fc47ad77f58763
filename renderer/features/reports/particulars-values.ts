import { particularsOf, particularTexts } from '../../../db/contract/paper-kinds.ts';
import type { PaperParticulars, ShownParticulars } from '../../../db/contract/paper-particulars.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { formatDate } from '../../lib/format.ts';

/** The form, all as text: a day as it is typed, lists with a line each. */
export type ParticularsValues = Record<keyof PaperParticulars, string>;

export const valuesOf = ({ particulars }: ShownParticulars): ParticularsValues => ({
  ...particulars,
  day: formatDate(particulars.day),
  basis: particulars.basis.join('\n'),
  recipients: particulars.recipients.join('\n'),
});

export const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const particularsOfValues = (values: ParticularsValues): PaperParticulars => ({
  ...values,
  day: values.day.trim() === '' ? null : (parseTypedDate(values.day) ?? null),
  basis: linesOf(values.basis),
  recipients: linesOf(values.recipients),
  layout: values.layout === 'B' ? 'B' : 'A',
});

/** Paragraphs that the paper has, in their order on it. */
export const textsOf = ({ kind }: ShownParticulars) => {
  const parts: readonly string[] = particularsOf[kind];
  return particularTexts.filter((each) => parts.includes(each));
};
export const has = (
  { kind }: ShownParticulars,
  part: 'head' | 'basis' | 'preparer' | 'signature' | 'recipients',
): boolean => (particularsOf[kind] as readonly string[]).includes(part);
