import { percentHundredths, type RatingLevel, ratingLevels } from './ratings.ts';

/**
 * The secret ballot on levels, as counts only: who voted for what is never kept.
 * Paper: "Phiếu đề xuất mức xếp loại" and "Biên bản kiểm phiếu" (forms of practice; no national number was found).
 */
export interface BallotSheet {
  membersTotal: number;
  present: number;
  issued: number;
  returned: number;
  valid: number;
  invalid: number;
}

/** Valid ballots per level for one person or collective. A ballot may leave a line empty. */
export type BallotCounts = Record<RatingLevel, number>;

export const ballotFaults = [
  'NOT_A_COUNT',
  'MORE_PRESENT_THAN_MEMBERS',
  'MORE_ISSUED_THAN_PRESENT',
  'MORE_RETURNED_THAN_ISSUED',
  'BALLOTS_DO_NOT_ADD_UP',
  'MORE_MARKS_THAN_BALLOTS',
] as const;
export type BallotFault = (typeof ballotFaults)[number];

const isCount = (value: number) => Number.isSafeInteger(value) && value >= 0;

/** What does not add up, by field; {} when issued >= returned = valid + invalid and no more were issued than present. */
export function ballotSheetFaults(sheet: BallotSheet): Partial<Record<keyof BallotSheet, BallotFault>> {
  const faults: Partial<Record<keyof BallotSheet, BallotFault>> = {};
  const { membersTotal, present, issued, returned, valid, invalid } = sheet;
  for (const field of ['membersTotal', 'present', 'issued', 'returned', 'valid', 'invalid'] as const)
    if (!isCount(sheet[field])) faults[field] = 'NOT_A_COUNT';
  if (Object.keys(faults).length > 0) return faults;
  if (present > membersTotal) faults.present = 'MORE_PRESENT_THAN_MEMBERS';
  if (issued > present) faults.issued = 'MORE_ISSUED_THAN_PRESENT';
  if (returned > issued) faults.returned = 'MORE_RETURNED_THAN_ISSUED';
  if (valid + invalid !== returned) faults.valid = 'BALLOTS_DO_NOT_ADD_UP';
  return faults;
}

const marksOf = (counts: BallotCounts) => ratingLevels.reduce((sum, level) => sum + counts[level], 0);

/** Each valid ballot marks at most one level for a person: the four counts are at most the valid ballots. */
export function ballotCountFaults(
  counts: BallotCounts,
  valid: number,
): Partial<Record<RatingLevel, BallotFault>> {
  const faults: Partial<Record<RatingLevel, BallotFault>> = {};
  for (const level of ratingLevels) if (!isCount(counts[level])) faults[level] = 'NOT_A_COUNT';
  if (Object.keys(faults).length > 0 || marksOf(counts) <= valid) return faults;
  // Shown at the first level at which the sum passes the ballots, where a typing error is seen soonest.
  let sum = 0;
  const at = ratingLevels.find((level) => {
    sum += counts[level];
    return sum > valid;
  });
  return at ? { [at]: 'MORE_MARKS_THAN_BALLOTS' } : {};
}

/** Of what more than half is needed. No text on ratings was read (unconfirmed); those present is the practice. */
export const votingBases = ['PRESENT', 'ISSUED'] as const;
export type VotingBase = (typeof votingBases)[number];

export interface VotingRule {
  base: VotingBase;
  /** Where no level alone has more than half, ballots of better levels are added downwards (custom, unconfirmed). */
  cascade: boolean;
}
export const defaultVotingRule: VotingRule = { base: 'PRESENT', cascade: true };

export interface VoteOutcome {
  /** The level that the ballots propose; null where they propose none. */
  level: RatingLevel | null;
  /** How it came about, with the numbers of its sentence. */
  how: 'majority' | 'cascade' | 'none';
  /** Ballots for the level, with those of better levels where added; without a level the most that one level has. */
  ballots: number;
  needed: number;
  base: number;
  baseKind: VotingBase;
  /** Percent of the base per level, hundredths; null of a base of nobody. */
  percents: Record<RatingLevel, number | null>;
}

/** The level proposed by more than half (QĐ 208-QĐ/TW, 26/7/2026, second-hand: resolutions need more than half). */
export function voteOutcome(counts: BallotCounts, sheet: BallotSheet, rule: VotingRule): VoteOutcome {
  const base = rule.base === 'PRESENT' ? sheet.present : sheet.issued;
  const needed = Math.floor(base / 2) + 1;
  const percents = {
    excellent: percentHundredths(counts.excellent, base),
    good: percentHundredths(counts.good, base),
    completed: percentHundredths(counts.completed, base),
    notCompleted: percentHundredths(counts.notCompleted, base),
  };
  const common = { needed, base, baseKind: rule.base, percents };
  const alone = ratingLevels.find((level) => counts[level] >= needed);
  if (alone) return { level: alone, how: 'majority', ballots: counts[alone], ...common };
  if (rule.cascade) {
    let ballots = 0;
    for (const level of ratingLevels) {
      ballots += counts[level];
      if (ballots >= needed) return { level, how: 'cascade', ballots, ...common };
    }
  }
  const most = Math.max(...ratingLevels.map((level) => counts[level]));
  return { level: null, how: 'none', ballots: most, ...common };
}
