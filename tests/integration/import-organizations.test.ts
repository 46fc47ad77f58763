import { describe, expect, it } from 'vitest';
import type { AppError } from '../../db/contract/errors.ts';
import type { ColumnField } from '../../db/contract/workbooks.ts';
import { previewOf } from '../helpers/import-calls.ts';
import { type Call, newOffice } from '../helpers/office.ts';
import { stagedWorkbook } from '../helpers/staged-workbooks.ts';

const fields: ColumnField[] = [
  'organizationCode',
  'partyOrg',
  'organizationKind',
  'parentOrganization',
  'memberTotal',
];
type Row = (string | null)[];
const previewOfRows = (call: Call, rows: Row[]) =>
  previewOf(call, stagedWorkbook(fields, rows, { kind: 'organizations' }), { kind: 'organizations' });

const units = async (call: Call) => {
  const { organizations } = await call('organizations.tree', {});
  const names = new Map(organizations.map((unit) => [unit.id, unit.name]));
  return organizations.map(({ code, name, kind, parentId }) => [
    code,
    name,
    kind,
    parentId === null ? null : (names.get(parentId) ?? ''),
  ]);
};

/** The parent comes after its child: a sheet sorted by name. */
const rows: Row[] = [
  ['CB1', 'Chi bộ Một', 'Chi bộ', 'DB1', '12'],
  ['DB1', 'Đảng bộ cơ sở Đông', 'Đảng bộ cơ sở', null, '30'],
  ['CB2', 'Chi bộ Hai', null, 'Đảng bộ cơ sở Đông', null],
];

