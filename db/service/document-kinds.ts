import type { ReadHandle } from '../connection/open.ts';
import type { DocumentFile, DocumentRequest, WorkbookRequest } from '../contract/documents.ts';
import {
  LIST_WORKBOOK_LIMIT,
  PRINT_LIMIT,
  sensitiveFieldIds,
  WORKBOOK_LIMIT,
} from '../contract/officials.ts';
import { pledgeListPaperText } from '../contract/vi/forms-pledge-list.ts';
import { ratingListPaperText } from '../contract/vi/forms-rating-list.ts';
import { remediationTexts } from '../contract/vi/forms-remediation.ts';
import { summaryText } from '../contract/vi/summaries.ts';
import { ballotDocument } from '../documents/forms/ballot.ts';
import { countMinutesDocument } from '../documents/forms/count-minutes.ts';
import { meetingMinutesDocument } from '../documents/forms/meeting-minutes.ts';
import { officialListDocument } from '../documents/forms/official-list.ts';
import { pledgeBatch, pledgeDocument } from '../documents/forms/pledge.ts';
import { pledgeListDocument } from '../documents/forms/pledge-list.ts';
import { ratingListDocument } from '../documents/forms/rating-list.ts';
import { annexAlone, followUpDocument, remediationPlanDocument } from '../documents/forms/remediation.ts';
import { taskListDocument } from '../documents/forms/remediation-list.ts';
import { reviewBatch, reviewDocument } from '../documents/forms/review-batch.ts';
import { type SummaryLook, summaryDocument } from '../documents/forms/summary.ts';
import type { DocumentBatch, DocumentModel } from '../documents/model.ts';
import { officeHeads } from '../documents/paper-blocks.ts';
import { dayOf } from '../domain/dates.ts';
import { rowKey } from '../domain/row-keys.ts';
import { documentWorkbook } from '../excel/export/document-workbook.ts';
import { officialListWorkbook } from '../excel/export/official-list-workbook.ts';
import { summaryWorkbook } from '../excel/export/summary-workbook.ts';
import { ballotPaper, countPaper, meetingPaper } from '../features/meeting-papers.ts';
import { rowsOfListed } from '../features/official-documents.ts';
import { pledgeListPaper, pledgePapers } from '../features/pledge-papers.ts';
import { followUpPaper, remediationPlanPaper, taskListPaper } from '../features/remediation-papers.ts';
import { reviewPapers } from '../features/review-papers.ts';
import { plain5a } from '../features/summary-figures.ts';
import { summaryOnPaper } from '../features/summary-tables.ts';
import { officeKeyOf } from '../records/data-state.ts';
import { readOffice } from '../records/office.ts';
import { storedParticulars } from '../records/paper-particulars.ts';
import { subjectOf } from '../records/paper-subjects.ts';
import { dossierDocument } from './dossier-document.ts';
import { readList } from './list-documents.ts';
import { ratingListPaper } from './rating-list.ts';
import type { CallContext } from './wrappers.ts';

export type RequestOf<Kind extends DocumentRequest['kind']> = Extract<DocumentRequest, { kind: Kind }>;

export interface DocumentKind<Request> {
  /** Whether reading it leaves an audit row; such a read waits for the writes before it. */
  isAudited: (input: Request) => boolean;
  /** One document, or several in one file. Throws AppError when there is nothing to print. */
  document: (context: CallContext, input: Request) => DocumentModel | DocumentBatch;
}

const today = (): string => dayOf(new Date());

const PLAIN = { hideSmall: false };

/** How a table is printed, with what was kept for it. */
function lookOf(
  db: ReadHandle,
  input: RequestOf<'rating-summary' | 'summary'>,
  { hideSmall }: Pick<SummaryLook, 'hideSmall'>,
): SummaryLook {
  const subject = subjectOf(db, input);
  return { hideSmall, kept: (subject && storedParticulars(db, subject)?.particulars) ?? undefined };
}

