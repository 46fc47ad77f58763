import fc from 'fast-check';
import { expect, it } from 'vitest';
import { extractRecords } from '../helpers/read-records.ts';
import { type CellInput, understood } from '../helpers/workbooks.ts';

const columns: { title: string; cells: CellInput[] }[] = [
  { title: 'STT', cells: [1, 2, 3] },
  { title: 'Họ và tên', cells: ['Lò Văn An', 'VÌ THỊ BÌNH', 'Quàng A Cường'] },
  { title: 'Ngày, tháng, năm sinh', cells: ['03/02/1985', 1990, { serial: 31702 }] },
  { title: 'Nữ', cells: [null, 'x', null] },
  { title: 'Dân tộc', cells: ['Thái', 'Kinh', 'Mông'] },
  { title: 'Quê quán', cells: ['xã A', 'xã B', null] },
  { title: 'Ngày vào Đảng (dự bị)', cells: ['1/5/2010', '05/2012', '2024'] },
  { title: 'Ngày vào Đảng (chính thức)', cells: ['1/5/2011', null, null] },
  { title: 'Số thẻ Đảng', cells: ['12.345678', '87654321', null] },
  { title: 'CCCD/CMND', cells: [14085001234, '014190001234', '014086001234'] },
  { title: 'Trình độ chuyên môn', cells: ['ĐH Luật', null, 'CĐ'] },
  { title: 'LLCT', cells: ['TC', 'SC', null] },
  { title: 'Chức vụ Đảng', cells: ['Bí thư', null, null] },
  { title: 'Chức vụ chính quyền', cells: [null, 'Công chức', 'Giáo viên'] },
  { title: 'Chi bộ sinh hoạt', cells: ['Chi bộ 1', 'Chi bộ 2', 'Chi bộ 1'] },
  { title: 'Ghi chú', cells: ['a', null, 'b'] },
];

const recordsOf = async (order: readonly number[], people: readonly number[]) => {
  const ordered = order.flatMap((index) => columns[index] ?? []);
  const sheet = await understood({
    rows: [
      ['DANH SÁCH ĐẢNG VIÊN'],
      ordered.map(({ title }) => title),
      ...people.map((person) => ordered.map(({ cells }) => cells[person] ?? null)),
    ],
  });
  return extractRecords(sheet, { kind: 'officials', year: null, thisYear: 2026 }).map(({ values }) => values);
};

it('gives the same records for any order of the columns', async () => {
  const straight = columns.map((_, index) => index);
  const wanted = await recordsOf(straight, [0, 1, 2]);
  expect(wanted[1]).toMatchObject({ fullName: 'Vì Thị Bình', gender: 'female', birthDate: '1990' });
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(straight, { minLength: columns.length }), async (order) => {
      expect(await recordsOf(order, [0, 1, 2])).toEqual(wanted);
    }),
    { numRuns: 60 },
  );
});

it('gives the same records for any order of the rows', async () => {
  const straight = columns.map((_, index) => index);
  const wanted = await recordsOf(straight, [0, 1, 2]);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), async (people) => {
      expect(await recordsOf(straight, people)).toEqual(people.map((person) => wanted[person]));
    }),
    { numRuns: 6 },
  );
});
