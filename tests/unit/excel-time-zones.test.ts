import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { workbookBytes } from '../helpers/workbooks.ts';
import { withPart } from '../helpers/zip-files.ts';

const script = path.resolve(import.meta.dirname, '../helpers/print-days.ts');
const folder = mkdtempSync(path.join(tmpdir(), 'time-zones-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function daysIn(zone: string, file: string): { offset: number; days: unknown } {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--no-warnings', script, file], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

const titles = ['STT', 'Họ và tên', 'Ngày sinh', 'Ngày vào Đảng', 'Ngày chính thức', 'Chi bộ'];
const rows = [titles, [1, 'Lò Văn An', { serial: 31702 }, { serial: 40000.75 }, '3/2/2012', 'Chi bộ 1']];
const zones = [
  ['America/Bogota', 300],
  ['UTC', 0],
  ['Asia/Ho_Chi_Minh', -420],
] as const;

describe('days do not move with the time zone', () => {
  it.each([
    ['1900 system', {}, [['1986-10-17', '2009-07-06', '2012-02-03']]],
    ['1904 system', { date1904: true }, [['1990-10-18', '2013-07-07', '2012-02-03']]],
  ])('%s', async (name, options, wanted) => {
    const file = path.join(folder, `${name}.xlsx`);
    writeFileSync(file, await workbookBytes({ rows }, options));
    for (const [zone, offset] of zones) expect(daysIn(zone, file)).toEqual({ offset, days: wanted });
  });

  it('nor when the other reader reads them', async () => {
    const file = path.join(folder, 'prefixed.xlsx');
    const bytes = await workbookBytes({ rows }, { sharedStrings: false });
    writeFileSync(
      file,
      withPart(bytes, 'xl/worksheets/sheet1.xml', (xml) =>
        xml
          .replace(/<(\/?)(\w)/g, '<$1x:$2')
          .replace('xmlns=', 'xmlns:x=')
          .replace(/<x:c r="C2"[^>]*>.*?<\/x:c>/, '<x:c r="C2" t="d"><x:v>1985-02-03</x:v></x:c>'),
      ),
    );
    const wanted = [['1985-02-03', '2009-07-06', '2012-02-03']];
    for (const [zone, offset] of zones) expect(daysIn(zone, file)).toEqual({ offset, days: wanted });
  });
});