/** Every kind of document with its query and its form, one entry each; a kind without an entry does not compile. */
export const documentKinds: { [K in DocumentRequest['kind']]: DocumentKind<RequestOf<K>> } = {
  'rating-summary': {
    isAudited: () => false,
    document: ({ connection: { reader } }, input) =>
      summaryDocument(...summaryOnPaper(reader, plain5a(input)), today(), lookOf(reader, input, PLAIN)),
  },
  summary: {
    isAudited: () => false,
    document: ({ connection: { reader } }, input) =>
      summaryDocument(...summaryOnPaper(reader, input), today(), lookOf(reader, input, input)),
  },
  'officials-list': {
    isAudited: ({ columns }) => sensitiveFieldIds.some((id) => columns.includes(id)),
    document: (context, input) => {
      const list = readList(context, input, PRINT_LIMIT);
      const rows = rowsOfListed(context.connection.reader, list.ids);
      return officialListDocument({ ...list, rows, count: rows.length }, today());
    },
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
  dossier: {
    isAudited: ({ disciplines }) => disciplines,
    document: dossierDocument,
  },
  'pledges-list': {
    isAudited: () => false,
    document: ({ connection: { reader } }, input) =>
      pledgeListDocument(pledgeListPaper(reader, input, PRINT_LIMIT), today()),
  },
  'ratings-list': {
    isAudited: () => false,
    document: (context, input) => ratingListDocument(ratingListPaper(context, input, PRINT_LIMIT), today()),
  },
  reviews: {
    isAudited: () => false,
    document: ({ connection: { reader } }, input) => {
      const papers = reviewPapers(reader, input);
      const [first] = papers;
      if (first !== undefined && papers.length === 1) return reviewDocument(first);
      return reviewBatch(papers, {
        year: input.year,
        quarter: input.quarter,
        heads: officeHeads(readOffice(reader), today()),
      });
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

/** A list of people whose rows an import knows again by their keys. */
async function peopleWorkbook(
  db: ReadHandle,
  document: DocumentModel,
  sheetName: string,
  rows: ReadonlyArray<{ officialId: number }>,
): Promise<DocumentFile> {
  const officeKey = officeKeyOf(db);
  const rowKeys = rows.map(({ officialId }) => rowKey(officeKey, officialId));
  const bytes = await documentWorkbook(document, { sheetName, frozenColumns: 2, day: today(), rowKeys });
  return { bytes, fileName: document.fileName };
}

export type WorkbookKind<Request> = (context: CallContext, input: Request) => Promise<DocumentFile>;

/** The kinds that also make a workbook. */
export const workbookKinds: { [K in WorkbookRequest['kind']]: WorkbookKind<RequestOf<K>> } = {
  'rating-summary': async ({ connection: { reader } }, input) => ({
    bytes: await summaryWorkbook(
      ...summaryOnPaper(reader, plain5a(input)),
      today(),
      lookOf(reader, input, PLAIN),
    ),
    fileName: summaryText.fileName('5a', input.year, 0),
  }),
  summary: async ({ connection: { reader } }, input) => ({
    bytes: await summaryWorkbook(...summaryOnPaper(reader, input), today(), lookOf(reader, input, input)),
    fileName: summaryText.fileName(input.table, input.year, input.quarter),
  }),
  'officials-list': async (context, input) => {
    const { reader } = context.connection;
    const list = readList(context, input, LIST_WORKBOOK_LIMIT);
    const office = { printedOn: today(), key: officeKeyOf(reader) };
    return officialListWorkbook(list, (ids) => rowsOfListed(reader, ids), office, context);
  },
  'pledges-list': async ({ connection: { reader } }, input) => {
    const list = pledgeListPaper(reader, input, WORKBOOK_LIMIT);
    return peopleWorkbook(
      reader,
      pledgeListDocument(list, today()),
      pledgeListPaperText.sheetName,
      list.rows,
    );
  },
  'ratings-list': async (context, input) => {
    const list = ratingListPaper(context, input, WORKBOOK_LIMIT);
    const { reader } = context.connection;
    return peopleWorkbook(
      reader,
      ratingListDocument(list, today()),
      ratingListPaperText.sheetName,
      list.rows,
    );
  },
  'remediation-plan': ({ connection: { reader } }, input) =>
    taskWorkbook(annexAlone(remediationPlanDocument(remediationPlanPaper(reader, input)))),
  'remediation-report': ({ connection: { reader } }, input) =>
    taskWorkbook(annexAlone(followUpDocument(followUpPaper(reader, input)))),
  'remediation-list': ({ connection: { reader } }, input) =>
    taskWorkbook(taskListDocument(taskListPaper(reader, input, WORKBOOK_LIMIT), today())),
};
