import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type BookType, utils, type WorkSheet, write } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../db/contract/errors.ts';
import type { ReadSheet } from '../../db/contract/workbooks.ts';
import { DamagedContainerError } from '../../db/excel/compound-file.ts';
import type { ReadOptions } from '../../db/excel/read-guard.ts';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { odsBytes, odsRow, odsText } from '../helpers/ods-files.ts';
import { latin1, to1258, toTcvn3, toVni, utf8, utf16be, utf16le } from '../helpers/office-texts.ts';
import { extractRecords } from '../helpers/read-records.ts';
import { withPart } from '../helpers/zip-files.ts';

const rows = [
  ['STT', 'Họ và tên', 'Ngày sinh', 'Nơi ở hiện nay', 'Chi bộ'],
  ['1', 'Nguyễn Thị Hường', '03/02/1985', 'Thôn Bản Mường, xã "Suối Bạc"', 'Chi bộ thôn Tà Pình'],
  ['2', 'Lường Đức Hải', '15/08/1990', 'Tổ 1;\nphường Đông, số 3', 'Chi bộ Quân sự'],
  ['3', 'Vì Văn Ước', '1979', 'Xã Nậm Chảy', 'Chi bộ Quân sự'],
];
const expected = [
  ['Nguyễn Thị Hường', '1985-02-03', 'Thôn Bản Mường, xã "Suối Bạc"', 'Chi bộ thôn Tà Pình'],
  ['Lường Đức Hải', '1990-08-15', 'Tổ 1; phường Đông, số 3', 'Chi bộ Quân sự'],
  ['Vì Văn Ước', '1979', 'Xã Nậm Chảy', 'Chi bộ Quân sự'],
];

const recordsOf = (sheet: ReadSheet | undefined) =>
  sheet === undefined
    ? []
    : extractRecords(sheet, { kind: 'officials', year: null, thisYear: 2026 }).map(({ values }) => [
        values.fullName,
        values.birthDate,
        values.residence,
        values.organization,
      ]);

async function read(bytes: Uint8Array, name = 'danh-sach'): Promise<ReadSheet | undefined> {
  const before = Buffer.from(bytes).toString('base64');
  const { sheets } = await readWorkbookBytes(name, bytes);
  expect(Buffer.from(bytes).toString('base64'), 'the bytes are never changed').toBe(before);
  return sheets[0];
}

