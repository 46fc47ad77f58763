import type { DatedDiscipline, Period } from './disciplines-in-period.ts';
import type { MembershipStatus, ParticipationStatus } from './people.ts';
import type { PartScore } from './rating-bands.ts';
import type { RatingLevel, RatingStage } from './ratings.ts';
import type { SubjectGroup } from './rule-packs.ts';

/**
 * What the rules look at, for one person or collective in one period. Null means "not known yet", which is shown as
 * such and lowers nothing. No political opinion, no listed case by name: only that one was concluded.
 */
export interface RatingFacts {
  subject: SubjectGroup;
  period: Period;
  /** Points of the parts given so far. */
  scoreParts: readonly PartScore[];
  tasks: { total: number; onTime: number; late: number; beyondRequirement: number } | null;
  /** Shortcomings named before this period, and how many of them are put right. */
  earlierShortcomings: { total: number; putRight: number } | null;
  /** Targets of a collective. */
  targets: { total: number; reached: number } | null;
  /** Party organisations right under a collective; `entered`: as the office typed it, not as the book counts. */
  subordinates: { total: number; disciplined: number; entered: boolean } | null;
  /** Of the person, or of the collective itself. */
  disciplines: readonly DatedDiscipline[];
  /** What the office said of the collective's own discipline, against the book or beside it, and why. */
  disciplineOverride: { disciplined: boolean; reason: string } | null;
  /** Of the members of the leading collective. */
  leaderDisciplines: readonly DatedDiscipline[];
  /** A listed case of "notCompleted" was concluded by the competent body. */
  listedCaseConcluded: boolean | null;
  /** On the last day of the period. Suspension from a committee alone is not 'suspended': such a member is rated. */
  participation: ParticipationStatus;
  temporarilyExempt: boolean;
  membership: MembershipStatus | null;
  /** Day or partial date. */
  admittedOn: string | null;
  cellMoves: readonly { monthsInFormerCell: number; hasFormerOpinion: boolean }[];
  longLeaveMonths: number;
  underExamination: boolean;
  newFactsAfterDecision: boolean;
  /** Cadre, civil servant or public employee, who has a rating of the agency too. */
  isStaff: boolean;
  staffLevel: RatingLevel | null;
  /** Head of the collective or unit whose decided level is `collectiveLevel`. */
  isHead: boolean;
  collectiveLevel: RatingLevel | null;
  /** Members of a cell, and units of a body, that have no decided level yet. */
  membersUndecided: number;
  unitsUndecided: number;
  previousLevel: RatingLevel | null;
  levels: Record<RatingStage, RatingLevel | null>;
}
