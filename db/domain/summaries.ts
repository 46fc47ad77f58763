import { ratingLevels } from './ratings.ts';

/** The summary tables of a year (forms of the yearly report: 5a members ... 5f discipline). */
export const summaryTableIds = ['5a', '5b', '5c', '5d', '5e', '5f'] as const;
export type SummaryTableId = (typeof summaryTableIds)[number];

/** What a table counts. A figure is a number of people or collectives that can be listed. */
export const figureIds = [
  'members',
  'exempt',
  'toRate',
  'rated',
  ...ratingLevels,
  'unrated',
  'toSign',
  'signed',
  'notSigned',
  'withReason',
  'withoutReason',
  'wellDone',
  'partlyDone',
  'notReached',
  'resultOpen',
  'disciplined',
  'reprimand',
  'warning',
  'removalFromPost',
  'expulsion',
  'heads',
  'headReprimand',
  'headWarning',
  'headRemovalFromPost',
  'headExpulsion',
  'disciplinedUnits',
  'unitReprimand',
  'unitWarning',
  'unitDissolution',
] as const;
export type FigureId = (typeof figureIds)[number];
/** Whether a figure counts Party organisations or collectives, and not people. */
export const countsCollectives = (table: SummaryTableId, figure: FigureId): boolean =>
  table === '5b' || table === '5c' || unitFigures.includes(figure);

/** Numbers of one row, by figure of its table. */
export type Counts = Partial<Record<FigureId, number>>;
export const countOf = (counts: Counts, figure: FigureId): number => counts[figure] ?? 0;

/** Groups of members that table 5a counts apart under its total ("trong đó"). */
export const breakdownIds = [
  'committee',
  'leaders',
  'probationary',
  'women',
  'minority',
  'pensioners',
] as const;
export type BreakdownId = (typeof breakdownIds)[number];

/** A figure that is made of others; `fault` names it in a log, where no unit may stand. */
export interface Sum {
  whole: FigureId;
  parts: readonly FigureId[];
  fault: string;
}

const ratingSums = [
  { whole: 'toRate', parts: [...ratingLevels, 'unrated'], fault: 'levels + unrated is not toRate' },
  { whole: 'rated', parts: ratingLevels, fault: 'levels do not add up to rated' },
] as const satisfies readonly Sum[];
const ratingFigures = ['toRate', 'rated', ...ratingLevels, 'unrated'] as const;

const disciplineForms = ['reprimand', 'warning', 'removalFromPost', 'expulsion'] as const;
const headForms = ['headReprimand', 'headWarning', 'headRemovalFromPost', 'headExpulsion'] as const;

const unitForms = ['unitReprimand', 'unitWarning', 'unitDissolution'] as const;
const unitFigures: readonly FigureId[] = ['disciplinedUnits', ...unitForms];

interface Shape {
  figures: readonly FigureId[];
  sums: readonly Sum[];
  /** Figures of which the difference from the year before is shown. */
  compared: readonly FigureId[];
}

const collectiveShape: Shape = {
  figures: ratingFigures,
  sums: ratingSums,
  compared: [...ratingLevels, 'unrated'],
};

/** Which figures a table has, and which of them make up which. */
export const summaryShapes: Record<SummaryTableId, Shape> = {
  '5a': {
    figures: ['members', 'exempt', ...ratingFigures],
    sums: [
      ...ratingSums,
      { whole: 'members', parts: ['toRate', 'exempt'], fault: 'toRate + exempt is not members' },
    ],
    compared: [...ratingLevels, 'unrated'],
  },
  '5b': collectiveShape,
  '5c': collectiveShape,
  '5d': collectiveShape,
  '5e': {
    figures: [
      'members',
      'exempt',
      'toSign',
      'signed',
      'notSigned',
      'withReason',
      'withoutReason',
      'wellDone',
      'partlyDone',
      'notReached',
      'resultOpen',
    ],
    sums: [
      { whole: 'members', parts: ['toSign', 'exempt'], fault: 'toSign + exempt is not members' },
      { whole: 'toSign', parts: ['signed', 'notSigned'], fault: 'signed + notSigned is not toSign' },
      {
        whole: 'notSigned',
        parts: ['withReason', 'withoutReason'],
        fault: 'reasons do not add up to notSigned',
      },
      {
        whole: 'signed',
        parts: ['wellDone', 'partlyDone', 'notReached', 'resultOpen'],
        fault: 'results do not add up to signed',
      },
    ],
    compared: ['signed', 'notSigned'],
  },
  '5f': {
    figures: ['disciplined', ...disciplineForms, 'heads', ...headForms, 'disciplinedUnits', ...unitForms],
    sums: [
      { whole: 'disciplined', parts: disciplineForms, fault: 'forms do not add up to disciplined' },
      { whole: 'heads', parts: headForms, fault: 'forms do not add up to heads' },
      {
        whole: 'disciplinedUnits',
        parts: unitForms,
        fault: 'forms do not add up to disciplinedUnits',
      },
    ],
    compared: ['disciplined', 'heads', 'disciplinedUnits'],
  },
};

/** One person or collective that a table counts: in which row, in which figures, in which groups. */
export interface Counted {
  row: string;
  figures: readonly FigureId[];
  groups: readonly BreakdownId[];
}

/** The numbers of any set of what is counted: each figure is how many are in it. */
export function tally(table: SummaryTableId, items: Iterable<Counted>): Counts {
  const counts: Counts = Object.fromEntries(summaryShapes[table].figures.map((figure) => [figure, 0]));
  for (const item of items) for (const figure of item.figures) counts[figure] = (counts[figure] ?? 0) + 1;
  return counts;
}

/**
 * What does not add up; empty when all does. In each row and the total the parts make up their whole, and in each
 * column the rows make up the total. Faults name a row by its number, never a unit.
 */
export function summaryFaults(
  table: SummaryTableId,
  rows: readonly { counts: Counts }[],
  total: Counts,
): string[] {
  const { figures } = summaryShapes[table];
  const faults = rows.flatMap(({ counts }, index) => rowFaults(table, counts, `row ${index + 1}`));
  faults.push(...rowFaults(table, total, 'total'));
  for (const figure of figures) {
    const sum = rows.reduce((all, { counts }) => all + countOf(counts, figure), 0);
    if (sum !== countOf(total, figure)) faults.push(`rows of ${figure} do not add up to the total`);
  }
  return faults;
}

function rowFaults(table: SummaryTableId, counts: Counts, where: string): string[] {
  const { figures, sums } = summaryShapes[table];
  const faults: string[] = [];
  for (const figure of figures) {
    const value = countOf(counts, figure);
    if (!Number.isInteger(value) || value < 0) faults.push(`${where}: ${figure} is not a count`);
  }
  for (const { whole, parts, fault } of sums) {
    const sum = parts.reduce((all, part) => all + countOf(counts, part), 0);
    if (sum !== countOf(counts, whole)) faults.push(`${where}: ${fault}`);
  }
  return faults;
}
