import { describe, expect, it } from 'vitest';
import type { CellValue } from '../../db/contract/workbooks.ts';
import { isDateFormat } from '../../db/excel/number-formats.ts';
import { countAtEnd, countOfPeople, unitName } from '../../db/excel/unit-names.ts';
import { parseCitizenId } from '../../db/excel/values-citizen-id.ts';
import { parseDateCell, serialToDay } from '../../db/excel/values-dates.ts';
import { parseRating } from '../../db/excel/values-ratings.ts';
import { cleanName, parseGender, parseMark, parseParticipation } from '../../db/excel/values-text.ts';

const text = (value: string): CellValue => ({ type: 'text', text: value });
const number = (value: number): CellValue => ({ type: 'number', number: value });
const birth = { first: 1920, last: 2010 };
const dateOf = (cell: CellValue) => {
  const read = parseDateCell(cell, birth);
  return read.kind === 'dates' ? read.dates.join(' + ') : read.kind;
};

describe('dates (excel-sheets.md, section 4)', () => {
  it.each([
    ['03/02/1985', '1985-02-03'],
    ['3/2/1985', '1985-02-03'],
    ['03/2/1985', '1985-02-03'],
    ['03-02-1985', '1985-02-03'],
    ['03.02.1985', '1985-02-03'],
    [' 03 / 02 / 1985 ', '1985-02-03'],
    ["'03/02/1985", '1985-02-03'],
    ['’1985', '1985'],
    ['02/1985', '1985-02'],
    ['2-1985', '1985-02'],
    ['1985', '1985'],
    ['00/00/1965', '1965'],
    ['00/02/1965', '1965-02'],
    ['1985-02-03', '1985-02-03'],
    ['1985-02-03T00:00:00', '1985-02-03'],
    ['03/02/1985 00:00:00', '1985-02-03'],
    ['ngày 3 tháng 2 năm 1985', '1985-02-03'],
    ['Tháng 2/1985', '1985-02'],
    ['năm 1985', '1985'],
    ['03/02/1985\n03/02/1986', '1985-02-03 + 1986-02-03'],
    ['03/02/1985 - 03/02/1986', '1985-02-03 + 1986-02-03'],
    ['03/02/1985; 1986', '1985-02-03 + 1986'],
    // Never month first: there is no 31st month.
    ['12/31/1980', 'notReal'],
    ['31/02/1980', 'notReal'],
    ['29/02/1985', 'notReal'],
    ['13/1985', 'notReal'],
    ['15/00/1965', 'notReal'],
    ['03/02/0985', 'notReal'],
    // One century only is possible for somebody who is a member today.
    ['03/02/85', '1985-02-03'],
    ['03/02/05', '2005-02-03'],
    ['03/02/15', 'unreadable'],
    ['1985/1986/1987', 'unreadable'],
    ['khoảng 1985', 'unreadable'],
    ['03/02', 'unreadable'],
    ['3,81E+10', 'unreadable'],
    ['', 'empty'],
    [' - ', 'empty'],
    ['Dự bị', 'empty'],
  ])('text %j is %s', (typed, day) => {
    expect(dateOf(text(typed))).toBe(day);
  });

  it.each([
    [1985, '1985'],
    [31702, '1986-10-17'],
    [5.1976, '1976-05'],
    [10.198, '1980-10'],
    [85, 'unreadable'],
    [123456789, 'unreadable'],
    [5.19761, 'unreadable'],
  ])('number %d is %s', (typed, day) => {
    expect(dateOf(number(typed))).toBe(day);
  });

  it('keeps the day of a serial, and a year typed into a cell for days', () => {
    expect(dateOf({ type: 'date', serial: 31702 })).toBe('1986-10-17');
    expect(dateOf({ type: 'date', serial: 31702.99 })).toBe('1986-10-17');
    expect(dateOf({ type: 'date', serial: 1965 })).toBe('1965');
    expect(dateOf({ type: 'date', serial: -3 })).toBe('notReal');
  });

  it('counts serials as Excel does, with its 29 February 1900 left out', () => {
    expect([1, 59, 60, 61, 25569, 36526, 73050].map(serialToDay)).toEqual([
      '1900-01-01',
      '1900-02-28',
      null,
      '1900-03-01',
      '1970-01-01',
      '2000-01-01',
      '2099-12-31',
    ]);
    for (let serial = 61; serial < 60000; serial += 7) {
      const day = new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
      expect(serialToDay(serial)).toBe(day);
    }
  });

  it.each([
    ['dd/mm/yyyy', true],
    ['[$-42A]d mmmm yyyy;@', true],
    ['[h]:mm', true],
    ['General', false],
    ['#,##0\\ "đ"', false],
    ['_-* #,##0\\ _d_-;-* #,##0\\ _d_-', false],
    ['0.00E+00', false],
    ['[Red]0', false],
    ['000000000000', false],
  ])('format %j is a day: %s', (code, isDate) => {
    expect(isDateFormat(code)).toBe(isDate);
  });
});

