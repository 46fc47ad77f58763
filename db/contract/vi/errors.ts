import { pledgeStatuses } from '../../domain/cycle.ts';
import type { ErrorCode, ErrorParams, FieldErrorCode, SerializedError } from '../errors.ts';
import { ballotFaultMessages } from './ballots.ts';
import { cycleText, periodWords } from './cycles.ts';
import { pageNames } from './navigation.ts';
import { pledgeStatusNames } from './pledges.ts';
import { remediationFaultMessages } from './remediation-rules.ts';
import { levelNotInRule } from './rule-names.ts';

/** Inside a sentence; a status that is not known stays out of it. */
const pledgeStatusWords = (status: string | number | undefined): string =>
  pledgeStatuses.flatMap((known) => (known === status ? [pledgeStatusNames[known].toLowerCase()] : []))[0] ??
  '';

/** What happened, what is safe, what to do. One sentence or two; no blame, no technical words. */
const messages = {
  INTERNAL: (p) =>
    `Có lỗi ngoài dự kiến (mã tra cứu ${p.reference ?? 'không có'}). Dữ liệu đã lưu vẫn còn nguyên. Hãy thử lại; nếu lặp lại, báo mã này cho người hỗ trợ.`,
  UNKNOWN_METHOD: (p) => `Chương trình không có lệnh "${p.method}".`,
  VALIDATION_FAILED: () =>
    'Có ô nhập chưa hợp lệ, chưa ghi gì vào dữ liệu. Hãy sửa các ô được đánh dấu rồi lưu lại.',
  SESSION_REQUIRED: () => 'Phiên làm việc đã hết. Dữ liệu đã lưu vẫn còn nguyên. Hãy đăng nhập lại.',
  FORBIDDEN: () => 'Tài khoản này không được phép làm việc đó. Chưa có gì thay đổi.',
  NOT_FOUND: () => 'Không tìm thấy mục này; có thể mục đã được thay đổi. Hãy tải lại danh sách.',
  STALE_VERSION: () =>
    'Mục này vừa được sửa ở nơi khác nên chưa ghi đè. Hãy xem giá trị mới rồi nhập lại nếu vẫn cần.',
  CANCELLED: () => 'Đã hủy theo yêu cầu. Chưa có gì được ghi vào dữ liệu.',
  BUSY: () => 'Chương trình đang làm một việc khác. Hãy chờ việc đó xong rồi thử lại.',
  SERVICE_UNAVAILABLE: () =>
    'Phần quản lý dữ liệu đang dừng. Dữ liệu đã lưu vẫn an toàn trên máy. Hãy chờ chương trình mở lại phần này hoặc đóng và mở lại chương trình.',
  OFFICE_MISSING: (p) => `Thư mục "${p.folder}" chưa có dữ liệu của cơ quan nào. Hãy tạo cơ quan mới trước.`,
  OFFICE_EXISTS: (p) =>
    `Thư mục "${p.folder}" đã có dữ liệu của một cơ quan, nên không tạo mới và không ghi đè. Hãy đăng nhập hoặc chọn thư mục khác.`,
  WRONG_PASSWORD: () =>
    'Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi nhập lại.',
  WEAK_PASSWORD: (p) => `Mật khẩu cần ít nhất ${p.min} ký tự.`,
  PASSWORD_NOT_GIVEN: (p) => `Chưa có mật khẩu. Hãy đặt mật khẩu vào biến môi trường ${p.variable}.`,
  DATA_FOLDER_IS_FILE: (p) =>
    `"${p.folder}" là một tệp, không phải thư mục. Tệp này không bị thay đổi. Hãy chọn một thư mục khác để chứa dữ liệu.`,
  DATA_FOLDER_NOT_WRITABLE: (p) =>
    `Không ghi được vào thư mục "${p.folder}". Chưa ghi gì. Hãy kiểm tra quyền của thư mục hoặc chọn thư mục khác.`,
  KEY_FILE_DAMAGED: (p) =>
    `Tệp khóa "${p.file}" bị hỏng hoặc thiếu nên không mở được dữ liệu. Chương trình không sửa gì. Hãy khôi phục tệp này từ bản sao lưu.`,
  DATABASE_NEWER: () =>
    'Dữ liệu này được tạo bởi phiên bản chương trình mới hơn. Chương trình không mở và không thay đổi gì. Hãy cài phiên bản mới hơn.',
  DATABASE_DAMAGED: () =>
    'Tệp dữ liệu không đọc được hoặc đã hỏng. Chương trình không xóa và không ghi đè. Hãy giữ nguyên thư mục dữ liệu và khôi phục từ bản sao lưu.',
  DATABASE_LOCKED: () =>
    'Dữ liệu đang được một chương trình khác sử dụng. Chưa ghi gì. Hãy đóng chương trình kia rồi thử lại.',
  DISK_FULL: () =>
    'Ổ đĩa đã hết chỗ nên lần ghi này không thực hiện; dữ liệu trước đó vẫn còn nguyên. Hãy giải phóng dung lượng rồi thử lại.',
  DISK_FAILED: () =>
    'Ổ đĩa chứa dữ liệu không đọc hoặc không ghi được (ổ có thể đã đầy, bị rút ra hoặc hỏng). Lần này chưa ghi gì; dữ liệu trước đó vẫn còn nguyên. Hãy kiểm tra ổ đĩa rồi thử lại.',
  FILE_NOT_FOUND: (p) => `Không tìm thấy tệp "${p.file}". Chưa ghi gì. Hãy kiểm tra lại tên và nơi lưu tệp.`,
  FILE_NOT_READABLE: (p) =>
    `Không đọc được tệp "${p.file}". Hãy kiểm tra tệp có đang bị khóa hoặc ổ USB đã rút ra chưa.`,
  FILE_IS_NO_FILE: (p) =>
    `"${p.file}" là thư mục hoặc thiết bị, không phải tệp. Chưa ghi gì. Hãy chọn một tệp bảng tính.`,
  FILE_NOT_WRITABLE: (p) =>
    `Không ghi được tệp "${p.file}". Tệp cũ (nếu có) vẫn còn nguyên. Hãy đóng tệp nếu đang mở trong Excel, hoặc lưu vào nơi khác.`,
  WORKBOOK_NOT_A_WORKBOOK: (p) =>
    `Tệp "${p.file}" không phải bảng tính Excel${p.type ? ` (đây là ${p.type})` : ''}. Chưa ghi gì. Hãy chọn tệp .xlsx lưu từ Excel.`,
  WORKBOOK_TYPE_UNSUPPORTED: (p) =>
    `Tệp "${p.file}" là loại ${p.type} mà phiên bản này chưa đọc được. Chưa ghi gì. Hãy mở bằng Excel và lưu lại thành .xlsx.`,
  WORKBOOK_ENCRYPTED: (p) =>
    `Tệp "${p.file}" được đặt mật khẩu nên không đọc được. Chưa ghi gì. Hãy bỏ mật khẩu trong Excel, lưu lại rồi nhập lại.`,
  WORKBOOK_EMPTY: (p) =>
    `Tệp "${p.file}" không có dữ liệu. Chưa ghi gì. Hãy kiểm tra có chọn đúng tệp không.`,
  WORKBOOK_ONLY_HIDDEN: (p) =>
    `Tệp "${p.file}" chỉ có trang tính bị ẩn (${p.sheets}). Chưa ghi gì. Hãy bỏ ẩn trang cần nhập trong Excel, hoặc nêu tên trang bằng --sheet.`,
  WORKBOOK_NO_HEADER: (p) =>
    `Không tìm thấy dòng tiêu đề cột (như Họ và tên, Ngày sinh, Chi bộ) trong trang "${p.sheet}". Chưa ghi gì. Hãy kiểm tra trang tính hoặc thêm dòng tiêu đề.`,
  WORKBOOK_TOO_LARGE: (p) =>
    `Tệp "${p.file}" quá lớn (giới hạn ${p.limit}). Chưa ghi gì. Hãy tách tệp thành nhiều phần nhỏ hơn.`,
  WORKBOOK_TIMEOUT: (p) =>
    `Đọc tệp "${p.file}" quá lâu (trên ${p.seconds} giây) nên đã dừng. Chưa ghi gì. Hãy tách tệp hoặc xóa các trang, định dạng thừa.`,
  WORKBOOK_READER_FAILED: (p) =>
    `Không đọc hết được tệp "${p.file}": tệp có thể bị hỏng. Chưa ghi gì. Hãy mở bằng Excel, lưu lại thành .xlsx rồi thử lại.`,
  WORKBOOK_STATE_SECRET: (p) =>
    `Trang "${p.sheet}" có dấu "${p.mark}" ở ${p.place}. Chương trình không nhận tài liệu bí mật nhà nước. Chưa ghi gì.`,
  IMPORT_SHEET_NOT_FOUND: (p) =>
    `Tệp không có trang tính tên "${p.sheet}". Các trang có trong tệp: ${p.sheets}.`,
  IMPORT_KIND_MISMATCH: (p) =>
    `Trang "${p.sheet}" không có cột bắt buộc cho loại này: ${p.columns}. Chưa ghi gì. Hãy chọn loại nhập khác hoặc nối lại cột.`,
  IMPORT_KIND_NOT_SUPPORTED: (p) =>
    `Trang "${p.sheet}" là "${p.kind}", chương trình chưa nhập được loại này. Chưa ghi gì. Hãy giữ tệp để dùng sau, hoặc chọn trang khác.`,
  IMPORT_YEAR_REQUIRED: () => 'Nhập xếp loại cần cho biết năm. Chưa ghi gì. Hãy chọn năm.',
  IMPORT_EXPIRED: () => 'Bản xem trước này không còn nữa. Chưa ghi gì. Hãy mở lại tệp.',
  IMPORT_PREVIEW_OUTDATED: () =>
    'Dữ liệu đã thay đổi sau khi xem trước, nên chưa ghi gì. Hãy xem lại bản xem trước mới rồi xác nhận.',
  IMPORT_NOT_CONFIRMED: (p) =>
    `Có ${p.count} dòng có giá trị do chương trình đề nghị (số CCCD thêm số 0, ngày rà soát việc thường xuyên) chưa được xác nhận, nên chưa ghi gì. Hãy xác nhận các dòng này rồi ghi lại.`,
  IMPORT_NOTHING_TO_RETURN: () => 'Mọi dòng đều ghi được nên không có dòng nào để trả lại.',
  IMPORT_ALREADY_UNDONE: () => 'Lần nhập này đã được hoàn tác trước đó. Không có gì thay đổi.',
  IMPORT_UNDO_CONFLICT: (p) =>
    `Không hoàn tác được vì ${p.count} mục đã được sửa sau khi nhập (${p.names}). Chưa có gì thay đổi; các sửa đổi sau vẫn giữ nguyên.`,
  RATING_LEVEL_STANDS: () =>
    'Người này đã có mức xếp loại nên không ghi lý do chưa xếp loại. Hãy xóa mức xếp loại trước nếu cần.',
  RATING_FORBIDDEN: (p) =>
    `Quy định không cho xếp mức này: ${p.rules}. Chưa ghi gì. Người quản trị chỉ tiếp tục khi ghi rõ lý do.`,
  OVERRIDE_NEEDS_ADMINISTRATOR: () =>
    'Mức này quy định không cho xếp; chỉ người quản trị được tiếp tục với lý do. Chưa ghi gì.',
  ORGANIZATION_CYCLE: () => 'Một tổ chức không thể trực thuộc chính nó hoặc đơn vị cấp dưới của nó.',
  ORGANIZATION_NAME_TAKEN: (p) => `Đã có tổ chức tên "${p.name}" cùng cấp. Hãy dùng tên khác.`,
  ORGANIZATION_NOT_THERE: (p) => `"${p.name}" không còn hoặc chưa có vào ngày ${p.day}. Chưa có gì thay đổi.`,
  ORGANIZATION_NOT_EMPTY: (p) =>
    `"${p.name}" còn ${p.count} người hoặc đơn vị trực thuộc. Hãy chọn nơi chuyển đến trước khi kết thúc.`,
  DAY_BEFORE_LAST_CHANGE: (p) =>
    `Đã có thay đổi của "${p.name}" vào ngày ${p.day}, nên không ghi lùi về trước ngày đó. Hãy chọn ngày sau ngày ${p.day}.`,
  NOT_A_PARTY_ORGANIZATION: (p) =>
    `"${p.name}" vào ngày đó không phải là tổ chức đảng nên không ghi kỷ luật tổ chức đảng ở đây. Chưa ghi gì. Hãy chọn tổ chức khác hoặc kiểm tra ngày.`,
  PEOPLE_NOT_PLACED: (p) =>
    `Còn ${p.count} người của "${p.name}" chưa có nơi chuyển đến. Chưa có gì thay đổi.`,
  OPERATION_TOUCHED_SINCE: (p) =>
    `Không hoàn tác được vì ${p.count} mục đã được sửa sau đó. Chưa có gì thay đổi; các sửa đổi sau vẫn giữ nguyên.`,
  MERGE_UNDECIDED: (p) =>
    `Còn ${p.count} mục mà cả hai hồ sơ cùng có và chưa chọn. Chưa gộp gì. Hãy chọn từng mục rồi gộp lại.`,
  OPERATION_ALREADY_UNDONE: () => 'Việc này đã được hoàn tác trước đó. Không có gì thay đổi.',
  CYCLE_NOT_OPEN: (p) =>
    `Kỳ kiểm điểm ${periodWords(Number(p.year), Number(p.quarter ?? 0))} chưa được mở. Chưa ghi gì. Hãy mở kỳ ở trang Kỳ kiểm điểm trước.`,
  CYCLE_ALREADY_OPEN: (p) => `Kỳ kiểm điểm năm ${p.year} đã được mở rồi. Không có gì thay đổi.`,
  CYCLE_IN_USE: (p) =>
    `Kỳ kiểm điểm năm ${p.year} đã có bản cam kết, bản kiểm điểm hoặc dòng bổ sung nên không rút lại được. Không có gì thay đổi.`,
  PACK_LOCKED: () =>
    'Đã có bản kiểm điểm hoặc mức xếp loại theo bộ quy định này nên không đổi được nữa. Không có gì thay đổi.',
  PACK_IN_USE: (p) =>
    `Bảng tiêu chí này đang dùng cho kỳ kiểm điểm năm ${p.year} nên không bỏ được. Không có gì thay đổi. Nếu chọn nhầm, hãy đổi bộ quy định của kỳ đó trước.`,
  REVIEW_EXISTS: () =>
    'Người hoặc tập thể này đã có trong kỳ kiểm điểm ở nơi đó, hoặc đảng viên đã thuộc một chi bộ khác trong kỳ. Không có gì thay đổi.',
  REVIEW_FILED: () =>
    'Bản kiểm điểm đã nộp hoặc dòng này do lập danh sách mà có, nên không đổi ở đây được. Không có gì thay đổi.',
  PERSON_TAKEN_OUT: () =>
    `Người này đã được đưa ra khỏi diện xếp loại của kỳ này nên không ghi xếp loại. Chưa có gì thay đổi. Nếu vẫn phải xếp loại, hãy vào trang ${pageNames.cycle}, thẻ ${cycleText.tabs.subjects}, mở người này và chọn "${cycleText.takeIn}" trước.`,
  ADDED_IN_USE: (p) =>
    `Không hoàn tác việc thêm "${p.name}" được nữa, vì sau đó đã có thay đổi hoặc dữ liệu khác gắn với mục này. Chưa có gì thay đổi.`,
  PLEDGES_EMPTY: (p) =>
    `Chưa có bản cam kết nào của năm ${p.year} ở đây để in. Hãy lập bản cam kết trước, hoặc chọn người để in mẫu trắng.`,
  REVIEWS_EMPTY: (p) =>
    `Không có bản kiểm điểm nào của năm ${p.year} ở đây để in. Hãy chọn đơn vị khác hoặc kiểm tra danh sách của kỳ kiểm điểm.`,
  MEETING_HAS_SCANS: () =>
    'Cuộc họp này có bản quét đính kèm nên không bỏ được. Chưa có gì thay đổi. Hãy bỏ các bản quét trước nếu ghi nhầm.',
  BALLOT_EMPTY: (p) =>
    `"${p.name}" không có ai phải xếp loại trong kỳ này nên không lập được phiếu. Hãy chọn đơn vị khác.`,
  TASKS_EMPTY: () => 'Không có nhiệm vụ khắc phục nào để in hoặc xuất. Hãy bỏ bớt bộ lọc hoặc chọn năm khác.',
  LIST_EMPTY: () => 'Danh sách không có ai để in hoặc xuất. Hãy bỏ bớt bộ lọc hoặc chọn lại người.',
  LIST_TOO_LONG: (p) =>
    `Danh sách có ${p.count} người, nhiều hơn ${p.limit} người của một lần in hoặc xuất. Chưa tạo tệp nào. Hãy lọc hoặc chọn bớt người.`,
  REVIEW_DISCUSSED: () =>
    'Bản kiểm điểm đã được đưa ra hội nghị nên không sửa được. Chưa có gì thay đổi. Hãy chuyển về "Đã nộp" trước khi sửa.',
  SHORTCOMING_IN_USE: (p) =>
    `Không xóa hạn chế "${p.text}" được vì đã có nhiệm vụ khắc phục, bản cam kết hoặc bản kiểm điểm sau dựa vào. Chưa có gì thay đổi.`,
  TASK_BEGUN: () =>
    'Nhiệm vụ khắc phục này đã bắt đầu hoặc đã có ghi chép nên không xóa được. Chưa có gì thay đổi. Hãy chuyển sang "Không còn phù hợp" và ghi lý do.',
  PLEDGE_CONFIRMED: () =>
    'Bản cam kết đã được xác nhận nên không sửa được. Chưa có gì thay đổi. Hãy trả lại bản cam kết trước khi sửa.',
  PLEDGE_STEP: (p) =>
    `Bản cam kết ${pledgeStatusWords(p.from)} nên không chuyển sang trạng thái "${pledgeStatusWords(p.to)}" được. Chưa có gì thay đổi.`,
  ATTACHMENT_TYPE: (p) =>
    `Tệp "${p.file}" không phải PDF, JPEG hoặc PNG nên không lưu làm bản quét được. Chưa lưu gì. Hãy quét lại thành PDF hoặc ảnh.`,
  ATTACHMENT_TOO_LARGE: (p) =>
    `Tệp "${p.file}" lớn hơn ${p.limit} MB. Chưa lưu gì. Hãy quét lại ở độ phân giải thấp hơn (200 dpi là đủ) hoặc chia thành nhiều tệp.`,
  ATTACHMENT_EXISTS: (p) => `Bản quét "${p.file}" đã được lưu ở đây rồi. Không có gì thay đổi.`,
  HAS_ATTACHMENTS: () =>
    'Mục này có bản quét kèm theo nên không xóa được. Chưa có gì thay đổi. Hãy xóa các bản quét trước.',
  REPORT_EMPTY: (p) =>
    `Năm ${p.year} chưa có dữ liệu để lập biểu này. Hãy xem ở trang Biểu tổng hợp còn thiếu dữ liệu gì.`,
  DOSSIER_EMPTY: () =>
    'Người này chưa có bản cam kết, bản kiểm điểm, kết quả xếp loại hay việc khắc phục nào trong các năm đã chọn. Hãy chọn năm khác.',
  SUMMARY_DOES_NOT_ADD_UP: () =>
    'Các số của biểu không cộng lại khớp với tổng số nên không in. Dữ liệu không bị thay đổi. Hãy báo người quản trị kiểm tra cơ sở dữ liệu.',
  PRINT_FAILED: () =>
    'Không tạo được bản in. Dữ liệu không bị ảnh hưởng. Hãy thử lại, hoặc xuất ra Excel rồi in.',
} satisfies Record<ErrorCode, (params: ErrorParams) => string>;

