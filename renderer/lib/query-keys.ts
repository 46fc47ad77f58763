import type { PreviewRowsInput } from '../../db/contract/imports.ts';
import type { OfficialListInput } from '../../db/contract/officials.ts';
import type { SummaryInput, SummaryPeopleInput } from '../../db/contract/summaries.ts';

/** The three tables of ratings. */
type RatingTable = 'member' | 'leader' | 'collective';
type ListFilter = Omit<OfficialListInput, 'offset' | 'limit'>;
type PreviewFilter = Omit<PreviewRowsInput, 'previewId' | 'offset' | 'limit'>;

/** Every key of the query cache. The first word names the area, so that a write can refresh an area whole. */
export const queryKeys = {
  overview: ['overview'],
  office: ['office'],
  headsSuggestion: ['imports', 'heads'],
  capRules: ['capRules'],
  appInfo: ['appInfo'],
  organizations: ['organizations'],
  organizationsOn: (day: string) => ['organizations', day],
  operations: ['operations'],
  cycles: ['cycles'],
  cycle: (year: number, quarter: number) => ['cycles', 'one', year, quarter],
  cycleDraft: (year: number, quarter: number, day: string) => ['cycles', 'draft', year, quarter, day],
  cycleSubjects: (filter: unknown, offset: number) => ['cycles', 'subjects', filter, offset],
  cycleDifferences: (year: number, quarter: number) => ['cycles', 'differences', year, quarter],
  officials: ['officials'],
  officialPages: ['officials', 'page'],
  officialPage: (filter: ListFilter, offset: number) => ['officials', 'page', filter, offset],
  official: (id: number) => ['officials', 'one', id],
  pledges: ['pledges'],
  pledgePage: (filter: unknown, offset: number) => ['pledges', 'page', filter, offset],
  pledgeCounts: (year: number, organizationId: number | null) => ['pledges', 'counts', year, organizationId],
  pledge: (year: number, officialId: number) => ['pledges', 'one', year, officialId],
  attachments: (entity: string, entityId: number) => ['attachments', entity, entityId],
  ratings: ['ratings'],
  ratingYear: (year: number) => ['ratings', 'grid', year],
  ratingTable: (year: number, table: RatingTable) => ['ratings', 'grid', year, table],
  ratingGrid: (year: number, table: RatingTable, organizationId: number | null) => [
    'ratings',
    'grid',
    year,
    table,
    organizationId,
  ],
  ratingDetails: ['ratings', 'detail'],
  ratingDetail: (year: number, table: RatingTable, key: number) => ['ratings', 'detail', year, table, key],
  settings: ['settings'],
  remediation: ['remediation'],
  remediationPage: (filter: unknown, offset: number) => ['remediation', 'page', filter, offset],
  remediationTask: (taskId: number) => ['remediation', 'one', taskId],
  findings: (filter: unknown) => ['remediation', 'findings', filter],
  imports: ['imports'],
  previewPage: (previewId: string, revision: number, filter: PreviewFilter, offset: number) => [
    'preview',
    previewId,
    revision,
    filter,
    offset,
  ],
  recipes: ['imports', 'recipes'],
  sheetPage: (stageId: string, sheet: string, revision: number, offset: number) => [
    'sheet',
    stageId,
    sheet,
    revision,
    offset,
  ],
  sheetProblems: (stageId: string, sheet: string, revision: number) => [
    'sheet',
    stageId,
    sheet,
    revision,
    'problems',
  ],
  previewUnits: (previewId: string, revision: number) => ['preview', previewId, revision, 'units'],
  importBatch: (batchId: number) => ['imports', 'batch', batchId],
  importBatchPage: (batchId: number, offset: number) => ['imports', 'batch', batchId, offset],
  reports: ['reports'],
  ratingSummary: (year: number, organizationId: number | null) => [
    'reports',
    'summary',
    year,
    organizationId,
  ],
  summary: (input: SummaryInput) => ['reports', 'table', input],
  summaryPeople: (input: SummaryPeopleInput) => ['reports', 'people', input],
} as const;
