import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { safeFileName } from '../../electron/print/file-name.ts';
import { writeWholeFile } from '../../electron/print/whole-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'tuduong-whole-file-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a saved file', () => {
  test('replaces the old one and leaves nothing beside it', async () => {
    const file = path.join(folder, 'Biểu 5a.pdf');
    writeFileSync(file, 'old');
    await writeWholeFile(file, new TextEncoder().encode('new'));
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['Biểu 5a.pdf']);
  });

  test('that cannot be put in place leaves the old one and no rest', async () => {
    const target = path.join(folder, 'thu-muc');
    // A folder of the same name stands for a file that Excel holds open: the rename is refused.
    writeFileSync(path.join(folder, 'keep'), '');
    mkdirSync(path.join(target, 'inside'), { recursive: true });
    await expect(writeWholeFile(target, new Uint8Array([1]))).rejects.toMatchObject({
      code: 'FILE_NOT_WRITABLE',
      params: { file: 'thu-muc' },
    });
    expect(readdirSync(folder).sort()).toEqual(['keep', 'thu-muc']);
  });

  test('in a folder that is gone is refused by its name, without its path', async () => {
    await expect(writeWholeFile(path.join(folder, 'no', 'a.pdf'), new Uint8Array())).rejects.toMatchObject({
      code: 'FILE_NOT_WRITABLE',
      params: { file: 'a.pdf' },
    });
  });
});

describe('a proposed file name', () => {
  test.each([
    ['Biểu 5a: xếp loại 2024/xã', 'Biểu 5a xếp loại 2024 xã'],
    ['..\\..\\Windows', '.. .. Windows'],
    ['kết thúc bằng chấm. . ', 'kết thúc bằng chấm'],
    ['a\u0000b\nc', 'a b c'],
    ['***', 'tai-lieu'],
    ['', 'tai-lieu'],
  ])('%j becomes %j', (name, expected) => {
    expect(safeFileName(name)).toBe(expected);
  });

  test('is cut to what file systems take', () => {
    expect(safeFileName('đ'.repeat(400))).toHaveLength(150);
  });
});
