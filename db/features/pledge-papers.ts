import { inArray, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { officials } from '../connection/schema.ts';
import type { DocumentRequest } from '../contract/documents.ts';
import { AppError } from '../contract/errors.ts';
import { pledgeFormFor } from '../contract/form-choice.ts';
import { allFormSets, formSets } from '../contract/form-set-data.ts';
import { PLEDGE_PAPERS_LIMIT, type PledgeRow } from '../contract/pledges.ts';
import { pledgeListPaperText as texts } from '../contract/vi/forms-pledge-list.ts';
import type { PledgePaper } from '../documents/forms/pledge.ts';
import type { PledgeListPaper } from '../documents/forms/pledge-list.ts';
import { formatPartialDate } from '../domain/dates.ts';
import { officeOnPaper } from '../records/office.ts';
import { allOrganizations } from '../records/organizations.ts';
import { particularsOnPaper } from '../records/paper-particulars.ts';
import { pledgesSubject } from '../records/paper-subjects.ts';
import { itemsOfPledge, readPledge } from '../records/pledges.ts';
import { postTitles } from '../records/posts.ts';
import { countingDay } from '../records/ratings.ts';
import { unitsOnPapers } from '../records/unit-heads.ts';
import { chosenPledges, pledgeCountsOf, pledgeRows } from './pledges.ts';

type Request = Extract<DocumentRequest, { kind: 'pledges' }>;
type Person = Pick<typeof officials.$inferSelect, 'id' | 'admittedOn' | 'fullMemberOn' | 'workplace'>;

const dayText = (day: string | null): string => (day === null ? '' : formatPartialDate(day));

/** People who are asked for: those chosen, a blank form for who has written nothing; else every written pledge. */
function rowsToPrint(db: ReadHandle, { year, organizationId, officialIds }: Request): PledgeRow[] {
  const rows = pledgeRows(db, year, organizationId);
  if (officialIds === null) return rows.filter(({ pledgeId }) => pledgeId !== null);
  const chosen = new Set(officialIds);
  return rows.filter(({ officialId }) => chosen.has(officialId));
}

/** Texts of the shortcomings that pledges answer. */
const findingTexts = (db: ReadHandle): ReadonlyMap<number, string> =>
  new Map(
    db
      .all<{ id: number; text: string }>(sql`select s.id, s.text from shortcomings s
        where s.id in (select shortcoming_id from pledge_items)`)
      .map(({ id, text }) => [id, text]),
  );

/**
 * The pledges of a year as papers, in the order of the list: units as the tree has them, people by name.
 * @throws AppError PLEDGES_EMPTY, LIST_TOO_LONG
 */
export function pledgePapers(db: ReadHandle, request: Request): PledgePaper[] {
  const { year } = request;
  const rows = rowsToPrint(db, request);
  if (rows.length === 0) throw new AppError('PLEDGES_EMPTY', { params: { year } });
  if (rows.length > PLEDGE_PAPERS_LIMIT)
    throw new AppError('LIST_TOO_LONG', { params: { count: rows.length, limit: PLEDGE_PAPERS_LIMIT } });
  const day = countingDay(db, year);
  const unitOn = unitsOnPapers(db);
  const { basis } = particularsOnPaper(db, pledgesSubject(year));
  const people = new Map<number, Person>(
    db
      .select({
        id: officials.id,
        admittedOn: officials.admittedOn,
        fullMemberOn: officials.fullMemberOn,
        workplace: officials.workplace,
      })
      .from(officials)
      .where(
        inArray(
          officials.id,
          rows.map((row) => row.officialId),
        ),
      )
      .all()
      .map((person) => [person.id, person]),
  );
  const findings = findingTexts(db);
  return rows.map((row) => {
    const pledge = row.pledgeId === null ? null : readPledge(db, row.pledgeId);
    const person = people.get(row.officialId);
    const posts = postTitles(db, row.officialId, row.signedOn ?? day);
    const formId = pledge?.formId ?? pledgeFormFor(row.variant, day);
    // Who belongs to no unit has the line of the cell left for the pen.
    const unit = unitOn(row.signedOn ?? day, row.organizationId);
    const hasCell = row.organizationId !== null;
    return {
      form: allFormSets.find((form) => form.id === formId) ?? formSets['pledge-member'],
      year,
      heads: {
        superior: hasCell ? unit.superior : unit.issuing,
        issuing: hasCell ? unit.issuing : '',
        number: null,
        place: unit.place,
        day: row.signedOn ?? String(year),
      },
      person: {
        fullName: row.fullName,
        birthDate: dayText(row.birthDate),
        joined: [person?.admittedOn ?? null, person?.fullMemberOn ?? null]
          .map(dayText)
          .filter((text) => text !== '')
          .join(' / '),
        partyPost: posts.party.join('; '),
        stateAndMassPost: [...posts.state, ...posts.mass].join('; '),
        workplace: person?.workplace ?? '',
        cell: hasCell ? unit.name : '',
        assignedDuty: pledge?.duty ?? '',
      },
      basis,
      items: (pledge === null ? [] : itemsOfPledge(db, pledge.id)).map((item) => ({
        section: item.sectionId,
        text: item.text,
        target: item.target,
        dueOn: item.dueOn,
        finding: item.shortcomingId === null ? '' : (findings.get(item.shortcomingId) ?? ''),
      })),
      confirmedBy: { cell: row.confirmedBy, agency: row.variant === 'leader' ? '' : null },
    };
  });
}

/** The list as the screen shows it. @throws AppError LIST_EMPTY, LIST_TOO_LONG */
export function pledgeListPaper(
  db: ReadHandle,
  input: Extract<DocumentRequest, { kind: 'pledges-list' }>,
  limit: number,
): PledgeListPaper {
  const { year, organizationId, show, search } = input;
  const { all, rows } = chosenPledges(db, input);
  if (rows.length === 0) throw new AppError('LIST_EMPTY');
  if (rows.length > limit) throw new AppError('LIST_TOO_LONG', { params: { count: rows.length, limit } });
  const day = countingDay(db, year);
  const unit = allOrganizations(db, day).find((each) => each.id === organizationId);
  const notSigned = show === 'notSigned' || show === 'notFiled';
  return {
    year,
    rows,
    counts: pledgeCountsOf(all),
    notSigned,
    about: [
      unit === undefined ? '' : texts.unit(unit.name),
      show === 'all' || notSigned ? '' : texts.shown(show),
      search === '' ? '' : texts.search(search),
    ].filter((line) => line !== ''),
    office: officeOnPaper(db, organizationId, day),
  };
}
