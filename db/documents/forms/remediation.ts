import { formCommonTexts } from '../../contract/vi/forms-common.ts';
import { type TaskFigures, remediationTexts as texts } from '../../contract/vi/forms-remediation.ts';
import { basisLines } from '../../contract/vi/paper-particulars.ts';
import { formatPartialDate } from '../../domain/dates.ts';
import { a4, type Block, type DocumentModel } from '../model.ts';
import {
  type PaperHeads,
  type PaperSignature,
  paperHead,
  paragraph,
  placeDateOf,
  textOrBlank,
  textParagraphs,
} from '../paper-blocks.ts';
import { recipientsBlock } from '../particulars.ts';
import {
  type FollowUpTaskPaper,
  followUpAnnex,
  planAnnex,
  type RemediationTaskPaper,
} from './remediation-table.ts';

interface RemediationPaper {
  /** Year of the review that named the shortcomings. */
  year: number;
  heads: PaperHeads;
  /** Whose plan it is: "Đảng ủy xã Sông Mây". */
  collective: string;
  /** Căn cứ lines; may be empty. */
  basis: readonly string[];
  signature: PaperSignature;
  /** One line each; empty for none. */
  recipients: readonly string[];
}

export interface RemediationPlanPaper extends RemediationPaper {
  /** Free text of I and III; empty is left open. */
  aims: string;
  carryingOut: string;
  tasks: readonly RemediationTaskPaper[];
}

export interface FollowUpPaper extends RemediationPaper {
  /** 'YYYY-MM-DD': the day the progress stands for. */
  asOf: string;
  counts: TaskFigures;
  /** Free text of I, II and III. */
  results: string;
  late: string;
  next: string;
  tasks: readonly FollowUpTaskPaper[];
}

const OPEN_LINES = 4;
const heading = (mark: string, text: string): Block => ({ kind: 'heading', level: 1, mark, text });

const start = (paper: RemediationPaper, title: string, abstract: string): Block[] => [
  paperHead(paper.heads),
  { kind: 'title', title, lines: [{ text: abstract, bold: true }], rule: true },
  ...(paper.basis.length === 0
    ? []
    : [{ kind: 'basis', lines: basisLines(paper.basis).map((text) => formCommonTexts.item(text)) } as const]),
];

const foot = ({ signature, recipients }: RemediationPaper): Block => ({
  kind: 'signatures',
  left: null,
  right: signature,
  recipients: recipientsBlock(recipients),
});

const originOf = ({ heads }: RemediationPaper, title: string): string =>
  texts.annexOf(title, heads.number, placeDateOf(heads));

/** KH: the plan, with its tasks in an annex across. */
export function remediationPlanDocument(paper: RemediationPlanPaper): DocumentModel {
  return {
    name: texts.planName(paper.collective, paper.year),
    fileName: texts.planName(paper.collective, paper.year),
    page: a4('portrait'),
    blocks: [
      ...start(paper, texts.planTitle, texts.planAbstract(paper.year)),
      heading('I', texts.sections.aims),
      ...textOrBlank(paper.aims, OPEN_LINES),
      heading('II', texts.sections.content),
      paragraph(texts.seeAnnex(paper.tasks.length)),
      heading('III', texts.sections.carryingOut),
      ...textOrBlank(paper.carryingOut, OPEN_LINES),
      foot(paper),
    ],
    annexes: [planAnnex(paper.year, originOf(paper, texts.planTitle), paper.tasks)],
  };
}

/** BC: what became of the plan, with its tasks and their progress in an annex across. */
export function followUpDocument(paper: FollowUpPaper): DocumentModel {
  return {
    name: texts.reportName(paper.collective, paper.year),
    fileName: texts.reportName(paper.collective, paper.year),
    page: a4('portrait'),
    blocks: [
      ...start(paper, texts.reportTitle, texts.reportAbstract(paper.year, formatPartialDate(paper.asOf))),
      heading('I', texts.sections.results),
      paragraph(texts.progress(paper.tasks.length, paper.counts)),
      ...textParagraphs(paper.results),
      heading('II', texts.sections.late),
      ...textOrBlank(paper.late, OPEN_LINES),
      heading('III', texts.sections.next),
      ...textOrBlank(paper.next, OPEN_LINES),
      foot(paper),
    ],
    annexes: [followUpAnnex(paper.asOf, originOf(paper, texts.reportTitle), paper.tasks)],
  };
}

/** The annex of a plan or a report alone, under the heads: as a sheet it is worked on. */
export function annexAlone({ name, fileName, blocks, annexes = [] }: DocumentModel): DocumentModel {
  const [head] = blocks;
  const [annex] = annexes;
  if (head === undefined || annex === undefined) throw new Error('No annex');
  return { name, fileName, page: annex.page, blocks: [head, ...annex.blocks] };
}
