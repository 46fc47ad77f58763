import { batchTexts, formCommonTexts } from '../../contract/vi/forms-common.ts';
import { dossierTexts as texts } from '../../contract/vi/forms-remediation.ts';
import type { DocumentBatch, DocumentModel, ListPages } from '../model.ts';
import type { PaperHeads } from '../paper-blocks.ts';
import { frontList } from './front-list.ts';

export interface DossierPaper {
  fullName: string;
  heads: PaperHeads;
  firstYear: number;
  lastYear: number;
  /** In the order of the contents page. */
  papers: readonly { title: string; year: number; document: DocumentModel }[];
}

const contentsPage = (
  { fullName, heads, firstYear, lastYear, papers }: DossierPaper,
  pages: ListPages,
): DocumentModel =>
  frontList(
    {
      name: texts.name(fullName),
      heads,
      title: batchTexts.contentsTitle,
      abstract: texts.abstract(fullName, texts.years(firstYear, lastYear)),
      columns: [
        { title: batchTexts.document, column: { widthMm: 115, align: 'left', wrap: true } },
        { title: formCommonTexts.yearTitle, column: { widthMm: 18, align: 'center', wrap: false } },
      ],
      pageWidthMm: 19,
      rows: papers.map(({ title, year }) => [title, String(year)]),
      notes: [],
    },
    pages,
  );

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
