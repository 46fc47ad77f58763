import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FromReader } from '../../db/contract/wire.ts';
import { readWorkbook } from '../../db/contract/workbooks.ts';
import { readInProcess } from '../../db/excel/read-in-process.ts';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { workbookBytes } from '../helpers/workbooks.ts';

const readerPath = path.resolve('db/excel/reader-entry.ts');
const fileName = '01-trich-ngang-can-bo-dang-vien.xlsx';
const bytes = new Uint8Array(readFileSync(path.resolve(import.meta.dirname, '../fixtures', fileName)));

describe('the reader as a process of its own', () => {
  it('gives what the reader gives here, as the contract says', async () => {
    const read = readWorkbook.parse(await readInProcess({ readerPath, fileName, bytes }));
    expect(read).toEqual(await readWorkbookBytes(fileName, bytes));
    expect(read.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gives the code of the reader', async () => {
    const answer = readInProcess({
      readerPath,
      fileName: 'a.xlsx',
      bytes: new Uint8Array(Buffer.from('%PDF-1.7')),
    });
    await expect(answer).rejects.toMatchObject({
      code: 'WORKBOOK_NOT_A_WORKBOOK',
      params: { file: 'a.xlsx' },
    });
  });

  it('ends after one file, with everything written and nothing on its exit code', async () => {
    const child = fork(readerPath, [], {
      serialization: 'advanced',
      execArgv: ['--no-warnings'],
      stdio: 'pipe',
    });
    const messages: FromReader['type'][] = [];
    child.on('message', (message: FromReader) => messages.push(message.type));
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    child.send({ type: 'read', fileName, bytes });
    child.send({ type: 'read', fileName, bytes });
    expect(await ended).toBe(0);
    expect(messages.filter((type) => type !== 'progress')).toEqual(['workbook']);
  });

  it('is ended by the caller when it takes too long', async () => {
    const limits = { seconds: 0.05, memoryMegabytes: 1024 };
    const answer = readInProcess({ readerPath, fileName: 'a.xlsx', bytes, limits });
    await expect(answer).rejects.toMatchObject({
      code: 'WORKBOOK_TIMEOUT',
      params: { file: 'a.xlsx', seconds: 0.05 },
    });
  });

  it('is ended by the person', async () => {
    const controller = new AbortController();
    const answer = readInProcess({ readerPath, fileName, bytes, signal: controller.signal });
    controller.abort();
    await expect(answer).rejects.toMatchObject({ code: 'CANCELLED' });
    await expect(
      readInProcess({ readerPath, fileName, bytes, signal: controller.signal }),
    ).rejects.toMatchObject({
      code: 'CANCELLED',
    });
  });

  it('says so when the process dies, of its memory limit too', async () => {
    const missing = readInProcess({
      readerPath: path.resolve('db/excel/no-such-entry.ts'),
      fileName: 'a.xlsx',
      bytes,
    });
    await expect(missing).rejects.toMatchObject({
      code: 'WORKBOOK_READER_FAILED',
      params: { file: 'a.xlsx' },
    });

    const rows = Array.from({ length: 20_000 }, (_, index) => [
      index,
      `Người thứ ${index}`,
      `xã ${index}`,
      `chi bộ ${index}`,
    ]);
    const large = await workbookBytes({ rows: [['STT', 'Họ và tên', 'Quê quán', 'Chi bộ'], ...rows] });
    const starved = readInProcess({
      readerPath,
      fileName: 'lon.xlsx',
      bytes: large,
      limits: { seconds: 60, memoryMegabytes: 12 },
    });
    await expect(starved).rejects.toMatchObject({ code: 'WORKBOOK_READER_FAILED' });
  });

  it('reports its progress', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => [
      index,
      `Người thứ ${index}`,
      'xã A',
      'Chi bộ 1',
    ]);
    const large = await workbookBytes({ rows: [['STT', 'Họ và tên', 'Quê quán', 'Chi bộ'], ...rows] });
    const seen: [number, number][] = [];
    await readInProcess({
      readerPath,
      fileName: 'lon.xlsx',
      bytes: large,
      onProgress: (done, total) => seen.push([done, total]),
    });
    expect(seen.length).toBeGreaterThan(0);
    for (const [done, total] of seen) expect(done).toBeLessThanOrEqual(total);
  });
});
