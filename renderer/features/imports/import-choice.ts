import type { StagedImport } from '../../../db/contract/imports.ts';
import type { ColumnField, ImportKind } from '../../../db/contract/workbooks.ts';

export type StagedSheet = StagedImport['sheets'][number];

/** What the person chose over what was understood. */
export interface Choice {
  sheet: string;
  /** null as long as the sheet is of no kind that can be imported and none was chosen. */
  kind: ImportKind | null;
  /** As typed. */
  year: string;
  /** Chosen fields by column letter; null leaves the column out. */
  columnFields: Record<string, ColumnField | null>;
}

/** Plain values: the list of the contract stands beside its schemas, which the page does not need. */
export const importKinds: readonly ImportKind[] = ['officials', 'ratings'];

const importKindOf = (sheet: StagedSheet): ImportKind | null =>
  importKinds.find((kind) => kind === sheet.kind) ?? null;

export function choiceOfSheet(sheet: StagedSheet): Choice {
  return {
    sheet: sheet.name,
    kind: importKindOf(sheet),
    year: sheet.year === null ? '' : String(sheet.year),
    columnFields: {},
  };
}

/** The first sheet that can be imported and is not hidden, else the first that is not hidden, else the first. */
export function firstChoice(staged: StagedImport): Choice {
  const shown = staged.sheets.filter((sheet) => !sheet.hidden);
  const sheet = shown.find((each) => importKindOf(each) !== null) ?? shown[0] ?? staged.sheets[0];
  return sheet ? choiceOfSheet(sheet) : { sheet: '', kind: null, year: '', columnFields: {} };
}

/** The typed year, or null when it is none from 1980 to 2100. */
export function choiceYear({ year }: Choice): number | null {
  const typed = year.trim();
  const value = /^\d{4}$/.test(typed) ? Number(typed) : Number.NaN;
  return value >= 1980 && value <= 2100 ? value : null;
}

export const fieldOf = (
  column: StagedSheet['columns'][number],
  { columnFields }: Choice,
): ColumnField | null =>
  Object.hasOwn(columnFields, column.letter) ? (columnFields[column.letter] ?? null) : column.field;

/** Fields that two columns or more go into, with the letters of those columns. */
export function fieldsTwice(
  sheet: StagedSheet,
  choice: Choice,
): Array<{ field: ColumnField; letters: string[] }> {
  const letters = new Map<ColumnField, string[]>();
  for (const column of sheet.columns) {
    const field = fieldOf(column, choice);
    if (field === null) continue;
    letters.set(field, [...(letters.get(field) ?? []), column.letter]);
  }
  return [...letters]
    .filter(([, each]) => each.length > 1)
    .map(([field, each]) => ({ field, letters: each }));
}
