import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { capReport } from '../../db/contract/caps.ts';
import { committedImport, previewRow } from '../../db/contract/imports.ts';
import { organization } from '../../db/contract/organizations.ts';
import { ratingSummary } from '../../db/contract/reports.ts';
import { dayOf } from '../../db/domain/dates.ts';
import { openOffice, temporaryFolder } from '../helpers/office.ts';
import { ops } from '../helpers/ops.ts';

const fixture = (name: string) => resolve('tests/fixtures', name);
const OFFICIALS = fixture('01-trich-ngang-can-bo-dang-vien.xlsx');
const RATINGS = fixture('03-xep-loai-dang-vien-2024.xlsx');

/** The fields that the README names, and no others. */
const shownRow = previewRow
  .pick({ row: true, class: true, values: true, before: true, problems: true })
  .strict();
const imported = committedImport.extend({ kind: z.string(), rows: z.array(shownRow) });
const refused = z.object({ code: z.string(), message: z.string() });

async function office(): Promise<string> {
  const folder = join(temporaryFolder(), 'dữ liệu');
  expect((await ops(['init', '--data', folder, '--office', 'Đảng ủy xã Sông Mây', '--json'])).code).toBe(0);
  return folder;
}

async function refusal(args: string[], environment?: NodeJS.ProcessEnv) {
  const run = await ops([...args, '--json'], environment);
  expect(run.code, run.stdout + run.stderr).toBe(1);
  return refused.parse(run.json());
}

