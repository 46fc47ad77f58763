import { sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { type EnteredFacts, enteredFacts } from '../contract/rating-facts.ts';
import { partScores } from '../domain/criteria-points.ts';
import { earliestDay, latestDay } from '../domain/dates.ts';
import type { DatedDiscipline, Period } from '../domain/disciplines-in-period.ts';
import type { MembershipStatus } from '../domain/people.ts';
import type { RatingFacts } from '../domain/rating-facts.ts';
import type { RatingLevel } from '../domain/ratings.ts';
import type { SubjectGroup } from '../domain/rule-packs.ts';
import { countingYears } from './counted-disciplines.ts';
import type { GridKind, Participant } from './participants.ts';
import { earlierOfPeople } from './rating-shortcomings.ts';
import { scoresOf } from './rating-stages.ts';
import { inBase } from './reviews.ts';

/** What the book says of a whole year, asked once for any number of people. */
export interface SubjectYear {
  cycleId: number | null;
  year: number;
  /** 0: the year itself. */
  quarter: number;
  period: Period;
}

export const emptySubjectFacts = {
  scoreParts: [],
  tasks: null,
  earlierShortcomings: null,
  targets: null,
  subordinates: null,
  disciplines: [],
  disciplineOverride: null,
  leaderDisciplines: [],
  listedCaseConcluded: null,
  participation: 'active',
  temporarilyExempt: false,
  membership: null,
  admittedOn: null,
  cellMoves: [],
  longLeaveMonths: 0,
  underExamination: false,
  newFactsAfterDecision: false,
  isStaff: false,
  staffLevel: null,
  isHead: false,
  collectiveLevel: null,
  membersUndecided: 0,
  unitsUndecided: 0,
  previousLevel: null,
} as const satisfies Omit<RatingFacts, 'subject' | 'period' | 'levels'>;

/** Our own JSON; what a later version of the program adds takes its default. */
export const readFacts = (text: string): EnteredFacts => enteredFacts.parse(JSON.parse(text));

interface PersonRow {
  officialId: number;
  membership: MembershipStatus | null;
  admittedOn: string | null;
  hasStatePost: 0 | 1;
  previousLevel: RatingLevel | null;
  staffLevel: RatingLevel | null;
  memberFacts: string | null;
  subjectGroup: SubjectGroup | null;
  headOf: number | null;
  collectiveLevel: RatingLevel | null;
}

/** Facts of people for the conditions of their level, as they stand in the book and as the office entered them. */
export function factsOfPeople(
  db: ReadHandle,
  of: SubjectYear,
  kind: GridKind,
  people: readonly Participant[],
): Map<number, RatingFacts> {
  const ids = JSON.stringify(people.map((person) => person.officialId));
  const { from, to } = of.period;
  const rows = new Map(personRows(db, of, kind, ids).map((row) => [row.officialId, row]));
  const disciplines = grouped(
    db.all<DatedDiscipline & { officialId: number }>(sql`
      select d.official_id as officialId, d.form, d.effective_on as effectiveOn, d.counted_year as countedYear
      from json_each(${ids}) i join disciplines d on d.official_id = i.value`),
  );
  const countedYear = countingYears(db, of);
  const moves = grouped(
    db.all<{ officialId: number; validFrom: string | null; validTo: string }>(sql`
      select m.official_id as officialId, m.valid_from as validFrom, m.valid_to as validTo
      from json_each(${ids}) i join memberships m on m.official_id = i.value
      where m.valid_to is not null and m.valid_to >= ${from} and m.valid_to < ${to}`),
  );
  const earlier = earlierOfPeople(db, of, ids);
  const scores = scoresOf(db, people);
  return new Map(
    people.map((person) => {
      const row = rows.get(person.officialId);
      const entered = readFacts(person.facts === '{}' && row?.memberFacts ? row.memberFacts : person.facts);
      const former = moves.get(person.officialId) ?? [];
      const facts: RatingFacts = {
        ...emptySubjectFacts,
        ...enteredOf(entered),
        subject:
          kind === 'leader' ? 'leader' : (row?.subjectGroup ?? (person.isLeader ? 'leader' : 'noPost')),
        period: of.period,
        scoreParts: partScores(scores.get(person.ratingId ?? 0) ?? {}),
        earlierShortcomings: entered.earlierShortcomings ?? earlier.get(person.officialId) ?? null,
        disciplines: (disciplines.get(person.officialId) ?? []).map((one) => ({
          form: one.form,
          effectiveOn: one.effectiveOn,
          countedYear: countedYear(one),
        })),
        participation: person.participationStatus,
        membership: row?.membership ?? null,
        admittedOn: row?.admittedOn ?? null,
        cellMoves: former.map((move) => ({
          monthsInFormerCell: wholeMonths(later(move.validFrom, from), move.validTo),
          hasFormerOpinion: entered.formerCellOpinion,
        })),
        isStaff: entered.isStaff ?? row?.hasStatePost === 1,
        staffLevel: row?.staffLevel ?? null,
        isHead: row?.headOf != null,
        collectiveLevel: row?.collectiveLevel ?? null,
        // Two years running are two years: a quarter is none.
        previousLevel: of.quarter === 0 ? (row?.previousLevel ?? null) : null,
        levels: {
          self: person.selfLevel,
          proposed: person.proposedLevel,
          decided: person.decidedLevel,
        },
      };
      return [person.officialId, facts];
    }),
  );
}

/** The facts that are taken as the office entered them, for people and collectives alike. */
export const enteredOf = (entered: EnteredFacts) => ({
  tasks: entered.tasks,
  targets: entered.targets,
  subordinates: entered.subordinates && { ...entered.subordinates, entered: true },
  listedCaseConcluded: entered.listedCaseConcluded,
  temporarilyExempt: entered.temporarilyExempt,
  longLeaveMonths: entered.longLeaveMonths,
  underExamination: entered.underExamination,
  newFactsAfterDecision: entered.newFactsAfterDecision,
});

function grouped<T extends { officialId: number }>(rows: readonly T[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.officialId);
    if (group) group.push(row);
    else groups.set(row.officialId, [row]);
  }
  return groups;
}

