import type { FactSource, PackCondition } from '../../../domain/rule-packs.ts';
import { unconfirmed } from './common.ts';

/** A member who is staff is "xuất sắc" only as staff too (HD 21-HD/BTCTW, 18/10/2019, Ban Tổ chức Trung ương). */
export const staffExcellent = (source: FactSource): PackCondition => ({
  id: 'staff-excellent',
  kind: 'staffLevel',
  subjects: ['leader', 'noPost'],
  level: 'excellent',
  percentHundredths: null,
  article: 'HD 21-HD/BTCTW ngày 18/10/2019',
  text: 'Đảng viên là cán bộ, công chức, viên chức chỉ được xếp hoàn thành xuất sắc khi cũng được xếp mức đó ở cơ quan.',
  enabled: true,
  forbids: source.status === 'confirmed',
  source,
});

export const headNotAboveCollective: PackCondition = {
  id: 'head-not-above-collective',
  kind: 'notAboveCollective',
  subjects: ['leader'],
  level: 'excellent',
  percentHundredths: null,
  article: 'Thông lệ',
  text: 'Người đứng đầu không được xếp cao hơn tập thể, đơn vị mình đứng đầu.',
  enabled: true,
  forbids: false,
  source: unconfirmed('Thông lệ; chưa tìm thấy trong văn bản.'),
};

/** The office says whether a listed case was concluded; which one is not kept. */
export const noListedCase = (article: string, source: FactSource): PackCondition => ({
  id: 'no-listed-case',
  kind: 'noListedCase',
  subjects: ['collective', 'leader', 'noPost', 'outsideSystem'],
  level: 'completed',
  percentHundredths: null,
  article,
  text: 'Không thuộc trường hợp liệt kê ở mức không hoàn thành nhiệm vụ.',
  enabled: true,
  forbids: source.status === 'confirmed',
  source,
});
