import type {
  CellValue,
  ColumnField,
  ReadColumn,
  ReadSheet,
  ReadWorkbook,
} from '../../db/contract/workbooks.ts';

/** What the reader would say of a simple sheet: a title per field, the rows below. For tests of the database side. */
export function stagedWorkbook(
  fields: readonly ColumnField[],
  rows: readonly (readonly (string | null)[])[],
  options: { kind?: ReadSheet['kind']; year?: number | null; sha256?: string } = {},
): ReadWorkbook {
  const columns = fields.map((field, index): ReadColumn => ({ letter: letter(index), title: field, field }));
  return {
    fileName: 'danh-sach.xlsx',
    sha256: options.sha256 ?? 'a'.repeat(64),
    sheets: [
      {
        name: 'Danh sách',
        hidden: false,
        kind: options.kind ?? 'officials',
        headerRows: [1, 1],
        columns,
        rowCounts: { data: rows.length, section: 0, total: 0, numbering: 0, blank: 0, foot: 0 },
        rows: rows.map((cells, index) => ({
          row: index + 2,
          class: 'data',
          section: '',
          cells: Object.fromEntries(
            cells.flatMap((text, column): [string, CellValue][] =>
              text === null ? [] : [[letter(column), { type: 'text', text }]],
            ),
          ),
        })),
        writtenCounts: [],
        warnings: [],
        year: options.year ?? null,
        heads: { superior: '', issuing: '', place: '' },
      },
    ],
  };
}

const letter = (index: number): string => String.fromCharCode(65 + index);
