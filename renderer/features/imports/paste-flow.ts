import type { StagedImport } from '../../../db/contract/imports.ts';
import { pasteText } from '../../../db/contract/vi/imports-preview.ts';
import { desktop } from '../../lib/api.ts';
import { hasCode } from '../../lib/app-error.ts';
import { formatMoment } from '../../lib/format.ts';
import { importFlow, openSource, setChoice } from './import-flow.ts';
import { pastedCells, pastedTitles, withTitles } from './pasted-titles.ts';

/** Cells from the clipboard, and the list that they were pasted onto. */
export interface PastedTable {
  /** The table as a page, with its merged cells; '' when the clipboard has none. */
  html: string;
  text: string;
  /** Titles of the list's columns from the left, which cells without a header may follow. */
  columns: readonly string[];
  /** Year of the ratings that the list shows. */
  year: number | null;
}

/** Opens pasted cells in the import, as a file that holds them would be: understood, previewed, undone. */
export async function openPasted({ html, text, columns, year }: PastedTable): Promise<void> {
  const name = pasteText.fileName(formatMoment(new Date().toISOString()));
  await openSource(name, async () => {
    const staged = await stageWithHeader(name, html, text);
    if (staged !== null) return staged;
    const cells = pastedCells(text);
    return drop(`${name}.txt`, withTitles(pastedTitles(cells, columns), cells));
  });
  const flow = importFlow.get();
  if (year === null || flow.step !== 'understood') return;
  // Deadlines are most often days of the year after the review: the list says better which year is meant.
  const sheet = flow.staged.sheets.find(({ name: of }) => of === flow.choice.sheet);
  if (flow.choice.year === '' || sheet?.kind === 'remediation')
    setChoice({ ...flow.choice, year: String(year) });
}

/** null when the cells have no header of their own. */
async function stageWithHeader(name: string, html: string, text: string): Promise<StagedImport | null> {
  try {
    const staged = await (html === '' ? drop(`${name}.txt`, text) : drop(`${name}.html`, html));
    return staged.sheets.some((sheet) => sheet.headerRows !== null) ? staged : null;
  } catch (error) {
    // A line or a column alone is no table to the reader.
    if (hasCode(error, 'WORKBOOK_NOT_A_WORKBOOK') || hasCode(error, 'WORKBOOK_EMPTY')) return null;
    throw error;
  }
}

/** The text goes to the workbook reader's own process like any file: the clipboard is no more to be trusted. */
const drop = (fileName: string, content: string): Promise<StagedImport> =>
  desktop('workbooks.drop', { fileName, bytes: new TextEncoder().encode(content) });
