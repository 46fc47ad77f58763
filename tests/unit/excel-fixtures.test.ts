import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReadSheet } from '../../db/contract/workbooks.ts';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { extractRecords } from '../helpers/read-records.ts';

const fixtures = path.resolve(import.meta.dirname, '../fixtures');

interface ExpectedPerson {
  name: string;
  gender: 'nam' | 'nu';
  born: string;
  born_precision?: 'day' | 'month' | 'year';
  ethnicity: string;
  hometown: string;
  admitted: string;
  full: string | null;
  card: string;
  citizen: string;
  degree: string;
  theory: string;
  party_post: string;
  state_post: string;
  unit: string;
  status?: string;
}
interface ExpectedRating {
  name: string;
  unit: string;
  rating: string | null;
}
interface Expected {
  '01-trich-ngang-can-bo-dang-vien.xlsx': { units: string[]; rows: ExpectedPerson[] };
  '02-ds-dangvien-he-thong.xlsx': { rows: ExpectedPerson[] };
  '03-xep-loai-dang-vien-2024.xlsx': { rows: ExpectedRating[]; counts: number[] };
}
const expected: Expected = JSON.parse(readFileSync(path.join(fixtures, 'expected.json'), 'utf8'));

async function sheetsOf(file: string): Promise<ReadSheet[]> {
  return (await readWorkbookBytes(file, readFileSync(path.join(fixtures, file)))).sheets;
}

async function firstSheetOf(file: string): Promise<ReadSheet> {
  const [sheet] = await sheetsOf(file);
  if (sheet === undefined) throw new Error(`${file} has no sheet`);
  return sheet;
}

const cut = (day: string, precision: ExpectedPerson['born_precision']): string =>
  precision === 'year' ? day.slice(0, 4) : precision === 'month' ? day.slice(0, 7) : day;
const orNull = (text: string): string | null => (text === '' ? null : text);

describe('01: list of people with sections and two-row head', () => {
  const file = '01-trich-ngang-can-bo-dang-vien.xlsx';

  it('classes every row', async () => {
    const sheet = await firstSheetOf(file);
    expect(sheet.kind).toBe('officials');
    expect(sheet.headerRows).toEqual([8, 9]);
    expect(sheet.rowCounts).toEqual({ data: 118, section: 6, total: 1, numbering: 1, blank: 6, foot: 7 });
    expect(sheet.heads).toEqual({
      superior: 'ĐẢNG BỘ TỈNH ĐÔNG SƠN',
      issuing: 'ĐẢNG ỦY XÃ SÔNG MÂY',
      place: 'Sông Mây',
    });
    expect(sheet.warnings).toEqual([]);
  });

  it('joins titles of groups and finds the split name', async () => {
    const sheet = await firstSheetOf(file);
    expect(sheet.columns.map(({ title, field }) => [title, field])).toEqual([
      ['STT', 'rowNo'],
      ['Họ và tên', 'familyMiddleName'],
      ['Họ và tên', 'givenName'],
      ['Ngày sinh', 'birthDate'],
      ['Nữ', 'femaleMark'],
      ['Dân tộc', 'ethnicity'],
      ['Quê quán', 'hometown'],
      ['Ngày vào Đảng / Dự bị', 'admittedOn'],
      ['Ngày vào Đảng / Chính thức', 'fullMemberOn'],
      ['Số thẻ đảng viên', 'partyCardNo'],
      ['Số CCCD', 'citizenId'],
      ['Trình độ / Chuyên môn', 'professionalDegree'],
      ['Trình độ / Lý luận chính trị', 'politicalTheoryLevel'],
      ['Chức vụ / Đảng', 'partyPost'],
      ['Chức vụ / Chính quyền', 'statePost'],
      ['Ghi chú', 'note'],
    ]);
  });

  it('finds the numbers that the sheet states to be the numbers read', async () => {
    const sheet = await firstSheetOf(file);
    expect(sheet.writtenCounts.filter(({ kind }) => kind === 'section').map(({ label }) => label)).toEqual(
      expected[file].units,
    );
    expect(sheet.writtenCounts).toHaveLength(8);
    for (const { written, read } of sheet.writtenCounts) expect(written).toBe(read);
    expect(sheet.writtenCounts.at(-1)).toMatchObject({ row: 137, kind: 'foot', written: 118 });
  });

  it('gives every person exactly', async () => {
    const records = extractRecords(await firstSheetOf(file), {
      kind: 'officials',
      year: null,
      thisYear: 2026,
    });
    expect(records.map(({ values }) => values)).toEqual(
      expected[file].rows.map((person) => ({
        fullName: person.name,
        birthDate: cut(person.born, person.born_precision),
        gender: person.gender === 'nam' ? 'male' : 'female',
        ethnicity: person.ethnicity,
        religion: null,
        hometown: person.hometown,
        residence: null,
        admittedOn: person.admitted,
        fullMemberOn: person.full,
        partyCardNo: person.card,
        partyFileNo: null,
        citizenId: person.citizen,
        schooling: null,
        professionalDegree: person.degree,
        politicalTheoryLevel: orNull(person.theory),
        partyPost: orNull(person.party_post),
        statePost: orNull(person.state_post),
        massPost: null,
        workplace: null,
        organization: person.unit,
        participationStatus: null,
        workingStatus: null,
        note: null,
      })),
    );
    const problems = records.flatMap((record) => record.problems);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['CITIZEN_ID_ZERO_RESTORED']));
    expect(records[3]?.problems[0]?.message).toBe(
      "Dòng 15, cột Số CCCD: số CCCD bị mất số 0 ở đầu, đã khôi phục thành '069180735559'.",
    );
  });
});

