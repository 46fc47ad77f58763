import type { DraftForm } from '../drafts.ts';
import { stepTitles } from './organizations.ts';

/** What a draft is of: a new record, or a change of one. */
export const draftNames = {
  official: { new: 'Thêm cán bộ, đảng viên', change: 'Sửa thông tin' },
  post: { new: 'Thêm chức vụ', change: 'Sửa chức vụ' },
  participation: { new: 'Đổi tình trạng tham gia', change: 'Đổi tình trạng tham gia' },
  discipline: { new: 'Ghi kỷ luật', change: 'Ghi kỷ luật' },
  organizationDiscipline: { new: 'Ghi kỷ luật tổ chức đảng', change: 'Ghi kỷ luật tổ chức đảng' },
  transfer: { new: 'Chuyển chi bộ nhiều người', change: 'Chuyển chi bộ' },
  givePost: { new: 'Giao chức vụ nhiều người', change: 'Giao chức vụ' },
  duplicates: { new: 'So sánh hai người', change: 'So sánh hai người' },
  unitChange: { new: stepTitles.change, change: stepTitles.change },
  unitMerge: { new: stepTitles.merge, change: stepTitles.merge },
  unitSplit: { new: stepTitles.split, change: stepTitles.split },
  unitEnd: { new: stepTitles.end, change: stepTitles.end },
  organization: { new: 'Thêm tổ chức', change: 'Sửa tổ chức' },
  capRule: { new: 'Giới hạn tỷ lệ xuất sắc', change: 'Giới hạn tỷ lệ xuất sắc' },
  setting: { new: 'Cài đặt', change: 'Cài đặt' },
  rulePack: { new: 'Giá trị riêng của bộ quy định', change: 'Giá trị riêng của bộ quy định' },
  criteria: { new: 'Thêm bảng tiêu chí', change: 'Thêm bảng tiêu chí' },
  ratingScores: { new: 'Điểm xếp loại', change: 'Điểm xếp loại' },
  ratingFacts: { new: 'Số liệu xét xếp loại', change: 'Số liệu xét xếp loại' },
  remediationTask: { new: 'Thêm nhiệm vụ khắc phục', change: 'Sửa nhiệm vụ khắc phục' },
  remediationStep: { new: 'Bước khắc phục', change: 'Bước khắc phục' },
  remediationNote: { new: 'Ghi tiến độ khắc phục', change: 'Ghi tiến độ khắc phục' },
  pledge: { new: 'Bản cam kết', change: 'Bản cam kết' },
  office: { new: 'Thông tin cơ quan', change: 'Thông tin cơ quan' },
  review: { new: 'Bản kiểm điểm', change: 'Bản kiểm điểm' },
  reviewPrompt: { new: 'Thêm gợi ý kiểm điểm', change: 'Gợi ý kiểm điểm' },
  reviewOpinion: { new: 'Ý kiến về bản kiểm điểm', change: 'Ý kiến về bản kiểm điểm' },
  paper: { new: 'Thông tin văn bản', change: 'Thông tin văn bản' },
  meeting: { new: 'Thêm cuộc họp', change: 'Cuộc họp đánh giá, xếp loại' },
} as const satisfies Record<DraftForm, { new: string; change: string }>;

export const draftText = {
  region: 'Bản nhập dở',
  offer: (name: string, title: string, moment: string) =>
    `Có bản nhập dở: ${name}${title === '' ? '' : ` – ${title}`} (giữ lúc ${moment}).`,
  more: (count: number) => `và ${count} bản khác`,
  open: 'Mở lại',
  discard: 'Bỏ',
  later: 'Để sau',
  laterHint: 'Bản nhập dở vẫn được giữ và hiện lại ở lần đăng nhập sau hoặc khi mở đúng ô nhập đó.',
  discarded: 'Đã bỏ bản nhập dở.',
  undone: 'Đã giữ lại bản nhập dở.',
  restored: (moment: string) => `Đã mở lại nội dung nhập dở lúc ${moment}. Chưa lưu vào dữ liệu.`,
  dropRestored: 'Bỏ bản nhập dở',
  gone: 'Mục của bản nhập dở này không còn. Bản nhập dở vẫn được giữ.',
} as const;

/** A save that another session's save came before: both are shown, neither is lost. */
export const newerText = {
  title: 'Mục này vừa được sửa ở nơi khác nên chưa ghi đè.',
  text: 'Những gì bạn nhập vẫn còn. Ô nào cả hai cùng sửa thì giá trị mới hiện bên dưới; hãy chọn giá trị đúng rồi lưu lại.',
  value: 'Giá trị mới:',
  empty: '(để trống)',
  ticked: 'có',
  notTicked: 'không',
  take: 'Dùng giá trị này',
  participation: (status: string) => `Tình trạng hiện nay: ${status}.`,
} as const;
