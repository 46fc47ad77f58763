import type { Meeting } from '../../../db/contract/meetings.ts';
import type { MethodInput } from '../../../db/contract/methods.ts';
import {
  type BallotFault,
  type BallotSheet,
  ballotCountFaults,
  ballotSheetFaults,
  type VoteOutcome,
  voteOutcome,
} from '../../../db/domain/ballots.ts';
import { formatPartialDate, parseTypedDate } from '../../../db/domain/dates.ts';
import { type RatingLevel, ratingLevels } from '../../../db/domain/ratings.ts';
import { type BallotRow, countOf, emptyRow, rowsOf, textOfRows } from './ballot-grid.ts';

export const sheetFields = ['membersTotal', 'present', 'issued', 'returned', 'valid', 'invalid'] as const;
const minuteFields = [
  'startsAt',
  'endsAt',
  'placeName',
  'chair',
  'secretary',
  'counters',
  'absentNote',
  'content',
] as const;
export type SheetField = (typeof sheetFields)[number];
export type MinuteField = (typeof minuteFields)[number];

/** The meeting as it is typed; the grid of votes is one field, as it is kept and compared as one. */
export type MeetingValues = Record<SheetField | MinuteField | 'heldOn' | 'ballots', string>;
export const meetingFields = ['heldOn', ...minuteFields, ...sheetFields, 'ballots'] as const;

export function valuesOf(meeting: Meeting): MeetingValues {
  const isNew = meeting.meetingId === null;
  // Nothing was counted yet: an empty field says so, a nought would be a count.
  const count = (field: SheetField): string => (isNew && meeting[field] === 0 ? '' : String(meeting[field]));
  const rows: Record<string, BallotRow> = {};
  for (const { reviewId, votes, opinion } of meeting.subjects)
    if (votes !== null)
      rows[reviewId] = { votes: ratingLevels.map((level) => String(votes[level])), opinion };
  return {
    heldOn: meeting.heldOn === null ? '' : formatPartialDate(meeting.heldOn),
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    placeName: meeting.placeName,
    chair: meeting.chair,
    secretary: meeting.secretary,
    counters: meeting.counters,
    absentNote: meeting.absentNote,
    content: meeting.content,
    membersTotal: count('membersTotal'),
    present: count('present'),
    issued: count('issued'),
    returned: count('returned'),
    valid: count('valid'),
    invalid: count('invalid'),
    ballots: textOfRows(rows),
  };
}

/** Counts as they are typed; NaN where a field is empty or no number. */
export const sheetOf = (values: MeetingValues): BallotSheet => ({
  membersTotal: countOf(values.membersTotal),
  present: countOf(values.present),
  issued: countOf(values.issued),
  returned: countOf(values.returned),
  valid: countOf(values.valid),
  invalid: countOf(values.invalid),
});

/** What does not add up in the counts typed so far: a field that is still empty is no fault yet. */
export function typedSheetFaults(values: MeetingValues): Partial<Record<SheetField, BallotFault>> {
  const isOpen = (field: SheetField): boolean => values[field].trim() === '';
  const typed = sheetOf(values);
  // An empty field takes the count that fits the others best, so that the rule speaks of those that are typed.
  const or = (field: SheetField, fitting: number): number =>
    isOpen(field) ? Math.max(0, Number.isNaN(fitting) ? 0 : fitting) : typed[field];
  const membersTotal = or('membersTotal', MOST);
  const present = or('present', membersTotal);
  const issued = or('issued', present);
  const returned = or(
    'returned',
    isOpen('valid') || isOpen('invalid') ? issued : typed.valid + typed.invalid,
  );
  const valid = or('valid', returned - or('invalid', 0));
  const invalid = or('invalid', returned - valid);
  const faults = ballotSheetFaults({ membersTotal, present, issued, returned, valid, invalid });
  return Object.fromEntries(
    sheetFields.filter((field) => !isOpen(field)).map((field) => [field, faults[field]]),
  );
}
const MOST = 1_000_000;

const votesOf = (row: BallotRow): Record<RatingLevel, number> => {
  const [excellent = '', good = '', completed = '', notCompleted = ''] = row.votes;
  const of = (typed: string) => (typed.trim() === '' ? 0 : countOf(typed));
  return {
    excellent: of(excellent),
    good: of(good),
    completed: of(completed),
    notCompleted: of(notCompleted),
  };
};
const isVoted = (row: BallotRow | undefined): row is BallotRow =>
  row !== undefined && (row.opinion.trim() !== '' || row.votes.some((typed) => typed.trim() !== ''));
const hasVotes = (row: BallotRow): boolean => row.votes.some((typed) => typed.trim() !== '');

/** How one subject's votes come out so far: a fault by level, or the outcome; null where nothing is typed. */
export function outcomeOf(
  row: BallotRow | undefined,
  sheet: BallotSheet,
  rule: Meeting['votingRule'],
): { faults: Partial<Record<RatingLevel, BallotFault>>; outcome: VoteOutcome | null } | null {
  if (row === undefined || !hasVotes(row)) return null;
  const votes = votesOf(row);
  const faults = ballotCountFaults(votes, Number.isNaN(sheet.valid) ? Number.MAX_SAFE_INTEGER : sheet.valid);
  const base = rule.base === 'PRESENT' ? sheet.present : sheet.issued;
  const known = Object.keys(faults).length === 0 && !Number.isNaN(base);
  return { faults, outcome: known ? voteOutcome(votes, sheet, rule) : null };
}

export interface PeriodAndMeeting {
  year: number;
  quarter: number;
  meeting: Meeting;
}

/** What the form holds as the input of a save. An empty count goes as no count, and is refused at its field. */
export function saveInputOf(
  { year, quarter, meeting }: PeriodAndMeeting,
  values: MeetingValues,
): MethodInput<'meetings.save'> {
  const rows = rowsOf(values.ballots);
  const { ballots: _ballots, heldOn, ...minutes } = values;
  return {
    year,
    quarter,
    organizationId: meeting.organizationId,
    meetingId: meeting.meetingId,
    version: meeting.version,
    ...minutes,
    heldOn: parseTypedDate(heldOn) ?? '',
    ...sheetOf(values),
    results: meeting.subjects.flatMap(({ reviewId }) => {
      const row = rows[reviewId] ?? emptyRow;
      return isVoted(row) ? [{ reviewId, votes: votesOf(row), opinion: row.opinion }] : [];
    }),
  };
}
