import type { RatingLevel } from '../../domain/ratings.ts';
import type { OutcomeCounts, RowOutcome } from '../imports.ts';
import type { ColumnField, ImportKind, RatingList, RowClass, SheetKind } from '../workbooks.ts';
import { periodWords } from './cycles.ts';
import { formatNumber } from './numbers.ts';
import { officialFieldLabels, personLabels } from './officials.ts';
import { ratingLevelNames, ratingStageNames } from './ratings.ts';
import { rowName } from './sheet-rows.ts';
import { rowKeyTitle } from './sheet-words.ts';

const selfMark = (level: RatingLevel): string => `Dấu x tự xếp loại: ${ratingLevelNames[level]}`;
const proposedMark = (level: RatingLevel): string => `Dấu x đề xuất: ${ratingLevelNames[level]}`;

/** What a column of a sheet holds; the person's own fields keep their one label. */
export const columnFieldLabels = {
  rowNo: 'Số thứ tự',
  rowKey: rowKeyTitle,
  fullName: officialFieldLabels.fullName,
  familyMiddleName: 'Họ và tên đệm',
  givenName: 'Tên',
  birthDate: officialFieldLabels.birthDate,
  birthDateMale: 'Ngày sinh (cột Nam)',
  birthDateFemale: 'Ngày sinh (cột Nữ)',
  gender: officialFieldLabels.gender,
  femaleMark: 'Nữ (đánh dấu x)',
  ethnicity: officialFieldLabels.ethnicity,
  religion: officialFieldLabels.religion,
  hometown: officialFieldLabels.hometown,
  residence: officialFieldLabels.residence,
  admittedOn: officialFieldLabels.admittedOn,
  fullMemberOn: officialFieldLabels.fullMemberOn,
  partyCardNo: officialFieldLabels.partyCardNo,
  partyFileNo: officialFieldLabels.partyFileNo,
  citizenId: officialFieldLabels.citizenId,
  schooling: officialFieldLabels.schooling,
  professionalDegree: officialFieldLabels.professionalDegree,
  politicalTheoryLevel: officialFieldLabels.politicalTheoryLevel,
  partyPost: personLabels.partyPost,
  statePost: personLabels.statePost,
  massPost: personLabels.massPost,
  workplace: officialFieldLabels.workplace,
  organization: personLabels.organization,
  residenceOrganization: 'Chi bộ nơi cư trú',
  participationStatus: personLabels.participationStatus,
  workingStatus: personLabels.workingStatus,
  ratingSelf: ratingStageNames.self,
  ratingProposed: ratingStageNames.proposed,
  ratingDecided: ratingStageNames.decided,
  markExcellent: `Dấu x: ${ratingLevelNames.excellent}`,
  markGood: `Dấu x: ${ratingLevelNames.good}`,
  markCompleted: `Dấu x: ${ratingLevelNames.completed}`,
  markNotCompleted: `Dấu x: ${ratingLevelNames.notCompleted}`,
  markSelfExcellent: selfMark('excellent'),
  markSelfGood: selfMark('good'),
  markSelfCompleted: selfMark('completed'),
  markSelfNotCompleted: selfMark('notCompleted'),
  markProposedExcellent: proposedMark('excellent'),
  markProposedGood: proposedMark('good'),
  markProposedCompleted: proposedMark('completed'),
  markProposedNotCompleted: proposedMark('notCompleted'),
  unratedReason: 'Lý do chưa xếp loại',
  note: officialFieldLabels.note,
  shortcoming: 'Hạn chế, khuyết điểm',
  cause: 'Nguyên nhân',
  measure: 'Biện pháp khắc phục',
  assignee: 'Người chủ trì',
  cooperator: 'Phối hợp',
  due: 'Thời hạn',
  outcome: 'Kết quả',
  progress: 'Tiến độ (%)',
  lateReason: 'Lý do chậm',
  partyOrg: 'Tên tổ chức đảng',
  unitName: 'Tên đơn vị',
  memberTotal: 'Số đảng viên',
  signed: 'Đã ký',
  signedOn: 'Ngày ký',
  unsigned: 'Chưa ký',
  percent: 'Tỷ lệ (%)',
  organizationCode: 'Mã tổ chức',
  organizationKind: 'Loại tổ chức',
  unitType: 'Loại hình (biểu 5b)',
  parentOrganization: 'Tổ chức cấp trên',
  openedOn: 'Ngày mở',
  receivedOn: 'Ngày nhận',
  place: 'Địa điểm',
  openers: 'Người mở',
  letterCount: 'Số thư',
  content: 'Nội dung',
  forwardedTo: 'Chuyển đến',
  forwardedOn: 'Ngày chuyển',
  answeredOn: 'Ngày trả lời',
} as const satisfies Record<ColumnField, string>;

