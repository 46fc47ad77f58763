import { batchTexts, formCommonTexts } from '../../contract/vi/forms-common.ts';
import { a4, type DocumentModel, type ListPages, type TableColumn } from '../model.ts';
import { type PaperHeads, paperHead } from '../paper-blocks.ts';

/** A list in front of several documents: a row for each of them, in their order. */
export interface FrontList {
  name: string;
  heads: PaperHeads;
  title: string;
  /** Under the title. */
  abstract: string;
  /** Between the number and the page; `texts` of a row has one for each. */
  columns: readonly { title: string; column: TableColumn }[];
  pageWidthMm: number;
  rows: readonly (readonly string[])[];
  notes: readonly string[];
}

const ORDER: TableColumn = { widthMm: 13, align: 'center', wrap: false };

/** Number, what stands in the row and, on paper, the page on which its document begins. */
export function frontList(list: FrontList, pages: ListPages): DocumentModel {
  const { name, heads, title, abstract, columns, pageWidthMm, rows, notes } = list;
  const onPaper = pages !== 'none';
  const page: TableColumn = { widthMm: pageWidthMm, align: 'center', wrap: false };
  const titles = [
    formCommonTexts.order,
    ...columns.map((one) => one.title),
    ...(onPaper ? [formCommonTexts.page] : []),
  ];
  const lines = [...notes, ...(onPaper ? [batchTexts.pageNotes[pages]] : [])];
  return {
    name,
    fileName: name,
    page: a4('portrait'),
    blocks: [
      paperHead(heads),
      { kind: 'title', title, lines: [{ text: abstract, bold: true }], rule: true },
      {
        kind: 'table',
        fontPt: 13,
        columns: [ORDER, ...columns.map((one) => one.column), ...(onPaper ? [page] : [])],
        head: [titles.map((text) => ({ text, colSpan: 1, rowSpan: 1 }))],
        numbering: null,
        rows: rows.map((texts, index) => ({
          kind: 'body',
          cells: [
            { text: String(index + 1) },
            ...texts.map((text) => ({ text })),
            ...(onPaper ? [{ text: '', pageOf: index }] : []),
          ],
        })),
      },
      ...(lines.length === 0 ? [] : [{ kind: 'notes', label: '', lines } as const]),
    ],
  };
}