describe('the main job from the command line', () => {
  it('goes from the sheets to the summary, and undoes and imports again', async () => {
    const data = await office();
    const preview = imported.parse(
      (await ops(['import', OFFICIALS, '--data', data, '--kind', 'officials', '--json'])).json(),
    );
    expect(preview.counts).toEqual({ new: 118, changed: 0, same: 0, conflict: 0, rejected: 0 });
    expect(preview.batchId).toBeNull();
    expect((await ops(['list', 'officials', '--data', data, '--json'])).json()).toEqual([]);

    const commit = imported.parse(
      (await ops(['import', OFFICIALS, '--data', data, '--kind', 'officials', '--commit', '--json'])).json(),
    );
    expect(commit.rows).toEqual(preview.rows);
    expect(commit.batchId).not.toBeNull();
    const units = z
      .array(organization)
      .parse((await ops(['list', 'organizations', '--data', data, '--json'])).json());
    expect(
      units.filter((unit) => unit.kind === 'partyCell').map((unit) => [unit.name, unit.memberCount]),
    ).toEqual([
      ['Chi bộ Công an', 19],
      ['Chi bộ thôn Suối Bạc', 19],
      ['Chi bộ thôn Tà Pình', 19],
      ['Chi bộ Trường THCS Bản Sen', 19],
      ['Chi bộ Trường Tiểu học Suối Bạc', 23],
      ['Chi bộ Văn phòng', 19],
    ]);

    const ratings = imported.parse(
      (
        await ops([
          'import',
          RATINGS,
          '--data',
          data,
          '--kind',
          'ratings',
          '--year',
          '2024',
          '--commit',
          '--json',
        ])
      ).json(),
    );
    expect(ratings.counts).toEqual({ new: 118, changed: 0, same: 0, conflict: 0, rejected: 0 });
    const out = join(temporaryFolder(), 'biểu.xlsx');
    const report = ratingSummary.parse(
      (
        await ops(['report', 'rating-summary', '--year', '2024', '--data', data, '--out', out, '--json'])
      ).json(),
    );
    expect(report.total).toEqual({
      members: 118,
      exempt: 0,
      toRate: 118,
      rated: 111,
      counts: { excellent: 14, good: 72, completed: 25, notCompleted: 0, unrated: 7 },
    });
    expect(report.rows).toHaveLength(6);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    const page = join(temporaryFolder(), 'biểu.html');
    expect(
      (await ops(['report', 'rating-summary', '--year', '2024', '--data', data, '--out', page])).code,
    ).toBe(0);
    expect(readFileSync(page, 'utf8')).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');

    const cap = capReport
      .strict()
      .parse((await ops(['cap', '--data', data, '--year', '2024', '--json'])).json());
    // 20% of 72 "tốt" are 14,4: rounded down 14, and 14 are.
    expect(cap.office).toEqual({
      counts: { excellent: 14, good: 72, completed: 25, notCompleted: 0, unrated: 7 },
      base: 72,
      percent: 20,
      allowed: 14,
      remaining: 0,
    });
    expect(cap.units).toHaveLength(6);
    for (const unit of cap.units) {
      expect(unit.base).toBe(unit.counts.good);
      expect(unit.allowed).toBe(Math.floor(unit.base / 5));
      expect(unit.remaining).toBe(unit.allowed - unit.counts.excellent);
    }
    expect(cap.units.reduce((sum, unit) => sum + unit.counts.excellent, 0)).toBe(14);

    const undo = await ops(['undo-import', String(ratings.batchId), '--data', data, '--json']);
    expect(undo.json()).toEqual({ batchId: ratings.batchId, removed: 118, restored: 0 });
    const again = imported.parse(
      (
        await ops([
          'import',
          RATINGS,
          '--data',
          data,
          '--kind',
          'ratings',
          '--year',
          '2024',
          '--commit',
          '--json',
        ])
      ).json(),
    );
    expect(again.counts.new).toBe(118);
    const third = imported.parse(
      (
        await ops([
          'import',
          RATINGS,
          '--data',
          data,
          '--kind',
          'ratings',
          '--year',
          '2024',
          '--commit',
          '--json',
        ])
      ).json(),
    );
    expect([third.counts.same, third.batchId]).toEqual([118, null]);
  });

  it('masks sensitive fields in a list unless asked', async () => {
    const data = await office();
    await ops(['import', OFFICIALS, '--data', data, '--kind', 'officials', '--commit']);
    const people = z.array(z.object({ citizenId: z.string(), masked: z.boolean() }));
    const masked = people.parse((await ops(['list', 'officials', '--data', data, '--json'])).json());
    expect(masked.every((person) => person.masked && /•{9}$/.test(person.citizenId))).toBe(true);
    const clear = people.parse(
      (await ops(['list', 'officials', '--sensitive', '--data', data, '--json'])).json(),
    );
    expect(clear.every((person) => !person.masked && /^\d{12}$/.test(person.citizenId))).toBe(true);
  });

  it('inspects a file without any database', async () => {
    const run = await ops(['inspect', OFFICIALS, '--json'], { TUDUONG_PASSWORD: '' });
    const { sheets } = z
      .object({
        sheets: z.array(
          z.object({
            name: z.string(),
            kind: z.string(),
            headerRows: z.tuple([z.number(), z.number()]).nullable(),
            columns: z.array(
              z.object({ letter: z.string(), title: z.string(), field: z.string().nullable() }),
            ),
            rows: z.record(z.string(), z.number()),
            warnings: z.array(z.unknown()),
          }),
        ),
      })
      .parse(run.json());
    expect(sheets.map((sheet) => [sheet.name, sheet.kind])).toEqual([
      ['Trích ngang', 'officials'],
      ['Sheet2', 'empty'],
    ]);
    expect(sheets[0]).toMatchObject({
      headerRows: [8, 9],
      rows: { data: 118, section: 6, total: 1, numbering: 1 },
    });
    expect(sheets[0]?.columns.find((column) => column.letter === 'I')).toEqual({
      letter: 'I',
      title: 'Ngày vào Đảng / Chính thức',
      field: 'fullMemberOn',
    });
  });

  it('makes a fictitious office with every part of the thread in it', async () => {
    const data = join(temporaryFolder(), 'demo');
    const run = await ops(['demo', '--data', data, '--members', '75', '--years', '3', '--json']);
    expect(run.code, run.stderr).toBe(0);
    const { call } = await openOffice(data);
    const year = Number(dayOf(new Date()).slice(0, 4)) - 1;
    const { cycle } = await call('cycles.get', { year });
    expect(cycle?.openedAt).not.toBeNull();
    expect(cycle?.progress).toMatchObject({ unlisted: 0, notCounted: 0 });
    expect(cycle?.progress.base).toBe((await call('reports.ratingSummary', { year })).total.toRate);
    expect(cycle?.progress.pledgesFiled).toBeGreaterThan(50);
    expect(cycle?.progress.reviewsFiled).toBeGreaterThan(50);
    expect((await call('ratings.grid', { year, kind: 'leader' })).counts.good).toBeGreaterThan(2);
    expect((await call('collectives.grid', { year })).counts.good).toBeGreaterThan(2);
    expect((await call('meetings.list', { year })).meetings).toHaveLength(2);
    const { counts } = await call('remediation.list', { year: null });
    expect(counts.verified).toBeGreaterThan(0);
    expect(counts.open).toBeGreaterThan(0);
    expect((await call('reviews.prompts', { year })).rows).not.toEqual([]);
    for (const table of ['5a', '5b', '5c', '5d', '5e'] as const)
      expect((await call('summaries.get', { table, year })).rows).not.toEqual([]);
    const disciplined = await call('summaries.get', { table: '5f', year: year + 1 });
    expect(disciplined.total.counts.disciplined).toBe(1);
  });

  it('makes a fictitious office that is the same for the same seed', async () => {
    const make = async (seed: string) => {
      const data = join(temporaryFolder(), 'demo');
      const run = await ops([
        'demo',
        '--data',
        data,
        '--members',
        '60',
        '--years',
        '2',
        '--seed',
        seed,
        '--people-only',
        '--json',
      ]);
      expect(run.json()).toEqual({ members: 60, organizations: 2, years: 2 });
      return (await ops(['list', 'officials', '--sensitive', '--data', data, '--json'])).stdout;
    };
    const first = await make('7');
    expect(await make('7')).toBe(first);
    expect(await make('8')).not.toBe(first);
  });
});

