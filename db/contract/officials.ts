import { z } from 'zod';
import { genders, membershipStatuses, participationStatuses, workingStatuses } from '../domain/people.ts';
import { officialColumnIds, officialSelection } from './official-list.ts';
import { id, page, partialDate, version } from './schemas.ts';

/** The fields of a person, in the order of forms and sheets. */
export const officialFieldIds = [
  'fullName',
  'birthDate',
  'gender',
  'ethnicity',
  'religion',
  'hometown',
  'residence',
  'admittedOn',
  'fullMemberOn',
  'partyCardNo',
  'partyFileNo',
  'citizenId',
  'schooling',
  'professionalDegree',
  'politicalTheoryLevel',
  'workplace',
  'note',
] as const;
export type OfficialFieldId = (typeof officialFieldIds)[number];
/** Those that hold a partial date. */
export const dateFieldIds = ['birthDate', 'admittedOn', 'fullMemberOn'] as const satisfies OfficialFieldId[];
/** Those that are masked until revealed by an audited act (Law 91/2025/QH15). */
export const sensitiveFieldIds = ['ethnicity', 'religion', 'citizenId'] as const satisfies OfficialFieldId[];
export type SensitiveFieldId = (typeof sensitiveFieldIds)[number];

/**
 * One row of the list. Dates are partial dates; posts are the current titles, joined with "; ".
 * Sensitive fields come masked, '' when not known.
 */
const officialRow = z.object({
  id,
  version,
  fullName: z.string(),
  birthDate: partialDate.nullable(),
  gender: z.enum(genders).nullable(),
  organizationId: id.nullable(),
  organizationName: z.string(),
  admittedOn: partialDate.nullable(),
  fullMemberOn: partialDate.nullable(),
  partyCardNo: z.string(),
  partyPost: z.string(),
  statePost: z.string(),
  membershipStatus: z.enum(membershipStatuses).nullable(),
  workingStatus: z.enum(workingStatuses).nullable(),
  /** Since when; null: since before what is recorded. */
  workingFrom: partialDate.nullable(),
  participationStatus: z.enum(participationStatuses),
  ethnicity: z.string(),
  religion: z.string(),
  citizenId: z.string(),
  hometown: z.string(),
  residence: z.string(),
  partyFileNo: z.string(),
  schooling: z.string(),
  professionalDegree: z.string(),
  politicalTheoryLevel: z.string(),
  workplace: z.string(),
  massPost: z.string(),
  note: z.string(),
});
export type OfficialRow = z.infer<typeof officialRow>;

export const officialListInput = z.object({ ...officialSelection, ...page });
export type OfficialListInput = z.input<typeof officialListInput>;
/** Everybody of a list in its order, as ids: a long list is chosen whole by them. */
export const officialIdsInput = z.object(officialSelection);
export const officialIds = z.object({ ids: z.array(id) });

/** `of`: how many the unit has without search and filters. */
export const officialList = z.object({ total: z.int(), of: z.int(), rows: z.array(officialRow) });

/** One person; sensitive fields come masked ('' when not known) unless revealed. */
export const official = officialRow.extend({
  masked: z.boolean(),
});
export type Official = z.infer<typeof official>;
/**
 * The list as a document: exactly the columns, the filter and the order of the screen, or of it the people chosen.
 * Sensitive columns come in clear, so that they are only named where somebody asked for them; that is audited.
 */
export const officialListDocument = z.object({
  kind: z.literal('officials-list'),
  ...officialSelection,
  columns: z.array(z.enum(officialColumnIds)).max(officialColumnIds.length),
  officialIds: z.array(id).min(1).max(100_000).nullable().default(null),
});
export type OfficialListDocument = z.input<typeof officialListDocument>;
/**
 * People on one paper; a workbook takes more. 5,000 fill 300 pages, for which the hidden window needs 1.5 GB; 20,000
 * were printed as well, but took six times as long and 1.8 GB, too much for a PC with 4 GB, and the system's dialog
 * lays out the whole list at once.
 */
export const PRINT_LIMIT = 5000;
export const WORKBOOK_LIMIT = 20_000;
/** People in the workbook of the list, which is written part by part. */
export const LIST_WORKBOOK_LIMIT = 100_000;

export const officialIdInput = z.object({ id });