async function failureOf(bytes: Uint8Array, options?: ReadOptions): Promise<AppError> {
  try {
    await readWorkbookBytes('tệp', bytes, options);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('the file was read');
}

const written = (bookType: BookType, sheet: WorkSheet = utils.aoa_to_sheet(rows)): Uint8Array =>
  new Uint8Array(
    write(
      { SheetNames: ['DS'], Sheets: { DS: sheet } },
      { bookType, type: 'buffer', bookSST: bookType === 'biff8' },
    ),
  );

describe('every format of a spreadsheet', () => {
  it.each(['xlsx', 'xlsm', 'biff8', 'ods'] as const)('%s gives the same people', async (type) => {
    const sheet = await read(written(type));
    expect(sheet?.name).toBe('DS');
    expect(recordsOf(sheet)).toEqual(expected);
  });

  it.each(['biff5', 'biff2'] as const)('%s is read', async (type) => {
    const plain = utils.aoa_to_sheet([
      ['STT', 'Ho va ten', 'Ngay sinh', 'Chi bo'],
      [1, 'Lo Van An', '1985', 'Chi bo 1'],
    ]);
    const sheet = await read(written(type, plain));
    expect(sheet?.rowCounts.data).toBe(1);
  });

  it('reads a page saved as .xls, with its titles outside the table, merged cells, breaks and entities', async () => {
    const page = `<html><head><style>.vn{font-family:.VnTime}</style></head><body><h3>DANH SÁCH NĂM 2024</h3>
      <table><tr><th rowspan="2">STT</th><th rowspan=2>H&#7885; v&agrave; tên</th><th colspan='2'>Ngày vào Đảng</th><th rowspan=2>Chi bộ</th></tr>
      <tr><th>Dự bị</th><th>Chính thức</th></tr>
      <tr><td>1<td class=vn>${toTcvn3('Lường Đức Hải')}</td><td>03/02/2010</td><td>03/02/2011</td><td>Chi bộ<br>Quân sự</td></tr>
      <tr style="display:none"><td>2</td><td><font face=".VnTimeH">${toTcvn3('vì văn ước')}</font></td><td></td><td></td><td>Chi bộ Quân sự</td></tr></table></body></html>`;
    const sheet = await read(utf8(page), 'bao-cao.xls');
    expect([sheet?.name, sheet?.year, sheet?.rowCounts.data]).toEqual(['bao-cao', 2024, 1]);
    expect(sheet?.columns.map(({ title }) => title)).toEqual([
      'STT',
      'Họ và tên',
      'Ngày vào Đảng / Dự bị',
      'Ngày vào Đảng / Chính thức',
      'Chi bộ',
    ]);
    expect(recordsOf(sheet)).toEqual([['Lường Đức Hải', null, null, 'Chi bộ Quân sự']]);
    expect(sheet?.rows.at(-1)?.hidden).toBe(true);
    expect(sheet?.rows.at(-1)?.cells.B).toEqual({ type: 'text', text: 'VÌ VĂN ƯỚC' });
  });

  it.each([false, true])('reads the days of an .xls, counted from 1904: %s', async (date1904) => {
    const sheet = utils.aoa_to_sheet([['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ']]);
    utils.sheet_add_aoa(
      sheet,
      [[1, 'Lò Văn An', { t: 'n', v: 31081 - (date1904 ? 1462 : 0), z: 'dd/mm/yyyy' }, 'Chi bộ 1']],
      {
        origin: 'A2',
      },
    );
    const book = { SheetNames: ['DS'], Sheets: { DS: sheet }, Workbook: { WBProps: { date1904 } } };
    const bytes = new Uint8Array(write(book, { bookType: 'biff8', type: 'buffer' }));
    expect(recordsOf(await read(bytes)).map(([, born]) => born)).toEqual(['1985-02-03']);
  });

  it('reads a sheet protected against changes, and names one hidden from every menu', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('DS');
    sheet.addRows(rows);
    await sheet.protect('khong-sua', { selectLockedCells: true });
    workbook.addWorksheet('An', { state: 'veryHidden' }).addRows(rows);
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const { sheets } = await readWorkbookBytes('khoa.xlsx', bytes);
    expect(recordsOf(sheets[0])).toEqual(expected);
    expect(sheets.map(({ hidden }) => hidden)).toEqual([false, true]);
    expect(sheets[1]?.warnings[0]).toEqual({ code: 'HIDDEN_SHEET', params: { title: 'An' } });
  });

  it('names .xlsb, which it does not read', async () => {
    const error = await failureOf(written('xlsb'));
    expect([error.code, error.params.type]).toEqual(['WORKBOOK_TYPE_UNSUPPORTED', '.xlsb']);
  });

  it('says that a page without a table is none, and that a page cut off is damaged', async () => {
    expect((await failureOf(utf8('<html><body><p>Giấy mời</p></body></html>'))).code).toBe(
      'WORKBOOK_NOT_A_WORKBOOK',
    );
    const cut = utf8('<html><table><tr><td>STT</td><td>Họ và tên</td></tr><tr><td>1');
    expect((await failureOf(cut)).code).toBe('WORKBOOK_READER_FAILED');
  });
});

