import type { FormSet } from '../../contract/form-sets.ts';
import { formCommonTexts } from '../../contract/vi/forms-common.ts';
import { pledgePaperTexts as texts } from '../../contract/vi/forms-pledge.ts';
import {
  type FormPersonField,
  formPersonLabels,
  formSectionHints,
  formSectionTitles,
} from '../../contract/vi/forms-sections.ts';
import { basisLines } from '../../contract/vi/paper-particulars.ts';
import { formatPartialDate } from '../../domain/dates.ts';
import { a4, type Block, type DocumentBatch, type DocumentModel } from '../model.ts';
import { handSignature, items, type PaperHeads, paperHead, paragraph } from '../paper-blocks.ts';
import { coverList } from './cover-list.ts';

export interface PledgePaperItem {
  /** Id of the section in its form. */
  section: string;
  text: string;
  /** What will be seen as done; may be empty. */
  target: string;
  /** 'YYYY', 'YYYY-MM', 'YYYY-MM-DD', or null. */
  dueOn: string | null;
  /** Last year's shortcoming that the item answers; empty for none. */
  finding: string;
}

/** One pledge as it is printed; empty texts are left open for the pen. */
export interface PledgePaper {
  form: FormSet;
  year: number;
  heads: PaperHeads;
  /** Texts of the form's `personFields`; days already as they are read. */
  person: Partial<Record<FormPersonField, string>>;
  /** Căn cứ lines of the office; empty for those in common use. */
  basis: readonly string[];
  items: readonly PledgePaperItem[];
  /** Names under the confirmations; `agency` null where only the cell confirms. */
  confirmedBy: { cell: string; agency: string | null };
}

const BLANK_LINES = 3;

function itemText({ text, target, dueOn }: PledgePaperItem): string {
  const parts = [
    text.replace(/[.;\s]+$/, ''),
    ...(target === '' ? [] : [texts.target(target.replace(/[.;\s]+$/, ''))]),
    ...(dueOn === null ? [] : [formCommonTexts.dueOn(formatPartialDate(dueOn))]),
  ];
  return parts.join('; ');
}

function sectionBlocks(paper: PledgePaper): Block[] {
  return paper.form.sections.flatMap((section) => {
    const own = paper.items.filter((item) => item.section === section.id);
    const hint = formSectionHints[section.title];
    return [
      { kind: 'heading', level: 2, mark: section.mark, text: formSectionTitles[section.title] },
      ...(own.length === 0 && hint !== undefined ? [paragraph({ text: hint, italic: true })] : []),
      ...(own.length === 0
        ? [{ kind: 'blank', lines: BLANK_LINES } as const]
        : items(
            own.flatMap((item) => [
              ...(item.finding === '' ? [] : [texts.finding(item.finding)]),
              itemText(item),
            ]),
          )),
    ] satisfies Block[];
  });
}

/** The yearly pledge of a member or a leader, A4 upright. */
export function pledgeDocument(paper: PledgePaper): DocumentModel {
  const fullName = paper.person.fullName ?? '';
  const basis = paper.basis.length > 0 ? paper.basis : texts.basis;
  const { cell, agency } = paper.confirmedBy;
  const signer = handSignature({ authority: texts.signer, title: '', name: fullName });
  const byCell = { authority: texts.confirmedByCell, title: '', name: cell };
  return {
    name: texts.name(fullName, paper.year),
    fileName: texts.name(fullName, paper.year),
    page: a4('portrait'),
    blocks: [
      paperHead(paper.heads),
      {
        kind: 'title',
        title: texts.title,
        lines: [{ text: texts.abstract(paper.year), bold: true }],
        rule: true,
      },
      {
        kind: 'lines',
        lines: paper.form.personFields.map((field) => ({
          label: formPersonLabels[field],
          text: paper.person[field] ?? '',
        })),
      },
      { kind: 'basis', lines: basisLines(basis).map((text) => formCommonTexts.item(text)) },
      paragraph(texts.opening(paper.year)),
      ...sectionBlocks(paper),
      paragraph(texts.closing),
      { kind: 'signatures', left: byCell, right: signer, recipients: null },
      ...(agency === null
        ? []
        : [
            {
              kind: 'signatures',
              left: { authority: texts.confirmedByAgency, title: '', name: agency },
              right: null,
              recipients: null,
            } as const,
          ]),
    ],
  };
}

/** The pledges of a unit or the whole office in one file, in the order given, with their list in front. */
export function pledgeBatch(
  papers: readonly PledgePaper[],
  batch: { year: number; heads: PaperHeads },
): DocumentBatch {
  return {
    name: texts.batchName(batch.year),
    fileName: texts.batchName(batch.year),
    cover: (pages) =>
      coverList(
        {
          name: texts.batchName(batch.year),
          heads: batch.heads,
          abstract: texts.listTitle(batch.year),
          rows: papers.map(({ person }) => ({ fullName: person.fullName ?? '', unit: person.cell ?? '' })),
        },
        pages,
      ),
    documents: papers.map(pledgeDocument),
  };
}
