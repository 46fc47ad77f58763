import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { pastedCells, pastedTitles, withTitles } from '../../renderer/features/imports/pasted-titles.ts';
import { signatureTitles } from '../../renderer/features/pledges/pledge-columns.tsx';

const list = ['STT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Chi bộ', 'Chức vụ Đảng'];

describe('pasted cells', () => {
  it('come back as they were written, whatever they hold', () => {
    const cell = fc.stringMatching(/^[a-zàđ "\t\n]{0,6}$/u).filter((text) => !text.startsWith('"'));
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (rows) => {
          const [titles = [], ...others] = pastedCells(withTitles(['Một', 'Hai'], rows));
          expect(titles).toEqual(['Một', 'Hai']);
          expect(others).toEqual(rows);
        },
      ),
    );
  });
});

describe('titles for cells without a header', () => {
  it('are those of the list when the names meet and nothing speaks against it', () => {
    const rows = [
      ['Trần Văn Ân', '03/02/1985', 'Nam', 'Chi bộ Một'],
      ['Lê Thị Ánh', '1990', 'Nữ', 'Chi bộ Hai'],
    ];
    expect(pastedTitles(rows, list)).toEqual(['Họ và tên', 'Ngày sinh', 'Giới tính', 'Chi bộ']);
    expect(
      pastedTitles(
        rows.map((row, index) => [String(index + 1), ...row]),
        list,
      ),
    ).toEqual(list.slice(0, 5));
  });

  it('follow what the cells look like otherwise, and two columns are enough', async () => {
    const rows = [
      ['Trần Văn Ân', 'Hoàn thành tốt nhiệm vụ'],
      ['Lê Thị Ánh', 'HTXSNV'],
    ];
    const titles = pastedTitles(rows, list);
    const { sheets } = await readWorkbookBytes('dan.txt', new TextEncoder().encode(withTitles(titles, rows)));
    expect(sheets[0]?.kind).toBe('ratings');
    expect(sheets[0]?.rowCounts.data).toBe(2);
    expect(sheets[0]?.columns.slice(0, 2).map((column) => column.field)).toEqual([
      'fullName',
      'ratingDecided',
    ]);
  });

  // "HTNV" alone made a list of officials of it: the person would have been entered once more instead of rated.
  it.each(['HTXSNV', 'HTTNV', 'HTNV', 'KHTNV', 'HT', 'Hoàn thành nhiệm vụ'])('know the level %s', (level) => {
    expect(pastedTitles([['Trần Văn Ân', 'Chi bộ Một', level]], list)[2]).toBe('Cấp ủy quyết định');
  });

  it('tell the days of a person by their order', () => {
    const rows = [['Trần Văn Ân', '03/02/1985', '19/05/2010', '19/05/2011', '001085000001']];
    expect(pastedTitles(rows, list)).toEqual([
      'Họ và tên',
      'Ngày sinh',
      'Ngày vào Đảng',
      'Ngày chính thức',
      'Số CCCD',
    ]);
  });

  it('are those of signatures on the list of pledges: a mark or a day says who signed', async () => {
    const understood = async (rows: string[][]) => {
      const titles = pastedTitles(rows, signatureTitles);
      const text = new TextEncoder().encode(withTitles(titles, rows));
      const { sheets } = await readWorkbookBytes('dan.txt', text);
      return [sheets[0]?.kind, ...(sheets[0]?.columns.map(({ field }) => field) ?? [])];
    };
    const marked = [
      ['Trần Văn Ân', 'Chi bộ Một', 'x', '05/03/2025'],
      ['Lê Thị Ánh', 'Chi bộ Hai', '', ''],
    ];
    const fields = ['pledges', 'fullName', 'organization', 'signed', 'signedOn'];
    expect(await understood(marked)).toEqual(fields);
    expect((await understood(marked.map(([name = '', , mark = '']) => [name, mark]))).slice(0, 3)).toEqual([
      'pledges',
      'fullName',
      'signed',
    ]);
    const dated = [
      ['Trần Văn Ân', 'Chi bộ Một', '05/03/2025'],
      ['Lê Thị Ánh', 'Chi bộ Hai', '06/03/2025'],
    ];
    expect((await understood(dated)).slice(0, 4)).toEqual([
      'pledges',
      'fullName',
      'organization',
      'signedOn',
    ]);
    // Elsewhere an x is no signature.
    expect(pastedTitles(marked, list)).not.toContain('Đã ký');
  });
});
