import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppError } from '../../db/contract/errors.ts';
import type { PreviewInput } from '../../db/contract/imports.ts';
import type { ColumnField, ReadWorkbook } from '../../db/contract/workbooks.ts';
import { type Call, newOffice, openDatabase } from '../helpers/office.ts';
import { stagedWorkbook } from '../helpers/staged-workbooks.ts';

const columns: ColumnField[] = [
  'fullName',
  'birthDate',
  'gender',
  'organization',
  'citizenId',
  'partyCardNo',
  'partyPost',
  'hometown',
];
const people = [
  ['Trần Văn Ân', '03/02/1985', 'Nam', 'Chi bộ Một', '001085000001', '77.000001', 'Bí thư', 'xã Tà Pình'],
  ['Lê Thị Ánh', '1990', 'Nữ', 'Chi bộ Một', '001190000002', '77.000002', null, null],
  ['Đỗ Văn Bình', '05/1976', 'Nam', 'Chi bộ Hai', '001076000003', '77.000003', null, 'xã Bản Sen'],
];

const stageAndPreview = async (call: Call, workbook: ReadWorkbook, options: Partial<PreviewInput> = {}) => {
  const { stageId } = await call('imports.stage', { workbook });
  const preview = await call('imports.preview', {
    sheet: 'Danh sách',
    kind: 'officials',
    ...options,
    stageId,
  });
  const { rows } = await call('imports.previewRows', { previewId: preview.previewId, limit: 500 });
  return { ...preview, rows, commit: () => call('imports.commit', { previewId: preview.previewId }) };
};
const classes = (preview: { rows: { class: string }[] }) => preview.rows.map((row) => row.class);
const problemCodes = (preview: { rows: { problems: { code: string }[] }[] }) =>
  preview.rows.map((row) => row.problems.map((problem) => problem.code));
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: AppError) => error.code,
  );

/** What an import keeps of itself; an undo leaves it, since it says what happened. */
const ownTables = ['audit', 'data_state', 'import_batches', 'import_rows', 'import_recipes'];

/** Every other table whole, without the counters that only say how often a record was written. */
async function contentOf(folder: string) {
  const { writerDriver } = await openDatabase(folder);
  const tables = writerDriver
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[];
  return Object.fromEntries(
    tables
      // The shadow tables of the search index follow the officials, in an order of their own.
      .filter((table) => !ownTables.includes(table) && !table.startsWith('official_n'))
      .map((table) => {
        const rows = writerDriver.prepare(`SELECT * FROM ${table} ORDER BY 1`).all() as {
          version?: number;
        }[];
        return [table, rows.map(({ version: _version, ...row }) => row)];
      }),
  );
}