describe('.csv and .txt', () => {
  const field = (text: string, separator: string) =>
    text.includes(separator) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const csv = (separator: string, end = '\r\n', of = rows) =>
    of.map((row) => row.map((text) => field(text, separator)).join(separator) + end).join('');

  it.each([',', ';', '\t', '|'])('finds the separator %j', async (separator) => {
    expect(recordsOf(await read(utf8(csv(separator))))).toEqual(expected);
  });

  it.each([
    ['UTF-8', (text: string) => utf8(text)],
    ['UTF-8 with its mark', (text: string) => utf8(`\ufeff${text}`)],
    ['UTF-8 decomposed', (text: string) => utf8(text.normalize('NFD'))],
    ['UTF-16 LE', (text: string) => utf16le(`\ufeff${text}`)],
    ['UTF-16 BE', (text: string) => utf16be(`\ufeff${text}`)],
    ['UTF-16 LE without its mark', utf16le],
    ['UTF-16 BE without its mark', utf16be],
    ['Windows-1258', to1258],
    ['VNI', (text: string) => latin1(toVni(text))],
  ])('reads %s', async (_, encode) => {
    for (const separator of [',', '\t'])
      expect(recordsOf(await read(encode(csv(separator)), 'a/danh-sach.csv'))).toEqual(expected);
  });

  it('reads TCVN3, where capitals with a tone come as small letters', async () => {
    const lower = rows.map((row) => row.map((text) => text.replace('Ước', 'ước')));
    const sheet = await read(latin1(toTcvn3(csv(',', '\n', lower))));
    expect(recordsOf(sheet).map(([name]) => name)).toEqual([
      'Nguyễn Thị Hường',
      'Lường Đức Hải',
      'Vì Văn ước',
    ]);
    expect(sheet?.columns[1]?.converted).toMatchObject({ encoding: 'TCVN3', by: 'letters', cells: 4 });
  });

  it('keeps a zero that a program guarded, and a title line of fewer fields', async () => {
    const text =
      'DANH SÁCH NĂM 2024\nSTT;Họ và tên;Số CCCD\n1;Lò Văn An;="012345678901"\n2;Lò Văn Bình;123456789\n';
    const sheet = await read(utf8(text));
    expect(sheet?.year).toBe(2024);
    expect(sheet?.rows[0]?.cells.C).toEqual({ type: 'text', text: '012345678901' });
  });

  // One stray quote made one cell of all the people below it.
  it('takes a quote that nothing closes for a sign', async () => {
    const sheet = await read(utf8('STT,Họ và tên,Chi bộ\n1,"Lò Văn An,Chi bộ 1\n2,Lò Văn Bình,Chi bộ 1\n'));
    expect(sheet?.rowCounts.data).toBe(2);
    expect(sheet?.rows[1]?.cells.B).toEqual({ type: 'text', text: 'Lò Văn Bình' });
  });

  it('never runs what looks like a formula', async () => {
    const sheet = await read(
      utf8('STT,Họ và tên,Chi bộ\n1,Lò Văn An,"=HYPERLINK(""http://x"")"\n2,A B,Chi bộ 1\n'),
    );
    expect(sheet?.rows[0]?.cells.C).toEqual({ type: 'text', text: '=HYPERLINK("http://x")' });
  });

  it('gives back any table, whatever stands in its fields', async () => {
    const text = fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'ab ;,\t|"\nđ') });
    const body = fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom(',', ';', '\t'), async (lines, separator) => {
        const table = [
          ['STT', 'Họ và tên', 'Ghi chú'],
          ...lines.map((line) => line.map((one) => `x${one}x`)),
        ];
        const quoted = table
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(separator))
          .join('\n');
        const sheet = await read(utf8(`sep=${separator}\n${quoted}`));
        const cells = [...(sheet?.parts?.otherRows ?? []), ...(sheet?.rows ?? [])].map((row) =>
          Object.values(row.cells).map((cell) => (cell.type === 'text' ? cell.text : '')),
        );
        expect(cells.filter((row) => row.length > 0).sort()).toEqual(table.sort());
      }),
    );
  });
});

describe('.xls of old fonts', () => {
  const file = '06-ds-cu-font-vntime.xls';
  const bytes = readFileSync(path.resolve(import.meta.dirname, '../fixtures', file));
  interface Person {
    name: string;
    born: string;
    hometown: string;
    admitted: string;
    state_post: string;
    unit: string;
  }
  const people: Person[] = JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, '../fixtures/expected.json'), 'utf8'),
  )[file].rows;

  it('gives every person of the sample exactly, with the unit that the title names', async () => {
    const { sheets } = await readWorkbookBytes(file, bytes);
    const [sheet] = sheets;
    if (sheet === undefined) throw new Error('no sheet');
    expect(sheet.kind).toBe('officials');
    const records = extractRecords(sheet, { kind: 'officials', year: null, thisYear: 2026 });
    expect(
      records.map(({ values, problems }) => [
        values.fullName,
        values.birthDate,
        values.hometown,
        values.admittedOn,
        values.statePost,
        values.organization,
        problems,
      ]),
    ).toEqual(
      people.map((person) => [
        person.name,
        person.born.slice(0, 4),
        person.hometown,
        person.admitted,
        person.state_post || null,
        person.unit,
        [],
      ]),
    );
    expect(sheet.columns[1]?.converted).toMatchObject({ encoding: 'TCVN3', by: 'font', cells: 38 });
  });

  it('names one that asks for a password', async () => {
    const { CFB } = await import('@e965/xlsx');
    const container = CFB.read(bytes, { type: 'buffer' });
    const stream = Buffer.from(CFB.find(container, '/Workbook')?.content ?? []);
    const first = 4 + stream.readUInt16LE(2);
    const filePass = Buffer.from([0x2f, 0, 6, 0, 0, 0, 1, 2, 3, 4]);
    CFB.utils.cfb_add(
      container,
      '/Workbook',
      Buffer.concat([stream.subarray(0, first), filePass, stream.subarray(first)]),
    );
    const locked = new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer);
    expect((await failureOf(locked)).code).toBe('WORKBOOK_ENCRYPTED');
  });

  it.each([0.2, 0.5, 0.8, 0.97])('cut off at %d of its length is no half list', async (share) => {
    const cut = new Uint8Array(bytes.subarray(0, Math.floor(bytes.length * share)));
    const error = await failureOf(cut).catch(() => null);
    // The end of a container is padding: what is whole may be read whole.
    if (error === null) expect((await read(cut))?.rowCounts.data).toBe(37);
    else expect(['WORKBOOK_READER_FAILED', 'WORKBOOK_NOT_A_WORKBOOK']).toContain(error.code);
  });
});

