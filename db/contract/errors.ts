import { ballotFaults } from '../domain/ballots.ts';
import { remediationFaults } from '../domain/remediation-rules.ts';

/**
 * The one union of error codes, and the error that carries a code.
 * The Vietnamese sentence of each code stands in `vi/errors.ts`; a code without one does not compile.
 * Across processes the code travels (`SerializedError`), never the class.
 */
const errorCodes = [
  // calls
  'INTERNAL',
  'UNKNOWN_METHOD',
  'VALIDATION_FAILED',
  'SESSION_REQUIRED',
  'FORBIDDEN',
  'NOT_FOUND',
  'STALE_VERSION',
  'CANCELLED',
  'BUSY',
  'SERVICE_UNAVAILABLE',
  // office, passwords, data folder
  'OFFICE_MISSING',
  'OFFICE_EXISTS',
  'WRONG_PASSWORD',
  'WEAK_PASSWORD',
  'PASSWORD_NOT_GIVEN',
  'DATA_FOLDER_IS_FILE',
  'DATA_FOLDER_NOT_WRITABLE',
  'KEY_FILE_DAMAGED',
  'DATABASE_NEWER',
  'DATABASE_DAMAGED',
  'DATABASE_LOCKED',
  'DISK_FULL',
  'DISK_FAILED',
  // workbooks
  'FILE_NOT_FOUND',
  'FILE_NOT_READABLE',
  'FILE_IS_NO_FILE',
  'FILE_NOT_WRITABLE',
  'WORKBOOK_NOT_A_WORKBOOK',
  'WORKBOOK_TYPE_UNSUPPORTED',
  'WORKBOOK_ENCRYPTED',
  'WORKBOOK_EMPTY',
  'WORKBOOK_ONLY_HIDDEN',
  'WORKBOOK_NO_HEADER',
  'WORKBOOK_TOO_LARGE',
  'WORKBOOK_TIMEOUT',
  'WORKBOOK_READER_FAILED',
  'WORKBOOK_STATE_SECRET',
  // imports
  'IMPORT_SHEET_NOT_FOUND',
  'IMPORT_KIND_MISMATCH',
  'IMPORT_KIND_NOT_SUPPORTED',
  'IMPORT_YEAR_REQUIRED',
  'IMPORT_EXPIRED',
  'IMPORT_PREVIEW_OUTDATED',
  'IMPORT_NOT_CONFIRMED',
  'IMPORT_NOTHING_TO_RETURN',
  'IMPORT_ALREADY_UNDONE',
  'IMPORT_UNDO_CONFLICT',
  // ratings and organisations
  'RATING_LEVEL_STANDS',
  'RATING_FORBIDDEN',
  'OVERRIDE_NEEDS_ADMINISTRATOR',
  'ORGANIZATION_CYCLE',
  'ORGANIZATION_NAME_TAKEN',
  'ORGANIZATION_NOT_THERE',
  'ORGANIZATION_NOT_EMPTY',
  'DAY_BEFORE_LAST_CHANGE',
  'NOT_A_PARTY_ORGANIZATION',
  'PEOPLE_NOT_PLACED',
  'OPERATION_TOUCHED_SINCE',
  'OPERATION_ALREADY_UNDONE',
  'MERGE_UNDECIDED',
  // the yearly cycle
  'CYCLE_NOT_OPEN',
  'CYCLE_ALREADY_OPEN',
  'CYCLE_IN_USE',
  'PACK_LOCKED',
  'PACK_IN_USE',
  'REVIEW_EXISTS',
  'REVIEW_FILED',
  'PERSON_TAKEN_OUT',
  'REVIEW_DISCUSSED',
  'REVIEWS_EMPTY',
  'BALLOT_EMPTY',
  'MEETING_HAS_SCANS',
  'SHORTCOMING_IN_USE',
  'ADDED_IN_USE',
  'PLEDGE_CONFIRMED',
  'TASK_BEGUN',
  'PLEDGE_STEP',
  'ATTACHMENT_TYPE',
  'ATTACHMENT_TOO_LARGE',
  'ATTACHMENT_EXISTS',
  'HAS_ATTACHMENTS',
  // documents
  'REPORT_EMPTY',
  'SUMMARY_DOES_NOT_ADD_UP',
  'DOSSIER_EMPTY',
  'LIST_EMPTY',
  'PLEDGES_EMPTY',
  'TASKS_EMPTY',
  'LIST_TOO_LONG',
  'PRINT_FAILED',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Values that a message names: a file, a row, a column, a value. Never a person's data in a log. */
export type ErrorParams = Readonly<Record<string, string | number>>;

/** field path -> code of `fieldErrorCodes`; shown at that field. */
export const fieldErrorCodes = [
  'REQUIRED',
  'TOO_LONG',
  'TOO_SHORT',
  'INVALID_VALUE',
  'INVALID_DATE',
  'INVALID_TEXT',
  'INVALID_CITIZEN_ID',
  'OUT_OF_RANGE',
  'BEFORE_BIRTH',
  'BEFORE_START',
  'FILED_BEFORE_SIGNED',
  'CONFIRMED_BEFORE_FILED',
  'NOT_FOR_PROBATIONARY',
  'BEFORE_UNIT_BEGAN',
  'POST_NEEDED',
  'DECISION_BODY_NEEDED',
  'DECISION_DAY_NEEDED',
  'RERATING_REASON_NEEDED',
  'REVIEW_IN_CELL',
  'REVIEW_IN_PLACE',
  'COLLECTIVE_IN_CYCLE',
  'LEVEL_NOT_IN_PACK',
  'SCORE_OUT_OF_RANGE',
  'SCORE_NOT_IN_PACK',
  'PACK_NOT_VALID',
  'PACK_USED_LATER',
  'GROUP_TWICE',
  'RULE_CONFIRMED',
  ...ballotFaults,
  ...remediationFaults,
] as const;
export type FieldErrorCode = (typeof fieldErrorCodes)[number];
export type FieldErrors = Readonly<Record<string, FieldErrorCode>>;

export interface SerializedError {
  code: ErrorCode;
  params: ErrorParams;
  fieldErrors: FieldErrors;
  /** Short reference that also stands in the log; only for INTERNAL. */
  reference?: string | undefined;
}

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly fieldErrors: FieldErrors;
  readonly reference: string | undefined;

  constructor(
    code: ErrorCode,
    options: { params?: ErrorParams; fieldErrors?: FieldErrors; cause?: unknown; reference?: string } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.params = options.params ?? {};
    this.fieldErrors = options.fieldErrors ?? {};
    this.reference = options.reference;
  }

  serialize(): SerializedError {
    return { code: this.code, params: this.params, fieldErrors: this.fieldErrors, reference: this.reference };
  }

  static from(error: SerializedError): AppError {
    return new AppError(error.code, {
      params: error.params,
      fieldErrors: error.fieldErrors,
      ...(error.reference === undefined ? {} : { reference: error.reference }),
    });
  }
}