describe('citizen IDs', () => {
  const known = { gender: 'female' as const, birthDate: '1980-11-04' };
  const unknown = { gender: null, birthDate: null };
  const read = (cell: CellValue, facts: Parameters<typeof parseCitizenId>[1] = known) => {
    const found = parseCitizenId(cell, facts);
    return found.kind === 'id'
      ? `${found.id}${found.zeroRestored ? ' restored' : ''}${found.agrees ? '' : ' disagrees'}`
      : found.kind;
  };

  it.each([
    [text('069180735559'), '069180735559'],
    [text(' 069 180 735 559 '), '069180735559'],
    [text('069.180.735.559'), '069180735559'],
    [text("'069180735559"), '069180735559'],
    [text('123456789'), '123456789'],
    [text('069085735559'), '069085735559 disagrees'],
    [number(69180735559), '069180735559 restored'],
    [text('69180735559.0'), '069180735559 restored'],
    [text('69180735559'), '069180735559 restored'],
    // 001 of Hà Nội loses two zeros.
    [number(1180735559), '001180735559 restored'],
    [text('069180735559.0'), '069180735559'],
    [number(3.81e10), 'invalid'],
    [text('3.81E+10'), 'invalid'],
    [text('06918073555a'), 'invalid'],
    [text('12345'), 'invalid'],
    // No province 97, and no woman of 1980.
    [number(97180735559), 'invalid'],
    [number(69085735559), 'invalid'],
    [{ type: 'error', text: '#REF!' } as const, 'invalid'],
    [text(' '), 'empty'],
  ])('%j is %s', (cell, id) => {
    expect(read(cell)).toBe(id);
  });

  it('restores the zero of a text only when something agrees', () => {
    expect(read(number(69180735559), unknown)).toBe('069180735559 restored');
    expect(read(text('69180735559'), unknown)).toBe('invalid');
    // Nothing contradicts it, but its last digits were lost to 3.81E+10.
    expect(read(number(3.81e10), unknown)).toBe('invalid');
  });
});

