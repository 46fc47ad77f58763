import { expect, it } from 'vitest';
import type { ColumnField } from '../../db/contract/workbooks.ts';
import { previewOf } from '../helpers/import-calls.ts';
import { newOffice } from '../helpers/office.ts';
import { stagedWorkbook } from '../helpers/staged-workbooks.ts';

const columns: ColumnField[] = ['fullName', 'birthDate', 'organization'];
const ratingColumns: ColumnField[] = [...columns, 'ratingDecided'];
const row = (name: string, ...more: string[]) => [name, '1985', 'Chi bộ Một', ...more];

async function officeWith(names: readonly string[]) {
  const { call } = await newOffice();
  const preview = await previewOf(
    call,
    stagedWorkbook(
      columns,
      names.map((name) => row(name)),
    ),
  );
  await preview.commit();
  const rate = (name: string) =>
    previewOf(
      call,
      stagedWorkbook(ratingColumns, [row(name, 'HTTNV')], {
        kind: 'ratings',
        year: 2025,
        sha256: 'b'.repeat(64),
      }),
      { kind: 'ratings', year: 2025 },
    );
  return { call, counts: preview.counts, rate };
}

/**
 * Fault: names were compared without their marks, so the rating of Lò Văn Hùng, who was not in the data, was given to
 * Lò Văn Hưng of the same cell and year without a word; and of two such brothers in a list one was called a duplicate.
 */
it('gives no rating to somebody whose name has other marks', async () => {
  const { counts, rate } = await officeWith(['Lò Văn Hưng', 'Lò Văn Hoà']);
  expect(counts).toMatchObject({ new: 2, conflict: 0 });
  const other = await rate('Lò Văn Hùng');
  expect(other.counts).toMatchObject({ new: 0, conflict: 1 });
  const [problem] = (await other.rows())[0]?.problems ?? [];
  expect(problem?.code).toBe('PERSON_UNCERTAIN');
  // The remark said that Hùng, whom nobody has, "is in the data".
  expect(problem?.message).toContain("có thể là 'Lò Văn Hưng' đã có trong dữ liệu");
  // Where the tone mark is put makes no other name.
  expect((await rate('LÒ VĂN HÒA')).counts).toMatchObject({ new: 1, conflict: 0 });
});

it('knows two of one cell and year apart by the marks of their names', async () => {
  const { counts, rate } = await officeWith(['Lò Văn Hưng', 'Lò Văn Hùng']);
  expect(counts).toMatchObject({ new: 2, conflict: 0 });
  const preview = await rate('Lò Văn Hùng');
  expect(preview.counts).toMatchObject({ new: 1, conflict: 0 });
});

it('asks of a name typed without marks', async () => {
  const { rate } = await officeWith(['Lò Văn Hưng']);
  expect((await rate('Lo Van Hung')).counts).toMatchObject({ new: 0, conflict: 1 });
});
