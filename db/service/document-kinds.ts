import type { DocumentFile, DocumentRequest, WorkbookRequest } from '../contract/documents.ts';
import { PRINT_LIMIT, sensitiveFieldIds, WORKBOOK_LIMIT } from '../contract/officials.ts';
import { ratingSummaryTexts } from '../contract/vi/documents.ts';
import { remediationTexts } from '../contract/vi/forms-remediation.ts';
import { ballotDocument } from '../documents/forms/ballot.ts';
import { countMinutesDocument } from '../documents/forms/count-minutes.ts';
import { meetingMinutesDocument } from '../documents/forms/meeting-minutes.ts';
import { officialListDocument } from '../documents/forms/official-list.ts';
import { pledgeBatch, pledgeDocument } from '../documents/forms/pledge.ts';
import { ratingSummaryDocument } from '../documents/forms/rating-summary.ts';
import { annexAlone, followUpDocument, remediationPlanDocument } from '../documents/forms/remediation.ts';
import { taskListDocument } from '../documents/forms/remediation-list.ts';
import { reviewBatch, reviewDocument } from '../documents/forms/review-batch.ts';
import type { DocumentBatch, DocumentModel } from '../documents/model.ts';
import { officeHeads } from '../documents/paper-blocks.ts';
import { dayOf } from '../domain/dates.ts';
import { documentWorkbook } from '../excel/export/document-workbook.ts';
import { officialListWorkbook } from '../excel/export/official-list-workbook.ts';
import { ratingSummaryWorkbook } from '../excel/export/rating-summary-workbook.ts';
import { ballotPaper, countPaper, meetingPaper } from '../features/meeting-papers.ts';
import { pledgePapers } from '../features/pledge-papers.ts';
import { followUpPaper, remediationPlanPaper, taskListPaper } from '../features/remediation-papers.ts';
import { summaryOnPaper } from '../features/reports.ts';
import { reviewPapers } from '../features/review-papers.ts';
import { officeKeyOf } from '../records/data-state.ts';
import { readOffice } from '../records/office.ts';
import { readList } from './list-documents.ts';
import type { CallContext } from './wrappers.ts';

export type RequestOf<Kind extends DocumentRequest['kind']> = Extract<DocumentRequest, { kind: Kind }>;

export interface DocumentKind<Request> {
  /** Whether reading it leaves an audit row; such a read waits for the writes before it. */
  isAudited: (input: Request) => boolean;
  /** One document, or several in one file. Throws AppError when there is nothing to print. */
  document: (context: CallContext, input: Request) => DocumentModel | DocumentBatch;
}

const today = (): string => dayOf(new Date());

/** Every kind of document with its query and its form, one entry each; a kind without an entry does not compile. */
export const documentKinds: { [K in DocumentRequest['kind']]: DocumentKind<RequestOf<K>> } = {
  'rating-summary': {
    isAudited: () => false,
    document: ({ connection: { reader } }, input) =>
      ratingSummaryDocument(...summaryOnPaper(reader, input), today()),
  },
  'officials-list': {
    isAudited: ({ columns }) => sensitiveFieldIds.some((id) => columns.includes(id)),
    document: (context, input) => officialListDocument(readList(context, input, PRINT_LIMIT), today()),
  },
  pledges: {
    isAudited: () => false,
    document: ({ connection: { reader } }, input) => {
      const papers = pledgePapers(reader, input);
      const [first] = papers;
      if (first !== undefined && papers.length === 1) return pledgeDocument(first);
      return pledgeBatch(papers, { year: input.year, heads: officeHeads(readOffice(reader), today()) });
    },
  },
  reviews: {
    isAudited: () => false,
    document: ({ connection: { reader } }, input) => {
      const papers = reviewPapers(reader, input);
      const [first] = papers;
      if (first !== undefined && papers.length === 1) return reviewDocument(first);
      return reviewBatch(papers, { year: input.year, heads: officeHeads(readOffice(reader), today()) });
    },
  },
  ballot: {
    isAudited: () => false,
    document: ({ connection: { reader } }, input) => ballotDocument(ballotPaper(reader, input)),
  },
  'meeting-minutes': {
    isAudited: () => false,
    document: ({ connection: { reader } }, input) => meetingMinutesDocument(meetingPaper(reader, input)),
  },
  'count-minutes': {
    isAudited: () => false,
    document: ({ connection: { reader } }, input) => countMinutesDocument(countPaper(reader, input)),
  },
  'remediation-plan': {
    isAudited: () => false,
    document: ({ connection: { reader } }, input) =>
      remediationPlanDocument(remediationPlanPaper(reader, input)),
  },
  'remediation-report': {
    isAudited: () => false,
    document: ({ connection: { reader } }, input) => followUpDocument(followUpPaper(reader, input)),
  },
  'remediation-list': {
    isAudited: () => false,
    document: ({ connection: { reader } }, input) =>
      taskListDocument(taskListPaper(reader, input, PRINT_LIMIT), today()),
  },
};

const taskWorkbook = async (document: DocumentModel): Promise<DocumentFile> => ({
  bytes: await documentWorkbook(document, {
    sheetName: remediationTexts.sheetName,
    frozenColumns: 2,
    day: today(),
  }),
  fileName: document.fileName,
});

export type WorkbookKind<Request> = (context: CallContext, input: Request) => Promise<DocumentFile>;

/** The kinds that also make a workbook. */
export const workbookKinds: { [K in WorkbookRequest['kind']]: WorkbookKind<RequestOf<K>> } = {
  'rating-summary': async ({ connection: { reader } }, input) => ({
    bytes: await ratingSummaryWorkbook(...summaryOnPaper(reader, input), today()),
    fileName: ratingSummaryTexts.fileName(input.year),
  }),
  'officials-list': async (context, input) => {
    const list = readList(context, input, WORKBOOK_LIMIT);
    const { fileName } = officialListDocument({ ...list, rows: [] }, today());
    return {
      bytes: await officialListWorkbook(list, today(), officeKeyOf(context.connection.reader)),
      fileName,
    };
  },
  'remediation-plan': ({ connection: { reader } }, input) =>
    taskWorkbook(annexAlone(remediationPlanDocument(remediationPlanPaper(reader, input)))),
  'remediation-report': ({ connection: { reader } }, input) =>
    taskWorkbook(annexAlone(followUpDocument(followUpPaper(reader, input)))),
  'remediation-list': ({ connection: { reader } }, input) =>
    taskWorkbook(taskListDocument(taskListPaper(reader, input, WORKBOOK_LIMIT), today())),
};