describe('words', () => {
  it.each([
    ['Hoàn thành xuất sắc nhiệm vụ', 'excellent'],
    ['HTXSNV', 'excellent'],
    ['HTXS', 'excellent'],
    ['XS', 'excellent'],
    ['Xuất sắc', 'excellent'],
    ['Đủ tư cách, hoàn thành xuất sắc nhiệm vụ', 'excellent'],
    ['HTTNV', 'good'],
    ['HTT', 'good'],
    ['T', 'good'],
    ['Tốt', 'good'],
    ['Hoàn thành tốt nhiệm vụ', 'good'],
    ['Xếp loại: Hoàn thành tốt nhiệm vụ', 'good'],
    ['HTNV', 'completed'],
    ['HT', 'completed'],
    ['hoàn thành nhiệm vụ', 'completed'],
    ['KHTNV', 'notCompleted'],
    ['KHT', 'notCompleted'],
    ['K', 'notCompleted'],
    ['Không hoàn thành nhiệm vụ', 'notCompleted'],
  ])('rating %j is %s', (typed, level) => {
    expect(parseRating(typed)).toEqual({ kind: 'level', level });
    expect(parseRating(` ${typed.toUpperCase().normalize('NFD')}. `)).toEqual({ kind: 'level', level });
  });

  it('tells "not rated" with its reason from what it does not know', () => {
    expect(parseRating('Chưa xếp loại')).toEqual({ kind: 'unrated', reason: '' });
    expect(parseRating('Không xếp loại: mới kết nạp')).toEqual({ kind: 'unrated', reason: 'mới kết nạp' });
    expect(parseRating('Giỏi')).toEqual({ kind: 'unknown' });
    expect(parseRating('x')).toEqual({ kind: 'unknown' });
  });

  it.each(['x', 'X', 'v', '1', 'có', 'Có', '✓'])('%j is a mark', (mark) => {
    expect(parseMark(text(mark))).toBe('yes');
  });

  it('tells other cells of a column of marks apart', () => {
    expect(parseMark(number(1))).toBe('yes');
    expect(parseMark({ type: 'boolean', value: false })).toBe('no');
    expect(parseMark(text('0'))).toBe('no');
    expect(parseMark(undefined)).toBe('empty');
    expect(parseMark(text('xx'))).toBe('other');
  });

  it.each([
    ['NGUYỄN  VĂN\u00a0AN ', 'Nguyễn Văn An'],
    ['đ/c Nguyễn Văn An', 'Nguyễn Văn An'],
    ['Đồng chí: Nguyễn Văn An', 'Nguyễn Văn An'],
    ['Nguyễn Văn An (Tư)', 'Nguyễn Văn An (Tư)'],
    ['Nguyễn Văn Hoà'.normalize('NFD'), 'Nguyễn Văn Hoà'],
    ['H’ HEN NIÊ', 'H’ Hen Niê'],
    ['Đặng Văn An', 'Đặng Văn An'],
  ])('name %j is %j', (typed, name) => {
    expect(cleanName(typed)).toBe(name);
  });

  it('reads gender and status', () => {
    expect(['Nam', 'NỮ', 'nữ', 'Nu', 'F', '?'].map(parseGender)).toEqual([
      'male',
      'female',
      'female',
      'female',
      'female',
      null,
    ]);
    expect(
      [
        'Đang sinh hoạt',
        'Chuyển sinh hoạt đi',
        'Tạm dừng sinh hoạt',
        'Miễn sinh hoạt',
        'Đã từ trần',
        'Đi xa',
      ].map(parseParticipation),
    ).toEqual(['active', 'transferredOut', 'suspended', 'exempt', 'deceased', null]);
  });

  it.each([
    ['I. Chi bộ thôn Tà Pình (19 đồng chí)', 'Chi bộ thôn Tà Pình', 19],
    ['II- Chi bộ Cơ quan (25 đ/c)', 'Chi bộ Cơ quan', 25],
    ['III/ Chi bộ 3: 12 đảng viên', 'Chi bộ 3', 12],
    ['1. Chi bộ Quân sự', 'Chi bộ Quân sự', null],
    ['Đơn vị: Chi bộ Trường THCS Bản Sen - 07 đ/c', 'Chi bộ Trường THCS Bản Sen', 7],
    ['Chi bộ thôn 4 (3)', 'Chi bộ thôn 4', 3],
    ['Chi bộ tổ dân phố 1', 'Chi bộ tổ dân phố 1', null],
    ['CHI BỘ CÔNG AN', 'Chi bộ Công an', null],
    ['I. CHI BỘ THÔN TÀ PÌNH (19 đ/c)', 'Chi bộ thôn Tà Pình', 19],
    ['CHI BỘ TRƯỜNG THCS NẬM CHẢY', 'Chi bộ trường THCS Nậm Chảy', null],
  ])('section %j names %j with %s people', (title, name, count) => {
    expect(unitName(title)).toBe(name);
    expect(countAtEnd(title)).toBe(count);
  });

  it('finds the number of people in a sentence', () => {
    expect(countOfPeople('Danh sách có 118 (một trăm mười tám) đồng chí./.')).toBe(118);
    expect(countOfPeople('Ấn định danh sách: 25 người')).toBe(25);
    expect(countOfPeople('Sông Mây, ngày 05 tháng 12 năm 2025')).toBeNull();
  });
});
