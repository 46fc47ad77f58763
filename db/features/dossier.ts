import { sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import type { DocumentRequest } from '../contract/documents.ts';
import { AppError } from '../contract/errors.ts';
import { periodShort } from '../contract/vi/cycles.ts';
import { disciplineBranchNames, disciplineFormNames } from '../contract/vi/discipline.ts';
import { ratedAs } from '../contract/vi/dossier.ts';
import { formatHundredths } from '../contract/vi/numbers.ts';
import { ratingLevelAbbreviations, unratedName } from '../contract/vi/ratings.ts';
import type { DisciplineLine, DossierFrame, RatingLine } from '../documents/forms/dossier-papers.ts';
import type { RatingKind } from '../domain/cycle.ts';
import { dayOf, formatPartialDate } from '../domain/dates.ts';
import { mayLieIn } from '../domain/disciplines-in-period.ts';
import type { RatingLevel } from '../domain/ratings.ts';
import { disciplinesOf } from '../records/disciplines.ts';
import { presentId } from '../records/merged-officials.ts';
import { readOfficial } from '../records/officials.ts';
import { standingStages } from '../records/rating-stages.ts';
import { unitsOnPaper } from '../records/unit-heads.ts';

type Request = Extract<DocumentRequest, { kind: 'dossier' }>;

/** Which papers of other kinds a person has in the years of a dossier, and what is printed for it alone. */
export interface Dossier {
  officialId: number;
  frame: DossierFrame;
  pledgeYears: number[];
  /** Of the year (`quarter` 0) and of its quarters. */
  reviews: { id: number; year: number; quarter: number; unit: string }[];
  taskYears: number[];
  ratings: RatingLine[];
}

interface RatingRow {
  id: number;
  year: number;
  quarter: number;
  kind: RatingKind;
  self: RatingLevel | null;
  proposed: RatingLevel | null;
  decided: RatingLevel | null;
  unratedReason: string;
}

const short = (level: RatingLevel | null): string => (level === null ? '' : ratingLevelAbbreviations[level]);

/** @throws AppError NOT_FOUND: no such person */
export function readDossier(db: ReadHandle, request: Request): Dossier {
  const officialId = presentId(db, request.officialId);
  const person = readOfficial(db, officialId);
  if (!person) throw new AppError('NOT_FOUND');
  const [firstYear, lastYear] = [request.lastYear - request.years + 1, request.lastYear];
  const inYears = sql`c.year between ${firstYear} and ${lastYear}`;
  // The year itself comes after its quarters.
  const inOrder = sql`c.year, c.quarter = 0, c.quarter`;
  const yearsOf = (rows: { year: number }[]) => rows.map(({ year }) => year);
  const today = dayOf(new Date());
  const membership = db.get<{ unit: number }>(sql`select organization_id as unit from memberships
    where official_id = ${officialId} and valid_to is null`);
  const { superior, issuing, place } = unitsOnPaper(db, today)(membership?.unit ?? null);
  return {
    officialId,
    frame: {
      fullName: person.values.fullName,
      heads: { superior, issuing, number: null, place, day: today },
      firstYear,
      lastYear,
    },
    pledgeYears: yearsOf(
      db.all(sql`select c.year from pledges p join cycles c on c.id = p.cycle_id
        where p.official_id = ${officialId} and c.quarter = 0 and ${inYears} order by c.year`),
    ),
    reviews:
      db.all(sql`select v.id, c.year, c.quarter, case v.place when 'cell' then '' else coalesce(o.name, '') end as unit
      from reviews v join cycles c on c.id = v.cycle_id left join organizations o on o.id = v.organization_id
      where v.official_id = ${officialId} and v.status <> 'notFiled' and c.opened_at is not null and ${inYears}
      order by ${inOrder}, v.place, v.id`),
    taskYears: yearsOf(
      db.all(sql`select distinct c.year from remediation_tasks t join cycles c on c.id = t.cycle_id
        where t.assignee_id = ${officialId} and ${inYears} order by c.year`),
    ),
    ratings: db
      .all<RatingRow>(sql`select r.id, c.year, c.quarter, r.kind, r.self_level as self, r.proposed_level as proposed,
          r.decided_level as decided, r.unrated_reason as unratedReason
        from ratings r join cycles c on c.id = r.cycle_id
        where r.official_id = ${officialId} and ${inYears} order by ${inOrder}, r.kind = 'member' desc, r.kind`)
      .map((row) => ratingLine(db, row)),
  };
}

function ratingLine(db: ReadHandle, row: RatingRow): RatingLine {
  const { self, proposed, decided } = standingStages(db, { ratingId: row.id });
  const score = decided?.score ?? proposed?.score ?? self?.score ?? null;
  const day = decided?.onDay ?? null;
  return {
    period: periodShort(row.year, row.quarter),
    as: ratedAs[row.kind],
    self: short(row.self),
    proposed: short(row.proposed),
    decided: row.decided === null ? row.unratedReason && unratedName : short(row.decided),
    score: score === null ? '' : formatHundredths(score),
    decision:
      row.decided === null
        ? row.unratedReason
        : [decided?.body ?? '', day === null ? '' : formatPartialDate(day)]
            .filter((text) => text !== '')
            .join(', '),
  };
}

/** The person's disciplines of the years, in clear: for an audited call only. */
export function dossierDisciplines(
  db: ReadHandle,
  { officialId, frame: { firstYear, lastYear } }: Dossier,
): DisciplineLine[] {
  const period = { from: `${firstYear}-01-01`, to: `${lastYear}-12-31` };
  return disciplinesOf(db, officialId)
    .filter((row) => mayLieIn(period, row.effectiveOn))
    .map((row) => ({
      day: formatPartialDate(row.effectiveOn),
      form:
        row.branch === 'party'
          ? disciplineFormNames[row.form]
          : `${disciplineFormNames[row.form]} (${disciplineBranchNames[row.branch].toLowerCase()})`,
      decision: [row.decisionNo, row.decidingBody].filter((text) => text !== '').join(', '),
      post: [row.postThen, row.organizationThenName].filter((text) => text !== '').join(', '),
      note: row.note,
    }));
}
