import { batchTexts, formCommonTexts } from '../../contract/vi/forms-common.ts';
import { dossierTexts as texts } from '../../contract/vi/forms-remediation.ts';
import { a4, type DocumentBatch, type DocumentModel, type ListPages, type TableColumn } from '../model.ts';
import { type PaperHeads, paperHead } from '../paper-blocks.ts';

export interface DossierPaper {
  fullName: string;
  heads: PaperHeads;
  firstYear: number;
  lastYear: number;
  /** In the order of the contents page. */
  papers: readonly { title: string; year: number; document: DocumentModel }[];
}

const columns = [
  { widthMm: 13, align: 'center', wrap: false },
  { widthMm: 115, align: 'left', wrap: true },
  { widthMm: 18, align: 'center', wrap: false },
  { widthMm: 19, align: 'center', wrap: false },
] as const satisfies readonly TableColumn[];

function contentsPage(dossier: DossierPaper, pages: ListPages): DocumentModel {
  const { fullName, heads, firstYear, lastYear, papers } = dossier;
  const name = texts.name(fullName);
  const titles = [
    formCommonTexts.order,
    batchTexts.document,
    formCommonTexts.yearTitle,
    ...(pages === 'none' ? [] : [formCommonTexts.page]),
  ];
  return {
    name,
    fileName: name,
    page: a4('portrait'),
    blocks: [
      paperHead(heads),
      {
        kind: 'title',
        title: batchTexts.contentsTitle,
        lines: [{ text: texts.abstract(fullName, texts.years(firstYear, lastYear)), bold: true }],
        rule: true,
      },
      {
        kind: 'table',
        fontPt: 13,
        columns: pages === 'none' ? columns.slice(0, -1) : columns,
        head: [titles.map((text) => ({ text, colSpan: 1, rowSpan: 1 }))],
        numbering: null,
        rows: papers.map(({ title, year }, index) => ({
          kind: 'body',
          cells: [
            { text: String(index + 1) },
            { text: title },
            { text: String(year) },
            ...(pages === 'none' ? [] : [{ text: '', pageOf: index }]),
          ],
        })),
      },
      ...(pages === 'none'
        ? []
        : [{ kind: 'notes', label: '', lines: [batchTexts.pageNotes[pages]] } as const]),
    ],
  };
}

/** The papers of a person over some years in one file, with a contents page. */
export function personDossier({ fullName, heads, firstYear, lastYear, papers }: DossierPaper): DocumentBatch {
  const name = texts.name(fullName);
  return {
    name,
    fileName: name,
    cover: (pages) => contentsPage({ fullName, heads, firstYear, lastYear, papers }, pages),
    documents: papers.map(({ document }) => document),
  };
}
