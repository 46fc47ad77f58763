import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanText,
  foldForSearch,
  initialsOf,
  nameSortKey,
  titleCaseIfAllCaps,
  vietnameseSortKey,
} from '../../db/domain/names.ts';

const sorted = (words: string[], key: (word: string) => string) =>
  [...words].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
const shuffled = (words: string[]) =>
  fc.shuffledSubarray(words, { minLength: words.length, maxLength: words.length });

describe('foldForSearch', () => {
  it.each([
    ['Nguyễn Thị Hoà', 'nguien thi hoa'],
    ['NGUYỄN THỊ HÒA', 'nguien thi hoa'],
    ['Đặng Đình Đức', 'dang dinh duc'],
    ['Lý Mỹ', 'li mi'],
    ['Lí Mĩ', 'li mi'],
    ['  Trần   Văn\u00a0Ân ', 'tran van an'],
    ["H'Mông", 'h mong'],
    ['ỦY', 'ui'],
  ])('%s -> %s', (text, folded) => {
    expect(foldForSearch(text)).toBe(folded);
  });

  it('is the same for composed and decomposed text and folds only once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldForSearch(text.normalize('NFD'))).toBe(foldForSearch(text.normalize('NFC')));
        expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text));
      }),
    );
  });
});

describe('Vietnamese order', () => {
  // The alphabet in the order of Từ điển tiếng Việt (Viện Ngôn ngữ học), and the tones inside one word.
  const alphabet = [...'aăâbcdđeêghiklmnoôơpqrstuưvxy'];
  const tones = ['ma', 'mà', 'mả', 'mã', 'má', 'mạ'];
  const words = [
    'an',
    'án',
    'ăn',
    'âm',
    'ba',
    'dung',
    'dũng',
    'dụng',
    'đào',
    'en',
    'ết',
    'oanh',
    'ổn',
    'ơn',
    'uyên',
    'ương',
  ];

  it.each([
    ['letters', alphabet],
    ['tones', tones],
    ['words', words],
  ])('orders %s', (_name, expected) => {
    fc.assert(
      fc.property(shuffled(expected), (input) => {
        expect(sorted(input, vietnameseSortKey)).toEqual(expected);
      }),
    );
  });

  // "Chi bộ Bản Sen 2" stood before "Chi bộ Bản Sen", and "Tổ 10" before "Tổ 2".
  it('puts fewer words first, and numbers by what they are', () => {
    const units = ['Tổ 10', 'Bản Sen 2', 'Tổ 2', 'Bản Sen', 'Tổ 1', 'Tổ 02b', 'Bản Sen 12', 'Bản Sơ'];
    expect(sorted(units, vietnameseSortKey)).toEqual([
      'Bản Sen',
      'Bản Sen 2',
      'Bản Sen 12',
      'Bản Sơ',
      'Tổ 1',
      'Tổ 2',
      'Tổ 02b',
      'Tổ 10',
    ]);
    expect(sorted(['Nguyễn Văn An', 'Nguyễn An', 'Lê Thị An'], nameSortKey)).toEqual([
      'Lê Thị An',
      'Nguyễn An',
      'Nguyễn Văn An',
    ]);
  });

  it('looks at the tone only between words of the same letters', () => {
    expect(sorted(['tạ', 'tán', 'ta', 'tàn'], vietnameseSortKey)).toEqual(['ta', 'tạ', 'tàn', 'tán']);
  });

  it('orders people by given name, then family and middle names', () => {
    const people = [
      'Trần Văn An',
      'Lê Thị Ánh',
      'Bùi Văn Ân',
      'Đỗ Văn Bình',
      'Dương Văn Bình',
      'Nguyễn A Đạt',
    ];
    const expected = [
      'Trần Văn An',
      'Lê Thị Ánh',
      'Bùi Văn Ân',
      'Dương Văn Bình',
      'Đỗ Văn Bình',
      'Nguyễn A Đạt',
    ];
    fc.assert(
      fc.property(shuffled(people), (input) => {
        expect(sorted(input, nameSortKey)).toEqual(expected);
      }),
    );
  });
});

describe('cleanText', () => {
  it('gives NFC, single spaces and no control or invisible characters', () => {
    expect(cleanText(' Võ\u00a0Bích\t\n Ha\u0300\u200b ')).toBe('Võ Bích Hà');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = cleanText(text);
        expect(clean).toBe(clean.normalize('NFC'));
        expect(clean).not.toMatch(/\s\s|^\s|\s$|\p{Cc}/u);
      }),
    );
  });
});

describe('titleCaseIfAllCaps', () => {
  it.each([
    ['PHẠM TRỌNG HIẾU', 'Phạm Trọng Hiếu'],
    ['THÀO A SÌNH', 'Thào A Sình'],
    ["H'LOAN MLÔ", "H'Loan Mlô"],
    ['Phạm TRỌNG Hiếu', 'Phạm TRỌNG Hiếu'],
  ])('%s -> %s', (name, expected) => {
    expect(titleCaseIfAllCaps(name)).toBe(expected);
  });
});

it('takes initials without marks', () => {
  expect(initialsOf('Đỗ Văn Ánh')).toBe('dva');
});
