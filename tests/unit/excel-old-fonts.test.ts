import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convertOldText, looksOld, oldFontOf } from '../../db/excel/old-fonts.ts';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { countSyllables, isSyllable } from '../../db/excel/syllables.ts';
import { toTcvn3, toVni } from '../helpers/office-texts.ts';
import { extractRecords, understandAgain } from '../helpers/read-records.ts';

interface Written {
  text: string | { text: string; font?: string }[];
  font?: string;
}
const plain = (text: string): Written => ({ text });
const tcvn3 = (text: string, font = '.VnTime'): Written => ({ text: toTcvn3(text), font });
const vni = (text: string): Written => ({ text: toVni(text), font: 'VNI-Times' });

async function read(rows: readonly (readonly Written[])[]) {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('DS');
  rows.forEach((row, index) => {
    row.forEach(({ text, font }, column) => {
      const cell = sheet.getCell(index + 1, column + 1);
      cell.value =
        typeof text === 'string'
          ? text
          : {
              richText: text.map((run) => ({
                text: run.text,
                ...(run.font === undefined ? {} : { font: { name: run.font } }),
              })),
            };
      if (font !== undefined) cell.font = { name: font };
    });
  });
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  const [read] = (await readWorkbookBytes('ds.xlsx', bytes)).sheets;
  if (read === undefined) throw new Error('no sheet');
  return read;
}
const head = ['STT', 'Họ và tên', 'Quê quán', 'Chi bộ'];
const valuesOf = (sheet: Awaited<ReturnType<typeof read>>) =>
  extractRecords(sheet, { kind: 'officials', year: null, thisYear: 2026 }).map(({ values, problems }) => [
    values.fullName,
    values.hometown,
    values.organization,
    ...problems.map(({ code }) => code),
  ]);

describe('texts of old fonts', () => {
  it('are converted cell by cell, by the font of each, capitals of H fonts too', async () => {
    const sheet = await read([
      head.map((title) => tcvn3(title)),
      [plain('1'), tcvn3('Lường Đức Hải'.replace('Đ', 'đ')), vni('xã Mường Chọt'), plain('Chi bộ Quân sự')],
      [
        plain('2'),
        tcvn3('vì thị ước', '.VnTimeH'),
        tcvn3('xã Nậm Chảy', '.VnArial'),
        tcvn3('Chi bộ Quân sự'),
      ],
      [
        plain('3'),
        { text: 'Nguyễn Thị Hường', font: '.VnTime' },
        { text: 'HA NOI', font: '.VnTime' },
        vni('Chi bộ Quân sự'),
      ],
    ]);
    expect(valuesOf(sheet)).toEqual([
      ['Lường đức Hải', 'xã Mường Chọt', 'Chi bộ Quân sự'],
      ['Vì Thị Ước', 'xã Nậm Chảy', 'Chi bộ Quân sự'],
      ['Nguyễn Thị Hường', 'HA NOI', 'Chi bộ Quân sự'],
    ]);
    expect(sheet.columns[1]?.converted).toEqual({
      encoding: 'TCVN3',
      by: 'font',
      cells: 3,
      before: toTcvn3('Lường đức Hải'),
      after: 'Lường đức Hải',
    });
    expect(sheet.warnings.find(({ code }) => code === 'CONVERTED')?.params.count).toBe(9);
    expect(understandAgain(sheet, 'ds.xlsx', {})).toEqual(sheet);
  });

  it('are converted run by run in a cell of several fonts', async () => {
    const sheet = await read([
      head.map(plain),
      [
        plain('1'),
        {
          text: [
            { text: toTcvn3('lường '), font: '.VnTimeH' },
            { text: toTcvn3('Minh '), font: '.VnTime' },
            { text: 'Hải', font: 'Arial' },
          ],
        },
        { text: [{ text: toTcvn3('xã ') }, { text: 'Nậm Chảy', font: 'Arial' }], font: '.VnTime' },
        plain('Chi bộ 1'),
      ],
    ]);
    expect(valuesOf(sheet)).toEqual([['LƯỜNG Minh Hải', 'xã Nậm Chảy', 'Chi bộ 1']]);
  });

  it('are known by their letters where the font was lost, and Unicode beside them stays', async () => {
    const people = ['Lường đức Hải', 'Vì Thị Ngọc', 'Nguyễn Hữu Thịnh', 'Quàng Thị Mười'];
    for (const encode of [toTcvn3, toVni]) {
      const sheet = await read([
        head.map((title) => plain(encode(title))),
        ...people.map((name, index) => [
          plain(String(index + 1)),
          plain(index === 3 ? name : encode(name)),
          plain('Hà Nam'),
          plain(encode('Chi bộ thôn Tà Pình')),
        ]),
      ]);
      expect(valuesOf(sheet)).toEqual(people.map((name) => [name, 'Hà Nam', 'Chi bộ thôn Tà Pình']));
      expect(sheet.columns[1]?.converted).toMatchObject({ by: 'letters', cells: 4 });
    }
  });

  it('stay as they are when the font is old and the text is Unicode', async () => {
    const old = (text: string): Written => ({ text, font: '.VnTime' });
    const names = ['Lê Hà', 'Trần Thị Tú', 'Lò Văn Mý', 'Nguyễn Hữu Đạt'];
    const sheet = await read([
      head.map(plain),
      ...names.map((name) => [plain('1'), old(name), plain(''), plain('Chi bộ 1')]),
    ]);
    expect(valuesOf(sheet).map(([name]) => name)).toEqual(names);
    expect(sheet.columns[1]).not.toHaveProperty('converted');
  });

  it('name a character that means no letter, with its cell, and keep it', async () => {
    const sheet = await read([
      head.map(plain),
      [plain('1'), { text: `L­¿ng H¶i`, font: '.VnTime' }, plain(''), plain('Chi bộ 1')],
    ]);
    expect(valuesOf(sheet)).toEqual([['Lư¿ng Hải', null, 'Chi bộ 1', 'CHARACTER_UNCONVERTED']]);
    expect(sheet.warnings.find(({ code }) => code === 'UNCONVERTED')?.params).toEqual({
      count: 1,
      cell: 'B2',
      value: '¿',
    });
  });

  it('leave texts with signs of measure alone', async () => {
    const rows = [
      head.map(plain),
      ...['12 m²', '30°C', '“Hà” – “Nội”', '5 × 6', '§ 2'].map((text) => [
        plain('1'),
        plain('Lê Văn An'),
        plain(text),
        plain('Chi bộ 1'),
      ]),
    ];
    const sheet = await read(rows);
    expect(valuesOf(sheet).map(([, place]) => place)).toEqual([
      '12 m²',
      '30°C',
      '“Hà” – “Nội”',
      '5 × 6',
      '§ 2',
    ]);
  });
});

