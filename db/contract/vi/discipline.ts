import type {
  DisciplineBranch,
  OrganizationDisciplineForm,
  PersonalDisciplineForm,
} from '../../domain/disciplines.ts';

export const disciplineFormNames = {
  reprimand: 'Khiển trách',
  warning: 'Cảnh cáo',
  salaryCut: 'Hạ bậc lương',
  demotion: 'Giáng chức',
  removalFromPost: 'Cách chức',
  dismissal: 'Buộc thôi việc',
  expulsion: 'Khai trừ',
} as const satisfies Record<PersonalDisciplineForm, string>;

export const disciplineBranchNames = {
  party: 'Kỷ luật đảng',
  state: 'Kỷ luật chính quyền',
} as const satisfies Record<DisciplineBranch, string>;

export const organizationDisciplineFormNames = {
  reprimand: 'Khiển trách',
  warning: 'Cảnh cáo',
  dissolution: 'Giải tán',
} as const satisfies Record<OrganizationDisciplineForm, string>;

export const organizationDisciplineText = {
  title: 'Kỷ luật',
  list: 'Các mục kỷ luật tổ chức đảng',
  none: 'Chưa ghi kỷ luật nào của tổ chức này.',
  saved: (name: string) => `Đã lưu mục kỷ luật của "${name}".`,
  removed: (name: string) => `Đã xóa mục kỷ luật của "${name}".`,
  restored: (name: string) => `Đã trả lại mục kỷ luật của "${name}" như trước.`,
  editOf: (form: string, day: string) => `Sửa: ${form}, ${day}`,
} as const;

export const disciplineText = {
  title: 'Kỷ luật',
  hidden: 'Nội dung kỷ luật được che. Mỗi lần xem đều được ghi nhật ký.',
  notAllowed: 'Nội dung kỷ luật chỉ người giữ sổ được xem.',
  reveal: 'Hiện kỷ luật',
  hide: 'Ẩn kỷ luật',
  none: 'Chưa ghi kỷ luật nào.',
  shown: (count: number) => `Đang hiện ${count} mục kỷ luật trong quá trình dưới đây.`,
  add: 'Ghi kỷ luật',
  edit: 'Sửa kỷ luật',
  editShort: 'Sửa',
  remove: 'Xóa dòng nhập nhầm',
  form: 'Hình thức',
  effectiveOn: 'Ngày có hiệu lực',
  decisionNo: 'Số quyết định',
  decidingBody: 'Cấp quyết định',
  postThen: 'Chức vụ khi đó',
  isHeadThen: 'Khi đó là người đứng đầu cấp ủy',
  organizationThen: 'Đơn vị khi đó',
  unknownUnit: 'Chưa rõ',
  note: 'Ghi chú',
  branch: 'Kỷ luật của',
  countedYear: 'Tính vào xếp loại năm',
  countedYearHint: 'Để trống: năm có hiệu lực',
  countedReason: 'Lý do tính vào năm đó',
  sameAs: 'Cùng vi phạm với',
  sameAsNone: 'Vi phạm riêng',
  sameAsReason: (form: string, day: string, no: string) =>
    `Cùng vi phạm với mục ${form.toLowerCase()} ${day}${no === '' ? '' : ` (Quyết định số ${no})`}`,
  entry: (branch: string, form: string, day: string) => `${branch}: ${form.toLowerCase()}, ${day}`,
  counted: (year: number, reason: string) => `Tính vào xếp loại năm ${year}: ${reason}`,
  saved: (name: string) => `Đã lưu mục kỷ luật của ${name}.`,
  removed: (name: string) => `Đã xóa mục kỷ luật của ${name}.`,
  restored: (name: string) => `Đã trả lại mục kỷ luật của ${name} như trước.`,
  decision: (no: string) => `Quyết định số ${no}`,
  asHead: 'người đứng đầu cấp ủy',
} as const;
