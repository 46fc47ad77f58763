import type { ProblemCode } from '../contract/imports.ts';

/**
 * Which problems keep a row out of the commit ('reject'), and which are only shown beside it ('note').
 * Decided here once, so that preview, command line and returned rows agree.
 */
const severities = {
  NAME_MISSING: 'reject',
  DATE_NOT_REAL: 'reject',
  DATE_UNREADABLE: 'reject',
  CITIZEN_ID_INVALID: 'reject',
  CITIZEN_ID_ZERO_RESTORED: 'note',
  CITIZEN_ID_DISAGREES: 'note',
  TEXT_TOO_LONG: 'reject',
  VALUE_UNKNOWN: 'reject',
  RATING_UNKNOWN: 'reject',
  RATING_SEVERAL_MARKS: 'reject',
  RATING_MISSING: 'note',
  UNIT_MISSING: 'note',
  DUPLICATE_IN_FILE: 'reject',
  PERSON_NOT_FOUND: 'reject',
  PERSON_AMBIGUOUS: 'reject',
  PERSON_UNCERTAIN: 'reject',
  PERSON_TAKEN_OUT: 'note',
  FORMULA_ERROR: 'reject',
  CHARACTER_UNCONVERTED: 'reject',
  ROW_SHIFTED: 'reject',
  ASSIGNEE_MISSING: 'reject',
  DUE_MISSING: 'reject',
  DUE_CONTINUOUS: 'note',
  DUE_YEAR_TAKEN: 'note',
  TASK_TEXT_MISSING: 'reject',
  TASK_TWICE_IN_FILE: 'reject',
  UNIT_NAME_MISSING: 'reject',
  UNIT_AMBIGUOUS: 'reject',
  UNIT_UNCERTAIN: 'reject',
  UNIT_TWICE_IN_FILE: 'reject',
  PARENT_NOT_FOUND: 'reject',
  PARENT_BELOW: 'reject',
  MEMBER_COUNT_DIFFERS: 'note',
  NOT_TO_PLEDGE: 'reject',
  PLEDGE_ALREADY_FILED: 'reject',
  SIGNATURE_UNKNOWN: 'reject',
  DECLARED_MISSING: 'reject',
  SIGNED_OVER_TOTAL: 'reject',
  DECLARED_NOT_ADDED_UP: 'reject',
  PERCENT_DIFFERS: 'note',
  DECLARED_DIFFERS: 'note',
} satisfies Record<ProblemCode, 'reject' | 'note'>;

export const problemRejects = (code: ProblemCode): boolean => severities[code] === 'reject';
