import type { FactSource, ListedCase, SubjectGroup } from '../../../domain/rule-packs.ts';

export const persons: SubjectGroup[] = ['leader', 'noPost', 'outsideSystem'];
export const everyone: SubjectGroup[] = ['collective', ...persons];

export const confirmed = (note: string): FactSource => ({ status: 'confirmed', note });
export const secondary = (note: string): FactSource => ({ status: 'secondary', note });
export const unconfirmed = (note: string): FactSource => ({ status: 'unconfirmed', note });

/** Cases named by NĐ 335/2025/NĐ-CP (21/12/2025, Chính phủ); the list of QĐ 366-QĐ/TW itself was not read. */
const fromDecree335 = unconfirmed(
  'Theo NĐ 335/2025/NĐ-CP (21/12/2025); danh mục của quy định này chưa đối chiếu.',
);
export const listedCasesOfDecree335: ListedCase[] = [
  {
    id: 'concluded-decline',
    subjects: persons,
    text: 'Đã có kết luận của cấp có thẩm quyền về suy thoái, "tự diễn biến", "tự chuyển hóa".',
    source: fromDecree335,
  },
  {
    id: 'prohibited-acts',
    subjects: persons,
    text: 'Vi phạm những điều đảng viên không được làm hoặc trách nhiệm nêu gương, làm ảnh hưởng uy tín.',
    source: fromDecree335,
  },
  {
    id: 'corruption-in-charge',
    subjects: ['leader'],
    text: 'Cơ quan, đơn vị trực tiếp phụ trách để xảy ra tham nhũng, lãng phí.',
    source: fromDecree335,
  },
];
