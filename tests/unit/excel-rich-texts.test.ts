import { CFB } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { richTextsOf } from '../../db/excel/biff-rich-texts.ts';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { toTcvn3 } from '../helpers/office-texts.ts';
import { extractRecords } from '../helpers/read-records.ts';

/** Runs of a cell: the text of each and the index of its font; the first one has the font of the cell. */
type Run = readonly [text: string, font: number];

const u16 = (value: number): Buffer => Buffer.from([value & 255, value >> 8]);
const u32 = (value: number): Buffer => Buffer.concat([u16(value & 0xffff), u16(value >>> 16)]);
const record = (type: number, ...data: Buffer[]): Buffer => {
  const body = Buffer.concat(data);
  return Buffer.concat([u16(type), u16(body.length), body]);
};

/** A string of the shared table: wide or not, with its runs (MS-XLS 2.5.293) and some bytes of an extension. */
function sharedString(
  runs: readonly Run[],
  extension = 0,
): { head: Buffer; text: Buffer; wide: boolean; tail: Buffer } {
  const text = runs.map(([part]) => part).join('');
  const wide = [...text].some((char) => char.charCodeAt(0) > 255);
  const starts: Buffer[] = [];
  let at = 0;
  for (const [index, [part, font]] of runs.entries()) {
    if (index > 0) starts.push(u16(at), u16(font));
    at += part.length;
  }
  const flags = (wide ? 1 : 0) | (extension > 0 ? 4 : 0) | (starts.length > 0 ? 8 : 0);
  return {
    head: Buffer.concat([
      u16(text.length),
      Buffer.from([flags]),
      ...(starts.length > 0 ? [u16(starts.length / 2)] : []),
      ...(extension > 0 ? [u32(extension)] : []),
    ]),
    text: Buffer.from(text, wide ? 'utf16le' : 'latin1'),
    wide,
    tail: Buffer.concat([...starts, Buffer.alloc(extension, 7)]),
  };
}

/** A BIFF8 stream of one sheet whose rows hold texts of several fonts. */
function xlsBytes(fontNames: readonly string[], rows: readonly (readonly (readonly Run[])[])[]): Uint8Array {
  const cells = rows.flatMap((row, at) => row.map((runs, column) => ({ at, column, runs })));
  const fonts = fontNames.map((name) =>
    record(0x31, Buffer.alloc(14), Buffer.from([name.length, 0]), Buffer.from(name, 'latin1')),
  );
  const formats = fontNames.map((_, index) =>
    record(0xe0, u16(index > 3 ? index + 1 : index), Buffer.alloc(18)),
  );
  const strings = cells.map(({ runs }) => sharedString(runs));
  const table = record(
    0xfc,
    u32(cells.length),
    u32(cells.length),
    ...strings.flatMap(({ head, text, tail }) => [head, text, tail]),
  );
  const bof = (type: number) => record(0x809, u16(0x600), u16(type), u32(0), u32(0), u32(0));
  const sheetName = Buffer.concat([u16(0), Buffer.from([3, 0]), Buffer.from('DS1', 'latin1')]);
  const before = Buffer.concat([bof(5), record(0x42, u16(1200)), ...fonts, ...formats]);
  const boundLength = 4 + 4 + sheetName.length;
  const eof = record(0x0a);
  const start = before.length + boundLength + table.length + eof.length;
  const formatOf = (font: number) => (font > 3 ? font - 1 : font);
  const stream = Buffer.concat([
    before,
    record(0x85, u32(start), sheetName),
    table,
    eof,
    bof(0x10),
    record(0x200, u32(0), u32(rows.length), u16(0), u16(10), u16(0)),
    ...cells.map(({ at, column, runs }, index) =>
      record(0xfd, u16(at), u16(column), u16(formatOf(runs[0]?.[1] ?? 0)), u32(index)),
    ),
    eof,
  ]);
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, '/Workbook', stream);
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer);
}

/**
 * Fault: "Bí thư Đảng uỷ" whose first words were in .VnTime and the rest in Times New Roman was converted as a whole by
 * the font of the cell, and came out as letters of both.
 */