describe('bad input', () => {
  const hashOf = (folder: string) =>
    readdirSync(join(folder, 'office')).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, 'office', name)))
        .digest('hex'),
    ]);
  const files: [string, string, string][] = [
    ['a text file named .xlsx', 'chỉ là chữ', 'WORKBOOK_NOT_A_WORKBOOK'],
    ['an empty file', '', 'WORKBOOK_EMPTY'],
  ];

  it.each(files)('%s: a sentence, exit 1, nothing written', async (_name, content, code) => {
    const data = await office();
    const before = hashOf(data);
    const file = join(temporaryFolder(), 'danh sách.xlsx');
    writeFileSync(file, content);
    const error = await refusal(['import', file, '--data', data, '--kind', 'officials', '--commit']);
    expect(error.code).toBe(code);
    expect(error.message).toContain('danh sách.xlsx');
    expect(hashOf(data)).toEqual(before);
  });

  it('names a missing file, a wrong password, no password, a folder that is a file, an office that is there', async () => {
    const data = await office();
    const file = join(temporaryFolder(), 'tệp');
    writeFileSync(file, 'x');
    const importing = ['import', OFFICIALS, '--data', data, '--kind', 'officials'];
    expect((await refusal(['inspect', join(data, 'không có.xlsx')])).code).toBe('FILE_NOT_FOUND');
    expect((await refusal(importing, { TUDUONG_PASSWORD: 'sai mật khẩu' })).code).toBe('WRONG_PASSWORD');
    expect((await refusal(importing, { TUDUONG_USER: 'người lạ' })).code).toBe('WRONG_PASSWORD');
    expect((await refusal(importing, { TUDUONG_PASSWORD: '' })).code).toBe('PASSWORD_NOT_GIVEN');
    expect((await refusal(['init', '--data', file, '--office', 'A'])).code).toBe('DATA_FOLDER_IS_FILE');
    const short = await refusal(['init', '--data', join(data, 'mới'), '--office', 'A'], {
      TUDUONG_PASSWORD: 'ngắn',
    });
    expect(short.message).toContain('password: Nội dung quá ngắn.');
    expect((await refusal(['init', '--data', data, '--office', 'A'])).code).toBe('OFFICE_EXISTS');
    expect((await refusal(['list', 'officials', '--data', join(data, 'nơi khác')])).code).toBe(
      'OFFICE_MISSING',
    );
    const out = join(data, 'không có', 'biểu.xlsx');
    await ops([...importing, '--commit']);
    await ops(['import', RATINGS, '--data', data, '--kind', 'ratings', '--year', '2024', '--commit']);
    expect(
      (await refusal(['report', 'rating-summary', '--year', '2024', '--data', data, '--out', out])).code,
    ).toBe('FILE_NOT_WRITABLE');
    expect(
      (
        await refusal([
          'report',
          'rating-summary',
          '--year',
          '1990',
          '--data',
          data,
          '--out',
          join(data, 'x.xlsx'),
        ])
      ).code,
    ).toBe('REPORT_EMPTY');
    expect(existsSync(join(data, 'x.xlsx'))).toBe(false);
  });

  it.each([
    [[]],
    [['nonsense']],
    [['init', '--data', 'x']],
    [['import', 'x.xlsx', '--data', 'x', '--kind', 'cats']],
    [['list', 'officials']],
    [['list', 'ratings', '--data', 'x']],
    [['report', 'rating-summary', '--year', 'hai', '--data', 'x', '--out', 'x.xlsx']],
    [['report', 'rating-summary', '--year', '2024', '--data', 'x', '--out', 'x.pdf']],
    [['import', 'x.xlsx', '--password', 'abc']],
  ])('wrong use %j: exit 2 with the usage', async (args) => {
    const run = await ops(args);
    expect(run.code).toBe(2);
    expect(run.stdout).toBe('');
    expect(run.stderr).toContain('Cách dùng');
  });
});
