import { asc, eq } from 'drizzle-orm';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { audit, posts } from '../../db/connection/schema.ts';
import { AppError } from '../../db/contract/errors.ts';
import type { MethodInput } from '../../db/contract/methods.ts';
import type { OfficialListDocument } from '../../db/contract/officials.ts';
import { officialColumnTitles, officialListPaper } from '../../db/contract/vi/official-list.ts';
import { newOffice, openDatabase, type TestOffice } from '../helpers/office.ts';
import { blankOfficial } from '../helpers/people.ts';
import { stagedWorkbook } from '../helpers/staged-workbooks.ts';

async function refusal(promise: Promise<unknown>) {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw error ?? new Error('was not refused');
  return error;
}

const NAMES = ['Lò Văn Ân', 'Trần Thị Ánh', 'Nguyễn Văn Bình', 'Đặng Hữu Dung'];

/** Four people typed in by hand, in the unit of the office. */
async function office(): Promise<TestOffice & { ids: number[] }> {
  const made = await newOffice();
  const ids: number[] = [];
  for (const [index, fullName] of NAMES.entries())
    ids.push(
      (
        await made.call(
          'officials.create',
          person({
            fullName,
            citizenId: `00108500000${index}`,
            birthDate: index === 3 ? '1990-01-01' : '1970-02',
            workplace: index === 0 ? '=1+1' : '',
          }),
        )
      ).id,
    );
  return { ...made, ids };
}

const person = (changes: Partial<MethodInput<'officials.create'>>): MethodInput<'officials.create'> => ({
  ...blankOfficial,
  fullName: 'Trần Văn Ân',
  gender: 'male',
  ethnicity: 'Thái',
  admittedOn: '2010-05-19',
  membershipStatus: 'full',
  organizationId: 1,
  ...changes,
});

const post = (changes: Partial<MethodInput<'officials.givePost'>>): MethodInput<'officials.givePost'> => ({
  officialIds: [],
  kind: 'party',
  title: 'Cấp ủy viên',
  isHead: false,
  isLeader: true,
  isKeyOfficial: false,
  managedBy: '',
  onDay: '2025-07-01',
  validTo: null,
  ...changes,
});

describe('a post for several people', () => {
  it('is given once to each, counted before, and taken back as one step', async () => {
    const { call, ids, folder } = await office();
    const [first = 0, second = 0, third = 0] = ids;
    await call('officials.givePost', post({ officialIds: [first] }));
    const chosen = [first, second, third];
    const counted = await call('officials.givePost', post({ officialIds: chosen, dryRun: true }));
    expect(counted).toEqual({ operationId: null, given: 2, held: 1 });
    expect((await call('officials.list', { postRoles: ['leader'] })).total).toBe(1);
    const { operationId } = await call('officials.givePost', post({ officialIds: chosen }));
    const given = (await call('officials.list', { postKinds: ['party'], postRoles: ['leader'] })).rows;
    expect(given.map((row) => row.partyPost)).toEqual(['Cấp ủy viên', 'Cấp ủy viên', 'Cấp ủy viên']);
    const { reader } = await openDatabase(folder);
    expect(reader.select().from(posts).where(eq(posts.officialId, second)).all()).toMatchObject([
      { title: 'Cấp ủy viên', isLeader: 1, validFrom: '2025-07-01', validTo: null },
    ]);
    await call('operations.undo', { operationId: operationId ?? 0 });
    expect((await call('officials.list', { postRoles: ['leader'] })).rows.map((row) => row.id)).toEqual([
      first,
    ]);
  });

  it('is refused whole at its field when it could not be', async () => {
    const { call, ids } = await office();
    const early = await refusal(call('officials.givePost', post({ officialIds: ids, onDay: '1985-01-01' })));
    expect(early.fieldErrors).toEqual({ onDay: 'BEFORE_BIRTH' });
    const short = await refusal(call('officials.givePost', post({ officialIds: ids, validTo: '2024' })));
    expect(short.fieldErrors).toEqual({ validTo: 'BEFORE_START' });
    expect((await refusal(call('officials.givePost', post({ officialIds: [...ids, 999] })))).code).toBe(
      'NOT_FOUND',
    );
    expect((await call('officials.list', { postKinds: ['party'] })).total).toBe(0);
  });

  it('is not taken back over a later change', async () => {
    const { call, ids } = await office();
    const { operationId } = await call('officials.givePost', post({ officialIds: ids }));
    const { rows } = await call('officials.list', {});
    const [row] = rows;
    await call('officials.update', {
      id: row?.id ?? 0,
      version: row?.version ?? 0,
      changes: { note: 'sau' },
    });
    const undone = await refusal(call('operations.undo', { operationId: operationId ?? 0 }));
    expect(undone.code).toBe('OPERATION_TOUCHED_SINCE');
    expect((await call('officials.list', { postKinds: ['party'] })).total).toBe(NAMES.length);
  });
});

