import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type BookType, utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../db/contract/errors.ts';
import { errorMessage } from '../../db/contract/vi/errors.ts';
import type { ReadOptions } from '../../db/excel/read-guard.ts';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { extractRecords } from '../helpers/read-records.ts';
import { type SheetSpec, workbookBytes } from '../helpers/workbooks.ts';
import { unzipFiles, withPart, zipBytes } from '../helpers/zip-files.ts';

const fixture = (name: string) => readFileSync(path.resolve(import.meta.dirname, '../fixtures', name));
const people: SheetSpec = {
  rows: [
    ['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ'],
    [1, 'Lò Văn An', '1985', 'Chi bộ 1'],
  ],
};

async function failure(bytes: Uint8Array, options?: ReadOptions): Promise<AppError> {
  try {
    await readWorkbookBytes('tệp.xlsx', bytes, options);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('the file was read');
}

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));
/** A workbook of another type, as another program would have saved it. */
const otherType = (bookType: BookType): Uint8Array => {
  const sheet = utils.aoa_to_sheet([
    ['STT', 'Họ và tên', 'Ngày sinh'],
    [1, 'Lò Văn An', '1985'],
  ]);
  return new Uint8Array(write({ SheetNames: ['DS'], Sheets: { DS: sheet } }, { bookType, type: 'buffer' }));
};
const oleFile = (stream: string) =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from(`${stream}\0`, 'utf16le'),
      Buffer.alloc(600),
    ]),
  );

describe('files that are no workbook', () => {
  it.each([
    ['a page', bytesOf('<!DOCTYPE html><html><p>Họ và tên</p></html>'), 'trang web (HTML)'],
    ['a text', bytesOf('Kính gửi đồng chí Bí thư\nTôi xin báo cáo'), 'tệp văn bản thường'],
    [
      'a .docx',
      zipBytes([
        { name: '[Content_Types].xml', data: Buffer.from('x') },
        { name: 'word/document.xml', data: Buffer.from('x') },
      ]),
      'văn bản Word',
    ],
    ['a .doc', oleFile('WordDocument'), 'văn bản Word'],
    ['another zip', zipBytes([{ name: 'a.txt', data: Buffer.from('x') }]), 'tệp nén (zip)'],
    ['a PDF', bytesOf('%PDF-1.7\n'), 'tài liệu PDF'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), 'tệp ảnh'],
    ['bytes', new Uint8Array([1, 2, 3, 0, 0, 9]), 'tệp loại khác'],
  ])('%s', async (_, bytes, type) => {
    const error = await failure(bytes);
    expect(error.code).toBe('WORKBOOK_NOT_A_WORKBOOK');
    expect(errorMessage(error)).toBe(
      `Tệp "tệp.xlsx" không phải bảng tính Excel (đây là ${type}). Chưa ghi gì. Hãy chọn tệp .xlsx lưu từ Excel.`,
    );
  });

  it.each([0.05, 0.3, 0.6, 0.9, 0.999])('a workbook cut off at %d of its length', async (share) => {
    const whole = fixture('01-trich-ngang-can-bo-dang-vien.xlsx');
    const error = await failure(whole.subarray(0, Math.floor(whole.length * share)));
    expect(error.code).toBe('WORKBOOK_NOT_A_WORKBOOK');
  });

  it('names XML of 2003 for what it is, whatever its ending', async () => {
    const error = await failure(otherType('xlml'));
    expect([error.code, error.params.type]).toEqual(['WORKBOOK_TYPE_UNSUPPORTED', 'XML Spreadsheet 2003']);
  });

  it('names an encrypted workbook', async () => {
    const error = await failure(oleFile('EncryptedPackage'));
    expect(errorMessage(error)).toContain('được đặt mật khẩu');
    expect(error.code).toBe('WORKBOOK_ENCRYPTED');
  });

  it('names an empty file and a workbook with nothing in it', async () => {
    expect((await failure(new Uint8Array())).code).toBe('WORKBOOK_EMPTY');
    expect((await failure(await workbookBytes([{ rows: [] }, { rows: [[null, '  ']] }]))).code).toBe(
      'WORKBOOK_EMPTY',
    );
  });
});

