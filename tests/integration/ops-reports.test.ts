import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { read } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { summaryTexts } from '../../db/contract/vi/summaries.ts';
import { summaryTableIds } from '../../db/domain/summaries.ts';
import { cycleOffice, plan2025 } from '../helpers/cycle-office.ts';
import { temporaryFolder } from '../helpers/office.ts';
import { ops } from '../helpers/ops.ts';

const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

/** Every word of a Word file as another program reads it. */
async function wordsOf(folder: string, file: string): Promise<string> {
  await promisify(execFile)('soffice', [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
    ...['--headless', '--convert-to', 'pdf', '--outdir', folder, file],
  ]);
  const { stdout } = await promisify(execFile)('pdftotext', ['-layout', file.replace(/docx$/, 'pdf'), '-']);
  return stdout.replace(/\s+/g, ' ');
}

/** An office with a year opened, a pledge signed and a leader, closed so that the command line can have it. */
async function closedOffice(): Promise<string> {
  const made = await cycleOffice();
  await made.call('cycles.open', {
    ...plan2025,
    packId: 'qd-366-2025',
    year: 2025,
    collectives: [
      { organizationId: 1, kind: 'organization' },
      { organizationId: 1, kind: 'standingCommittee' },
    ],
  });
  await made.call('cycles.open', {
    ...plan2025,
    countedOn: '2025-09-30',
    year: 2025,
    quarter: 2,
    collectives: [],
  });
  await made.call('pledges.save', {
    year: 2025,
    officialId: made.people['Tòng Văn Dũng'] ?? 0,
    version: 0,
    variant: 'member',
    formId: 'pledge-member',
    duty: '',
    note: '',
    items: [{ id: null, sectionId: 'duties', text: 'Trực bản', target: '', dueOn: null }],
  });
  await made.service.close();
  return made.folder;
}

const answer = z.object({
  out: z.string(),
  total: z.object({ counts: z.record(z.string(), z.number()) }),
});

