import type { FactAspect } from '../../../domain/rule-pack-facts.ts';
import type { SpecialCaseId, SubjectGroup, Treatment } from '../../../domain/rule-packs.ts';

export const subjectGroupNames = {
  collective: 'Tập thể',
  leader: 'Cán bộ lãnh đạo, quản lý',
  noPost: 'Đảng viên không giữ chức vụ',
  outsideSystem: 'Đảng viên không làm việc trong hệ thống chính trị',
} as const satisfies Record<SubjectGroup, string>;

export const specialCaseNames = {
  disciplined: 'Bị kỷ luật trong kỳ',
  collectiveDisciplined: 'Tập thể bị kỷ luật trong kỳ',
  leaderDisciplined: 'Thành viên lãnh đạo bị kỷ luật',
  exempt: 'Miễn công tác và sinh hoạt đảng',
  suspended: 'Đình chỉ sinh hoạt đảng',
  temporarilyExempt: 'Miễn sinh hoạt có thời hạn',
  left: 'Không còn trong tổ chức trước ngày chốt',
  underExamination: 'Đang bị xem xét, chưa có kết luận',
  newlyAdmitted: 'Mới kết nạp',
  movedCell: 'Chuyển chi bộ trong năm',
  longLeave: 'Nghỉ dài, đi học dài ngày',
  twoYearsNotCompleted: 'Hai năm liền không hoàn thành nhiệm vụ',
  newFacts: 'Có tình tiết mới sau quyết định',
} as const satisfies Record<SpecialCaseId, string>;

export const treatmentNames = {
  outOfBase: 'Không tính vào tổng số',
  notReviewed: 'Không kiểm điểm, không xếp loại',
  notRated: 'Chưa xếp loại',
  hold: 'Tạm thời chưa xếp loại',
  forcedNotCompleted: 'Xếp không hoàn thành nhiệm vụ',
  ceilingGood: 'Không quá hoàn thành tốt nhiệm vụ',
  ceilingCompleted: 'Không quá hoàn thành nhiệm vụ',
  notice: 'Chỉ nhắc',
} as const satisfies Record<Treatment, string>;

export const factAspectNames = {
  percent: 'Tỷ lệ (%)',
  enabled: 'Áp dụng',
  forbids: 'Không cho xếp cao hơn (phải ghi lý do mới tiếp tục)',
  treatment: 'Cách xử lý',
  months: 'Số tháng',
  bandMinimum: 'Điểm tối thiểu',
} as const satisfies Record<FactAspect, string>;
