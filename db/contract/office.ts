import { z } from 'zod';
import { roles } from '../domain/people.ts';
import { DEFAULT_USERNAME, MIN_PASSWORD_LENGTH } from './login-rules.ts';
import { calendarDay, line, requiredLine, version } from './schemas.ts';

export { DEFAULT_USERNAME, MIN_PASSWORD_LENGTH };

const password = z
  .string()
  .min(MIN_PASSWORD_LENGTH, { error: 'TOO_SHORT' })
  .max(1000, { error: 'TOO_LONG' })
  .refine((text) => text.isWellFormed(), { error: 'INVALID_TEXT' });

/** What the screen before login needs to know; readable without a password. */
export const officeStatus = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none'), dataFolder: z.string() }),
  z.object({ state: z.literal('ready'), dataFolder: z.string(), officeName: z.string() }),
]);
export type OfficeStatus = z.infer<typeof officeStatus>;

export const sessionUser = z.object({ username: z.string(), displayName: z.string(), role: z.enum(roles) });
export type SessionUser = z.infer<typeof sessionUser>;

/** The token stays in the main process; the window receives the rest. */
export const openedSession = z.object({ token: z.string(), user: sessionUser });
export type OpenedSession = z.infer<typeof openedSession>;

export const createOfficeInput = z.object({
  officeName: requiredLine(200),
  username: requiredLine(60).default(DEFAULT_USERNAME),
  displayName: line(120).default(''),
  password,
});

export const loginInput = z.object({
  username: requiredLine(60).default(DEFAULT_USERNAME),
  password: z.string().min(1, { error: 'REQUIRED' }).max(1000, { error: 'TOO_LONG' }),
});

/** Heads and signature block of printed documents (QĐ 399-QĐ/TW 09/01/2026; HD 05-HD/VPTW 27/5/2026). */
const officeFields = {
  /** Name of the office as users know it, e.g. "Văn phòng Đảng ủy xã Sông Mây". */
  name: requiredLine(200),
  /** Left head line 1: the superior organisation, e.g. "ĐẢNG BỘ TỈNH ĐÔNG SƠN". */
  superiorHead: line(200),
  /** Left head line 2: the issuing organisation, e.g. "ĐẢNG ỦY XÃ SÔNG MÂY". */
  issuingHead: line(200),
  /** Place name of the place-date line, e.g. "Sông Mây". */
  placeName: line(120),
  /** First line of the signature block, e.g. "T/M ĐẢNG ỦY". */
  signatureAuthority: line(120),
  /** Second line, e.g. "BÍ THƯ". */
  signatureTitle: line(120),
  signerName: line(120),
};
export const office = z.object({ ...officeFields, version });
export type Office = z.infer<typeof office>;
/** Heads of the newest imported sheet that has any; the person decides whether they are the office's own. */
export const headsSuggestion = z.object({
  suggestion: z
    .object({
      fileName: z.string(),
      superiorHead: z.string(),
      issuingHead: z.string(),
      placeName: z.string(),
    })
    .nullable(),
});
export type HeadsSuggestion = z.infer<typeof headsSuggestion>;

export const updateOfficeInput = z.object({
  ...officeFields,
  version,
  /** The day from which the lines are others: papers of earlier days keep the old ones. Null puts them right for all. */
  changedOn: calendarDay.nullable().default(null),
  /** Takes the change of that day back. */
  undoesChangeOn: calendarDay.nullable().default(null),
});