const later = (day: string | null, than: string): string =>
  day === null || earliestDay(day) < than ? than : earliestDay(day);

/** Months of a stay, a begun month not counted. */
function wholeMonths(from: string, to: string): number {
  const [fromYear, fromMonth, fromDay] = from.split('-').map(Number);
  const [toYear, toMonth, toDay] = latestDay(to).split('-').map(Number);
  const months = ((toYear ?? 0) - (fromYear ?? 0)) * 12 + (toMonth ?? 0) - (fromMonth ?? 0);
  return Math.max(0, (toDay ?? 0) + 1 < (fromDay ?? 0) ? months - 1 : months);
}

function personRows(db: ReadHandle, { cycleId, year, period }: SubjectYear, kind: GridKind, ids: string) {
  const day = period.to;
  const heldOn = sql`(p.valid_from is null or p.valid_from <= ${day}) and (p.valid_to is null or p.valid_to >= ${day})`;
  return db.all<PersonRow>(sql`
    select o.id as officialId, o.membership_status as membership, o.admitted_on as admittedOn,
      exists (select 1 from posts p where p.official_id = o.id and p.kind = 'state' and ${heldOn}) as hasStatePost,
      (select r.decided_level from ratings r join cycles c on c.id = r.cycle_id
        where r.official_id = o.id and r.kind = ${kind} and c.year = ${year - 1} and c.quarter = 0) as previousLevel,
      s.decided_level as staffLevel, f.facts as memberFacts,
      (select v.subject_group from reviews v where v.cycle_id = ${cycleId ?? -1} and v.official_id = o.id
        and v.place = 'cell' and ${inBase()}
        limit 1) as subjectGroup,
      h.organization_id as headOf,
      (select k.decided_level from collectives k where k.cycle_id = ${cycleId ?? -1}
        and k.organization_id = h.organization_id and k.decided_level is not null
        order by case k.kind when 'organization' then 0 when 'leadership' then 1 when 'standingCommittee' then 2 else 3 end
        limit 1) as collectiveLevel
    from json_each(${ids}) i join officials o on o.id = i.value
    left join ratings s on s.cycle_id = ${cycleId ?? -1} and s.kind = 'staff' and s.official_id = o.id
    left join ratings f on f.cycle_id = ${cycleId ?? -1} and f.kind = 'member' and f.official_id = o.id
    left join posts h on h.id = (select p.id from posts p where p.official_id = o.id and p.is_head = 1
      and p.organization_id is not null and ${heldOn} order by p.id limit 1)`);
}