export const importKindNames = {
  officials: 'Danh sách cán bộ, đảng viên',
  ratings: 'Kết quả xếp loại đảng viên',
  organizations: 'Danh sách tổ chức đảng',
  pledges: 'Danh sách ký cam kết',
  pledgeStatus: 'Kết quả ký cam kết theo đơn vị',
  remediation: 'Theo dõi khắc phục hạn chế, khuyết điểm',
} as const satisfies Record<ImportKind, string>;

export const sheetKindNames = {
  officials: importKindNames.officials,
  ratings: importKindNames.ratings,
  organizations: importKindNames.organizations,
  pledges: importKindNames.pledges,
  pledgeStatus: importKindNames.pledgeStatus,
  remediation: importKindNames.remediation,
  letterbox: 'Sổ hòm thư góp ý',
  petitions: 'Sổ tiếp nhận đơn thư, phản ánh, kiến nghị',
  collectiveRatings: 'Kết quả xếp loại tổ chức đảng, tập thể',
  summary: 'Biểu tổng hợp',
  template: 'Biểu mẫu chưa nhập số liệu',
  empty: 'Trang trống',
  unknown: 'Chưa nhận ra',
} as const satisfies Record<SheetKind, string>;

export const rowClassNames = {
  data: 'dòng dữ liệu',
  section: 'dòng tên đơn vị',
  total: 'dòng cộng',
  numbering: 'dòng đánh số cột',
  blank: 'dòng trống',
  foot: 'dòng cuối trang',
} as const satisfies Record<RowClass, string>;

/** Classes of preview rows; a filter button reads "Mới 118". */
export const rowOutcomeNames = {
  new: 'Mới',
  changed: 'Thay đổi',
  same: 'Không đổi',
  conflict: 'Xung đột',
  rejected: 'Không nhận',
  leftOut: 'Để lại',
} as const satisfies Record<RowOutcome, string>;

export const rowOutcomeExplanations = {
  new: 'Chưa có trong dữ liệu, sẽ được thêm.',
  changed: 'Đã có trong dữ liệu, một số giá trị sẽ đổi.',
  same: 'Đã có trong dữ liệu, giống hệt, không ghi gì.',
  conflict: 'Chưa rõ là người nào hoặc mâu thuẫn, không ghi. Hãy chọn người, sửa ô hoặc để lại dòng.',
  rejected:
    'Thiếu hoặc sai điều bắt buộc, không ghi. Hãy sửa ô ngay tại đây, hoặc lưu các dòng này ra Excel để trả lại.',
  leftOut: 'Bạn đã chọn không nhập dòng này.',
} as const satisfies Record<RowOutcome, string>;

const n = formatNumber;

/** "105 mới, 7 thay đổi, 6 không ghi": only what there is. */
function outcomeText(counts: OutcomeCounts, separator: string): string {
  const parts = [
    { count: counts.new, name: 'mới' },
    { count: counts.changed, name: 'thay đổi' },
    { count: counts.same, name: 'không đổi' },
    { count: counts.conflict + counts.rejected, name: 'không ghi' },
  ];
  const there = parts.filter(({ count }) => count > 0);
  return there.map(({ count, name }) => `${n(count)} ${name}`).join(separator) || 'không có dòng nào';
}

