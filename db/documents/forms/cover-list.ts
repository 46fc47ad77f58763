import { batchTexts, formCommonTexts } from '../../contract/vi/forms-common.ts';
import type { DocumentModel, ListPages } from '../model.ts';
import type { PaperHeads } from '../paper-blocks.ts';
import { frontList } from './front-list.ts';

export interface CoverList {
  name: string;
  heads: PaperHeads;
  /** Under the title DANH SÁCH. */
  abstract: string;
  /** A row for each document of the batch, in its order. */
  rows: readonly { fullName: string; unit: string }[];
}

/** The list in front of a batch: number, name, unit and, on paper, the page on which the document begins. */
export const coverList = ({ rows, ...list }: CoverList, pages: ListPages): DocumentModel =>
  frontList(
    {
      ...list,
      title: batchTexts.listTitle,
      columns: [
        { title: formCommonTexts.fullName, column: { widthMm: 62, align: 'left', wrap: true } },
        { title: formCommonTexts.unit, column: { widthMm: 72, align: 'left', wrap: true } },
      ],
      pageWidthMm: 18,
      rows: rows.map(({ fullName, unit }) => [fullName, unit]),
      notes: [batchTexts.total(rows.length)],
    },
    pages,
  );
