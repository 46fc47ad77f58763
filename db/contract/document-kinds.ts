import type { DocumentInput, WorkbookInput } from './documents.ts';

/** Kinds that make a workbook, as plain data: the window shows "Lưu Excel" for them without holding the schemas. */
const workbookKinds: readonly DocumentInput['kind'][] = [
  'rating-summary',
  'summary',
  'officials-list',
  'remediation-plan',
  'remediation-report',
  'remediation-list',
  'pledges-list',
  'ratings-list',
] satisfies WorkbookInput['kind'][];

export const hasWorkbook = (input: DocumentInput): input is WorkbookInput =>
  workbookKinds.includes(input.kind);
