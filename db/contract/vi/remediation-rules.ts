import type { TaskState } from '../../domain/cycle.ts';
import type { RemediationFault } from '../../domain/remediation-rules.ts';

export const taskStateNames = {
  planned: 'Chưa bắt đầu',
  doing: 'Đang thực hiện',
  done: 'Hoàn thành, chờ xác nhận',
  verified: 'Đã xác nhận hoàn thành',
  reopened: 'Mở lại',
  notFitting: 'Không còn phù hợp',
} as const satisfies Record<TaskState, string>;

export const taskTimingNames = { overdue: 'Quá hạn', dueSoon: 'Sắp đến hạn' } as const;

export const remediationFaultMessages = {
  MEASURE_MISSING: 'Ghi nhiệm vụ, biện pháp khắc phục cụ thể.',
  OWNER_MISSING:
    'Ghi người chịu trách nhiệm. Kế hoạch chung chung, chưa xác định rõ trách nhiệm thì chưa lưu được.',
  DUE_MISSING: 'Ghi thời hạn hoàn thành. Kế hoạch chung chung, không có thời hạn thì chưa lưu được.',
  DUE_BEFORE_START: 'Thời hạn hoàn thành phải từ ngày bắt đầu trở đi.',
  DONE_BEFORE_START: 'Ngày hoàn thành phải từ ngày bắt đầu trở đi.',
  VERIFIED_BEFORE_DONE: 'Ngày xác nhận phải từ ngày hoàn thành trở đi.',
  VERIFIER_MISSING: 'Ghi người xác nhận kết quả.',
  VERIFIED_BY_OWNER: 'Người chịu trách nhiệm không tự xác nhận kết quả của mình. Hãy ghi người khác.',
  REASON_MISSING: 'Ghi lý do.',
  LATE_REASON_MISSING: 'Hoàn thành sau hạn thì phải ghi lý do chậm.',
  STATE_NOT_REACHABLE: 'Không chuyển thẳng sang trạng thái này được. Hãy xem lại trạng thái hiện tại.',
} as const satisfies Record<RemediationFault, string>;