describe('limits', () => {
  const limit = (error: AppError) => [error.code, error.params.limit ?? error.params.seconds];

  it('refuses a file that is too large, before reading it', async () => {
    const bytes = await workbookBytes(people);
    expect(limit(await failure(bytes, { limits: { fileBytes: 1024 } }))).toEqual([
      'WORKBOOK_TOO_LARGE',
      '0 MB',
    ]);
  });

  it('refuses by the zip directory what would unzip too large', async () => {
    const bomb = zipBytes([
      { name: '[Content_Types].xml', data: Buffer.from('') },
      { name: 'xl/workbook.xml', data: Buffer.alloc(3 * 1024 * 1024) },
    ]);
    expect(bomb.length).toBeLessThan(10_000);
    const error = await failure(bomb, { limits: { unzippedBytes: 2 * 1024 * 1024 } });
    expect(limit(error)).toEqual(['WORKBOOK_TOO_LARGE', '2 MB sau khi giải nén']);
  });

  it('stops unzipping at the size that the directory claims', async () => {
    const bytes = await workbookBytes(people);
    const lying = zipBytes(
      unzipFiles(bytes).map((file) =>
        file.name === 'xl/worksheets/sheet1.xml'
          ? {
              name: file.name,
              data: Buffer.concat([file.data, Buffer.alloc(50 * 1024 * 1024, ' ')]),
              claimedSize: file.data.length,
            }
          : file,
      ),
    );
    expect((await failure(lying)).code).toBe('WORKBOOK_READER_FAILED');
  });

  it('refuses too many cells and too long a reading', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => [index, 'a', 'b', 'c']);
    const bytes = await workbookBytes({ rows });
    expect(limit(await failure(bytes, { limits: { cells: 150 } }))).toEqual(['WORKBOOK_TOO_LARGE', '150 ô']);
    expect(limit(await failure(bytes, { limits: { seconds: -1 } }))).toEqual(['WORKBOOK_TIMEOUT', -1]);
  });

  it('reads 50,000 formatted empty rows as nothing', async () => {
    const bytes = await workbookBytes({ ...people, phantomRows: 50_000 });
    const { sheets } = await readWorkbookBytes('ma.xlsx', bytes);
    expect(sheets[0]?.rows).toHaveLength(1);
    expect(sheets[0]?.rowCounts).toEqual({ data: 1, section: 0, total: 0, numbering: 0, blank: 0, foot: 0 });
  });

  it('counts a gap of thousands of rows without listing it', async () => {
    const bytes = await workbookBytes({ rows: people.rows });
    const far = withPart(bytes, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(
        '</sheetData>',
        '<row r="40000"><c r="A40000" t="str"><v>Nơi nhận:</v></c></row></sheetData>',
      ),
    );
    const { sheets } = await readWorkbookBytes('xa.xlsx', far);
    expect(sheets[0]?.rowCounts).toMatchObject({ data: 1, blank: 39_997, foot: 1 });
    expect(sheets[0]?.rows.length).toBeLessThan(300);
  });
});

describe('state secrets', () => {
  it.each([
    [{ rows: [['MẬT'], ...people.rows] }, 'MẬT', 'A1'],
    [{ rows: [[null, 'TUYỆT MẬT'], [], ...people.rows] }, 'TUYỆT MẬT', 'B1'],
    [{ rows: [['Độ mật: Tối mật'], ...people.rows] }, 'TỐI MẬT', 'A1'],
    [{ rows: [['(mật)'.normalize('NFD')], ...people.rows] }, 'MẬT', 'A1'],
    [{ rows: [...people.rows, [], ['Nơi nhận:'], ['TỐI MẬT']] }, 'TỐI MẬT', 'A5'],
    [{ rows: [['Nội dung'], ['MẬT']] }, 'MẬT', 'A2'],
    // Letters set wide, and a line of its own in the cell of the left head, were let through.
    [{ rows: [['M Ậ T'], ...people.rows] }, 'MẬT', 'A1'],
    [{ rows: [['T Ố I   M Ậ T'], ...people.rows] }, 'TỐI MẬT', 'A1'],
    [{ rows: [['T U Y Ệ T M Ậ T'], ...people.rows] }, 'TUYỆT MẬT', 'A1'],
    [{ rows: [['ĐẢNG ỦY XÃ SÔNG MÂY\nMẬT'], ...people.rows] }, 'MẬT', 'A1'],
  ])('refuses a sheet that bears the mark (%#)', async (spec, mark, cell) => {
    const error = await failure(await workbookBytes(spec));
    expect(error.code).toBe('WORKBOOK_STATE_SECRET');
    expect(errorMessage(error)).toBe(
      `Trang "Sheet1" có dấu "${mark}" ở ô ${cell}. Chương trình không nhận tài liệu bí mật nhà nước. Chưa ghi gì.`,
    );
  });

  it('finds the mark in the printed head and in a hidden sheet', async () => {
    const bytes = await workbookBytes(people);
    const printed = withPart(bytes, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(
        '</worksheet>',
        '<headerFooter><oddHeader>&amp;C&amp;"Arial,Bold"&amp;14MẬT</oddHeader></headerFooter></worksheet>',
      ),
    );
    expect((await failure(printed)).code).toBe('WORKBOOK_STATE_SECRET');
    const amongOthers = withPart(bytes, 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace(
        '</worksheet>',
        '<headerFooter><oddFooter>&amp;L&amp;"Times New Roman,Bold"&amp;14MẬT&amp;RTrang &amp;P</oddFooter></headerFooter></worksheet>',
      ),
    );
    expect(errorMessage(await failure(amongOthers))).toContain('ở đầu trang hoặc chân trang in');
    const hidden = await workbookBytes([people, { rows: [['TỐI MẬT'], ['a']], isHidden: true }]);
    expect((await failure(hidden)).code).toBe('WORKBOOK_STATE_SECRET');
  });

  it('finds the mark in a box drawn over the cells', async () => {
    const part = 'xl/worksheets/sheet1.xml';
    const drawn = unzipFiles(
      withPart(await workbookBytes(people), part, (xml) =>
        xml.replace('</worksheet>', '<drawing r:id="rId9"/></worksheet>'),
      ),
    );
    const links = Buffer.from(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
    );
    const withText = (text: string) =>
      zipBytes([
        ...drawn,
        { name: 'xl/worksheets/_rels/sheet1.xml.rels', data: links },
        {
          name: 'xl/drawings/drawing1.xml',
          data: Buffer.from(
            `<xdr:wsDr><xdr:sp><xdr:txBody><a:bodyPr/>${text}</xdr:txBody></xdr:sp></xdr:wsDr>`,
          ),
        },
      ]);
    const marked = await failure(
      withText(
        '<a:p><a:r><a:t>Số 1</a:t></a:r></a:p><a:p><a:r><a:t>TỐI </a:t></a:r><a:r><a:t>MẬT</a:t></a:r></a:p>',
      ),
    );
    expect(errorMessage(marked)).toContain('có dấu "TỐI MẬT" ở một khung chữ đặt trên trang');
    const plain = withText('<a:p><a:r><a:t>Giữ bí mật &amp; an toàn</a:t></a:r></a:p>');
    expect((await readWorkbookBytes('khung.xlsx', plain)).sheets[0]?.rowCounts.data).toBe(1);
  });

  it('takes a person called Mật for a person, and the word in a sentence for a word', async () => {
    const bytes = await workbookBytes({
      rows: [
        ['QUY ĐỊNH VỀ BÍ MẬT NHÀ NƯỚC'],
        ['DANH SÁCH LÀM CÔNG TÁC BẢO\nMẬT'],
        ['STT', 'Họ và tên', null, 'Ngày sinh', 'Chi bộ'],
        [1, 'NGUYỄN VĂN', 'MẬT', '1985', 'Chi bộ 1'],
      ],
      merges: ['B2:C2'],
    });
    const { sheets } = await readWorkbookBytes('mat.xlsx', bytes);
    expect(sheets[0]?.rowCounts.data).toBe(1);
  });
});