describe('taking back an adding', () => {
  it('removes the person whole, with an audit row, and finds it no more', async () => {
    const { call, folder, ids } = await office();
    const id = ids[1] ?? 0;
    await call('officials.removeAdded', { id, version: 1 });
    expect((await refusal(call('officials.get', { id }))).code).toBe('NOT_FOUND');
    expect((await call('officials.list', { search: 'tran thi anh' })).total).toBe(0);
    const { reader } = await openDatabase(folder);
    expect(reader.select().from(audit).orderBy(asc(audit.id)).all().at(-1)).toMatchObject({
      method: 'officials.removeAdded',
      entityId: id,
    });
  });

  it('is refused for a person who was changed, rated, given a post, or imported', async () => {
    const { call, ids } = await office();
    const [changed = 0, rated = 0, posted = 0] = ids;
    await call('officials.update', { id: changed, version: 1, changes: { note: 'x' } });
    await call('ratings.set', {
      year: 2025,
      officialId: rated,
      version: 0,
      change: { field: 'self', level: 'good' },
    });
    await call('officials.givePost', post({ officialIds: [posted] }));
    const { stageId } = await call('imports.stage', {
      workbook: stagedWorkbook(['fullName'], [['Hoàng A Phủ']]),
    });
    const { previewId } = await call('imports.preview', { stageId, sheet: 'Danh sách', kind: 'officials' });
    await call('imports.commit', { previewId });
    const [imported] = (await call('officials.list', { search: 'hoang a phu' })).rows;
    for (const id of [changed, rated, posted, imported?.id ?? 0]) {
      expect((await refusal(call('officials.removeAdded', { id, version: 1 }))).code).toBe('ADDED_IN_USE');
      expect((await call('officials.get', { id })).id).toBe(id);
    }
    expect((await refusal(call('officials.removeAdded', { id: changed, version: 2 }))).code).toBe(
      'ADDED_IN_USE',
    );
  });

  it('removes a unit that nothing refers to, never one with people, units under it, or the office itself', async () => {
    const { call } = await office();
    const unit = (name: string, parentId: number) =>
      call('organizations.create', { name, parentId, kind: 'partyCell' });
    const empty = await unit('Chi bộ nhập nhầm', 1);
    const parent = await unit('Đảng bộ', 1);
    const child = await unit('Chi bộ con', parent.id);
    await call('officials.create', person({ organizationId: child.id }));
    await call('organizations.removeAdded', { id: empty.id, version: 1 });
    for (const id of [parent.id, child.id, 1])
      expect((await refusal(call('organizations.removeAdded', { id, version: 1 }))).code).toBe(
        'ADDED_IN_USE',
      );
    const { organizations } = await call('organizations.tree', {});
    expect(organizations.map((each) => each.name)).not.toContain('Chi bộ nhập nhầm');
    expect(organizations).toHaveLength(3);
  });
});