export const importsText = {
  steps: { file: 'Chọn tệp', understood: 'Kiểm tra cách hiểu', preview: 'Xem trước' },
  stepsLabel: 'Các bước nhập',

  chooseTitle: 'Thả tệp Excel vào đây',
  chooseText:
    'hoặc chọn tệp trên máy, trên USB. Tệp .xlsx, .xls, .ods hoặc .csv: danh sách trích ngang, kết quả xếp loại, danh sách tổ chức đảng.',
  nextSheet: (sheet: string, fileName: string) => `Trang tiếp theo: ${sheet} (tệp ${fileName})`,
  chooseSafe: 'Chương trình chỉ đọc tệp để xem trước. Chưa ghi gì cho đến khi bạn xác nhận.',
  choose: 'Chọn tệp Excel',
  reading: (fileName: string) => `Đang đọc tệp ${fileName}`,
  readingChosen: 'Đang chờ bạn chọn tệp, sau đó sẽ đọc tệp',
  readingFile: 'Đang đọc tệp',
  cancelReading: 'Hủy đọc tệp',
  readingCancelled: 'Đã hủy đọc tệp. Chưa ghi gì vào dữ liệu.',

  fileUnderstood: (fileName: string) => `Tệp ${fileName}`,
  anotherFile: 'Chọn tệp khác',
  importedBefore: (at: string) =>
    `Chính tệp này đã được nhập lúc ${at}. Nếu nhập lại, những dòng không đổi sẽ không được ghi.`,
  kind: 'Loại dữ liệu',
  ratingYear: 'Năm xếp loại',
  ratingPeriod: 'Kỳ xếp loại',
  periodUnderstood: 'Nhận theo tiêu đề, tên trang, tên tệp hoặc tiêu đề cột.',
  pledgeYear: 'Năm cam kết',
  taskYear: 'Sau kiểm điểm năm',
  yearFromTitle: (year: number) => `Lấy từ tiêu đề của trang tính: năm ${year}.`,
  yearMissing: 'Trang tính không ghi năm. Hãy nhập năm của dữ liệu.',
  yearInvalid: 'Hãy nhập năm gồm 4 chữ số, từ 1980 đến 2100.',
  kindNotSupported: (kind: string) =>
    `Trang này là "${kind}". Phiên bản này chưa nhập được loại này. Nếu máy nhận nhầm, hãy chọn lại loại dữ liệu.`,
  kindUnknown: 'Chưa nhận ra loại dữ liệu của trang này. Hãy chọn loại.',
  chooseKind: 'Chọn loại dữ liệu',
  headerRows: (first: number, last: number) =>
    first === last ? `Tiêu đề cột ở dòng ${first}` : `Tiêu đề cột ở các dòng ${first}–${last}`,
  rowCount: (count: number, name: string) => `${n(count)} ${name}`,
  rowsTitle: 'Các dòng đọc được',
  warningsTitle: (count: number) => (count === 0 ? 'Điều cần xem lại' : `${n(count)} điều cần xem lại`),
  noWarnings: 'Không có điều gì cần lưu ý.',
  writtenTitle: 'Số ghi trong tệp và số đọc được',
  makePreview: 'Xem trước',
  makingPreview: 'Đang lập bản xem trước…',

  previewTitle: (kind: string, year: number | null, list: RatingList = { quarter: 0, kind: 'member' }) =>
    [
      kind,
      ...(list.kind === 'leader' ? ['của cán bộ lãnh đạo, quản lý'] : []),
      ...(year === null ? [] : [periodWords(year, list.quarter)]),
    ].join(' '),
  headlines: {
    officials: (people, units) =>
      units === 0 ? `${n(people)} người` : `${n(people)} người trong ${n(units)} chi bộ`,
    ratings: (people, units) =>
      units === 0
        ? `Xếp loại của ${n(people)} người`
        : `Xếp loại của ${n(people)} người trong ${n(units)} chi bộ`,
    organizations: (rows) => `${n(rows)} tổ chức`,
    pledges: (people) => `Ký cam kết của ${n(people)} người`,
    pledgeStatus: (units) => `Số liệu ký cam kết của ${n(units)} đơn vị`,
    remediation: (rows) => `${n(rows)} nhiệm vụ khắc phục`,
  } satisfies Record<ImportKind, (rows: number, units: number) => string>,
  previewSafe: 'Đây là bản xem trước. Chưa ghi gì vào dữ liệu.',
  filterLabel: 'Lọc theo kết quả đối chiếu',
  allRows: 'Tất cả',
  unitsTitle: 'Đơn vị trong tệp',
  unitNew: 'sẽ được tạo',
  unitExists: 'đã có',
  unitRows: (rows: number) => `${n(rows)} dòng`,
  unitsToCreate: (count: number) => `${n(count)} đơn vị mới sẽ được tạo`,
  previewTable: 'Các dòng xem trước',
  rowNumber: 'Dòng',
  rowTitle: (row: number) => `Dòng ${rowName(row)} trong tệp`,
  values: 'Các giá trị',
  outcome: 'Đối chiếu',
  problems: 'Lưu ý',
  was: (value: string) => `trước: ${value}`,
  emptyValue: 'trống',
  noRowsInFilter: 'Không có dòng nào thuộc nhóm này.',
  commit: (count: number) => `Ghi ${n(count)} dòng vào dữ liệu`,
  nothingToCommit: 'Không có gì để ghi: mọi dòng đều đã có và không đổi.',
  nothingUsable: 'Không có dòng nào ghi được. Hãy sửa tệp Excel theo các lưu ý rồi nhập lại.',
  backToMapping: 'Quay lại chọn cột',
  leftOut: (count: number) => `${n(count)} dòng xung đột hoặc không nhận sẽ không được ghi.`,
  committing: 'Đang ghi vào dữ liệu',
  cancelCommit: 'Hủy ghi',
  commitCancelled: 'Đã hủy. Chưa có gì được ghi vào dữ liệu.',
  committed: (fileName: string, counts: OutcomeCounts) =>
    `Đã nhập "${fileName}": ${outcomeText(counts, ', ')}.`,
  committedNothing: 'Không có gì thay đổi so với dữ liệu hiện có, nên không ghi gì.',
  undoImport: 'Hoàn tác',
  undoImportOf: (fileName: string) => `Hoàn tác lần nhập ${fileName}`,
  undone: (removed: number, restored: number) =>
    `Đã hoàn tác lần nhập: bỏ ${n(removed)} mục đã thêm, trả lại ${n(restored)} mục như trước.`,
  see: {
    officials: 'Xem danh sách',
    ratings: 'Xem bảng xếp loại',
    organizations: 'Xem cây tổ chức',
    pledges: 'Xem danh sách cam kết',
    pledgeStatus: 'Xem danh sách cam kết',
    remediation: 'Xem nhiệm vụ khắc phục',
  } satisfies Record<ImportKind, string>,

  historyTitle: 'Các lần nhập trước',
  historyAt: 'Thời điểm',
  historyFile: 'Tệp',
  historyKind: 'Loại dữ liệu',
  historyCounts: 'Kết quả',
  historyBy: 'Người nhập',
  historyState: 'Trạng thái',
  stateDone: 'Đã nhập',
  stateUndone: (at: string) => `Đã hoàn tác ${at}`,
  historyCountsText: (counts: OutcomeCounts) => outcomeText(counts, ' · '),
  historyEmptyTitle: 'Chưa có lần nhập nào',
  historyEmptyText: 'Mỗi lần nhập được ghi lại ở đây và có thể hoàn tác.',
} as const;