describe('02: export of the central system', () => {
  const file = '02-ds-dangvien-he-thong.xlsx';
  const statuses: Record<string, string> = {
    'Đang sinh hoạt': 'active',
    'Chuyển sinh hoạt đi': 'transferredOut',
    'Tạm dừng sinh hoạt': 'suspended',
  };

  it('gives every person, with names in title case and units from their column', async () => {
    const sheet = await firstSheetOf(file);
    expect(sheet.headerRows).toEqual([1, 1]);
    expect(sheet.rowCounts).toEqual({ data: 420, section: 0, total: 0, numbering: 0, blank: 0, foot: 0 });
    const records = extractRecords(sheet, { kind: 'officials', year: null, thisYear: 2026 });
    expect(
      records.map(({ values, problems }) => ({
        name: values.fullName,
        born: values.birthDate,
        admitted: values.admittedOn,
        card: values.partyCardNo,
        citizen: values.citizenId,
        unit: values.organization,
        status: values.participationStatus,
        problems,
      })),
    ).toEqual(
      expected[file].rows.map((person) => ({
        name: person.name,
        born: person.born,
        admitted: person.admitted,
        card: person.card.replace('.', ''),
        citizen: person.citizen,
        unit: person.unit,
        status: statuses[person.status ?? ''],
        problems: [],
      })),
    );
  });
});

describe('03: ratings as marks in four columns', () => {
  const file = '03-xep-loai-dang-vien-2024.xlsx';
  const levels: Record<string, string> = {
    HTXSNV: 'excellent',
    HTTNV: 'good',
    HTNV: 'completed',
    KHTNV: 'notCompleted',
  };

  it('gives every level, and the seven reasons of those without one', async () => {
    const sheet = await firstSheetOf(file);
    expect(sheet.kind).toBe('ratings');
    expect(sheet.year).toBe(2024);
    expect(sheet.rowCounts).toEqual({ data: 118, section: 0, total: 1, numbering: 0, blank: 6, foot: 7 });
    const records = extractRecords(sheet, { kind: 'ratings', year: 2024, thisYear: 2026 });
    expect(records.map(({ values }) => [values.fullName, values.organization, values.decidedLevel])).toEqual(
      expected[file].rows.map(({ name, unit, rating }) => [
        name,
        unit,
        rating === null ? null : levels[rating],
      ]),
    );
    const count = (level: string | null) =>
      records.filter(({ values }) => values.decidedLevel === level).length;
    expect(['excellent', 'good', 'completed', 'notCompleted'].map(count)).toEqual(expected[file].counts);
    expect(
      records.filter(({ values }) => values.decidedLevel === null).map(({ values }) => values.unratedReason),
    ).toEqual([
      'Nghỉ thai sản',
      'Chuyển đến tháng 11',
      'Nghỉ thai sản',
      'Nghỉ thai sản',
      'Mới kết nạp',
      'Chuyển đến tháng 11',
      'Nghỉ thai sản',
    ]);
    expect(records.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('says that the totals were never calculated', async () => {
    const sheet = await firstSheetOf(file);
    expect(sheet.warnings).toEqual([{ code: 'FORMULA_WITHOUT_VALUE', params: { count: 4, cell: 'E128' } }]);
  });
});

describe('kinds that are recognised and not imported', () => {
  it.each([
    ['05-so-hom-thu-gop-y-2025.xlsx', 'letterbox', 33],
    // exceljs itself fails on this one's comment.
    ['07-bieu-tong-hop-5a-mau-tinh.xlsx', 'template', 12],
  ])('%s is %s', async (file, kind, data) => {
    const sheet = await firstSheetOf(file);
    expect(sheet.kind).toBe(kind);
    expect(sheet.rowCounts.data).toBe(data);
    expect(sheet.warnings.map(({ code }) => code)).toContain('KIND_NOT_SUPPORTED');
  });

  it('takes the follow-up of the plan for one that is imported', async () => {
    const sheet = await firstSheetOf('04-theo-doi-khac-phuc-2025.xlsx');
    expect(sheet).toMatchObject({ kind: 'remediation', year: 2025, rowCounts: { data: 24 } });
    expect(sheet.warnings.map(({ code }) => code)).toEqual(['YEAR_DIFFERS']);
  });

  it('reads the rows of an empty form where its formulas stand', async () => {
    const sheet = await firstSheetOf('07-bieu-tong-hop-5a-mau-tinh.xlsx');
    const data = sheet.rows.filter((row) => row.class === 'data').map(({ row }) => row);
    expect([data[0], data.at(-1)]).toEqual([11, 22]);
    expect(sheet.warnings.find(({ code }) => code === 'FORMULA_WITHOUT_VALUE')?.params.count).toBe(59);
  });

  it('names an empty sheet and one without a table', async () => {
    expect((await sheetsOf('01-trich-ngang-can-bo-dang-vien.xlsx')).map(({ kind }) => kind)).toEqual([
      'officials',
      'empty',
    ]);
    expect((await sheetsOf('07-bieu-tong-hop-5a-mau-tinh.xlsx'))[1]).toMatchObject({
      kind: 'unknown',
      warnings: [{ code: 'NO_HEADER' }],
    });
  });
});
