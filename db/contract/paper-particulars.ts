import { z } from 'zod';
import { documentInput } from './documents.ts';
import { particularsKinds } from './paper-kinds.ts';
import { calendarDay, line, requiredLine, text } from './schemas.ts';
import { paperLayouts } from './settings.ts';

const words = line(200);
/**
 * What stands on one paper besides its figures, kept so that every reprint says the same. An empty line is left for
 * the pen; a null day is written by hand.
 */
export const paperParticulars = z.object({
  /** "05"; `symbol` "KH/ĐU". */
  number: line(20),
  symbol: line(40),
  place: line(120),
  day: calendarDay.nullable(),
  superiorHead: words,
  issuingHead: words,
  /** Căn cứ lines, one each. */
  basis: z.array(requiredLine(600)).max(40, { error: 'TOO_LONG' }),
  aims: text(20_000),
  carryingOut: text(20_000),
  results: text(20_000),
  late: text(20_000),
  next: text(20_000),
  /** Who made a table. */
  preparer: words,
  authority: words,
  title: words,
  signer: words,
  /** Nơi nhận, one each. */
  recipients: z.array(requiredLine(300)).max(40, { error: 'TOO_LONG' }),
  /** The reading of the layout rules that the paper is set in. */
  layout: z.enum(paperLayouts),
});
export type PaperParticulars = z.output<typeof paperParticulars>;

export const particularsInput = z.object({ document: documentInput });
export const shownParticulars = z.object({
  /** Null: such a paper has none of its own (pledges, personal reviews, lists, several papers in one). */
  paper: z
    .object({
      kind: z.enum(particularsKinds),
      /** "Kế hoạch khắc phục ... năm 2025, Chi bộ Một" */
      name: z.string(),
      /** 0 as long as nothing was kept: the values are proposed. */
      version: z.int().min(0),
      particulars: paperParticulars,
      /** Period whose paper the proposed values were taken from; null where they come from the settings. */
      from: z.object({ year: z.int(), quarter: z.int() }).nullable(),
      /** Whose draft the form keeps (`drafts.save`). */
      draft: z.object({ recordId: z.int(), partId: z.int().nullable() }),
    })
    .nullable(),
});
export type ShownParticulars = NonNullable<z.infer<typeof shownParticulars>['paper']>;

export const saveParticularsInput = z.object({
  document: documentInput,
  version: z.int().min(0),
  particulars: paperParticulars,
});