describe('officials', () => {
  it('previews without writing, commits what it showed, and shows the same file as the same', async () => {
    const { call, folder } = await newOffice();
    const empty = await contentOf(folder);
    const workbook = stagedWorkbook(columns, people);
    const preview = await stageAndPreview(call, workbook);
    expect(preview.counts).toEqual({ new: 3, changed: 0, same: 0, conflict: 0, rejected: 0 });
    expect(preview.units).toEqual([
      { name: 'Chi bộ Một', rows: 2, exists: false },
      { name: 'Chi bộ Hai', rows: 1, exists: false },
    ]);
    expect(await contentOf(folder)).toEqual(empty);
    const { batchId } = await preview.commit();
    expect(batchId).not.toBeNull();
    const list = await call('officials.list', {});
    expect(
      list.rows.map((row) => [row.fullName, row.birthDate, row.organizationName, row.partyPost]),
    ).toEqual([
      ['Lê Thị Ánh', '1990', 'Chi bộ Một', ''],
      ['Trần Văn Ân', '1985-02-03', 'Chi bộ Một', 'Bí thư'],
      ['Đỗ Văn Bình', '1976-05', 'Chi bộ Hai', ''],
    ]);
    const again = await stageAndPreview(call, workbook);
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 3, conflict: 0, rejected: 0 });
    expect(await again.commit()).toEqual({ batchId: null, counts: again.counts });
    expect((await call('imports.list', {})).batches).toHaveLength(1);
    expect((await call('imports.stage', { workbook })).importedBefore?.batchId).toBe(batchId);
  });

  it('never overwrites with a blank or a coarser date, and shows old beside new', async () => {
    const { call } = await newOffice();
    await (await stageAndPreview(call, stagedWorkbook(columns, people))).commit();
    const second = await stageAndPreview(
      call,
      stagedWorkbook(columns, [
        ['Trần Văn Ân', '1985', null, 'Chi bộ Hai', '001085000001', null, 'Phó Bí thư', null],
      ]),
    );
    expect(second.rows[0]).toMatchObject({
      class: 'changed',
      before: { organization: 'Chi bộ Một', partyPost: 'Bí thư' },
    });
    expect(Object.keys(second.rows[0]?.before ?? {}).sort()).toEqual(['organization', 'partyPost']);
    await second.commit();
    const { rows } = await call('officials.list', { search: 'tran van an' });
    expect(rows).toMatchObject([
      {
        birthDate: '1985-02-03',
        organizationName: 'Chi bộ Hai',
        partyPost: 'Phó Bí thư',
        partyCardNo: '77.000001',
      },
    ]);
  });

  it('takes a person for known by citizen ID or card, and only suggests by name and birth date', async () => {
    const { call } = await newOffice();
    await (await stageAndPreview(call, stagedWorkbook(columns, people))).commit();
    const preview = await stageAndPreview(
      call,
      stagedWorkbook(columns, [
        ['Trần Văn Ân', null, null, null, null, '77000001', null, 'xã Mới'],
        ['Đỗ Văn Bình', '05/1976', null, null, null, null, null, 'xã Mới'],
        ['Lê Thị Ánh', '1990', null, null, null, null, null, null],
        ['Người Khác', null, null, null, '001085000001', null, null, null],
        ['Trần Văn Ân', null, null, null, '001190000002', '77.000001', null, null],
      ]),
    );
    expect(classes(preview)).toEqual(['changed', 'conflict', 'same', 'conflict', 'conflict']);
    expect(problemCodes(preview)[1]).toContain('PERSON_UNCERTAIN');
    expect(problemCodes(preview)[3]).toContain('PERSON_UNCERTAIN');
    expect(problemCodes(preview)[4]).toContain('DUPLICATE_IN_FILE');
  });

  it('names a person that stands twice in one file', async () => {
    const { call } = await newOffice();
    const [first] = people;
    const preview = await stageAndPreview(call, stagedWorkbook(columns, [first ?? [], first ?? []]));
    expect(classes(preview)).toEqual(['new', 'conflict']);
    expect(problemCodes(preview)[1]).toEqual(['DUPLICATE_IN_FILE']);
    expect(preview.rows[1]?.problems[0]?.message).toContain('dòng 2');
  });

  it('rejects a day that does not exist and an ID with letters, with row, column and value', async () => {
    const { call } = await newOffice();
    const preview = await stageAndPreview(
      call,
      stagedWorkbook(columns, [
        ['Trần Văn Ân', '31/02/1980', null, 'Chi bộ Một', null, null, null, null],
        ['Lê Thị Ánh', null, null, 'Chi bộ Một', '00119000000A', null, null, null],
        [null, '1980', null, 'Chi bộ Một', null, null, null, null],
      ]),
    );
    expect(classes(preview)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(problemCodes(preview).map(([code]) => code)).toEqual([
      'DATE_NOT_REAL',
      'CITIZEN_ID_INVALID',
      'NAME_MISSING',
    ]);
    expect(preview.rows[0]?.problems[0]).toMatchObject({
      column: 'B',
      message: "Dòng 2, cột birthDate: '31/02/1980' không phải ngày có thật.",
    });
    expect(await preview.commit()).toMatchObject({ batchId: null });
  });

  it('refuses to commit a preview when the data changed since', async () => {
    const { call } = await newOffice();
    const preview = await stageAndPreview(call, stagedWorkbook(columns, people));
    await call('organizations.create', { parentId: 1, kind: 'partyCell', name: 'Chi bộ Ba' });
    expect(await codeOf(preview.commit())).toBe('IMPORT_PREVIEW_OUTDATED');
    expect((await call('officials.list', {})).total).toBe(0);
  });
});

