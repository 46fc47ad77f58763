import fc from 'fast-check';
import { expect, it } from 'vitest';
import { officialColumnIds } from '../../db/contract/official-list.ts';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { previewOf } from '../helpers/import-calls.ts';
import { newOffice } from '../helpers/office.ts';
import { stagedWorkbook } from '../helpers/staged-workbooks.ts';

it('finds everybody the same in a workbook that the program itself made of the list', async () => {
  const person = fc.record({
    name: fc.constantFrom('Trần Văn Ân', 'Lê Thị Ánh', 'Đỗ Văn Bình', 'Hoàng A Phủ', 'Y Blim'),
    born: fc.constantFrom('1985', '02/1985', '03/02/1985'),
    gender: fc.constantFrom(null, 'Nam', 'Nữ'),
    unit: fc.constantFrom('Chi bộ Một', 'Chi bộ Hai'),
    hometown: fc.constantFrom(null, 'xã Tà Pình', '=xã lạ', '- xã gạch đầu dòng'),
    post: fc.constantFrom(null, 'Bí thư', 'Chi ủy viên'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 5 }), async (people) => {
      const { call } = await newOffice();
      const cells = people.map(({ name, born, gender, unit, hometown, post }, index) => [
        name,
        born,
        gender,
        unit,
        // Cards tell the people apart: they are the key of the way back.
        `77.00000${index}`,
        hometown,
        post,
      ]);
      const source = stagedWorkbook(
        ['fullName', 'birthDate', 'gender', 'organization', 'partyCardNo', 'hometown', 'partyPost'],
        cells,
      );
      await (await previewOf(call, source)).commit();
      const file = await call('documents.workbook', {
        kind: 'officials-list',
        columns: officialColumnIds.filter((id) => id !== 'posts' && id !== 'status'),
      });
      const read = await readWorkbookBytes('xuat.xlsx', file.bytes);
      const again = await previewOf(call, read, { sheet: read.sheets[0]?.name ?? '' });
      const rows = await again.rows();
      expect(rows.map((row) => [row.class, row.before, row.problems.map(({ code }) => code)])).toEqual(
        people.map(() => ['same', {}, expect.anything()]),
      );
    }),
    { numRuns: 8 },
  );
});
