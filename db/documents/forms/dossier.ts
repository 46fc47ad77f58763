import { batchTexts, formCommonTexts } from '../../contract/vi/forms-common.ts';
import { dossierTexts as texts } from '../../contract/vi/forms-remediation.ts';
import { a4, type DocumentBatch, type DocumentModel } from '../model.ts';
import { type PaperHeads, paperHead } from '../paper-blocks.ts';

export interface DossierPaper {
  fullName: string;
  heads: PaperHeads;
  firstYear: number;
  lastYear: number;
  /** In the order of the contents page. */
  papers: readonly { title: string; year: number; document: DocumentModel }[];
}

/** The papers of a person over some years in one file, with a contents page. */
export function personDossier({ fullName, heads, firstYear, lastYear, papers }: DossierPaper): DocumentBatch {
  const name = texts.name(fullName);
  const years = texts.years(firstYear, lastYear);
  const titles = [
    formCommonTexts.order,
    batchTexts.document,
    formCommonTexts.yearTitle,
    formCommonTexts.page,
  ];
  return {
    name,
    fileName: name,
    cover: {
      name,
      fileName: name,
      page: a4('portrait'),
      blocks: [
        paperHead(heads),
        {
          kind: 'title',
          title: batchTexts.contentsTitle,
          lines: [{ text: texts.abstract(fullName, years), bold: true }],
          rule: true,
        },
        {
          kind: 'table',
          fontPt: 13,
          columns: [
            { widthMm: 13, align: 'center', wrap: false },
            { widthMm: 115, align: 'left', wrap: true },
            { widthMm: 18, align: 'center', wrap: false },
            { widthMm: 19, align: 'center', wrap: false },
          ],
          head: [titles.map((text) => ({ text, colSpan: 1, rowSpan: 1 }))],
          numbering: null,
          rows: papers.map(({ title, year }, index) => ({
            kind: 'body',
            cells: [
              { text: String(index + 1) },
              { text: title },
              { text: String(year) },
              { text: '', pageOf: index },
            ],
          })),
        },
        { kind: 'notes', label: '', lines: [batchTexts.pageNote] },
      ],
    },
    documents: papers.map(({ document }) => document),
  };
}