describe('where people work', () => {
  /** Fault: the column "Đối tượng" was left out, so that pensioners were counted in table 5a only by their place of work. */
  it('is taken from the sheet, over what posts suggest, and an undo gives the old one back', async () => {
    const { call } = await newOffice();
    const sheet = (status: string | null) =>
      stagedWorkbook(
        ['fullName', 'birthDate', 'citizenId', 'organization', 'statePost', 'workingStatus'],
        [['Lò Văn An', '1960', '001060000001', 'Chi bộ Một', 'Công chức', status]],
        { sha256: status === null ? 'd'.repeat(64) : 'e'.repeat(64) },
      );
    const status = async () => {
      const { rows } = await call('officials.list', {});
      return (await call('officials.get', { id: rows[0]?.id ?? 0 })).workingStatus;
    };
    await (await stageAndPreview(call, sheet(null))).commit();
    expect(await status()).toBe('inSystem');
    const preview = await stageAndPreview(call, sheet('Hưu trí'));
    expect(preview.rows[0]).toMatchObject({
      class: 'changed',
      values: { workingStatus: 'retired' },
      before: { workingStatus: 'inSystem' },
    });
    const { batchId } = await preview.commit();
    expect(await status()).toBe('retired');
    expect((await stageAndPreview(call, sheet(null))).rows[0]?.class).toBe('same');
    await call('imports.undo', { batchId: batchId ?? 0 });
    expect(await status()).toBe('inSystem');
  });
});

describe('ratings', () => {
  const ratingColumns: ColumnField[] = [
    'fullName',
    'organization',
    'markExcellent',
    'markGood',
    'markCompleted',
    'markNotCompleted',
    'unratedReason',
  ];
  const ratingSheet = (rows: (string | null)[][]) =>
    stagedWorkbook(ratingColumns, rows, { kind: 'ratings', sha256: 'c'.repeat(64) });
  const options = { kind: 'ratings', year: 2024 } as const;

  it('finds people by name inside the unit that the row names', async () => {
    const { call } = await newOffice();
    const twins = [...people, ['Trần Văn Ân', '1960', 'Nam', 'Chi bộ Hai', '001060000009', null, null, null]];
    await (await stageAndPreview(call, stagedWorkbook(columns, twins))).commit();
    const preview = await stageAndPreview(
      call,
      ratingSheet([
        ['TRẦN VĂN ÂN', 'Chi bộ Hai', 'x', null, null, null, null],
        ['Trần Văn Ân', 'Chi bộ Một', null, 'X', null, null, null],
        ['Lê Thị Ánh', 'Chi bộ Hai', null, 'x', null, null, null],
        ['Không Có Ai', 'Chi bộ Một', null, 'x', null, null, null],
        ['Đỗ Văn Bình', 'Chi bộ Hai', null, null, null, null, 'Nghỉ thai sản'],
      ]),
      options,
    );
    expect(classes(preview)).toEqual(['new', 'new', 'conflict', 'rejected', 'new']);
    expect(preview.levels).toEqual({ excellent: 1, good: 1, completed: 0, notCompleted: 0, unrated: 1 });
    await preview.commit();
    const grid = await call('ratings.grid', { year: 2024 });
    expect(
      grid.rows.map((row) => [row.fullName, row.organizationName, row.decidedLevel, row.unratedReason]),
    ).toEqual([
      ['Trần Văn Ân', 'Chi bộ Hai', 'excellent', ''],
      ['Đỗ Văn Bình', 'Chi bộ Hai', null, 'Nghỉ thai sản'],
      ['Lê Thị Ánh', 'Chi bộ Một', null, ''],
      ['Trần Văn Ân', 'Chi bộ Một', 'good', ''],
    ]);
    const summary = await call('reports.ratingSummary', { year: 2024 });
    expect(summary.total).toMatchObject({ members: 4, toRate: 4, rated: 2, counts: { unrated: 2 } });
    // Exactly as many people stand behind a figure as it says.
    for (const figure of ['members', 'exempt', 'toRate', 'rated', 'excellent', 'good', 'unrated'] as const) {
      const said = figure in summary.total.counts ? summary.total.counts : summary.total;
      const { people: behind } = await call('summaries.people', {
        table: '5a',
        year: 2024,
        row: 'total',
        figure,
      });
      expect(behind).toHaveLength(Number(Reflect.get(said, figure)));
    }
  });

  it('needs a year, and a sheet that has ratings', async () => {
    const { call } = await newOffice();
    expect(await codeOf(stageAndPreview(call, ratingSheet([]), { kind: 'ratings', year: null }))).toBe(
      'IMPORT_YEAR_REQUIRED',
    );
    expect(await codeOf(stageAndPreview(call, stagedWorkbook(columns, people), options))).toBe(
      'IMPORT_KIND_MISMATCH',
    );
    expect(await codeOf(stageAndPreview(call, ratingSheet([]), { ...options, sheet: 'Không có' }))).toBe(
      'IMPORT_SHEET_NOT_FOUND',
    );
  });

  it('keeps a reason in the note when the row has a level too', async () => {
    const { call } = await newOffice();
    await (await stageAndPreview(call, stagedWorkbook(columns, people))).commit();
    const sheet = ratingSheet([['Lê Thị Ánh', 'Chi bộ Một', null, 'x', null, null, 'Đi học']]);
    await (await stageAndPreview(call, sheet, options)).commit();
    const grid = await call('ratings.grid', { year: 2024 });
    expect(grid.rows.find((row) => row.decidedLevel === 'good')).toMatchObject({
      unratedReason: '',
      note: 'Đi học',
    });
  });
});

