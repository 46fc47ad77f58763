import { describe, expect, it } from 'vitest';
import { codeOf, cycleOffice, openCycle2025, plan2025 } from '../helpers/cycle-office.ts';
import { openDatabase } from '../helpers/office.ts';
import { unzipFiles } from '../helpers/zip-files.ts';

const year = 2025;

async function office() {
  const made = await cycleOffice();
  await openCycle2025(made);
  const dung = made.people['Tòng Văn Dũng'] ?? 0;
  const { writerDriver } = await openDatabase(made.folder);
  const cycleId = Number(writerDriver.prepare('select id from cycles where year = 2025').pluck().get());
  const dossier = (more: { lastYear?: number; years?: number; disciplines?: boolean } = {}) =>
    made.call('documents.html', { kind: 'dossier', officialId: dung, lastYear: year, ...more });
  return { ...made, dung, writerDriver, cycleId, dossier };
}

/** A pledge, a filed review, a rating, a task and a discipline of the person in 2025. */
async function fill({ call, dung, writerDriver, cycleId }: Awaited<ReturnType<typeof office>>) {
  await call('pledges.save', {
    year,
    officialId: dung,
    version: 0,
    variant: 'member',
    formId: 'pledge-member',
    duty: '',
    note: '',
    items: [{ id: null, sectionId: 'duties', text: 'Trực bản đủ buổi', target: '', dueOn: null }],
  });
  const run = (sql: string, ...values: unknown[]) => writerDriver.prepare(sql).run(...values);
  run("update reviews set status = 'filed', filed_on = '2025-12-05' where official_id = ?", dung);
  const { lastInsertRowid } = run(
    "insert into ratings (cycle_id, kind, official_id, self_level, decided_level) values (?, 'member', ?, 'excellent', 'good')",
    ...[cycleId, dung],
  );
  run(
    "insert into rating_stages (rating_id, stage, level, score, on_day, body, at) values (?, 'decided', 'good', 8825, '2025-12-20', 'Đảng ủy xã Sông Mây', '2025-12-20T00:00:00Z')",
    lastInsertRowid,
  );
  run(
    "insert into remediation_tasks (cycle_id, shortcoming_text, measure, assignee_id, assignee_name, due_on, state) values (?, 'Họp muộn', 'Lập lịch họp tháng', ?, 'Tòng Văn Dũng', '2026-03-31', 'planned')",
    ...[cycleId, dung],
  );
  run(
    "insert into disciplines (official_id, form, effective_on, decision_no) values (?, 'reprimand', '2025-06', '12-QĐ/UBKT')",
    dung,
  );
}

describe('the dossier of a person', () => {
  it('holds the papers of the years with a contents page, and none of other years', async () => {
    const made = await office();
    expect(await codeOf(made.dossier())).toBe('DOSSIER_EMPTY');
    await fill(made);
    const { html, list, fileName } = await made.dossier();
    expect(fileName).toContain('Tòng Văn Dũng');
    expect(html.match(/<a id="document-/g)).toHaveLength(4);
    for (const title of [
      'Bản cam kết tu dưỡng, rèn luyện, phấn đấu năm 2025',
      'Bản kiểm điểm cá nhân năm 2025',
      'Các việc khắc phục hạn chế, khuyết điểm năm 2025',
      'Kết quả đánh giá, xếp loại chất lượng',
    ])
      expect(list?.numbered).toContain(title);
    for (const text of ['Trực bản đủ buổi', 'Lập lịch họp tháng', '88,25', 'Đảng ủy xã Sông Mây, 20/12/2025'])
      expect(html).toContain(text);
    expect(await codeOf(made.dossier({ lastYear: 2024 }))).toBe('DOSSIER_EMPTY');
    expect((await made.dossier({ lastYear: 2027, years: 3 })).list?.numbered).toContain('năm 2025 - 2027');
    const word = await made.call('documents.docx', {
      kind: 'dossier',
      officialId: made.dung,
      lastYear: year,
    });
    const xml = unzipFiles(word.bytes).find(({ name }) => name === 'word/document.xml');
    expect(xml?.data.toString('utf8')).toContain('Trực bản đủ buổi');
  });

  /**
   * The fault: an office that evaluates by quarter had none of its quarters in a person's dossier. Steps: file the review
   * of a quarter, rate the quarter, print the dossier. Reason: only cycles of a whole year were read.
   */
  it('holds the reviews and ratings of quarters before those of their year', async () => {
    const made = await office();
    await fill(made);
    await made.call('cycles.open', {
      ...plan2025,
      year,
      quarter: 3,
      countedOn: '2025-09-30',
      collectives: [],
    });
    const run = (sql: string, ...values: unknown[]) => made.writerDriver.prepare(sql).run(...values);
    run("update reviews set status = 'filed', filed_on = '2025-10-02' where official_id = ?", made.dung);
    run(
      "insert into ratings (cycle_id, kind, official_id, decided_level) select id, 'member', ?, 'completed' from cycles where quarter = 3",
      made.dung,
    );
    const { html, list } = await made.dossier();
    const contents = list?.numbered ?? '';
    const [quarter, whole] = ['Bản kiểm điểm cá nhân quý III năm 2025', 'Bản kiểm điểm cá nhân năm 2025'];
    expect(contents.indexOf(quarter)).toBeGreaterThan(0);
    expect(contents.indexOf(whole)).toBeGreaterThan(contents.indexOf(quarter));
    expect(html).toContain('<span class="bold">Quý III năm 2025</span>');
    expect(html.indexOf('>Quý III/2025<')).toBeGreaterThan(0);
    expect(html.lastIndexOf('>2025<')).toBeGreaterThan(html.indexOf('>Quý III/2025<'));
  });

  it('names disciplines only where they are asked for, and each time leaves a line in the log', async () => {
    const made = await office();
    await fill(made);
    const audits = () =>
      made.writerDriver.prepare("select count(*) from audit where method = 'documents.html'").pluck().get();
    expect((await made.dossier()).html).not.toContain('12-QĐ/UBKT');
    expect(audits()).toBe(0);
    const { html, list } = await made.dossier({ disciplines: true });
    expect(html).toContain('12-QĐ/UBKT');
    expect(list?.plain).toContain('Các hình thức kỷ luật');
    expect(audits()).toBe(1);
  });
});
