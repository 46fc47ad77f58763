import { describe, expect, it } from 'vitest';
import { declaredText } from '../../db/contract/vi/pledges.ts';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { codeOf, cycleOffice, openCycle2025 } from '../helpers/cycle-office.ts';
import { previewOf } from '../helpers/import-calls.ts';
import { openDatabase } from '../helpers/office.ts';
import { workbookBytes } from '../helpers/workbooks.ts';

const year = 2025;
const asked = { sheet: '5e', kind: 'pledgeStatus', year } as const;
type Row = (string | number | null)[];
const sheetOf = async (rows: Row[]) =>
  readWorkbookBytes(
    '5e.xlsx',
    await workbookBytes({
      name: '5e',
      rows: [
        ['BIỂU TỔNG HỢP KẾT QUẢ KÝ CAM KẾT NĂM 2025'],
        ['STT', 'Đơn vị', 'Tổng số đảng viên', 'Đã ký', 'Tỷ lệ %', 'Chưa ký (lý do)', 'Ghi chú'],
        ...rows,
      ],
    }),
  );
const one: Row = [1, 'Chi bộ Một', 3, 2, 66.7, '1 (ốm)', null];
const far: Row = [2, 'Chi bộ Bản Xa', 120, 118, 98.33, 2, 'Nộp chậm'];

/** The cell of An and Bình: An is to sign, Bình is exempt. */
async function office() {
  const made = await cycleOffice();
  await openCycle2025(made);
  const units = async (organizationId: number | null = null) =>
    (await made.call('pledges.list', { year, organizationId })).units.map((unit) => [
      unit.organizationName,
      unit.base,
      unit.signed,
      unit.declared && [unit.declared.signed, unit.declared.total, unit.declared.own],
    ]);
  return { ...made, units };
}

