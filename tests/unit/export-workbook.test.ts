import { read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { RatingSummary } from '../../db/contract/reports.ts';
import { office, ratingSummaryWorkbook, sixCells, summaryOf } from '../helpers/rating-summaries.ts';

const FIRST = 12;
const letters = 'ABCDEFGHIJKLMNOPQ';

/** Read back by another library than the one that wrote it. */
async function written(
  summary: RatingSummary,
  settings = office,
): Promise<{ book: WorkBook; sheet: WorkSheet; xml: string; text: (path: string) => string }> {
  const bytes = await ratingSummaryWorkbook(summary, settings, '2025-12-05');
  const book: WorkBook & { files?: Record<string, { content: Uint8Array }> } = read(bytes, {
    cellStyles: true,
    cellNF: true,
    bookFiles: true,
  });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (sheet === undefined) throw new Error('no sheet');
  const text = (path: string) => Buffer.from(book.files?.[path]?.content ?? []).toString('utf8');
  return { book, sheet, xml: text('xl/worksheets/sheet1.xml'), text };
}

const value = (sheet: WorkSheet, address: string): unknown => sheet[address]?.v;
const formula = (sheet: WorkSheet, address: string): string | undefined => sheet[address]?.f;

describe('the workbook of table 5a', () => {
  it('holds the heads, the title and the signatures of the document', async () => {
    const { book, sheet } = await written(sixCells());
    expect(book.SheetNames).toEqual(['Biểu 5a']);
    const texts = Object.values(sheet).map((cell) => cell?.v);
    for (const text of [
      'ĐẢNG BỘ TỈNH ĐÔNG SƠN',
      'ĐẢNG ỦY XÃ SÔNG MÂY',
      'ĐẢNG CỘNG SẢN VIỆT NAM',
      'Sông Mây, ngày 05 tháng 12 năm 2025',
      'BIỂU TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CHẤT LƯỢNG ĐẢNG VIÊN NĂM 2024',
      'Tính đến ngày 31/12/2024',
      'Biểu số 5a',
      'NGƯỜI LẬP BIỂU',
      'T/M ĐẢNG ỦY',
      'BÍ THƯ',
      'Hoàng Quang Lâm',
    ]) {
      expect(texts).toContain(text);
    }
  });

  // Fault: a saved sheet said that it began in column H, so a program that trusts the written range (pandas, other
  // readers) saw no unit names. Steps: enter a signer in the settings, save table 5a as Excel, read it elsewhere.
  // Reason: exceljs forgets the left edge at a row that has a height but no cell, as those for the signature.
  it('says that it begins in its first cell, with and without a signer', async () => {
    for (const signerName of ['', office.signerName]) {
      const { sheet, xml } = await written(sixCells(), { ...office, signerName });
      expect(sheet['!ref']).toMatch(/^A1:Q\d+$/);
      expect(xml).toMatch(/<dimension ref="A1:Q\d+"\/>/);
    }
  });

  it('has a head of two rows, merged, and a numbering row', async () => {
    const { sheet } = await written(sixCells());
    const merged = (sheet['!merges'] ?? []).map(
      ({ s, e }) => `${letters[s.c]}${s.r + 1}:${letters[e.c]}${e.r + 1}`,
    );
    for (const range of [
      'A9:A10',
      'B9:B10',
      'F9:F10',
      'G9:H9',
      'I9:J9',
      'K9:L9',
      'M9:N9',
      'P9:P10',
      'Q9:Q10',
    ]) {
      expect(merged).toContain(range);
    }
    expect(value(sheet, 'G9')).toBe('HTXSNV');
    expect(value(sheet, 'G10')).toBe('SL');
    expect(value(sheet, 'H10')).toBe('%');
    expect([...letters].map((letter) => value(sheet, `${letter}11`))).toEqual(
      Array.from({ length: 17 }, (_, index) => index + 1),
    );
  });

  it('holds every count of every unit as a number', async () => {
    const summary = sixCells();
    const { sheet } = await written(summary);
    summary.rows.forEach((unit, index) => {
      const row = FIRST + index;
      expect(value(sheet, `B${row}`)).toBe(unit.organizationName);
      const counts = ['A', 'C', 'D', 'E', 'F', 'G', 'I', 'K', 'M', 'O'].map(
        (letter) => sheet[`${letter}${row}`],
      );
      expect(counts.map((cell) => cell?.t)).toEqual(Array.from({ length: 10 }, () => 'n'));
      expect(counts.map((cell) => cell?.v)).toEqual([
        index + 1,
        unit.members,
        unit.exempt,
        unit.toRate,
        unit.rated,
        unit.counts.excellent,
        unit.counts.good,
        unit.counts.completed,
        unit.counts.notCompleted,
        unit.counts.unrated,
      ]);
    });
  });

  it('computes percents by formulas that come with their results', async () => {
    const { sheet } = await written(sixCells());
    expect(formula(sheet, 'H12')).toBe('IF($E12=0,"-",ROUND(G12*100/$E12,2))');
    expect(value(sheet, 'H12')).toBe(3.85);
    expect(value(sheet, 'J12')).toBe(65.38);
    expect(value(sheet, 'L12')).toBe(23.08);
    expect(formula(sheet, 'N12')).toBe('IF($E12=0,"-",ROUND(M12*100/$E12,2))');
    expect(value(sheet, 'N12')).toBe(0);
    expect(formula(sheet, 'P12')).toBe('IF($I12=0,"-",ROUND(G12*100/$I12,2))');
    expect(value(sheet, 'P12')).toBe(5.88);
    expect(sheet.H12?.z).toBe('0.00');
    expect(sheet.C12?.z).toBe('#,##0');
  });

  it('adds up the total row by formulas that come with their results', async () => {
    const { sheet } = await written(sixCells());
    expect(value(sheet, 'B18')).toBe('Tổng cộng');
    const sums = ['C', 'D', 'E', 'F', 'G', 'I', 'K', 'M', 'O'];
    expect(sums.map((letter) => formula(sheet, `${letter}18`))).toEqual(
      sums.map((letter) => `SUM(${letter}12:${letter}17)`),
    );
    expect(sums.map((letter) => value(sheet, `${letter}18`))).toEqual([123, 6, 117, 111, 14, 72, 25, 0, 6]);
    expect(['H', 'J', 'L', 'N', 'P'].map((letter) => value(sheet, `${letter}18`))).toEqual([
      11.97, 61.54, 21.37, 0, 19.44,
    ]);
  });

  it('shows a dash, not an error, where there is nothing to take a percent of', async () => {
    const { sheet } = await written(summaryOf([['Chi bộ Quân sự', [0, 0, 0, 0, 0, 4]]]));
    expect(['H', 'J', 'L', 'N', 'P'].map((letter) => value(sheet, `${letter}12`))).toEqual([
      '-',
      '-',
      '-',
      '-',
      '-',
    ]);
    expect(value(sheet, 'C13')).toBe(4);
  });

  it('is set up for print: A4 across, margins, head rows on each page, page number from page 2', async () => {
    const { book, sheet, xml } = await written(sixCells());
    expect(xml).toMatch(/<pageSetup[^>]*paperSize="9"/);
    expect(xml).toMatch(/<pageSetup[^>]*orientation="landscape"/);
    expect(xml).toMatch(/<pageSetup[^>]*fitToWidth="1"/);
    expect(xml).toMatch(/<pageSetup[^>]*fitToHeight="0"/);
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
    const { top, bottom, left, right } = sheet['!margins'] ?? {};
    expect([top, bottom, left, right].map((inches) => Math.round((inches ?? 0) * 25.4))).toEqual([
      20, 20, 30, 15,
    ]);
    const names = new Map(book.Workbook?.Names?.map(({ Name, Ref }) => [Name, Ref]));
    expect(names.get('_xlnm.Print_Titles')).toBe("'Biểu 5a'!$9:$11");
    expect(names.get('_xlnm.Print_Area')).toMatch(/^'Biểu 5a'!\$A\$1:\$Q\$\d+$/);
    expect(xml).toMatch(/<headerFooter differentFirst="1"><oddHeader>&amp;C[^<]*&amp;P<\/oddHeader>/);
  });

  it('is set in Times New Roman, with borders around every cell of the table', async () => {
    const { text, xml } = await written(sixCells());
    const styles = text('xl/styles.xml');
    const fonts = [...styles.matchAll(/<font>.*?<\/font>/gs)].map(
      ([font]) => /name val="([^"]*)"/.exec(font)?.[1],
    );
    const formats = [...(/<cellXfs.*<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*>/g)].map(
      ([xf]) => ({
        font: fonts[Number(/fontId="(\d+)"/.exec(xf)?.[1])],
        border: Number(/borderId="(\d+)"/.exec(xf)?.[1]),
      }),
    );
    const cells = [...xml.matchAll(/<c r="([A-Z]+)(\d+)" s="(\d+)"/g)].map(([, column, row, style]) => ({
      at: `${column}${row}`,
      row: Number(row),
      ...formats[Number(style)],
    }));
    const table = cells.filter(({ row }) => row >= 9 && row <= 18);
    expect(table).toHaveLength(10 * 17);
    expect(table.filter(({ border }) => border === 0)).toEqual([]);
    expect(new Set(cells.map(({ font }) => font))).toEqual(new Set(['Times New Roman']));
  });

  it('keeps a unit name that looks like a formula as text, never as a formula', async () => {
    const names = ['=HYPERLINK("http://x","y")', '+1', '-2', '@SUM(A1)', '<b>&"\'</b>'];
    const { sheet } = await written(summaryOf(names.map((name) => [name, [1, 1, 0, 0, 0, 0]] as const)));
    names.forEach((name, index) => {
      const cell = sheet[`B${FIRST + index}`];
      expect(cell?.t).toBe('s');
      expect(cell?.f).toBeUndefined();
      expect(cell?.v).toBe(index < 4 ? `'${name}` : name);
    });
  });

  it('keeps hostile office settings as text', async () => {
    const { sheet } = await written(sixCells(), { ...office, superiorHead: '=1+1', signerName: '@x' });
    expect(value(sheet, 'A1')).toBe("'=1+1");
    expect(Object.values(sheet).map((cell) => cell?.v)).toContain("'@x");
  });

  it('says nothing about who made it or on which machine', async () => {
    const { text, book } = await written(sixCells());
    expect(text('docProps/core.xml')).toContain('<dc:creator>Tu Dưỡng</dc:creator>');
    expect(text('docProps/core.xml')).toContain('<cp:lastModifiedBy>Tu Dưỡng</cp:lastModifiedBy>');
    expect(text('docProps/core.xml')).toContain('2025-12-05T00:00:00Z');
    expect(text('docProps/app.xml')).toMatch(/<Company><\/Company><Manager><\/Manager>/);
    expect(book.Workbook?.Names?.map(({ Name }) => Name).sort()).toEqual([
      '_xlnm.Print_Area',
      '_xlnm.Print_Titles',
    ]);
  });

  it('refuses figures that do not add up', async () => {
    const summary = sixCells();
    summary.total.counts.good += 1;
    await expect(ratingSummaryWorkbook(summary, office, '2025-12-05')).rejects.toThrow('does not add up');
  });
});
