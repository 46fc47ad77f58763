import { eq } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { collectives, ratingMeetings, reviews } from '../connection/schema-cycle.ts';
import type { DocumentRequest } from '../contract/documents.ts';
import { draftNumber, type ParticularsKind } from '../contract/paper-kinds.ts';
import type { CollectiveKind } from '../domain/cycle.ts';
import { dayOf } from '../domain/dates.ts';
import { findCycleOf, readCycle } from './cycles.ts';

/** One paper of the office: whose it is, of which period, and the day whose names and signature it bears. */
export interface PaperSubject {
  kind: ParticularsKind;
  year: number;
  quarter: number;
  /** Null: of the whole office. */
  organizationId: number | null;
  meetingId: number | null;
  collective: CollectiveKind | null;
  /** Kind of a collective, day of a report, '' of any other paper. */
  part: string;
  /** 'YYYY-MM-DD': names of units as of then. */
  day: string;
  /** Day that the paper bears by itself; null where it is written by hand. */
  writtenOn: string | null;
}

const plain = { quarter: 0, meetingId: null, collective: null, part: '', writtenOn: null } as const;

const tableSubject = (
  db: ReadHandle,
  request: { table: Extract<ParticularsKind, `5${string}`>; year: number; quarter: number },
  organizationId: number | null,
): PaperSubject => {
  const { table: kind, year, quarter } = request;
  const today = dayOf(new Date());
  const day = findCycleOf(db, { year, quarter })?.countedOn ?? today;
  return { ...plain, kind, year, quarter, organizationId, day, writtenOn: today };
};

/** A plan is issued by the end of the first quarter after its year. */
export function planSubject(year: number, organizationId: number | null): PaperSubject {
  const [today, last] = [dayOf(new Date()), `${year + 1}-03-31`];
  return { ...plain, kind: 'remediation-plan', year, organizationId, day: today < last ? today : last };
}

export const reportSubject = (year: number, organizationId: number | null, asOf: string): PaperSubject => ({
  ...plain,
  kind: 'remediation-report',
  year,
  organizationId,
  part: asOf,
  day: asOf,
});

/** `countedOn`: of the cycle. */
export const collectiveSubject = (
  { year, quarter, countedOn }: { year: number; quarter: number; countedOn: string },
  review: { organizationId: number | null; filedOn: string | null },
  collective: CollectiveKind,
): PaperSubject => ({
  ...plain,
  kind: 'collective-review',
  year,
  quarter,
  organizationId: review.organizationId,
  collective,
  part: collective,
  day: review.filedOn ?? countedOn,
  writtenOn: review.filedOn,
});

export const meetingSubject = (
  kind: 'meeting-minutes' | 'count-minutes',
  { year, quarter }: { year: number; quarter: number },
  meeting: { meetingId: number; organizationId: number; heldOn: string },
): PaperSubject => ({
  ...plain,
  kind,
  year,
  quarter,
  organizationId: meeting.organizationId,
  meetingId: meeting.meetingId,
  day: meeting.heldOn,
  writtenOn: meeting.heldOn,
});

/** All pledges of a year are one paper of the office here: they share the basis lines. */
export const pledgesSubject = (year: number): PaperSubject => ({
  ...plain,
  kind: 'pledges',
  year,
  organizationId: null,
  day: `${year}-12-31`,
});

/** The paper that a request prints; null where it has no particulars of its own, or prints several papers. */
export function subjectOf(db: ReadHandle, document: DocumentRequest): PaperSubject | null {
  switch (document.kind) {
    case 'remediation-plan':
      return planSubject(document.year, document.organizationId);
    case 'remediation-report':
      return reportSubject(document.year, document.organizationId, document.asOf);
    case 'rating-summary':
      return tableSubject(db, { table: '5a', year: document.year, quarter: 0 }, document.organizationId);
    case 'summary':
      return tableSubject(db, document, document.organizationId);
    case 'pledges':
      return pledgesSubject(document.year);
    case 'reviews':
      return document.blank || document.reviewIds?.length !== 1
        ? null
        : reviewSubject(db, document.reviewIds[0] ?? 0);
    case 'meeting-minutes':
    case 'count-minutes': {
      const meeting = db.select().from(ratingMeetings).where(eq(ratingMeetings.id, document.meetingId)).get();
      if (!meeting) return null;
      const { id: meetingId, cycleId, organizationId, heldOn } = meeting;
      return meetingSubject(document.kind, readCycle(db, cycleId), { meetingId, organizationId, heldOn });
    }
    default:
      return null;
  }
}

function reviewSubject(db: ReadHandle, reviewId: number): PaperSubject | null {
  const row = db
    .select({ review: reviews, kind: collectives.kind })
    .from(reviews)
    .innerJoin(collectives, eq(collectives.id, reviews.collectiveId))
    .where(eq(reviews.id, reviewId))
    .get();
  return row ? collectiveSubject(readCycle(db, row.review.cycleId), row.review, row.kind) : null;
}

const collectiveNumbers = { standingCommittee: 1, committee: 2, leadership: 3, organization: 4 } as const;

/** Where the form of the paper keeps what is typed. */
export function draftOf({ kind, year, quarter, organizationId, meetingId, collective, part }: PaperSubject): {
  recordId: number;
  partId: number | null;
} {
  const period = year * 100 + quarter * 10 + (collective === null ? 0 : collectiveNumbers[collective]);
  const when = kind === 'remediation-report' ? Number(part.replaceAll('-', '')) * 10_000 + year : period;
  return { recordId: draftNumber(kind, when), partId: meetingId ?? organizationId };
}