describe('a list of organisations', () => {
  it('brings units with their codes, kinds and places in the tree; again it is all the same', async () => {
    const { call } = await newOffice();
    const before = await units(call);
    const root = before[0]?.[1] ?? '';
    const preview = await previewOfRows(call, rows);
    expect(preview).toMatchObject({ rowsRead: 3, counts: { new: 3 } });
    expect(await preview.units()).toEqual([]);
    const { batchId } = await preview.commit();
    expect(await units(call)).toEqual([
      ...before,
      ['DB1', 'Đảng bộ cơ sở Đông', 'partyBody', root],
      ['CB2', 'Chi bộ Hai', 'partyCell', 'Đảng bộ cơ sở Đông'],
      ['CB1', 'Chi bộ Một', 'partyCell', 'Đảng bộ cơ sở Đông'],
    ]);
    expect(await previewOfRows(call, rows)).toMatchObject({ counts: { same: 3 } });
    expect(await call('imports.undo', { batchId: batchId ?? 0 })).toMatchObject({ removed: 3, restored: 0 });
    expect(await units(call)).toEqual(before);
  });

  it('renames by code, moves and fills codes; the undo puts back exactly what was there', async () => {
    const { call } = await newOffice();
    await (await previewOfRows(call, rows)).commit();
    const before = await units(call);
    const preview = await previewOfRows(call, [
      ['CB1', 'Chi bộ Thôn Một', null, 'DB2', null],
      ['DB2', 'Đảng bộ cơ sở Tây', null, null, null],
    ]);
    expect(await preview.rows()).toMatchObject([
      { class: 'changed', before: { name: 'Chi bộ Một', parent: 'Đảng bộ cơ sở Đông' } },
      { class: 'new' },
    ]);
    const { batchId } = await preview.commit();
    expect(await units(call)).toContainEqual(['CB1', 'Chi bộ Thôn Một', 'partyCell', 'Đảng bộ cơ sở Tây']);
    expect(await call('imports.undo', { batchId: batchId ?? 0 })).toMatchObject({ removed: 1, restored: 1 });
    expect(await units(call)).toEqual(before);
  });

  it('takes the type of a unit from its column, fills it where it is empty, and leaves it without one', async () => {
    const { call } = await newOffice();
    await (await previewOfRows(call, rows)).commit();
    const withTypes = async (types: (string | null)[]) =>
      previewOf(
        call,
        stagedWorkbook(
          ['organizationCode', 'partyOrg', 'unitType'],
          types.map((type, index) => [`CB${index + 1}`, `Chi bộ ${index === 0 ? 'Một' : 'Hai'}`, type]),
          { kind: 'organizations' },
        ),
        { kind: 'organizations' },
      );
    const preview = await withTypes(['Trường học phổ thông', 'Công an xã']);
    expect(await preview.rows()).toMatchObject([
      { class: 'changed', before: { unitType: null } },
      { class: 'changed', before: { unitType: null } },
    ]);
    await preview.commit();
    const types = async () =>
      (await call('organizations.tree', {})).organizations.flatMap(({ code, unitType }) =>
        code.startsWith('CB') ? [[code, unitType]] : [],
      );
    const filled = [
      ['CB2', 'armedForces'],
      ['CB1', 'school'],
    ];
    expect(await types()).toEqual(filled);
    // A word that says no type is told and writes nothing; a sheet without the column changes nothing.
    expect(await (await withTypes(['Khác', null])).rows()).toMatchObject([
      { class: 'rejected', problems: [{ code: 'VALUE_UNKNOWN' }] },
      { class: 'same' },
    ]);
    expect(await previewOfRows(call, rows)).toMatchObject({ counts: { same: 3 } });
    expect(await types()).toEqual(filled);
  });

  it('only checks the member count, and says when it differs', async () => {
    const { call } = await newOffice();
    await (await previewOfRows(call, rows)).commit();
    const preview = await previewOfRows(call, rows);
    expect(await preview.rows()).toMatchObject([
      { class: 'same', problems: [{ code: 'MEMBER_COUNT_DIFFERS', column: 'E' }] },
      { class: 'same', problems: [{ code: 'MEMBER_COUNT_DIFFERS' }] },
      { class: 'same', problems: [] },
    ]);
  });

  it('does not guess: a parent nobody knows, a name under another parent, a circle, a unit twice', async () => {
    const { call } = await newOffice();
    await (await previewOfRows(call, rows)).commit();
    const preview = await previewOfRows(call, [
      [null, 'Chi bộ Ba', null, 'KHONG-CO', null],
      [null, 'Chi bộ Bốn', null, 'Chi bộ Ba', null],
      [null, 'Chi bộ Một', null, 'Chi bộ Hai', null],
      ['DB1', 'Đảng bộ cơ sở Đông', null, 'CB2', null],
      ['CB2', 'Chi bộ Hai', null, null, null],
      [null, 'Chi bộ Hai', null, null, null],
      [null, null, null, 'DB1', '3'],
    ]);
    const found = await preview.rows();
    expect(found.map((row) => [row.class, row.problems.map(({ code }) => code)])).toEqual([
      ['rejected', ['PARENT_NOT_FOUND']],
      ['rejected', ['PARENT_NOT_FOUND']],
      ['conflict', ['UNIT_UNCERTAIN']],
      ['rejected', ['PARENT_BELOW']],
      ['same', []],
      ['conflict', ['UNIT_TWICE_IN_FILE']],
      ['rejected', ['UNIT_NAME_MISSING']],
    ]);
    const mended = await preview.decide({ type: 'cell', row: 2, field: 'parent', text: 'DB1' });
    expect(mended.counts).toMatchObject({ new: 2 });
    const added = await preview.decide({ type: 'row', row: 4, choice: { type: 'newPerson' } });
    expect(added.counts).toMatchObject({ new: 3 });
  });

  // A list whose bodies stand only in the column "Đảng bộ" was refused row by row; the office itself was taken for another.
  it('makes the body that only the column of parents names, once, and knows the office by either of its names', async () => {
    const { call } = await newOffice();
    const before = await units(call);
    const root = before[0]?.[1] ?? '';
    const preview = await previewOfRows(call, [
      [null, 'Chi bộ Khoa Nội', null, 'Đảng bộ Bệnh viện', null],
      [null, 'Chi bộ Khoa Ngoại', null, 'Đảng bộ Bệnh viện', null],
      [null, 'Chi bộ Chợ', null, root.replace('Đảng ủy', 'Đảng bộ'), null],
    ]);
    expect(preview).toMatchObject({ counts: { new: 3 } });
    expect(await preview.units()).toMatchObject([{ name: 'Đảng bộ Bệnh viện', rows: 2 }]);
    const { batchId } = await preview.commit();
    const after = await units(call);
    expect(
      after
        .slice(before.length)
        .map(([, name, , parent]) => [name, parent])
        .sort(),
    ).toEqual([
      ['Chi bộ Chợ', root],
      ['Chi bộ Khoa Ngoại', 'Đảng bộ Bệnh viện'],
      ['Chi bộ Khoa Nội', 'Đảng bộ Bệnh viện'],
      ['Đảng bộ Bệnh viện', root],
    ]);
    await call('imports.undo', { batchId: batchId ?? 0 });
    expect(await units(call)).toEqual(before);
  });

  it('is not taken back under a unit that is used by now, and those above it stay, too', async () => {
    const { call } = await newOffice();
    const { batchId } = await (await previewOfRows(call, rows)).commit();
    const people = stagedWorkbook(['fullName', 'organization'], [['Trần Văn Ân', 'Chi bộ Một']]);
    await (await previewOf(call, people)).commit();
    const undo = call('imports.undo', { batchId: batchId ?? 0 });
    await expect(undo).rejects.toMatchObject({ code: 'IMPORT_UNDO_CONFLICT' } satisfies Partial<AppError>);
    expect(await call('imports.undoPlan', { batchId: batchId ?? 0 })).toMatchObject({
      removed: 1,
      kept: [
        { name: 'Chi bộ Một', reason: 'IN_USE' },
        { name: 'Đảng bộ cơ sở Đông', reason: 'IN_USE' },
      ],
    });
    expect(await call('imports.undo', { batchId: batchId ?? 0, keepEdited: true })).toMatchObject({
      removed: 1,
    });
  });
});
