import type { ReadHandle } from '../connection/open.ts';
import type { DocumentRequest } from '../contract/documents.ts';
import { AppError } from '../contract/errors.ts';
import type { Meeting } from '../contract/meetings.ts';
import { collectiveKindNames } from '../contract/vi/cycles.ts';
import { collectivePaperTexts } from '../contract/vi/forms-review.ts';
import { meetingTexts as texts } from '../contract/vi/forms-votes.ts';
import type { BallotPaper } from '../documents/forms/ballot.ts';
import type { CountPaper } from '../documents/forms/count-minutes.ts';
import type { MeetingPaper } from '../documents/forms/meeting-minutes.ts';
import { countText } from '../documents/number-text.ts';
import type { PaperHeads } from '../documents/paper-blocks.ts';
import { particularHeads } from '../documents/particulars.ts';
import { formatPartialDate } from '../domain/dates.ts';
import { type CycleRecord, openedCycle } from '../records/cycles.ts';
import { particularsOnPaper } from '../records/paper-particulars.ts';
import { meetingSubject } from '../records/paper-subjects.ts';
import { unitsOnPaper } from '../records/unit-heads.ts';
import { getMeeting, meetingOf } from './meetings.ts';

type RequestOf<Kind extends DocumentRequest['kind']> = Extract<DocumentRequest, { kind: Kind }>;
type Subject = Meeting['subjects'][number];

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** "Lò Văn Bình: ốm", "Lò Văn Bình - ốm", "Lò Văn Bình, ốm": the name, and what stands beside it. */
function nameAndNote(line: string): { fullName: string; note: string } {
  const [, name = line, note = ''] = /^(.*?)\s*(?::|,|\s[-–]\s)\s*(.*)$/.exec(line) ?? [];
  return { fullName: name.trim(), note: note.trim() };
}

/** A collective by its kind and its unit; a person who is voted on in two places stands once. */
const nameOf = ({ collectiveKind, name }: Subject): string =>
  collectiveKind === null || collectiveKind === 'organization'
    ? name
    : collectivePaperTexts.collective(collectiveKindNames[collectiveKind], name);

function onceEach(subjects: readonly Subject[]): Subject[] {
  const seen = new Set<string>();
  return subjects.filter(({ officialId, collectiveId }) => {
    const key = `${officialId} ${collectiveId}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The blank ballot of a unit. @throws AppError CYCLE_NOT_OPEN, BALLOT_EMPTY */
export function ballotPaper(db: ReadHandle, request: RequestOf<'ballot'>): BallotPaper {
  const cycle = openedCycle(db, request);
  const { organizationId, size, year, quarter } = request;
  const meeting = getMeeting(db, { ...request, meetingId: null });
  const people = onceEach(meeting.subjects).map(nameOf);
  const withCollectives = meeting.subjects.some(({ collectiveId }) => collectiveId !== null);
  if (people.length === 0) throw new AppError('BALLOT_EMPTY', { params: { name: meeting.organizationName } });
  const { superior, issuing, place } = unitsOnPaper(db, cycle.countedOn)(organizationId);
  const heads = { superior, issuing, number: null, place, day: String(year) };
  return { year, quarter, heads, unit: meeting.organizationName, people, withCollectives, size };
}

/** What the minutes begin and end with: as it was kept, else by the settings as of the meeting's day. */
function frameOf(
  db: ReadHandle,
  kind: 'meeting-minutes' | 'count-minutes',
  meetingId: number,
  { cycle, meeting }: { cycle: CycleRecord; meeting: Meeting },
): { year: number; quarter: number; heads: PaperHeads; recipients: readonly string[] } {
  const { organizationId, heldOn } = meeting;
  const subject = meetingSubject(kind, cycle, { meetingId, organizationId, heldOn: heldOn ?? '' });
  const particulars = particularsOnPaper(db, subject);
  const { year, quarter } = cycle;
  return { year, quarter, heads: particularHeads(particulars, year), recipients: particulars.recipients };
}

/** The minutes of a meeting as it was entered. @throws AppError NOT_FOUND */
export function meetingPaper(db: ReadHandle, { meetingId }: RequestOf<'meeting-minutes'>): MeetingPaper {
  const found = meetingOf(db, meetingId);
  const { meeting } = found;
  const heldOn = meeting.heldOn ?? '';
  const subjects = onceEach(meeting.subjects);
  return {
    ...frameOf(db, 'meeting-minutes', meetingId, found),
    unit: meeting.organizationName,
    began: texts.moment(meeting.startsAt, formatPartialDate(heldOn)),
    ended: meeting.endsAt,
    place: meeting.placeName,
    total: meeting.membersTotal,
    present: meeting.present,
    absent: linesOf(meeting.absentNote).map((line) => {
      const { fullName, note } = nameAndNote(line);
      return { fullName, reason: note };
    }),
    chair: meeting.chair,
    secretary: meeting.secretary,
    agenda: linesOf(meeting.content),
    opinions: subjects
      .filter(({ opinion }) => opinion !== '')
      .map((subject) => ({
        fullName: nameOf(subject),
        text: subject.opinion,
        isCollective: subject.collectiveId !== null,
      })),
    results: subjects
      .filter(({ votes }) => votes !== null)
      .map((subject) => ({
        fullName: nameOf(subject),
        proposed: subject.outcome?.level ?? null,
        note:
          subject.outcome === null
            ? ''
            : texts.votes(countText(subject.outcome.ballots), countText(subject.outcome.base)),
      })),
  };
}

/** The minutes of the count of a meeting's ballots. @throws AppError NOT_FOUND */
export function countPaper(db: ReadHandle, { meetingId }: RequestOf<'count-minutes'>): CountPaper {
  const found = meetingOf(db, meetingId);
  const { meeting } = found;
  const heldOn = meeting.heldOn ?? '';
  const { issued, returned, valid, invalid } = meeting;
  return {
    ...frameOf(db, 'count-minutes', meetingId, found),
    unit: meeting.organizationName,
    time: texts.moment('', formatPartialDate(heldOn)),
    place: meeting.placeName,
    team: linesOf(meeting.counters).map((line) => {
      const { fullName, note } = nameAndNote(line);
      return { fullName, role: note };
    }),
    issued,
    returned,
    valid,
    invalid,
    people: onceEach(meeting.subjects).flatMap((subject) =>
      subject.votes === null ? [] : [{ fullName: nameOf(subject), votes: subject.votes }],
    ),
    chair: meeting.chair,
  };
}