describe('.ods', () => {
  const head = odsRow(...['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ'].map((title) => odsText(title)));
  const table = (body: string, attributes = '') =>
    `<table:table table:name="DS" ${attributes}>${body}</table:table>`;

  it('reads values, dates, repeats, merges, hidden parts, comments left out', async () => {
    const body =
      '<table:table-column table:number-columns-repeated="4"/><table:table-column table:visibility="collapse"/>' +
      head +
      odsRow(
        '<table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>',
        odsText(
          'Lò<text:s text:c="1"/>Văn An<office:annotation><text:p>ghi chú riêng</text:p></office:annotation>',
        ),
        '<table:table-cell office:value-type="date" office:date-value="1985-02-03"><text:p>03/02/85</text:p></table:table-cell>',
        odsText('Chi bộ 1', 'table:number-rows-spanned="2"'),
      ) +
      odsRow(odsText('2'), odsText('Lò Văn Bình'), odsText('1986'), '<table:covered-table-cell/>') +
      `<table:table-row table:visibility="collapse">${odsText('3')}${odsText('Lò Văn Cường')}</table:table-row>` +
      '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    const sheet = await read(odsBytes(table(body)));
    expect(recordsOf(sheet)).toEqual([
      ['Lò Văn An', '1985-02-03', null, 'Chi bộ 1'],
      ['Lò Văn Bình', '1986', null, 'Chi bộ 1'],
    ]);
    expect(sheet?.parts).toMatchObject({ hiddenRows: [4], hiddenColumns: ['E'] });
  });

  it('knows the old font of a cell, of a run and of a whole column', async () => {
    const font = (name: string, family: string) =>
      `<style:style style:name="${name}" style:family="table-cell"><style:text-properties style:font-name="${family}"/></style:style>`;
    const body =
      '<table:table-column/><table:table-column table:default-cell-style-name="cot"/><table:table-column table:number-columns-repeated="2"/>' +
      head +
      odsRow(
        odsText('1'),
        odsText(toTcvn3('Lường Đức Hải')),
        odsText('1985'),
        odsText(toVni('Chi bộ Quân sự'), 'table:style-name="vni"'),
      ) +
      odsRow(
        odsText('2'),
        odsText(`<text:span text:style-name="hoa">${toTcvn3('vì văn ước')}</text:span>`),
        odsText('1986'),
        odsText('Chi bộ Quân sự'),
      );
    const styles = font('cot', '.VnTime') + font('vni', 'VNI-Times') + font('hoa', '.VnTimeH');
    const sheet = await read(odsBytes(table(body.replace('Họ và tên', 'Ho va ten')), { styles }));
    expect(recordsOf(sheet).map(([name, , , unit]) => [name, unit])).toEqual([
      ['Lường Đức Hải', 'Chi bộ Quân sự'],
      ['Vì Văn Ước', 'Chi bộ Quân sự'],
    ]);
  });

  it('names an error in a cell and a formula without its value', async () => {
    const body =
      head +
      odsRow(
        odsText('1'),
        odsText('Lò Văn An'),
        '<table:table-cell table:formula="of:=1" office:value-type="string" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>',
        '<table:table-cell table:formula="of:=1"/>',
      );
    const sheet = await read(odsBytes(table(body)));
    expect(sheet?.warnings.map(({ code }) => code)).toEqual(['FORMULA_WITHOUT_VALUE', 'FORMULA_ERROR']);
  });

  it('refuses what is encrypted, cut off, a bomb of repeats, or bears a mark of secrecy in its printed head', async () => {
    const body = table(head + odsRow(odsText('1'), odsText('Lò Văn An')));
    expect((await failureOf(odsBytes(body, { encrypted: true }))).code).toBe('WORKBOOK_ENCRYPTED');
    const repeated = odsText('x', 'table:number-columns-repeated="16384"');
    const bomb = table(`<table:table-row table:number-rows-repeated="1048576">${repeated}</table:table-row>`);
    expect((await failureOf(odsBytes(bomb))).code).toBe('WORKBOOK_TOO_LARGE');
    const cut = withPart(odsBytes(body), 'content.xml', (xml) => xml.slice(0, xml.length / 2));
    expect((await failureOf(cut)).code).toBe('WORKBOOK_READER_FAILED');
    const printed = '<style:header><text:p>MẬT</text:p></style:header>';
    expect((await failureOf(odsBytes(body, { printed }))).code).toBe('WORKBOOK_STATE_SECRET');
  });
});

