import { describe, expect, it } from 'vitest';
import { sheetReading } from '../../db/contract/sheet-readings.ts';
import { columnFieldLabels } from '../../db/contract/vi/imports.ts';
import { columnFields } from '../../db/contract/workbook-fields.ts';
import { columnChoices } from '../../renderer/features/imports/column-choices.ts';
import {
  type Choice,
  choiceYear,
  fieldOf,
  fieldsTwice,
  firstChoice,
  type StagedSheet,
} from '../../renderer/features/imports/import-choice.ts';
import { previewKeys, valueText } from '../../renderer/features/imports/preview-values.ts';
import { nextActOf } from '../../renderer/features/overview/next-act.ts';

const sheet = (values: Partial<StagedSheet> = {}): StagedSheet => ({
  name: 'Trang 1',
  hidden: false,
  kind: 'officials',
  headerRows: [6, 7],
  columns: [
    { letter: 'A', title: 'STT', field: 'rowNo', samples: ['1'], reason: 'title' },
    { letter: 'B', title: 'Họ và tên', field: 'fullName', samples: [], reason: 'title' },
    { letter: 'C', title: 'Điện thoại', field: null, samples: [], reason: null },
  ],
  rowCounts: { data: 3 },
  warnings: [],
  writtenCounts: [],
  year: null,
  reading: sheetReading.parse({}),
  recipe: null,
  look: {
    rows: 10,
    headerAt: 5,
    header: [],
    columns: [],
    columnsLeftOut: 0,
    hiddenRows: 0,
    hiddenColumns: 0,
    capitals: null,
  },
  ...values,
});
const staged = (...sheets: StagedSheet[]) => ({
  stageId: 's',
  fileName: 'a.xlsx',
  importedBefore: null,
  sheets,
});
const choice = (values: Partial<Choice> = {}): Choice => ({
  sheet: 'Trang 1',
  kind: 'officials',
  year: '',
  columnFields: {},
  ...values,
});

describe('first choice', () => {
  it('is the first sheet in sight that can be imported, with the year of its title', () => {
    expect(
      firstChoice(
        staged(
          sheet({ name: 'Danh mục', kind: 'unknown' }),
          sheet({ name: 'Ẩn', hidden: true }),
          sheet({ name: 'Xếp loại', kind: 'ratings', year: 2024 }),
        ),
      ),
    ).toEqual({ sheet: 'Xếp loại', kind: 'ratings', year: '2024', columnFields: {} });
  });

  it('leaves the kind open for a sheet of no known kind', () => {
    expect(firstChoice(staged(sheet({ kind: 'remediation' })))).toMatchObject({
      sheet: 'Trang 1',
      kind: null,
    });
  });
});

describe('columns', () => {
  const columns = sheet().columns;

  it('go where the person says, also to nowhere', () => {
    const chosen = choice({ columnFields: { A: null, C: 'note' } });
    expect(columns.map((column) => fieldOf(column, chosen))).toEqual([null, 'fullName', 'note']);
  });

  it('are told when two go into the same field', () => {
    expect(fieldsTwice(sheet(), choice({ columnFields: { C: 'fullName' } }))).toEqual([
      { field: 'fullName', letters: ['B', 'C'] },
    ]);
    expect(fieldsTwice(sheet(), choice())).toEqual([]);
  });

  it('offer every field to one kind or the other, and each has a label', () => {
    const offered = new Set([...columnChoices('officials', null), ...columnChoices('ratings', null)]);
    expect([...offered].sort()).toEqual([...columnFields].sort());
    for (const field of columnFields) expect(columnFieldLabels[field]).not.toBe('');
  });

  it('keep what was understood as a choice, though the kind does not use it', () => {
    expect(columnChoices('ratings', 'hometown')).toContain('hometown');
  });
});

describe('year of ratings', () => {
  it.each([
    ['2024', 2024],
    [' 2024 ', 2024],
    ['1979', null],
    ['2101', null],
    ['24', null],
    ['', null],
    ['2024a', null],
  ])('reads %j as %j', (year, expected) => {
    expect(choiceYear(choice({ year }))).toBe(expected);
  });
});

describe('preview', () => {
  it('has a column for what the sheet fills, and always the unit', () => {
    expect(
      previewKeys('officials', ['fullName', 'birthDateMale', 'birthDateFemale', null, 'partyPost']),
    ).toEqual(['birthDate', 'gender', 'organization', 'partyPost']);
    expect(previewKeys('ratings', ['fullName', 'markGood', 'unratedReason'])).toEqual([
      'organization',
      'decidedLevel',
      'unratedReason',
    ]);
  });

  it('names closed vocabularies and writes dates with their precision', () => {
    expect(valueText('gender', 'female')).toBe('Nữ');
    expect(valueText('decidedLevel', 'good')).toBe('Hoàn thành tốt nhiệm vụ');
    expect(valueText('admittedOn', '2020-05')).toBe('05/2020');
    expect(valueText('birthDate', '31/02/1980')).toBe('31/02/1980');
    expect(valueText('statePost', '2020-05')).toBe('2020-05');
    expect(valueText('note', null)).toBe('');
  });
});

describe('next act of the overview', () => {
  it('goes through the year: people, ratings, who is missing, the summary', () => {
    const of = (officials: number, toRate: number, rated: number) =>
      nextActOf({ year: 2024, officials, toRate, rated }).main.page;
    expect(of(0, 0, 0)).toBe('imports');
    expect(of(118, 118, 0)).toBe('imports');
    expect(of(118, 118, 111)).toBe('ratings');
    expect(of(118, 111, 111)).toBe('reports');
  });
});
