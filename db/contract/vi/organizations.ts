import type { OrganizationKind } from '../../domain/people.ts';
import { formatNumber } from './numbers.ts';

export const organizationKindNames = {
  committee: 'Đảng ủy',
  partyBody: 'Đảng bộ',
  partyCell: 'Chi bộ',
  partyGroup: 'Tổ đảng',
  agency: 'Cơ quan',
  massOrganization: 'Tổ chức chính trị - xã hội',
  residentialArea: 'Khu dân cư',
} as const satisfies Record<OrganizationKind, string>;

export const organizationFieldLabels = {
  name: 'Tên tổ chức',
  kind: 'Loại hình',
  parentId: 'Trực thuộc',
  code: 'Mã',
  memberCount: 'Số người',
  totalMemberCount: 'Kể cả đơn vị cấp dưới',
  validFrom: 'Có từ',
  validTo: 'Đến',
} as const;

export const organizationsText = {
  tree: 'Cây tổ chức đảng',
  count: (count: number) => `${formatNumber(count)} tổ chức`,
  members: (count: number) => `${formatNumber(count)} người`,
  membersColumn: 'Số người',
  totalColumn: 'Cả cấp dưới',
  add: 'Thêm tổ chức',
  addUnder: 'Thêm tổ chức trực thuộc',
  addTitle: 'Thêm tổ chức',
  editTitle: 'Sửa tổ chức',
  topLevel: 'Không trực thuộc tổ chức nào (cấp cao nhất)',
  showMembers: 'Xem danh sách người',
  showRatings: 'Xem xếp loại',
  created: (name: string) => `Đã thêm "${name}".`,
  updated: (name: string) => `Đã lưu "${name}".`,
  undone: (name: string) => `Đã trả lại như trước: "${name}".`,
  expand: (name: string) => `Mở ${name}`,
  collapse: (name: string) => `Thu gọn ${name}`,
  expandAll: 'Mở tất cả',
  collapseAll: 'Thu gọn tất cả',
  emptyTitle: 'Chưa có tổ chức đảng nào',
  emptyText:
    'Nơi đây giữ đảng bộ và các chi bộ trực thuộc. Khi nhập danh sách từ Excel, các chi bộ có trong danh sách được tạo theo; cũng có thể thêm tay.',
  emptyAct: 'Nhập danh sách từ Excel',
  notFoundTitle: 'Không có tổ chức nào khớp',
  notFoundText: (search: string) => `Không có tổ chức nào khớp với "${search}".`,
  selectHint: 'Chọn một tổ chức để xem chi tiết.',
  keysHint: '↑ ↓ chọn · → mở · ← thu gọn · Enter xem chi tiết',
  ended: (day: string) => `Đã kết thúc ${day}`,
} as const;
