import type { RatingLevel } from './ratings.ts';
import type { FactSource, SpecialCaseId } from './rule-packs.ts';

/** What a finding does to the level; notices do nothing but inform. */
export type FindingEffect =
  | { kind: 'none' }
  | { kind: 'notice' }
  | { kind: 'ceiling' | 'forced'; level: RatingLevel }
  | { kind: 'outOfBase' | 'notReviewed' | 'notRated' | 'hold' };

/** Which counted share a condition speaks of. */
export type ShareKind =
  | 'tasksDone'
  | 'tasksOnTime'
  | 'lateTasks'
  | 'beyondRequirement'
  | 'shortcomingsPutRight'
  | 'targetsReached'
  | 'subordinatesDisciplined';

/** The numbers of a finding's sentence; db/contract/vi/rating-conditions.ts writes it. Percents in hundredths. */
export type FindingWords =
  | {
      key: 'share';
      what: ShareKind;
      part: number;
      total: number;
      limitHundredths: number;
      atMost: boolean;
      entered?: boolean;
    }
  | { key: 'shareUnknown'; what: ShareKind }
  | { key: 'score'; hundredths: number; level: RatingLevel }
  | { key: 'scoreUnknown' }
  | { key: 'disciplineInCharge'; units: number; leaders: number }
  | { key: 'disciplineInChargeUnknown' }
  | { key: 'listedCase'; concluded: boolean | null }
  | { key: 'staffLevel'; level: RatingLevel | null; needed: RatingLevel }
  | { key: 'collectiveLevel'; level: RatingLevel | null }
  | { key: 'admitted'; admittedOn: string | null; months: number }
  | { key: 'formerCell'; months: number }
  | { key: 'longLeave'; months: number }
  | { key: 'case'; id: SpecialCaseId }
  | { key: 'disciplineEntered' | 'disciplineSetAside'; reason: string }
  | { key: 'countedElsewhere'; years: readonly number[] }
  | { key: 'staffUndecided' | 'collectiveUndecided' }
  | { key: 'membersUndecided' | 'unitsUndecided'; count: number };

export interface RatingFinding {
  /** Id of the pack's condition, special case or order; 'score' for the band. */
  conditionId: string;
  kind: 'score' | 'requirement' | 'case' | 'order';
  /** True: in order. False: `effect` is in force. A special case is listed where it applies, is not known,
   * or would apply but for what the words say (true). */
  holds: boolean | 'unknown';
  article: string;
  /** The rule's own text; '' for the band, whose sentence says all. */
  text: string;
  words: FindingWords;
  effect: FindingEffect;
  /** The rule forbids a level above outright. */
  forbids: boolean;
  source: FactSource;
}
