import { latestDay } from './dates.ts';
import type { RatingLevel } from './ratings.ts';

/**
 * A rule pack: one set of review rules as data (plain JSON), with number, date, issuer and validity, so that a year
 * reprinted later is judged by the rules of its time and a province's own pack can be imported. Shapes only; the
 * built-in packs stand in db/contract/rule-packs.ts, what they compute in rating-conditions.ts and rating-bands.ts.
 */

/** How sure a fact is: read in the rule or a legal portal; read second-hand; recalled or inferred. */
export const sourceStatuses = ['confirmed', 'secondary', 'unconfirmed'] as const;
export type SourceStatus = (typeof sourceStatuses)[number];

export interface FactSource {
  status: SourceStatus;
  /** Where it was read, or why it is not sure. */
  note: string;
}

/** Whom a condition speaks of; the annexes of QĐ 366-QĐ/TW (30/8/2025, Bộ Chính trị), its two for leaders as one. */
export const subjectGroups = ['collective', 'leader', 'noPost', 'outsideSystem'] as const;
export type SubjectGroup = (typeof subjectGroups)[number];

/** Numbers restart with each Party term, so a document is named by number, date and issuer together. */
export interface DocumentReference {
  number: string;
  /** Calendar day. */
  date: string;
  issuer: string;
}

/** Points are in hundredths throughout: 9000 = 90 points. */
export interface ScorePart {
  id: string;
  title: string;
  maxHundredths: number;
  source: FactSource;
}
export interface ScoreBand {
  level: RatingLevel;
  /** Lowest score of the level; the level's range goes up to the next band. */
  minHundredths: number;
  source: FactSource;
}
export interface Scoring {
  /** The article on the bands, as it is quoted to the clerk. */
  article: string;
  totalHundredths: number;
  parts: ScorePart[];
  /** Best level first, falling; below the last one is "notCompleted". */
  bands: ScoreBand[];
}

/** A province's table of criteria, e.g. 17 for leaders and 16 for others in the part of 30 points. */
export interface CriteriaTable {
  id: string;
  title: string;
  subjects: SubjectGroup[];
  source: FactSource;
  /** Points on top of the parts: how many at most. Its criteria have the part BONUS_PART and may add up to more. */
  bonus?: { title: string; maxHundredths: number } | undefined;
  criteria: { id: string; partId: string; text: string; maxHundredths: number }[];
}

/** What a condition looks at; each kind is computed in rating-conditions.ts. Those of `percentKinds` have a percent. */
export const conditionKinds = [
  'tasksDone',
  'tasksOnTime',
  'lateTasks',
  'beyondRequirement',
  'shortcomingsPutRight',
  'targetsReached',
  'subordinatesDisciplined',
  'noDisciplineInCharge',
  'noListedCase',
  'staffLevel',
  'notAboveCollective',
] as const;
export type ConditionKind = (typeof conditionKinds)[number];

export const percentKinds: readonly ConditionKind[] = [
  'tasksDone',
  'tasksOnTime',
  'lateTasks',
  'beyondRequirement',
  'shortcomingsPutRight',
  'targetsReached',
  'subordinatesDisciplined',
];

export interface PackCondition {
  id: string;
  kind: ConditionKind;
  subjects: SubjectGroup[];
  /** The level (and every better one) that needs it; unmet, the next lower level is the highest left. */
  level: RatingLevel;
  /** Hundredths of a percent (3000 = 30%): a maximum for lateTasks and subordinatesDisciplined, else a minimum. */
  percentHundredths: number | null;
  /** The article, as it is quoted to the clerk. */
  article: string;
  text: string;
  enabled: boolean;
  /** The rule forbids a level above outright; else the program only informs. */
  forbids: boolean;
  source: FactSource;
}

/** Listed cases of "notCompleted"; shown for reading. Which one applies to a person is never stored. */
export interface ListedCase {
  id: string;
  subjects: SubjectGroup[];
  text: string;
  source: FactSource;
}

/** Special cases that change how a subject is reviewed. */
export const specialCaseIds = [
  'disciplined',
  'collectiveDisciplined',
  'leaderDisciplined',
  'exempt',
  'suspended',
  'temporarilyExempt',
  'left',
  'underExamination',
  'newlyAdmitted',
  'movedCell',
  'longLeave',
  'twoYearsNotCompleted',
  'newFacts',
] as const;
export type SpecialCaseId = (typeof specialCaseIds)[number];

export const treatments = [
  'outOfBase',
  'notReviewed',
  'notRated',
  'hold',
  'forcedNotCompleted',
  'ceilingGood',
  'ceilingCompleted',
  'notice',
] as const;
export type Treatment = (typeof treatments)[number];

export interface SpecialCase {
  id: SpecialCaseId;
  subjects: SubjectGroup[];
  treatment: Treatment;
  /** Limit for newlyAdmitted (fewer), movedCell and longLeave (as many or more); null for the others. */
  months: number | null;
  article: string;
  text: string;
  enabled: boolean;
  forbids: boolean;
  source: FactSource;
}

/** What is decided before what; always a notice, never a refusal. */
export const decisionOrders = [
  'staffFirst',
  'membersBeforeCell',
  'unitsBeforeBody',
  'unitBeforeHead',
] as const;
export interface DecisionOrder {
  id: (typeof decisionOrders)[number];
  article: string;
  text: string;
  source: FactSource;
}

export interface RulePack {
  id: string;
  /** Of a province's pack: the pack of the program whose rules it takes over. It is only in force where it is chosen. */
  basedOn?: string | undefined;
  title: string;
  rule: DocumentReference;
  guidance: DocumentReference | null;
  /** Calendar days, both inclusive; a cycle takes the pack in force on the day it is counted. */
  validFrom: string;
  validTo: string | null;
  /** Null where the rule knows no score. */
  scoring: Scoring | null;
  criteriaTables: CriteriaTable[];
  conditions: PackCondition[];
  listedCases: ListedCase[];
  specialCases: SpecialCase[];
  orders: DecisionOrder[];
}

/** Whether a pack may be used for a cycle that is counted on the day. */
export const isValidOn = (
  { validFrom, validTo }: Pick<RulePack, 'validFrom' | 'validTo'>,
  day: string,
): boolean => validFrom <= day && (validTo === null || validTo >= day);

/**
 * The pack in force, the one that began last where several are; null when none is. A province's pack is never taken by
 * itself: the office chooses it for a year, and no other year changes.
 * @param at a day or partial date: '2025' and '2025-12' mean their last day, the day on which a period is counted
 */
export function rulePackOn(packs: readonly RulePack[], at: string): RulePack | null {
  const day = latestDay(at);
  return packs
    .filter((pack) => pack.basedOn === undefined && isValidOn(pack, day))
    .reduce<RulePack | null>(
      (latest, pack) => (latest === null || pack.validFrom >= latest.validFrom ? pack : latest),
      null,
    );
}