describe('the list on paper and as a workbook', () => {
  const document = (changes: Partial<OfficialListDocument>) => ({
    kind: 'officials-list' as const,
    columns: ['birthDate' as const, 'workplace' as const],
    ...changes,
  });
  const sheetOf = async (bytes: Uint8Array) => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    const sheet = workbook.worksheets[0];
    if (!sheet) throw new Error('no sheet');
    const rows: string[][] = [];
    // The key by which the rows are known again stands in a hidden column.
    sheet.eachRow((row) =>
      rows.push(
        Array.from(row.values as unknown[], (value) => String(value ?? '')).filter(
          (_value, at) => at > 0 && !sheet.getColumn(at).hidden,
        ),
      ),
    );
    return { sheet, rows };
  };

  it('holds exactly the columns, the people and the order asked for', async () => {
    const { call } = await office();
    const { bytes, fileName } = await call(
      'documents.workbook',
      document({ columns: ['workplace', 'birthDate'], sort: 'birthDate', descending: true }),
    );
    expect(fileName).toMatch(/^Danh sách cán bộ, đảng viên \d{4}-\d\d-\d\d$/);
    const { sheet, rows } = await sheetOf(bytes);
    const head = rows.findIndex((row) => row[0] === 'STT');
    expect(rows[head]).toEqual([
      'STT',
      'Họ và tên',
      officialColumnTitles.workplace,
      officialColumnTitles.birthDate,
    ]);
    expect(rows.slice(head + 2, head + 6)).toEqual([
      ['1', 'Đặng Hữu Dung', '', '01/01/1990'],
      ['2', 'Nguyễn Văn Bình', '', '02/1970'],
      ['3', 'Lò Văn Ân', "'=1+1", '02/1970'],
      ['4', 'Trần Thị Ánh', '', '02/1970'],
    ]);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 2 });
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 9 });
  });

  it('says on paper what was filtered, and prints the chosen people only, in the order of the list', async () => {
    const { call, ids } = await office();
    const filtered = await call('documents.html', document({ organizationId: 1, missing: ['partyCardNo'] }));
    expect(filtered.orientation).toBe('landscape');
    expect(filtered.html).toContain('Thiếu số thẻ đảng viên');
    expect(filtered.html).toContain(officialListPaper.count(NAMES.length));
    const chosen = await call('documents.html', document({ officialIds: [ids[2] ?? 0, ids[0] ?? 0] }));
    expect(
      [...chosen.html.matchAll(/<td class="left text">([^<]* Văn [^<]*)</g)].map((match) => match[1]),
    ).toEqual(['Lò Văn Ân', 'Nguyễn Văn Bình']);
    const nobody = await refusal(call('documents.html', document({ search: 'khong co ai' })));
    expect(nobody.code).toBe('LIST_EMPTY');
  });

  it('shows sensitive columns only when named, to those who may, and writes each time down', async () => {
    const { call, folder, sessions, service } = await office();
    const { reader } = await openDatabase(folder);
    const audits = () => reader.select().from(audit).orderBy(asc(audit.id)).all();
    const before = audits().length;
    const plain = await call('documents.html', document({}));
    expect(plain.html).not.toMatch(/0010850000|Thái/);
    expect(audits()).toHaveLength(before);
    const clear = await call('documents.html', document({ columns: ['citizenId', 'ethnicity'] }));
    expect(clear.html).toContain('001085000001');
    expect(clear.html).toContain('Thái');
    expect(audits()).toHaveLength(before + 1);
    expect(audits().at(-1)).toMatchObject({ method: 'documents.html', entity: 'official' });
    expect(audits().at(-1)?.detail).toContain('"revealed":["ethnicity","citizenId"]');
    const leader = sessions.open({ userId: 1, username: 'a', displayName: 'a', role: 'leader' });
    for (const method of ['documents.html', 'documents.workbook'] as const) {
      const refused = await refusal(service.call(leader, method, document({ columns: ['citizenId'] })));
      expect(refused.code).toBe('FORBIDDEN');
      expect(audits().at(-1)?.detail).toContain('"refused":true');
    }
    await service.call(leader, 'documents.html', document({}));
  });
});
