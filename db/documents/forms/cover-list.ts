import { batchTexts, formCommonTexts } from '../../contract/vi/forms-common.ts';
import { a4, type DocumentModel, type ListPages, type TableColumn } from '../model.ts';
import { type PaperHeads, paperHead } from '../paper-blocks.ts';

export interface CoverList {
  name: string;
  heads: PaperHeads;
  /** Under the title DANH SÁCH. */
  abstract: string;
  /** A row for each document of the batch, in its order. */
  rows: readonly { fullName: string; unit: string }[];
}

const columns = [
  { widthMm: 13, align: 'center', wrap: false },
  { widthMm: 62, align: 'left', wrap: true },
  { widthMm: 72, align: 'left', wrap: true },
  { widthMm: 18, align: 'center', wrap: false },
] as const satisfies readonly TableColumn[];

/** The list in front of a batch: number, name, unit and, on paper, the page on which the document begins. */
export function coverList({ name, heads, abstract, rows }: CoverList, pages: ListPages): DocumentModel {
  const titles = [
    formCommonTexts.order,
    formCommonTexts.fullName,
    formCommonTexts.unit,
    ...(pages === 'none' ? [] : [formCommonTexts.page]),
  ];
  return {
    name,
    fileName: name,
    page: a4('portrait'),
    blocks: [
      paperHead(heads),
      { kind: 'title', title: batchTexts.listTitle, lines: [{ text: abstract, bold: true }], rule: true },
      {
        kind: 'table',
        fontPt: 13,
        columns: pages === 'none' ? columns.slice(0, -1) : columns,
        head: [titles.map((text) => ({ text, colSpan: 1, rowSpan: 1 }))],
        numbering: null,
        rows: rows.map(({ fullName, unit }, index) => ({
          kind: 'body',
          cells: [
            { text: String(index + 1) },
            { text: fullName },
            { text: unit },
            ...(pages === 'none' ? [] : [{ text: '', pageOf: index }]),
          ],
        })),
      },
      {
        kind: 'notes',
        label: '',
        lines: [batchTexts.total(rows.length), ...(pages === 'none' ? [] : [batchTexts.pageNotes[pages]])],
      },
    ],
  };
}
