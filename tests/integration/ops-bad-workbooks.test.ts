import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cycleOffice } from '../helpers/cycle-office.ts';
import { temporaryFolder } from '../helpers/office.ts';
import { ops } from '../helpers/ops.ts';
import { type SheetSpec, workbookBytes } from '../helpers/workbooks.ts';
import { withPart } from '../helpers/zip-files.ts';

const titles = ['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ'];
const people = [
  [1, 'Lò Văn Sáng', '01/02/1980', 'Chi bộ Một'],
  [2, 'Vì Thị Trưa', '03/02/1985', 'Chi bộ Một'],
];

async function file(folder: string, name: string, specs: SheetSpec | readonly SheetSpec[]): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await workbookBytes(specs));
  return path;
}

async function closedOffice(): Promise<string> {
  const made = await cycleOffice();
  await made.service.close();
  return made.folder;
}
const counts = (run: { json(): unknown }) => run.json();

it('reads odd but sound workbooks, names what is not sound, and leaves every file as it is', async () => {
  const folder = temporaryFolder();
  const data = await closedOffice();
  const run = (path: string, ...more: string[]) =>
    ops(['import', path, '--data', data, '--kind', 'officials', ...more, '--json']);
  const wide = await file(folder, 'rong.xlsx', {
    rows: [
      [...titles, ...Array.from({ length: 496 }, (_, at) => `Cột ${at}`)],
      ...people.map((row) => [...row, ...Array.from({ length: 496 }, (_, at) => at)]),
    ],
  });
  expect(counts(await run(wide))).toMatchObject({ counts: { new: 2, rejected: 0 } });
  const claims = join(folder, 'khai-lon.xlsx');
  writeFileSync(
    claims,
    await withPart(await workbookBytes({ rows: [titles, ...people] }), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(/<dimension ref="[^"]*"\/>/, '<dimension ref="A1:XFD1048576"/>'),
    ),
  );
  expect(counts(await run(claims))).toMatchObject({ counts: { new: 2 } });
  const broken = await file(folder, 'cong-thuc.xlsx', {
    rows: [titles, [1, 'Lò Văn Sáng', { formula: 'A1', result: { error: '#REF!' } }, 'Chi bộ Một']],
  });
  const failed = await run(broken);
  expect(counts(failed)).toMatchObject({ counts: { new: 0, rejected: 1 } });
  expect(failed.stdout).toContain("công thức bị lỗi '#REF!'");

  const locked = await file(folder, 'chi-doc.xlsx', { rows: [titles, ...people] });
  chmodSync(locked, 0o444);
  const hash = () => createHash('sha256').update(readFileSync(locked)).digest('hex');
  const before = hash();
  expect(counts(await run(locked, '--commit'))).toMatchObject({ counts: { new: 2 } });
  expect(hash()).toBe(before);
  // The same file twice: nothing is written again.
  expect(counts(await run(locked, '--commit'))).toMatchObject({ batchId: null, counts: { same: 2 } });
  rmSync(locked, { force: true });
  const gone = await run(locked, '--commit');
  expect(gone.code).not.toBe(0);
  expect(gone.stdout).toMatch(/Không tìm thấy tệp .*chi-doc\.xlsx.*Chưa ghi gì\./);
});

/** Fault: a link to a device was read without end, and a folder was called a locked file. */
it('names what is no file, and reads neither', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'thu-muc.xlsx'));
  symlinkSync('/dev/zero', join(folder, 'thiet-bi.xlsx'));
  for (const name of ['thu-muc.xlsx', 'thiet-bi.xlsx']) {
    const run = await ops(['inspect', join(folder, name), '--json']);
    expect([run.code, run.json()]).toMatchObject([1, { code: 'FILE_IS_NO_FILE' }]);
  }
});

/** Fault: of a workbook with hidden sheets only the first was imported without a word, though hidden parts are left out. */
it('takes no hidden sheet by itself, and the one that is named', async () => {
  const folder = temporaryFolder();
  const data = await closedOffice();
  const hidden = await file(folder, 'an.xlsx', [
    { name: 'Ẩn 1', rows: [titles, ...people], isHidden: true },
    { name: 'Ẩn 2', rows: [titles], isHidden: true },
  ]);
  const args = ['import', hidden, '--data', data, '--kind', 'officials'];
  const refused = await ops([...args, '--commit']);
  expect(refused.code).not.toBe(0);
  expect(refused.stderr).toContain('chỉ có trang tính bị ẩn (Ẩn 1, Ẩn 2). Chưa ghi gì.');
  const named = await ops([...args, '--sheet', 'Ẩn 1', '--json']);
  expect(counts(named)).toMatchObject({ sheet: 'Ẩn 1', counts: { new: 2 } });
});