const fieldMessages = {
  REQUIRED: 'Cần nhập ô này.',
  TOO_LONG: 'Nội dung quá dài.',
  TOO_SHORT: 'Nội dung quá ngắn.',
  INVALID_VALUE: 'Giá trị này không dùng được.',
  INVALID_DATE: 'Ngày không có thật; nhập dạng 03/02/1985, 02/1985 hoặc 1985.',
  INVALID_TEXT: 'Có ký tự không dùng được.',
  INVALID_CITIZEN_ID: 'Số CCCD gồm 12 chữ số (CMND cũ 9 chữ số).',
  OUT_OF_RANGE: 'Giá trị nằm ngoài giới hạn cho phép.',
  BEFORE_BIRTH: 'Ngày này trước ngày sinh.',
  BEFORE_START: 'Ngày kết thúc trước ngày bắt đầu.',
  FILED_BEFORE_SIGNED: 'Ngày nộp phải từ ngày ký trở đi.',
  CONFIRMED_BEFORE_FILED: 'Ngày xác nhận phải từ ngày nộp trở đi.',
  NOT_FOR_PROBATIONARY: 'Đảng viên dự bị chỉ bị khiển trách hoặc cảnh cáo.',
  BEFORE_UNIT_BEGAN: 'Ngày này trước ngày tổ chức được lập.',
  DECISION_BODY_NEEDED: 'Mức do cấp có thẩm quyền quyết định phải ghi cấp quyết định.',
  DECISION_DAY_NEEDED:
    'Mức do cấp có thẩm quyền quyết định phải ghi ngày quyết định; thời hạn kiến nghị tính từ ngày này.',
  RERATING_REASON_NEEDED: 'Xếp loại lại phải ghi lý do; cả mức trước và mức sau đều được giữ.',
  REVIEW_IN_CELL:
    'Đảng viên đã có trong danh sách của một chi bộ trong kỳ này; mỗi kỳ chỉ kiểm điểm và xếp loại ở một chi bộ.',
  REVIEW_IN_PLACE: 'Người này đã có bản kiểm điểm ở nơi đó trong kỳ này; mỗi nơi chỉ kiểm điểm một lần.',
  COLLECTIVE_IN_CYCLE: 'Tập thể này đã có trong kỳ này; mỗi tập thể chỉ kiểm điểm một lần.',
  LEVEL_NOT_IN_PACK: (p) => levelNotInRule(String(p.rule ?? '')),
  SCORE_OUT_OF_RANGE: 'Điểm nằm ngoài thang điểm của bộ quy định.',
  SCORE_NOT_IN_PACK: 'Bộ quy định của năm này không có mục điểm đó.',
  PACK_NOT_VALID:
    'Bộ quy định này không có hiệu lực vào ngày chốt danh sách. Hãy chọn bộ khác hoặc xem lại ngày hiệu lực ở trang Cài đặt.',
  PACK_USED_LATER: 'Đã có kỳ kiểm điểm dùng bảng này với ngày chốt sau ngày đó.',
  GROUP_TWICE: 'Một nhóm đang được gán cho hai bảng tiêu chí. Mỗi nhóm chỉ dùng một bảng.',
  RULE_CONFIRMED: 'Điểm này đã rõ trong quy định nên không đặt khác được.',
  POST_NEEDED: 'Cách chức thì phải ghi chức vụ bị cách.',
  ...ballotFaultMessages,
  ...remediationFaultMessages,
} satisfies Record<FieldErrorCode, string | ((params: ErrorParams) => string)>;

export function errorMessage(error: Pick<SerializedError, 'code' | 'params' | 'reference'>): string {
  return messages[error.code]({ ...error.params, reference: error.reference ?? '' });
}

/** `params`: of the error that the field's code came with; a sentence that names nothing needs none. */
export function fieldErrorMessage(code: FieldErrorCode, params: ErrorParams = {}): string {
  const message: string | ((params: ErrorParams) => string) = fieldMessages[code];
  return typeof message === 'string' ? message : message(params);
}