describe('undo', () => {
  it('restores the content of the database, whatever the batches were', async () => {
    const names = ['Trần Văn Ân', 'Lê Thị Ánh', 'Đỗ Văn Bình', 'Hoàng A Phủ'];
    const row = fc.record({
      person: fc.nat(names.length - 1),
      birth: fc.constantFrom(null, '1985', '03/02/1985'),
      unit: fc.constantFrom(null, 'Chi bộ Một', 'Chi bộ Hai', 'Chi bộ Ba'),
      post: fc.constantFrom(null, 'Bí thư', 'Chi ủy viên'),
    });
    const sheets = fc.array(fc.array(row, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(sheets, async (batches) => {
        const { call, folder } = await newOffice();
        const states: Awaited<ReturnType<typeof contentOf>>[] = [];
        const batchIds: number[] = [];
        for (const rows of batches) {
          states.push(await contentOf(folder));
          const cells = rows.map(({ person, birth, unit, post }) => [
            names[person] ?? '',
            birth,
            null,
            unit,
            `00108500000${person}`,
            null,
            post,
            null,
          ]);
          const { batchId } = await (await stageAndPreview(call, stagedWorkbook(columns, cells))).commit();
          batchIds.push(batchId ?? 0);
        }
        for (const batchId of batchIds.reverse()) {
          const state = states.pop();
          if (batchId !== 0) await call('imports.undo', { batchId });
          expect(await contentOf(folder)).toEqual(state);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('is refused as a whole, with the names, when a record was written again', async () => {
    const { call } = await newOffice();
    const { batchId } = await (await stageAndPreview(call, stagedWorkbook(columns, people))).commit();
    const [person] = (await call('officials.list', { search: 'le thi anh' })).rows;
    await call('ratings.set', {
      year: 2024,
      officialId: person?.id ?? 0,
      version: 0,
      change: { field: 'self', level: 'good' },
    });
    const error = await call('imports.undo', { batchId: batchId ?? 0 }).catch((reason: AppError) => reason);
    expect(error).toMatchObject({ code: 'IMPORT_UNDO_CONFLICT', params: { count: 1, names: 'Lê Thị Ánh' } });
    expect((await call('officials.list', {})).total).toBe(3);
  });

  it('names what was edited since, undoes the rest when the clerk says so, and lets the file in again', async () => {
    const { call, folder } = await newOffice();
    await (await stageAndPreview(call, stagedWorkbook(columns, people.slice(0, 1)))).commit();
    const workbook = stagedWorkbook(
      columns,
      [[...(people[0] ?? []).slice(0, 7), 'xã Mới'], ...people.slice(1)],
      { sha256: 'b'.repeat(64) },
    );
    const { batchId } = await (await stageAndPreview(call, workbook)).commit();
    const [person] = (await call('officials.list', { search: 'le thi anh' })).rows;
    await call('officials.update', {
      id: person?.id ?? 0,
      version: person?.version ?? 0,
      changes: { hometown: 'xã Khác' },
    });
    const before = await contentOf(folder);
    const plan = await call('imports.undoPlan', { batchId: batchId ?? 0 });
    expect(plan).toEqual({
      batchId,
      removed: 1,
      restored: 1,
      keptCount: 1,
      kept: [{ row: 3, name: 'Lê Thị Ánh', reason: 'EDITED' }],
    });
    expect(await codeOf(call('imports.undo', { batchId: batchId ?? 0 }))).toBe('IMPORT_UNDO_CONFLICT');
    expect(await contentOf(folder)).toEqual(before);
    expect(await call('imports.undo', { batchId: batchId ?? 0, keepEdited: true })).toEqual({
      batchId,
      removed: 1,
      restored: 1,
    });
    const { rows } = await call('officials.list', {});
    expect(rows.map((row) => [row.fullName, row.hometown])).toEqual([
      ['Lê Thị Ánh', 'xã Khác'],
      ['Trần Văn Ân', 'xã Tà Pình'],
    ]);
    const [batch] = (await call('imports.list', {})).batches;
    expect(batch).toMatchObject({ id: batchId, keptRows: 1 });
    const went = await call('imports.batchRows', { batchId: batchId ?? 0 });
    expect(went.rows.filter((row) => row.kept)).toMatchObject([{ row: 3, name: 'Lê Thị Ánh', added: true }]);
    expect((await call('imports.stage', { workbook })).importedBefore).toBeNull();
    expect((await stageAndPreview(call, workbook)).counts).toMatchObject({ new: 1, changed: 1, same: 1 });
  });

  it('happens once, and lets the same file in again', async () => {
    const { call } = await newOffice();
    const workbook = stagedWorkbook(columns, people);
    const { batchId } = await (await stageAndPreview(call, workbook)).commit();
    expect(await call('imports.undo', { batchId: batchId ?? 0 })).toEqual({
      batchId,
      removed: 3,
      restored: 0,
    });
    expect(await codeOf(call('imports.undo', { batchId: batchId ?? 0 }))).toBe('IMPORT_ALREADY_UNDONE');
    expect(await codeOf(call('imports.undo', { batchId: 999 }))).toBe('NOT_FOUND');
    expect((await call('imports.stage', { workbook })).importedBefore).toBeNull();
    expect((await stageAndPreview(call, workbook)).counts.new).toBe(3);
  });
});

describe('a long commit', () => {
  const many = Array.from({ length: 4000 }, (_, index) => [
    `Người Thứ ${index}`,
    '1985',
    null,
    'Chi bộ Một',
    `0010850${String(index).padStart(5, '0')}`,
    null,
    'Bí thư',
    null,
  ]);

  it('tells its progress, and a cancel leaves nothing behind', async () => {
    const { call, folder } = await newOffice();
    const before = await contentOf(folder);
    const preview = await stageAndPreview(call, stagedWorkbook(columns, many));
    const abort = new AbortController();
    const seen: number[] = [];
    const onProgress = (done: number, total: number) => {
      seen.push(done);
      expect(total).toBe(4000);
      if (seen.length === 2) abort.abort();
    };
    expect(
      await codeOf(
        call('imports.commit', { previewId: preview.previewId }, { signal: abort.signal, onProgress }),
      ),
    ).toBe('CANCELLED');
    expect(seen.length).toBeGreaterThanOrEqual(2);
    expect(await contentOf(folder)).toEqual(before);
    expect((await call('imports.list', {})).batches).toEqual([]);
  });

  it('lets reads through meanwhile, which see the state before it, and makes other writes wait', async () => {
    const { call } = await newOffice();
    const preview = await stageAndPreview(call, stagedWorkbook(columns, many));
    const totals: number[] = [];
    const order: string[] = [];
    let other: Promise<unknown> | undefined;
    const onProgress = () => {
      void call('officials.list', {}).then(({ total }) => totals.push(total));
      other ??= call('organizations.create', { parentId: 1, kind: 'partyCell', name: 'Chi bộ Ba' }).then(() =>
        order.push('other'),
      );
    };
    await call('imports.commit', { previewId: preview.previewId }, { onProgress }).then(() =>
      order.push('commit'),
    );
    await other;
    expect(order).toEqual(['commit', 'other']);
    expect(totals[0]).toBe(0);
    expect((await call('officials.list', {})).total).toBe(4000);
  });
});

describe('what a list of people says of the groups of table 5a', () => {
  it('marks committee members by their titles and pensioners by their place of work', async () => {
    const { call, folder } = await newOffice();
    const workbook = stagedWorkbook(
      ['fullName', 'birthDate', 'partyPost', 'statePost', 'workplace'],
      [
        ['Trần Văn Ân', '03/02/1985', 'Bí thư Chi bộ', 'Công chức', 'UBND xã'],
        ['Lê Thị Ánh', '1950', null, null, 'Cán bộ hưu trí'],
        ['Lò Văn Bình', '1960', null, null, null],
      ],
    );
    const { stageId } = await call('imports.stage', { workbook });
    const { previewId } = await call('imports.preview', { stageId, sheet: 'Danh sách', kind: 'officials' });
    await call('imports.commit', { previewId });
    const { writerDriver } = await openDatabase(folder);
    const all = (sql: string) => writerDriver.prepare(sql).raw().all();
    expect(all('select full_name, working_status from officials order by id')).toEqual([
      ['Trần Văn Ân', 'inSystem'],
      ['Lê Thị Ánh', 'retired'],
      ['Lò Văn Bình', null],
    ]);
    expect(all('select kind, title, is_committee from posts order by id')).toEqual([
      ['party', 'Bí thư Chi bộ', 1],
      ['state', 'Công chức', 0],
    ]);
  });
});
