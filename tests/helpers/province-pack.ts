import type { MethodInput } from '../../db/contract/methods.ts';

/** A fictitious province's table for the part of 30 points. */
export const provincePack: MethodInput<'rulePacks.add'> = {
  basePackId: 'qd-366-2025',
  title: 'Bảng tiêu chí của tỉnh Sông Mây',
  guidance: { number: '12-HD/TU', date: '2025-10-20', issuer: 'Tỉnh ủy Sông Mây' },
  validFrom: '2025-10-20',
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