describe('workbooks that exceljs cannot read', () => {
  const sheetXml = 'xl/worksheets/sheet1.xml';
  const spec: SheetSpec = {
    rows: [
      ['STT', 'Họ và tên', 'Ngày sinh', 'Chi bộ', 'Số CCCD'],
      [1, 'Lò Văn An', { serial: 31702 }, 'Chi bộ 1', { formula: 'X1' }],
      [2, 'Vì Thị Bình', '1990', null, { formula: 'X1', result: { error: '#REF!' } }],
    ],
    merges: ['D2:D3'],
    hiddenRows: [3],
    hiddenColumns: [4],
  };

  async function sheetOf(bytes: Uint8Array) {
    const { sheets } = await readWorkbookBytes('tep.xlsx', bytes);
    return sheets[0];
  }

  it.each([
    [
      'names with a prefix',
      (xml: string) => xml.replace(/<(\/?)(\w)/g, '<$1x:$2').replace('xmlns=', 'xmlns:x='),
    ],
    ['cells without an address', (xml: string) => xml.replace(/ r="[A-Z]+\d+"/g, '')],
  ])('are read by the other reader to the same end: %s', async (_, change) => {
    const bytes = await workbookBytes(spec, { sharedStrings: false });
    const changed = withPart(bytes, sheetXml, change);
    expect(await sheetOf(changed)).toEqual(await sheetOf(bytes));
  });

  it('reads a day that is written as text of its own type', async () => {
    const bytes = withPart(await workbookBytes(people), sheetXml, (xml) =>
      xml.replace(/<c r="C2"[^>]*>.*?<\/c>/, '<c r="C2" t="d"><v>1985-02-03</v></c>'),
    );
    const sheet = await sheetOf(bytes);
    const records = sheet === undefined ? [] : extractRecords(sheet, { kind: 'officials', year: null });
    expect(records[0]?.values.birthDate).toBe('1985-02-03');
  });

  it('says so when nothing can read them', async () => {
    const bytes = await workbookBytes(people);
    const torn = withPart(bytes, sheetXml, (xml) => xml.replace('</row>', '<row>'));
    const broken = withPart(bytes, sheetXml, (xml) => xml.slice(0, xml.length / 2));
    const named = withPart(bytes, 'xl/workbook.xml', () => '<workbook/>');
    expect((await failure(named)).code).toBe('WORKBOOK_READER_FAILED');
    expect((await failure(torn)).code).toBe('WORKBOOK_READER_FAILED');
    // The part was cut and the zip is whole: half of the people would be lost in silence.
    expect((await failure(broken)).code).toBe('WORKBOOK_READER_FAILED');
  });

  it('reads a workbook with macros and leaves them alone', async () => {
    const files = unzipFiles(await workbookBytes(people));
    const macros = zipBytes([...files, { name: 'xl/vbaProject.bin', data: Buffer.from('not run') }]);
    expect((await sheetOf(macros))?.rowCounts.data).toBe(1);
  });
});
