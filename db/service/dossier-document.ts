import type { DocumentRequest } from '../contract/documents.ts';
import { AppError } from '../contract/errors.ts';
import { methodList } from '../contract/method-list.ts';
import { PRINT_LIMIT } from '../contract/officials.ts';
import { periodWords } from '../contract/vi/cycles.ts';
import { dossierPaperTexts as texts } from '../contract/vi/dossier.ts';
import { type DossierPaper, personDossier } from '../documents/forms/dossier.ts';
import { personDisciplinesDocument, personRatingsDocument } from '../documents/forms/dossier-papers.ts';
import { pledgeDocument } from '../documents/forms/pledge.ts';
import { taskListDocument } from '../documents/forms/remediation-list.ts';
import { reviewDocument } from '../documents/forms/review-batch.ts';
import type { DocumentBatch } from '../documents/model.ts';
import { dayOf } from '../domain/dates.ts';
import { type Dossier, dossierDisciplines, readDossier } from '../features/dossier.ts';
import { pledgePapers } from '../features/pledge-papers.ts';
import { taskListPaper } from '../features/remediation-papers.ts';
import { reviewPapers } from '../features/review-papers.ts';
import { runWrite } from './transaction.ts';
import type { CallContext } from './wrappers.ts';

type Request = Extract<DocumentRequest, { kind: 'dossier' }>;
type Papers = DossierPaper['papers'][number][];

/**
 * The papers of a person: year by year pledge, reviews and remediation, then the ratings and, where asked for, the
 * disciplines. @throws AppError NOT_FOUND; DOSSIER_EMPTY; FORBIDDEN: disciplines for a role that may not reveal them
 */
export function dossierDocument(context: CallContext, request: Request): DocumentBatch {
  const { reader } = context.connection;
  const dossier = readDossier(reader, request);
  const { frame, ratings } = dossier;
  const papers: Papers = [];
  for (let year = frame.firstYear; year <= frame.lastYear; year += 1)
    papers.push(...papersOfYear(context, dossier, year));
  if (ratings.length > 0)
    papers.push({
      title: texts.ratings,
      year: frame.lastYear,
      document: personRatingsDocument(frame, ratings),
    });
  if (request.disciplines) papers.push(disciplinePaper(context, dossier));
  if (papers.length === 0) throw new AppError('DOSSIER_EMPTY');
  return personDossier({ ...frame, papers });
}

function papersOfYear({ connection: { reader } }: CallContext, dossier: Dossier, year: number): Papers {
  const { officialId, pledgeYears, reviews, taskYears } = dossier;
  const pledges = pledgeYears.includes(year)
    ? pledgePapers(reader, { kind: 'pledges', year, organizationId: null, officialIds: [officialId] })
    : [];
  const own = reviews.filter((review) => review.year === year);
  const tasks = taskYears.includes(year)
    ? [
        taskListPaper(
          reader,
          {
            kind: 'remediation-list',
            year,
            organizationId: null,
            assigneeId: officialId,
            assigneeName: '',
            show: 'all',
            search: '',
            asOf: null,
          },
          PRINT_LIMIT,
        ),
      ]
    : [];
  return [
    ...pledges.map((paper) => ({ title: texts.pledge(year), year, document: pledgeDocument(paper) })),
    ...own.flatMap(({ id, quarter, unit }) =>
      reviewPapers(reader, {
        kind: 'reviews',
        year,
        quarter,
        organizationId: null,
        reviewIds: [id],
        blank: false,
      }).map((paper) => ({
        title: texts.review(periodWords(year, quarter), unit),
        year,
        document: reviewDocument(paper),
      })),
    ),
    ...tasks.map((paper) => ({
      title: texts.remediation(year),
      year,
      document: taskListDocument(paper, dayOf(new Date())),
    })),
  ];
}

/** Each print of disciplines is audited, a refused one too (Law 91/2025/QH15). */
function disciplinePaper(context: CallContext, dossier: Dossier): Papers[number] {
  const { connection, actor } = context;
  const { officialId, frame } = dossier;
  const mayReveal = (methodList['disciplines.list'].roles as readonly string[]).includes(actor.role);
  const lines = runWrite(connection, context, (db) => ({
    value: mayReveal ? dossierDisciplines(db, dossier) : null,
    audit: {
      entity: 'official',
      entityId: officialId,
      detail: { revealed: ['disciplines'], dossier: true, ...(mayReveal ? {} : { refused: true }) },
    },
  }));
  if (lines === null) throw new AppError('FORBIDDEN');
  return {
    title: texts.disciplines,
    year: frame.lastYear,
    document: personDisciplinesDocument(frame, lines),
  };
}