describe('the tables', () => {
  const starts = ['b', 'ng', 'tr', 'đ', 'qu', ''];
  const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
  const syllable = fc
    .tuple(
      fc.constantFrom(...starts),
      fc.constantFrom(...'aăâeêioôơuưy'),
      fc.constantFrom(...tones),
      fc.constantFrom('', 'n', 'm'),
    )
    .map(([start, vowel, tone, end]) => (start + vowel + tone + end).normalize('NFC'));
  const sentence = fc.array(syllable, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

  it('give back every small letter of Vietnamese', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        expect(convertOldText(toTcvn3(text), 'TCVN3')).toEqual({ text, unconverted: '' });
        expect(convertOldText(toVni(text), 'VNI')).toEqual({ text, unconverted: '' });
        expect(convertOldText(toVni(text.toUpperCase()), 'VNI').text).toBe(text.toUpperCase());
        expect(convertOldText(toTcvn3(text), 'TCVN3-H').text).toBe(text.toUpperCase());
        expect(looksOld(text)).toBe(false);
      }),
    );
  });

  it.each([
    ['.VnTime', 'TCVN3'],
    ['.VnTimeH', 'TCVN3-H'],
    ['.VNARIALH', 'TCVN3-H'],
    ['.VnArial Narrow', 'TCVN3'],
    ['VNI-Times', 'VNI'],
    ['Times New Roman', null],
    ['VnTime', null],
  ])('font %s is %s', (name, font) => {
    expect(oldFontOf(name)).toBe(font);
  });

  it('know a Vietnamese syllable', () => {
    for (const word of ['Nguyễn', 'Quàng', 'thuở', 'khuya', 'Giàng', 'nghiêng', 'oanh', 'ỷ'])
      expect(isSyllable(word), word).toBe(true);
    for (const word of ['NguyÔn', 'xyz', 'àá', 'street']) expect(isSyllable(word), word).toBe(false);
    expect(countSyllables('Lò Văn An, xã NËm')).toEqual({ words: 4, syllables: 3 });
  });
});
