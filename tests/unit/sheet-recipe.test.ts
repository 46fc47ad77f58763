import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sheetReading } from '../../db/contract/sheet-readings.ts';
import type { ColumnField, ReadSheet } from '../../db/contract/workbooks.ts';
import { columnLetter } from '../../db/excel/raw-sheet.ts';
import { fingerprintOf, fitRecipe, recipeOf, titleKeysOf } from '../../db/excel/sheet-recipe.ts';

/** Titles of a list as an office writes them, with the field that the clerk chose for each; Y stands for the year. */
const layout: ReadonlyArray<readonly [title: string, field: ColumnField | null]> = [
  ['STT', 'rowNo'],
  ['Họ và tên (*)', 'fullName'],
  ['Ngày, tháng,\nnăm sinh', 'birthDate'],
  ['Quê quán', 'residence'],
  ['Ngày vào Đảng / Dự bị', 'admittedOn'],
  ['Ngày vào Đảng / Chính thức', 'fullMemberOn'],
  ['Trình độ / Chuyên môn', null],
  ['Xếp loại năm Y', 'ratingDecided'],
  ['Điện thoại', null],
  ['Ghi chú', 'note'],
];

function sheetOf(columns: ReadonlyArray<readonly [string, ColumnField | null]>): ReadSheet {
  return {
    name: 'Danh sách',
    hidden: false,
    kind: 'officials',
    headerRows: [1, 1],
    columns: columns.map(([title, field], index) => ({ letter: columnLetter(index), title, field })),
    rowCounts: { data: 0, section: 0, total: 0, numbering: 0, blank: 0, foot: 0 },
    rows: [],
    writtenCounts: [],
    warnings: [],
    year: null,
    heads: { superior: '', issuing: '', place: '' },
  };
}

const inYear = (year: number) =>
  layout.map(([title, field]) => [title.replace('Y', String(year)), field] as const);
const chosen = sheetReading.parse({ cleaning: { notes: ['I'], keepCapitals: true } });
const recipe = recipeOf(sheetOf(inYear(2024)), chosen, 'officials');

/** The fields by title without its year, after the recipe was laid over what was understood (nothing, here). */
function mapped(sheet: ReadSheet): Record<string, ColumnField | null> {
  const fit = fitRecipe(recipe, sheet);
  if (fit === null) throw new Error('does not fit');
  const { columns } = fit.reading.overrides;
  return Object.fromEntries(
    sheet.columns.map(({ letter, title, field }) => [
      title.replace(/\d{4}/, 'Y'),
      Object.hasOwn(columns, letter) ? (columns[letter] ?? null) : field,
    ]),
  );
}

describe('a recipe', () => {
  it('maps any order of the columns, of any year, with columns added, as it was chosen', () => {
    const added = ['Dân tộc', 'Chi bộ', 'Số thẻ'].map((title) => [title, null] as const);
    fc.assert(
      fc.property(
        fc.integer({ min: 1990, max: 2099 }),
        fc.subarray(added),
        fc.func(fc.integer()),
        (year, more, order) => {
          const columns = [...inYear(year).map(([title]) => [title, null] as const), ...more];
          const shuffled = [...columns].sort((a, b) => order(a[0]) - order(b[0]));
          const sheet = sheetOf(shuffled);
          expect(mapped(sheet)).toMatchObject(Object.fromEntries(layout));
          const fit = fitRecipe(recipe, sheet);
          const phone = sheet.columns.find(({ title }) => title === 'Điện thoại')?.letter;
          expect(fit?.reading.cleaning).toMatchObject({ notes: [phone], keepCapitals: true });
          expect(fit?.missing).toEqual([]);
        },
      ),
    );
  });

  it('has one fingerprint for all years and ways of writing a title, and another for another order', () => {
    const of = (columns: ReadonlyArray<readonly [string, ColumnField | null]>) =>
      fingerprintOf(titleKeysOf(sheetOf(columns).columns));
    expect(of(inYear(2024))).toBe(of(inYear(2025)));
    const written = inYear(2024).map(
      ([title]) => [` ${title.toUpperCase().normalize('NFD')} `, null] as const,
    );
    expect(of(written)).toBe(of(inYear(2024)));
    expect(of([...inYear(2024)].reverse())).not.toBe(of(inYear(2024)));
  });

  it('names what the sheet lacks, and gives up when too little is left', () => {
    const without = (...titles: string[]) =>
      sheetOf(inYear(2025).filter(([title]) => !titles.includes(title)));
    expect(fitRecipe(recipe, without('Quê quán'))?.missing).toEqual(['Quê quán']);
    expect(fitRecipe(recipe, without('Quê quán', 'Ghi chú', 'STT'))).toBeNull();
    const other = ['Tên đơn vị', 'Tổng số', 'Dự bị', 'Nữ', 'Ghi chú'].map((title) => [title, null] as const);
    expect(fitRecipe(recipe, sheetOf(other))).toBeNull();
  });

  it('leaves columns that differ in their year only to the wanted year', () => {
    const twoYears = (first: number, fields: [ColumnField | null, ColumnField | null]) =>
      sheetOf([
        ...inYear(first).slice(0, 7),
        [`Xếp loại ${first}`, fields[0]],
        [`Xếp loại ${first + 1}`, fields[1]],
      ]);
    const old = recipeOf(twoYears(2023, [null, 'ratingDecided']), chosen, 'ratings');
    const fit = fitRecipe(old, twoYears(2024, ['ratingDecided', null]));
    expect(Object.keys(fit?.reading.overrides.columns ?? {})).toEqual([]);
    expect(fit?.missing).toEqual([]);
  });

  it('tells columns of one title apart by their turn', () => {
    const columns = [...inYear(2024), ['Ghi chú', null] as const];
    expect(titleKeysOf(sheetOf(columns).columns).slice(-2)).toEqual(['ghi chu', 'ghi chu#2']);
  });
});