describe('a container whose sectors lead in a circle', () => {
  // The parser of the library followed such a chain until the memory was full.
  it('is damaged', async () => {
    const bytes = readFileSync(path.resolve(import.meta.dirname, '../fixtures/06-ds-cu-font-vntime.xls'));
    const table = (bytes.readUInt32LE(76) + 1) * 512;
    for (let sector = 0; sector < 128; sector += 1) bytes.writeUInt32LE(sector, table + sector * 4);
    const error = await failureOf(new Uint8Array(bytes));
    expect(error.code).toBe('WORKBOOK_READER_FAILED');
    // Not the memory's end, which comes too, and late.
    expect(error.cause).toBeInstanceOf(DamagedContainerError);
  });
});

describe('a million cells', () => {
  it('are read', async () => {
    const line = `${'x;'.repeat(24)}y`;
    const text = `STT;Họ và tên;Chi bộ${';'.repeat(22)}\n${Array.from({ length: 40_000 }, () => line).join('\n')}`;
    const { sheets } = await readWorkbookBytes('lon.csv', utf8(text));
    expect(sheets[0]?.rowCounts.data).toBe(40_000);
  });
});

describe('a mark of a state secret', () => {
  const marked = [['MẬT', '', ''], ...rows];
  const sheet = utils.aoa_to_sheet(marked);
  it.each(['xlsx', 'biff8', 'ods'] as const)('is refused in %s', async (type) => {
    expect((await failureOf(written(type, sheet))).code).toBe('WORKBOOK_STATE_SECRET');
  });
  it.each([
    [
      'text',
      utf8(marked.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(';')).join('\n')),
    ],
    [
      'a page',
      utf8(
        '<table><tr><td>TUYỆT MẬT</td></tr><tr><td>STT</td><td>Họ và tên</td><td>Chi bộ</td></tr></table>',
      ),
    ],
  ])('is refused in %s', async (_, bytes) => {
    expect((await failureOf(bytes)).code).toBe('WORKBOOK_STATE_SECRET');
  });
});

describe('files of noise', () => {
  const beginnings: Record<string, Uint8Array> = {
    xlsx: written('xlsx'),
    xls: written('biff8'),
    'xls of old fonts': new Uint8Array(
      readFileSync(path.resolve(import.meta.dirname, '../fixtures/06-ds-cu-font-vntime.xls')),
    ),
    'xls of Excel 5': written('biff5'),
    ods: written('ods'),
    html: utf8(
      '<html><table><tr><td>STT</td><td>Họ và tên</td><td>Chi bộ</td></tr><tr><td>1</td><td>Lò Văn An</td></tr></table></html>',
    ),
    csv: utf8('STT;Họ và tên;Chi bộ\n1;Lò Văn An;Chi bộ 1\n'),
  };
  it.each(Object.keys(beginnings))(
    'of %s end in rows or in one sentence, never in a crash',
    async (type) => {
      const whole = beginnings[type] ?? new Uint8Array();
      const change = fc.record({
        at: fc.nat({ max: whole.length - 1 }),
        bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
        length: fc.oneof(fc.constant(whole.length), fc.nat({ max: whole.length })),
      });
      await fc.assert(
        fc.asyncProperty(change, async ({ at, bytes, length }) => {
          const changed = whole.slice();
          changed.set(bytes.subarray(0, whole.length - at), at);
          try {
            await readWorkbookBytes('tệp', changed.subarray(0, length), { limits: { seconds: 20 } });
          } catch (error) {
            expect(error).toBeInstanceOf(AppError);
          }
        }),
        { numRuns: 60 },
      );
    },
    60_000,
  );
});