describe('totals of signatures by unit (table 5e)', () => {
  it('stand beside the counts of the book, change none of them, and are taken back as if they had not been', async () => {
    const { call, cells, units, folder } = await office();
    const { writerDriver } = await openDatabase(folder);
    const left = () =>
      ['declared_pledges', 'pledges', 'organizations'].map((table) =>
        writerDriver.prepare(`select count(*) from ${table}`).pluck().get(),
      );
    const before = {
      units: await units(),
      left: left(),
      table: await call('summaries.get', { table: '5e', year }),
    };
    const workbook = await sheetOf([one, far, [null, 'Tổng cộng', 123, 121, null, null, null]]);
    const [sheet] = (await call('imports.stage', { workbook })).sheets;
    expect([sheet?.kind, sheet?.year]).toEqual(['pledgeStatus', year]);
    expect(sheet?.writtenCounts.map(({ written, read }) => [written, read])).toEqual([
      [123, 123],
      // Its own total row says one too many.
      [121, 120],
    ]);
    const preview = await previewOf(call, workbook, asked);
    expect(preview.counts).toMatchObject({ new: 2, rejected: 0 });
    expect((await preview.rows()).map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['DECLARED_DIFFERS'],
      [],
    ]);
    const { batchId } = await preview.commit();

    expect(await units()).toEqual([
      ['Chi bộ Bản Xa', 0, 0, [118, 120, { total: 0, signed: 0 }]],
      ['Chi bộ Hai', 1, 0, null],
      ['Chi bộ Một', 1, 0, [2, 3, { total: 1, signed: 0 }]],
    ]);
    expect((await units(cells[1])).map(([name]) => name)).toEqual(['Chi bộ Hai']);
    expect((await call('pledges.list', { year })).counts).toMatchObject({ base: 2, signed: 0 });
    const table = await call('summaries.get', { table: '5e', year });
    expect(table.rows.map(({ name, texts, counts }) => [name, texts.declared, counts.toSign])).toEqual([
      ['Chi bộ Bản Xa', '118/120', 0],
      ['Chi bộ Hai', undefined, 1],
      ['Chi bộ Một', '2/3 (sổ 0/1)', 1],
    ]);
    expect([table.total.counts, table.faults]).toEqual([before.table.total.counts, []]);
    const document = { kind: 'summary', table: '5e', year } as const;
    const { html } = await call('documents.html', document);
    expect(html).toContain('118/120');
    expect((await call('documents.html', { ...document, hideSmall: true })).html).not.toContain('118/120');
    expect((await call('documents.workbook', document)).bytes.length).toBeGreaterThan(1000);

    // The same again is the same; another total changes it, and both are undone one after the other.
    expect((await previewOf(call, workbook, asked)).counts).toMatchObject({ same: 2, new: 0, changed: 0 });
    const later = await previewOf(
      call,
      await sheetOf([[1, 'Chi bộ Bản Xa', 120, 120, null, null, null]]),
      asked,
    );
    expect((await later.rows())[0]).toMatchObject({ class: 'changed', before: { signedCount: '118' } });
    const second = await later.commit();
    expect((await units())[0]?.[3]).toEqual([120, 120, { total: 0, signed: 0 }]);
    expect(await codeOf(call('imports.undo', { batchId: batchId ?? 0 }))).toBe('IMPORT_UNDO_CONFLICT');
    await call('imports.undo', { batchId: second.batchId ?? 0 });
    expect((await units())[0]?.[3]).toEqual([118, 120, { total: 0, signed: 0 }]);
    expect(await call('imports.undo', { batchId: batchId ?? 0 })).toMatchObject({ removed: 2, restored: 0 });
    expect({
      units: await units(),
      left: left(),
      table: await call('summaries.get', { table: '5e', year }),
    }).toEqual(before);
  });

  it('refuse rows without unit or numbers, that do not add up, or of a unit twice; a mended one is taken in', async () => {
    const { call, units } = await office();
    const preview = await previewOf(
      call,
      await sheetOf([
        [1, 'Chi bộ Một', 3, 4, null, null, null],
        [2, 'Chi bộ Hai', 10, 7, 70, '2 (ốm)', null],
        [3, 'Chi bộ Ba', null, 5, null, null, null],
        [4, 'Chi bộ Bốn', 10, 5, 60, null, null],
        [5, 'CHI BỘ BỐN', 10, 5, 50, null, null],
      ]),
      asked,
    );
    const shown = await preview.rows();
    expect(shown.map((row) => [row.class, row.problems.map(({ code }) => code)])).toEqual([
      ['rejected', ['SIGNED_OVER_TOTAL']],
      ['rejected', ['DECLARED_NOT_ADDED_UP']],
      ['rejected', ['DECLARED_MISSING']],
      ['new', ['PERCENT_DIFFERS']],
      ['conflict', ['UNIT_TWICE_IN_FILE']],
    ]);
    await preview.decide({ type: 'cell', row: shown[0]?.row ?? 0, field: 'signedCount', text: '3' });
    const after = await preview.decide({
      type: 'cell',
      row: shown[1]?.row ?? 0,
      field: 'notSigned',
      text: '3 (ốm)',
    });
    expect(after.counts).toMatchObject({ new: 3, rejected: 1, conflict: 1 });
    await call('imports.commit', { previewId: preview.previewId });
    expect((await units()).flatMap(([name, , , declared]) => (declared === null ? [] : [name]))).toEqual([
      'Chi bộ Bốn',
      'Chi bộ Hai',
      'Chi bộ Một',
    ]);
  });

  it('compare a unit that stands over others with all of them', async () => {
    const { call, units, people } = await office();
    const signedOn = '2025-03-01';
    const made = await call('pledges.create', { year, items: [] });
    const an = made.created.find(({ officialId }) => officialId === people['Vàng A An']);
    await call('pledges.setStatus', {
      pledges: [{ pledgeId: an?.pledgeId ?? 0, version: an?.version ?? 0 }],
      act: { to: 'filed', signedOn, filedOn: signedOn },
    });
    const root = (await call('organizations.tree', {})).organizations.find(
      ({ parentId }) => parentId === null,
    );
    const preview = await previewOf(
      call,
      await sheetOf([[1, root?.name ?? '', 2, 1, 50, null, null]]),
      asked,
    );
    expect((await preview.rows())[0]?.problems).toEqual([]);
    await preview.commit();
    expect((await units())[0]).toEqual([root?.name, 0, 0, [1, 2, { total: 2, signed: 1 }]]);
    expect(declaredText.cell({ total: 2, signed: 1 }, { total: 2, signed: 1 })).toBe('1/2');
  });
});