it('reads a cell of an .xls run by run, each by its own font', async () => {
  // Index 4 is left out of the list of fonts: the last one is the fifth.
  const names = ['Arial', '.VnTime', 'Times New Roman', '.VnTimeH', 'VNI-Times'];
  const [unicode, tcvn3, times, capitals, vni] = [0, 1, 2, 3, 5];
  const plain = (text: string): Run[] => [[text, unicode]];
  const bytes = xlsBytes(names, [
    [plain('STT'), plain('Họ và tên'), plain('Năm sinh'), plain('Chức vụ'), plain('Quê quán')],
    [
      plain('1'),
      [
        [toTcvn3('đ'), capitals],
        [toTcvn3('ỗ Đức'), tcvn3],
        [' Thịnh', times],
      ],
      plain('1970'),
      [
        ['Bí thư ', times],
        [toTcvn3('Đảng uỷ xã'), tcvn3],
      ],
      [
        [toTcvn3('xã Đông Hưng, '), tcvn3],
        ['huyeän', vni],
        [' Đông Sơn', unicode],
      ],
    ],
    [plain('2'), [[toTcvn3('Nguyễn Thị Hường'), tcvn3]], plain('1980'), plain('Phó Bí thư'), plain('xã Mây')],
  ]);
  const [sheet] = (await readWorkbookBytes('cu.xls', bytes)).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  expect(
    extractRecords(sheet, { kind: 'officials', year: null }).map(({ values }) => [
      values.fullName,
      values.statePost,
      values.hometown,
    ]),
  ).toEqual([
    ['Đỗ Đức Thịnh', 'Bí thư Đảng uỷ xã', 'xã Đông Hưng, huyện Đông Sơn'],
    ['Nguyễn Thị Hường', 'Phó Bí thư', 'xã Mây'],
  ]);
});

describe('the table of shared strings', () => {
  const run = fc.tuple(
    fc.string({ unit: fc.constantFrom('a', 'é', 'ơ', 'Ẫ', ' '), minLength: 1, maxLength: 8 }),
    fc.integer({ min: 0, max: 9 }),
  );
  const text = fc.record({
    runs: fc.array(run, { minLength: 1, maxLength: 4 }),
    extension: fc.integer({ min: 0, max: 5 }),
  });

  it('is read the same wherever it is cut, and says nothing untrue when it ends early', () => {
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 6 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 40 })),
        (texts, cuts) => {
          const expected = new Map(
            texts.flatMap(({ runs }, index) => {
              if (runs.length < 2) return [];
              let at = 0;
              const starts = runs.map(([part, font]) => {
                const start = { at, font };
                at += part.length;
                return start;
              });
              return [[index, { text: runs.map(([part]) => part).join(''), runs: starts.slice(1) }] as const];
            }),
          );
          const parts: Buffer[] = [Buffer.concat([u32(texts.length), u32(texts.length)])];
          const add = (bytes: Buffer) => {
            parts[parts.length - 1] = Buffer.concat([parts.at(-1) ?? Buffer.alloc(0), bytes]);
          };
          for (const { runs, extension } of texts) {
            const { head, text: characters, wide, tail } = sharedString(runs, extension);
            add(head);
            const size = wide ? 2 : 1;
            for (let at = 0; at < characters.length; at += size) {
              // A part that begins inside a text says first how wide its characters are.
              if (at > 0 && (cuts.next().value ?? 1) === 0) parts.push(Buffer.from([wide ? 1 : 0]));
              add(characters.subarray(at, at + size));
            }
            for (const byte of tail) {
              if ((cuts.next().value ?? 1) === 0) parts.push(Buffer.alloc(0));
              add(Buffer.from([byte]));
            }
          }
          expect(richTextsOf(parts)).toEqual(expected);
          const whole = Buffer.concat(parts);
          const end = (cuts.next().value ?? 0) % (whole.length + 1);
          for (const [index, found] of richTextsOf([whole.subarray(0, parts.length === 1 ? end : 8)]))
            expect(found).toEqual(expected.get(index));
        },
      ),
      { numRuns: 300 },
    );
  });
});
