import type { MethodInput } from '../../db/contract/methods.ts';

/** A fictitious province's table for the part of 30 points, one for leaders and others. */
export const provincePack: MethodInput<'rulePacks.add'> = {
  basePackId: 'qd-366-2025',
  title: 'Bảng tiêu chí của tỉnh Sông Mây',
  guidance: { number: '12-HD/TU', date: '2025-10-20', issuer: 'Tỉnh ủy Sông Mây' },
  validFrom: '2025-10-20',
  validTo: null,
  fileName: 'tieu-chi.xlsx',
  tables: [
    {
      id: 'table-1',
      title: 'Bảng tiêu chí của tỉnh Sông Mây',
      subjects: ['leader', 'noPost'],
      source: { status: 'confirmed', note: 'tieu-chi.xlsx' },
      criteria: [
        { id: 'row-3', partId: 'common', text: 'Phẩm chất chính trị', maxHundredths: 1250 },
        { id: 'row-4', partId: 'common', text: 'Đạo đức, lối sống', maxHundredths: 1750 },
      ],
    },
  ],
};

const criteria = (table: string, ...most: number[]) =>
  most.map((maxHundredths, index) => ({
    id: `${table}r${index + 5}`,
    partId: 'common',
    text: `Tiêu chí ${index + 1} của bảng ${table}`,
    maxHundredths,
  }));
const source = { status: 'confirmed', note: 'tieu-chi.xlsx' } as const;

/** The same province with a table for each group; leaders have criteria in both parts and a bonus. */
export const groupedPack: MethodInput<'rulePacks.add'> = {
  ...provincePack,
  tables: [
    {
      id: 't1',
      title: 'Lãnh đạo, quản lý',
      subjects: ['leader'],
      source,
      bonus: { title: 'Điểm thưởng', maxHundredths: 700 },
      criteria: [
        ...criteria('t1', 1250, 1750),
        { id: 't1r8', partId: 'results', text: 'Tiến độ', maxHundredths: 2100 },
        { id: 't1r9', partId: 'results', text: 'Chất lượng', maxHundredths: 4900 },
        { id: 't1r11', partId: 'bonus', text: 'Sáng kiến', maxHundredths: 500 },
        { id: 't1r12', partId: 'bonus', text: 'Khen thưởng', maxHundredths: 400 },
      ],
    },
    {
      id: 't2',
      title: 'Không giữ chức vụ',
      subjects: ['noPost'],
      source,
      criteria: criteria('t2', 1000, 2000),
    },
  ],
};
