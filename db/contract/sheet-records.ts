import { z } from 'zod';
import { organizationKinds, unitTypes } from '../domain/people.ts';
import { partialDate } from './schemas.ts';

/**
 * What one row of a sheet that lists no people gives, by contract names. Null: the cell is empty, there is no such
 * column, or the value could not be read, and then a problem of the row says so.
 */
const text = z.string().nullable();
const count = z.int().min(0).nullable();
/** Hundredths, 20 for "20%", 0,2 and 20. */
const percent = z.number().min(0).max(100).nullable();

/** A task of the plan after the review: forms.md, section 6. */
const taskRecord = z.object({
  /** Null: of the whole office. */
  organization: text,
  shortcoming: text,
  cause: text,
  measure: text,
  /** A person's name without "đ/c", or a body. */
  assignee: text,
  coordination: text,
  /** The last day or month; of "Thường xuyên" the day on which it is looked at again, null when none is named. */
  dueOn: partialDate.nullable(),
  continuous: z.boolean(),
  /** The deadline as written: "Quý I/2025". */
  dueText: text,
  result: text,
  /** Only when the sheet says it, as a figure or "Đạt 30%". */
  progress: percent,
  lateReason: text,
  note: text,
});
/** Pledges of one unit: forms.md, section 5e. */
const pledgeStatusRecord = z.object({
  organization: text,
  total: count,
  signed: count,
  percent,
  notSigned: count,
  notSignedReason: text,
  note: text,
});
/** The pledge of one person. */
const pledgeRecord = z.object({
  fullName: text,
  organization: text,
  signed: z.boolean().nullable(),
  /** Given back to be mended: not signed, and `reason` says why. */
  returned: z.boolean(),
  signedOn: partialDate.nullable(),
  reason: text,
  note: text,
});
const organizationRecord = z.object({
  code: text,
  name: text,
  kind: z.enum(organizationKinds).nullable(),
  unitType: z.enum(unitTypes).nullable(),
  parent: text,
  memberCount: count,
  note: text,
});
/** One opening of a letterbox; nothing of who wrote: forms.md, section 8. */
const letterboxRecord = z.object({
  openedOn: partialDate.nullable(),
  place: text,
  openers: text,
  letterCount: count,
  content: text,
  forwardedTo: text,
  forwardedOn: partialDate.nullable(),
  result: text,
  answeredOn: partialDate.nullable(),
  note: text,
});

export const sheetRecordKinds = {
  remediation: taskRecord,
  pledgeStatus: pledgeStatusRecord,
  pledges: pledgeRecord,
  organizations: organizationRecord,
  letterbox: letterboxRecord,
} as const;
export type SheetRecordKind = keyof typeof sheetRecordKinds;
export type SheetRecord<K extends SheetRecordKind = SheetRecordKind> = z.infer<(typeof sheetRecordKinds)[K]>;