it('writes every summary table and list in every form, and says so in JSON alone', async () => {
  const data = await closedOffice();
  const folder = temporaryFolder();
  const base = ['--year', '2025', '--data', data, '--json'];
  for (const table of summaryTableIds) {
    const out = join(folder, `biểu ${table}.xlsx`);
    const run = await ops(['report', table, ...base, '--out', out]);
    expect(run.code, run.stdout + run.stderr).toBe(0);
    expect(run.stderr).toBe('');
    expect(answer.parse(run.json()).out).toBe(out);
    const book = read(readFileSync(out));
    expect(book.SheetNames).toEqual([summaryTexts[table].mark]);
    const texts = Object.values(book.Sheets[summaryTexts[table].mark] ?? {}).map((cell) => cell?.v);
    expect(texts.some((text) => String(text).startsWith(summaryTexts[table].title))).toBe(true);
    expect(texts).toContain(summaryTexts[table].rowName);
  }
  for (const [kind, named, ...more] of [
    ['pledges-list', 'Tòng Văn Dũng'],
    ['pledges-not-signed', 'Tòng Văn Dũng'],
    ['ratings-list', 'Tòng Văn Dũng'],
    ['leader-ratings-list', 'Vàng A An'],
    ['ratings-list', 'Tòng Văn Dũng', '--quarter', '2'],
    ['leader-ratings-list', 'Vàng A An', '--quarter', '2'],
  ] as const) {
    const list = join(folder, `${kind}${more.join('')}.xlsx`);
    const run = await ops(['report', kind, ...base, ...more, '--out', list]);
    expect(run.code, run.stdout + run.stderr).toBe(0);
    const [sheet] = Object.values(read(readFileSync(list)).Sheets);
    const texts = Object.values(sheet ?? {}).map((cell) => cell?.v);
    expect(texts).toContain(named);
    if (kind === 'leader-ratings-list') expect(texts).not.toContain('Tòng Văn Dũng');
    if (more.length > 0) expect(texts.join(' ')).toMatch(/QUÝ II NĂM 2025/);
  }
  const groups = join(folder, '5a nhóm.html');
  expect((await ops(['report', '5a', ...base, '--groups', 'women,leaders', '--out', groups])).code).toBe(0);
  expect(readFileSync(groups, 'utf8')).toContain('- Nữ');
  // The reviews of a quarter are not those of its year; what has no quarters says so.
  const quarter = ['report', 'reviews', ...base, '--quarter', '3', '--out', join(folder, 'quý III.docx')];
  expect(z.object({ code: z.string() }).parse((await ops(quarter)).json()).code).toBe('CYCLE_NOT_OPEN');
  const ofYear = ['report', 'pledges-list', ...base, '--quarter', '2', '--out', join(folder, 'ký.xlsx')];
  expect(await ops(ofYear)).toMatchObject({ code: 2, stderr: expect.stringContaining('--quarter') });
  const html = join(folder, '5e.html');
  const signed = answer.parse((await ops(['report', '5e', ...base, '--unit', '1', '--out', html])).json());
  expect(signed.total.counts).toMatchObject({ members: 3, exempt: 1, toSign: 2, signed: 0, notSigned: 2 });
  expect(readFileSync(html, 'utf8')).toContain('chưa nêu lý do');
  for (const kind of ['officials', 'pledges', 'reviews', 'rating-summary']) {
    const out = join(folder, `${kind}.docx`);
    const run = await ops(['report', kind, ...base, '--out', out]);
    expect(run.code, run.stdout + run.stderr).toBe(0);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  }
  // A task to put something right is there once somebody answers for it; without one the plan says so.
  for (const kind of ['remediation-plan', 'remediation-overdue', 'remediation-due-soon']) {
    const plan = ['report', kind, ...base, '--out', join(folder, 'kế hoạch.xlsx')];
    expect(z.object({ code: z.string() }).parse((await ops(plan)).json()).code).toBe('TASKS_EMPTY');
  }
  const dossier = join(folder, 'hồ sơ.docx');
  const people = z
    .array(z.object({ id: z.int(), fullName: z.string() }))
    .parse((await ops(['list', 'officials', '--data', data, '--json'])).json());
  const dung = people.find(({ fullName }) => fullName === 'Tòng Văn Dũng')?.id;
  expect((await ops(['report', 'dossier', ...base, '--person', String(dung), '--out', dossier])).code).toBe(
    0,
  );
  if (!hasLibreOffice) return;
  expect(await wordsOf(folder, dossier)).toContain('Trực bản');
  const word = join(folder, '5d.docx');
  expect((await ops(['report', '5d', ...base, '--compare', '--out', word])).code).toBe(0);
  const words = await wordsOf(folder, word);
  for (const text of ['ĐẢNG CỘNG SẢN VIỆT NAM', summaryTexts['5d'].title, 'Vàng A An', 'Bí thư Đảng ủy'])
    expect(words).toContain(text);
});

it('refuses what it cannot write before it writes anything', async () => {
  const data = await closedOffice();
  const out = join(temporaryFolder(), 'biểu.pdf');
  const wrong = await ops(['report', '5a', '--year', '2025', '--data', data, '--out', out]);
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toContain('.docx');
  // Pledges are papers, no table.
  const pledges = ['report', 'pledges', '--year', '2025', '--data', data];
  expect((await ops([...pledges, '--out', out.replace('.pdf', '.xlsx')])).code).toBe(2);
  const unknown = await ops(['report', '5z', '--year', '2025', '--data', data, '--out', out]);
  expect(unknown.code).toBe(2);
  for (const kind of ['5a', '5f', 'leader-ratings-list', 'pledges-not-signed', 'officials'])
    expect(unknown.stderr.split('\n')[0]).toContain(kind);
  const html = out.replace('.pdf', '.html');
  const empty = await ops(['report', '5b', '--year', '2019', '--data', data, '--out', html, '--json']);
  expect(empty.code).toBe(1);
  expect(z.object({ code: z.string() }).parse(empty.json()).code).toBe('REPORT_EMPTY');
  expect(existsSync(html)).toBe(false);
});
