import type { ProblemCode } from '../imports.ts';
import { pageNames } from './navigation.ts';
import { rowName } from './sheet-rows.ts';

/** What a sentence about a row names. `title` and `value` are '' when the whole row or no value is meant. */
export interface ProblemPlace {
  /** Row number as Excel shows it. */
  row: number;
  /** Title of the column as it stands in the sheet. */
  title: string;
  /** The cell as typed; for DUPLICATE_IN_FILE the earlier row, for CITIZEN_ID_ZERO_RESTORED the full number. */
  value: string;
}

const LONGEST_VALUE = 80;

/** "Dòng 27, cột Ngày sinh: ..." or "Dòng 27: ...". */
const at = ({ row, title }: ProblemPlace): string =>
  title === '' ? `Dòng ${rowName(row)}:` : `Dòng ${rowName(row)}, cột ${title}:`;

const quoted = ({ value }: ProblemPlace): string => {
  const line = value.replace(/\s+/g, ' ').trim();
  return `'${line.length > LONGEST_VALUE ? `${line.slice(0, LONGEST_VALUE)}…` : line}'`;
};

const sentences = {
  NAME_MISSING: (p) => `${at(p)} chưa có họ và tên.`,
  DATE_NOT_REAL: (p) => `${at(p)} ${quoted(p)} không phải ngày có thật.`,
  DATE_UNREADABLE: (p) =>
    `${at(p)} không hiểu được ngày ${quoted(p)}. Hãy ghi dạng 03/02/1985, 02/1985 hoặc 1985.`,
  CITIZEN_ID_INVALID: (p) =>
    `${at(p)} ${quoted(p)} không phải số CCCD. Số CCCD gồm 12 chữ số (CMND cũ 9 chữ số).`,
  CITIZEN_ID_ZERO_RESTORED: (p) => `${at(p)} số CCCD bị mất số 0 ở đầu, đã khôi phục thành ${quoted(p)}.`,
  CITIZEN_ID_DISAGREES: (p) =>
    `${at(p)} số CCCD ${quoted(p)} không khớp với năm sinh hoặc giới tính của dòng này. Hãy kiểm tra lại.`,
  TEXT_TOO_LONG: (p) => `${at(p)} nội dung quá dài: ${quoted(p)}.`,
  VALUE_UNKNOWN: (p) => `${at(p)} không nhận ra giá trị ${quoted(p)}.`,
  RATING_UNKNOWN: (p) => `${at(p)} không nhận ra mức xếp loại ${quoted(p)}.`,
  RATING_SEVERAL_MARKS: (p) => `${at(p)} được đánh dấu ở nhiều mức xếp loại (${p.value}).`,
  RATING_MISSING: (p) => `${at(p)} chưa có mức xếp loại và chưa ghi lý do chưa xếp loại.`,
  UNIT_MISSING: (p) => `${at(p)} chưa rõ thuộc chi bộ nào.`,
  DUPLICATE_IN_FILE: (p) => `${at(p)} trùng với người ở dòng ${rowName(Number(p.value))}.`,
  PERSON_NOT_FOUND: (p) => `${at(p)} không tìm thấy ${quoted(p)} trong danh sách cán bộ, đảng viên.`,
  PERSON_AMBIGUOUS: (p) => `${at(p)} có nhiều người cùng tên ${quoted(p)} nên chưa rõ là ai.`,
  PERSON_UNCERTAIN: (p) =>
    `${at(p)} có thể là ${quoted(p)} đã có trong dữ liệu, nhưng không có số CCCD hoặc số thẻ để chắc chắn.`,
  PERSON_TAKEN_OUT: (p) =>
    `${at(p)} ${quoted(p)} đã được đưa ra khỏi diện xếp loại của kỳ này. Mức trong tệp vẫn được ghi nhưng không hiện ở bảng xếp loại và không tính vào biểu; nếu vẫn phải xếp loại, hãy đưa lại vào diện ở trang ${pageNames.cycle}.`,
  FORMULA_ERROR: (p) =>
    p.value === ''
      ? `${at(p)} công thức chưa có kết quả. Hãy mở tệp bằng Excel, lưu lại rồi nhập lại.`
      : `${at(p)} công thức bị lỗi ${quoted(p)}. Hãy sửa trong Excel rồi nhập lại.`,
  CHARACTER_UNCONVERTED: (p) =>
    `${at(p)} ô ${quoted(p)} có ký tự của phông chữ cũ không chuyển được sang Unicode. Hãy gõ lại ô này.`,
  ROW_SHIFTED: (p) => `${at(p)} các ô bị lệch cột so với tiêu đề. Hãy sửa dòng này trong Excel rồi nhập lại.`,
  ASSIGNEE_MISSING: (p) => `${at(p)} chưa ghi người chủ trì.`,
  DUE_MISSING: (p) =>
    `${at(p)} ${p.value === '' ? 'chưa có thời hạn' : `${quoted(p)} không phải thời hạn`}. Nhiệm vụ phải có thời hạn hoàn thành; hãy ghi ngày, tháng hoặc quý.`,
  DUE_CONTINUOUS: (p) =>
    `${at(p)} việc làm thường xuyên, tệp không ghi ngày rà soát; đề nghị lấy ngày ${p.value}. Hãy xác nhận, hoặc sửa ô thành ngày khác.`,
  DUE_YEAR_TAKEN: (p) =>
    `${at(p)} thời hạn ${quoted(p)} không ghi năm; lấy theo năm của bảng. Hãy kiểm tra lại.`,
  TASK_TEXT_MISSING: (p) => `${at(p)} chưa ghi hạn chế hoặc nhiệm vụ, biện pháp khắc phục.`,
  TASK_TWICE_IN_FILE: (p) => `${at(p)} trùng với nhiệm vụ ở dòng ${rowName(Number(p.value))}.`,
  UNIT_NAME_MISSING: (p) => `${at(p)} chưa có tên tổ chức.`,
  UNIT_AMBIGUOUS: (p) =>
    `${at(p)} có nhiều tổ chức là ${quoted(p)}. Hãy ghi mã tổ chức hoặc tổ chức cấp trên để chắc chắn.`,
  UNIT_UNCERTAIN: (p) =>
    `${at(p)} ${quoted(p)} đã có trong dữ liệu nhưng thuộc tổ chức cấp trên khác. Hãy ghi mã tổ chức để chuyển tổ chức đó, hoặc chọn thêm mới.`,
  UNIT_TWICE_IN_FILE: (p) => `${at(p)} trùng với tổ chức ở dòng ${rowName(Number(p.value))}.`,
  PARENT_NOT_FOUND: (p) =>
    `${at(p)} không xác định được tổ chức cấp trên ${quoted(p)}: chưa có, chưa nhập được hoặc có nhiều tổ chức cùng tên.`,
  PARENT_BELOW: (p) =>
    `${at(p)} ${quoted(p)} là chính tổ chức này hoặc nằm dưới nó, nên không thể là cấp trên.`,
  NOT_TO_PLEDGE: (p) =>
    `${at(p)} ${quoted(p)} không thuộc diện cam kết của năm này (được miễn, đình chỉ sinh hoạt hoặc không ở trong danh sách của năm).`,
  PLEDGE_ALREADY_FILED: (p) =>
    `${at(p)} tệp ghi chưa ký nhưng trong dữ liệu ${quoted(p)} đã nộp bản cam kết. Nếu tệp đúng, hãy chuyển bản cam kết đó về chưa nộp trước.`,
  SIGNATURE_UNKNOWN: (p) => `${at(p)} không ghi đã ký hay chưa ký.`,
  DECLARED_MISSING: (p) => `${at(p)} chưa đủ số: cần tổng số và số đã ký.`,
  SIGNED_OVER_TOTAL: (p) => `${at(p)} số đã ký (${p.value}) lớn hơn tổng số.`,
  DECLARED_NOT_ADDED_UP: (p) => `${at(p)} số đã ký cộng số chưa ký không bằng tổng số.`,
  PERCENT_DIFFERS: (p) => `${at(p)} tỷ lệ ghi trong tệp (${p.value}%) không khớp với các số của dòng.`,
  DECLARED_DIFFERS: (p) => `${at(p)} ${p.value}. Số của đơn vị chỉ để đối chiếu, không thay số trong sổ.`,
  MEMBER_COUNT_DIFFERS: (p) =>
    `${at(p)} số đảng viên ghi trong tệp khác với ${p.value} người trong dữ liệu. Số này chỉ để đối chiếu.`,
} satisfies Record<ProblemCode, (place: ProblemPlace) => string>;

/** The sentence shown beside a row: where, what, and what to do when it is not plain. */
export function importProblemMessage(code: ProblemCode, place: ProblemPlace): string {
  return sentences[code](place);
}
