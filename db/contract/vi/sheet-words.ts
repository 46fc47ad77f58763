import type {
  Gender,
  OrganizationKind,
  ParticipationStatus,
  UnitType,
  WorkingStatus,
} from '../../domain/people.ts';
import type { RatingLevel } from '../../domain/ratings.ts';

/** Words by which the rows of a sheet and the values of its cells are told apart. Compared like titles. */

/** Title of the hidden column that knows the rows of our own workbooks. */
export const rowKeyTitle = 'Mã dòng';
export const rowKeyNotice = {
  title: 'Mã dòng',
  text: 'Cột này giúp nhận lại đúng người khi nhập lại tệp. Không sửa.',
} as const;

/** A total row begins with one of these; `notTotalStarts` begin alike and are none. */
export const totalStarts = [
  'Tổng cộng',
  'Tổng số',
  'Tổng',
  'Cộng',
  'Trong đó',
  'Toàn đảng bộ',
  'Mang sang',
  'Chuyển sang',
] as const;
/** Carried from the printed page before: it counts those above, once more. */
export const carriedStarts = ['Mang sang', 'Chuyển sang', 'Cộng mang sang', 'Cộng chuyển sang'] as const;
export const amongThemStart = 'Trong đó';
/** Under a total: the shares of what it counts. */
export const ratioStarts = ['Tỷ lệ', 'Tỉ lệ'] as const;
export const notTotalStarts = ['Cộng hòa', 'Tổng hợp'] as const;

/** The foot of a table begins with one of these. */
export const footStarts = [
  'Danh sách có',
  'Danh sách này có',
  'Danh sách gồm',
  'Danh sách này gồm',
  'Ấn định danh sách',
  'Tổng số danh sách',
  'Người lập',
  'Lập biểu',
  'Cán bộ lập',
  'T/M',
  'TM.',
  'K/T',
  'KT.',
  'T/L',
  'TL.',
  'Nơi nhận',
  'Xác nhận',
  'Thủ trưởng',
  'Ghi chú:',
  'Lưu ý',
] as const;

/** The head of a printed page, repeated inside a sheet. */
export const pageHeadStarts = [
  'Đảng Cộng sản Việt Nam',
  'Cộng hòa xã hội chủ nghĩa',
  'Độc lập',
  'Danh sách',
] as const;

/** The name of a unit begins with one of these. */
export const unitStarts = [
  'Chi bộ',
  'Đảng bộ',
  'Đảng ủy',
  'Chi ủy',
  'Tổ đảng',
  'Khối',
  'Đơn vị',
  'Phòng',
  'Ban',
  'Trường',
  'Trạm',
  'Văn phòng',
  'Công an',
  'Quân sự',
  'Thôn',
  'Bản',
  'Xã',
  'Phường',
  'Tổ dân phố',
  'Khu phố',
  'Cơ quan',
  'Công ty',
  'Hợp tác xã',
  'Mặt trận',
  'Ủy ban',
] as const;
/** Those that name a Party organisation, enough to know a column or a section by. */
export const partyUnitStarts = ['Chi bộ', 'Đảng bộ', 'Đảng ủy', 'Tổ đảng'] as const;
/** Words of a unit's name that are written small when the whole name is not in capitals. */
export const smallUnitWords = [
  'chi bộ',
  'đảng bộ',
  'tổ đảng',
  'bộ phận',
  'cơ quan',
  'cơ sở',
  'trực thuộc',
  'thôn',
  'bản',
  'buôn',
  'làng',
  'ấp',
  'xóm',
  'khu',
  'khu phố',
  'khối phố',
  'tổ dân phố',
  'tổ',
  'số',
  'xã',
  'phường',
  'thị trấn',
  'huyện',
  'tỉnh',
  'và',
  'trường',
  'trạm',
  'y tế',
  'mầm non',
  'tiểu học',
  'trung học',
  'phổ thông',
  'công ty',
  'hợp tác xã',
] as const;
/** Those of which only the first letter is a capital. */
export const titledUnitWords = [
  'Quân sự',
  'Công an',
  'Chính quyền',
  'Hành chính',
  'Tư pháp',
  'Nông nghiệp',
  'Văn phòng',
  'Đảng ủy',
  'Ủy ban nhân dân',
  'Hội đồng nhân dân',
  'Mặt trận Tổ quốc',
  'Đoàn thể',
  'Kinh tế',
  'Văn hóa',
] as const;
/** Before "chi bộ" in a title these say that many are meant. */
export const manyUnitWords = ['các', 'những', 'từng', 'toàn bộ'] as const;
/** After "chi bộ" in a title these say that no single cell is meant. */
export const notUnitAfter = [
  'đề xuất',
  'đề nghị',
  'xếp loại',
  'đánh giá',
  'trực thuộc',
  'năm',
  'quyết định',
] as const;
/** What may follow the name of a unit in a title. */
export const afterUnitName = [
  'năm',
  'tính đến',
  'quý',
  'tháng',
  'theo',
  'kèm theo',
  'đến ngày',
  'nhiệm kỳ',
] as const;

/** Words before the name of a unit that are no part of it. */
export const unitLabels = ['Đơn vị:', 'Tên đơn vị:', 'Tên chi bộ:', 'Chi bộ:'] as const;

/** Nouns after a number of people: "(25 đ/c)". */
export const peopleNouns = [
  'đồng chí',
  'đ/c',
  'đc',
  'đảng viên',
  'đ/v',
  'đv',
  'người',
  'cán bộ',
  'trường hợp',
] as const;
export const namePrefixes = ['đồng chí', 'đ/c', 'đ.c', 'đc'] as const;
/** Degrees and ranks written before a name; no name begins so. */
export const nameTitles = [
  'GS',
  'PGS',
  'TS',
  'TSKH',
  'ThS',
  'BS',
  'BSCKI',
  'BSCKII',
  'CKI',
  'CKII',
  'CK1',
  'CK2',
  'DS',
  'KS',
  'CN',
  'Thiếu úy',
  'Trung úy',
  'Thượng úy',
  'Đại úy',
  'Thiếu tá',
  'Trung tá',
  'Thượng tá',
  'Đại tá',
] as const;
/** Forms of address before a name. "Ông" is a family name too, so they count only where a whole list has them. */
export const addressWords: readonly (readonly [word: string, gender: Gender])[] = [
  ['Ông', 'male'],
  ['Bà', 'female'],
];

/** Marks of state secrets, alone in a cell (Law 29/2018/QH14, article 8). */
export const stateSecretMarks = ['TUYỆT MẬT', 'TỐI MẬT', 'MẬT'] as const;
/** Words that go on with the one below them in a wrapped title. */
export const notMarkAfter = ['bảo', 'bí'] as const;
export const stateSecretLabel = 'Độ mật';

/** Titles that tell what a sheet is. */
export const kindWords = {
  ratings: ['xếp loại', 'phân loại'],
  officials: ['trích ngang', 'danh sách đảng viên', 'danh sách cán bộ', 'sổ danh sách'],
  pledges: ['cam kết'],
  petitions: [
    'tiếp công dân',
    'tiếp dân',
    'đơn thư',
    'đơn, thư',
    'phản ánh',
    'kiến nghị',
    'khiếu nại',
    'tố cáo',
  ],
  organizations: [
    'sơ đồ tổ chức',
    'hệ thống tổ chức',
    'danh mục các tổ chức',
    'danh sách tổ chức',
    'danh sách các tổ chức',
    'danh mục tổ chức',
    'danh sách các chi bộ',
  ],
  summary: ['biểu tổng hợp', 'bảng tổng hợp', 'tổng hợp kết quả'],
} as const;

/** Behind a title: up to which day it tells: "Kết quả đến ngày 30/9/2025". */
export const asOfTitleWords = ['tính đến', 'đến hết', 'đến ngày', 'đến tháng', 'đến quý', 'đến nay'] as const;

/** In brackets behind a title: what was so before the units were merged. */
export const formerWords = [
  'cũ',
  'trước sáp nhập',
  'trước sắp xếp',
  'trước khi sáp nhập',
  'trước khi sắp xếp',
] as const;

/** Begins the post behind a person's name: "Nguyễn Văn An - Bí thư Đảng ủy", "Nguyễn Văn An, Phó Bí thư". */
export const postStarts = [
  'Bí thư',
  'Phó',
  'Chủ tịch',
  'Trưởng',
  'Ủy viên',
  'Chi ủy viên',
  'Đảng ủy viên',
  'Giám đốc',
  'Hiệu trưởng',
  'Chánh',
  'Chủ nhiệm',
  'Thủ trưởng',
  'Công chức',
  'Cán bộ',
  'Kế toán',
  'Văn thư',
] as const;

/** A deadline that is no day: "Quý I/2025", "6 tháng đầu năm 2025", "Thường xuyên". */
/** What stands under "Kết quả" in place of a percent; matched as a start, without marks. */
export const taskStateWords = {
  done: ['đã hoàn thành', 'hoàn thành', 'đã xong', 'đã khắc phục', 'đã thực hiện xong', 'xong'],
  planned: ['chưa thực hiện', 'chưa khắc phục', 'chưa bắt đầu', 'chưa triển khai'],
} as const;

export const dueWords = {
  quarter: ['quý', 'quí', 'q'],
  month: ['tháng', 't'],
  /** Between the first and the last of several periods: "Quý I và II". */
  and: ['và', 'đến'],
  /** Behind "6 tháng". */
  first: ['đầu năm', 'đầu'],
  last: ['cuối năm', 'cuối'],
  from: ['từ'],
  until: ['đến', 'tới'],
  before: [
    'trong',
    'trước',
    'chậm nhất',
    'muộn nhất',
    'là',
    'hoàn thành',
    'xong',
    'hết',
    'đến',
    'tới',
    'cuối',
    'vào',
    'dự kiến',
  ],
  always: [
    'thường xuyên',
    'hằng năm',
    'hàng năm',
    'hằng tháng',
    'hàng tháng',
    'hằng quý',
    'hàng quý',
    'hằng tuần',
    'hàng tuần',
    'hằng ngày',
    'hàng ngày',
    'định kỳ',
    'liên tục',
    'cả năm',
  ],
} as const;
/** How a list of organisations calls their kinds; the first that the text begins with counts. */
export const organizationKindWords: readonly (readonly [text: string, kind: OrganizationKind])[] = [
  ['Chi bộ', 'partyCell'],
  ['Tổ đảng', 'partyGroup'],
  ['Đảng bộ tỉnh', 'province'],
  ['Đảng bộ huyện', 'district'],
  ['Đảng bộ xã', 'commune'],
  ['Đảng bộ phường', 'commune'],
  ['Đảng bộ', 'partyBody'],
  ['Đảng ủy', 'partyBody'],
  ['TCCSĐ', 'partyBody'],
  ['Ban công tác Mặt trận', 'frontCommittee'],
  ['Mặt trận', 'frontCommittee'],
  ['Đoàn thể', 'massOrganization'],
  ['Hội', 'massOrganization'],
  ['Cơ quan', 'agency'],
  ['Đơn vị', 'agency'],
  ['Thôn', 'residentialArea'],
  ['Bản', 'residentialArea'],
  ['Tổ dân phố', 'residentialArea'],
  ['Khu dân cư', 'residentialArea'],
];

/** How a list of organisations calls their types; the first that the text begins with counts. */
export const unitTypeWords: readonly (readonly [text: string, type: UnitType])[] = [
  ['Xã', 'commune'],
  ['Phường', 'commune'],
  ['Đặc khu', 'commune'],
  ['Thị trấn', 'commune'],
  ['Nông thôn', 'commune'],
  ['Thôn', 'commune'],
  ['Tổ dân phố', 'commune'],
  ['Khu dân cư', 'commune'],
  ['Cơ quan', 'agency'],
  ['Hành chính', 'agency'],
  ['Trường', 'school'],
  ['Giáo dục', 'school'],
  ['Lực lượng vũ trang', 'armedForces'],
  ['LLVT', 'armedForces'],
  ['Công an', 'armedForces'],
  ['Quân sự', 'armedForces'],
  ['Quân đội', 'armedForces'],
  ['Doanh nghiệp', 'enterprise'],
  ['Công ty', 'enterprise'],
  ['Hợp tác xã', 'enterprise'],
];

/** "Quý III", and its figure in words; "cả năm" beside it means the year as well. */
export const quarterWords = {
  quarter: 'quý',
  figures: [['một', 'nhất'], ['hai'], ['ba'], ['bốn', 'tư']],
  joins: ['và', 'đến', 'quý', 'cùng'],
  wholeYear: ['cả năm', 'trong năm'],
  yearTitles: ['năm', 'cuối năm', 'kết quả năm', 'xếp loại năm'],
} as const;

export const dateWords = { day: 'ngày', month: 'tháng', year: 'năm' } as const;

/** Said in the place of a date that there is none (yet), or that it is not known. */
export const noDateWords = [
  'Dự bị',
  'Đang dự bị',
  'Đảng viên dự bị',
  'ĐVDB',
  'DB',
  'Chưa',
  'Chưa chính thức',
  'Không',
  'Không rõ',
  'Không nhớ',
] as const;

/** Said in the place of a number of a card or an ID that there is none yet. */
export const noNumberWords = [
  'Chưa',
  'Chưa có',
  'Chưa cấp',
  'Chưa được cấp',
  'Chưa có thẻ',
  'Chưa phát',
  'Chưa đổi',
  'Không',
  'Không có',
  'Đang làm',
] as const;
export const genderWords: readonly (readonly [text: string, gender: Gender])[] = [
  ['Nam', 'male'],
  ['Nữ', 'female'],
  ['Nu', 'female'],
  ['Male', 'male'],
  ['Female', 'female'],
  ['M', 'male'],
  ['F', 'female'],
  ['Ông', 'male'],
  ['Bà', 'female'],
];

/** What offices put in a cell to say yes, and to say no or nothing. */
export const yesMarks = [
  'x',
  'v',
  '1',
  'có',
  'co',
  '✓',
  '✔',
  '✗',
  '✘',
  '×',
  '√',
  '☑',
  '☒',
  '●',
  '•',
  '*',
  '+',
  'X',
  // The tick and the ticked box of Wingdings, read without their font.
  'ü',
  'þ',
] as const;
export const noMarks = ['0', '-', 'không', 'khong', 'o'] as const;

/** A dash and its like in a cell of text mean "nothing". */
export const emptyMarks = ['-', '--', '–', '—', '.', '/'] as const;
/** "The same as above", whatever dashes, dots and spaces are around and in it: "- nt -", "n.t", "-//-". */
export const dittoMarks = ['"', "''", '”', '“', '″', '〃', 'nt', '//', 'như trên'] as const;

/** Before a date of a cell: which of the two days of a member it is. */
export const admittedWords = [
  'DB',
  'Dự bị',
  'KN',
  'Kết nạp',
  'Ngày kết nạp',
  'VĐ',
  'Vào Đảng',
  'Ngày vào Đảng',
] as const;
/** Before a date they say nothing that its column does not. */
export const birthLabels = ['Sinh', 'Sinh năm', 'Sinh ngày', 'Ngày sinh', 'Năm sinh', 'NS', 'SN'] as const;
/** Between two dates of a cell. */
export const dateJoinWords = ['và'] as const;
export const fullMemberWords = ['CT', 'Chính thức', 'Ngày chính thức', 'NCT'] as const;

/** A section of a plan that begins so is of the office's own leading body, which is no unit. */
export const leadingBodyStarts = [
  'Ban Thường vụ',
  'Ban Chấp hành',
  'Thường trực',
  'Thường vụ',
  'Cấp ủy',
  'BTV',
  'BCH',
] as const;

/** A section that begins so groups people inside their unit; it names none. */
export const categoryStarts = [
  'Cá nhân',
  'Tập thể',
  'Đối với cá nhân',
  'Đối với tập thể',
  'Đảng viên',
  'Cán bộ',
  'Công chức',
  'Viên chức',
  'Người lao động',
  'Lãnh đạo',
  'Chuyên viên',
  'Nhân viên',
  'Giáo viên',
] as const;

/** Kinds of units, over several of them: no unit is called so. */
export const unnamedUnits = [
  'Chi bộ',
  'Các chi bộ',
  'Chi bộ trực thuộc',
  'Các chi bộ trực thuộc',
  'Chi bộ cơ sở',
  'Đảng bộ',
  'Các đảng bộ',
  'Đảng bộ cơ sở',
  'Đảng bộ bộ phận',
  'Tổ đảng',
] as const;

/** Title of the column that a list gets whose people stand under the names of the levels. */
export const levelColumnTitle = 'Xếp loại (theo dòng nhóm)';

/** A line between two printed pages: "Trang 2/5". */
export const pageWords = ['Trang', 'Page'] as const;

/** Words that stand short inside a level: "Hoàn thành tốt NV", "Ko HTNV". */
export const ratingShortWords: readonly (readonly [short: string, full: string])[] = [
  ['nv', 'nhiệm vụ'],
  ['ko', 'không'],
];

export const ratingWords: readonly (readonly [text: string, level: RatingLevel])[] = [
  ['Hoàn thành xuất sắc nhiệm vụ', 'excellent'],
  ['Hoàn thành xuất sắc', 'excellent'],
  ['Đủ tư cách, hoàn thành xuất sắc nhiệm vụ', 'excellent'],
  ['HTXSNV', 'excellent'],
  ['HTXS', 'excellent'],
  ['HTXS NV', 'excellent'],
  ['HT xuất sắc', 'excellent'],
  ['HT xuất sắc nhiệm vụ', 'excellent'],
  ['HTXS nhiệm vụ', 'excellent'],
  ['Xuất sắc', 'excellent'],
  ['XS', 'excellent'],
  ['Hoàn thành tốt nhiệm vụ', 'good'],
  ['Hoàn thành tốt', 'good'],
  ['Đủ tư cách, hoàn thành tốt nhiệm vụ', 'good'],
  ['HTTNV', 'good'],
  ['HTT', 'good'],
  ['HTT NV', 'good'],
  ['HT tốt', 'good'],
  ['HT tốt nhiệm vụ', 'good'],
  ['HTT nhiệm vụ', 'good'],
  ['Tốt', 'good'],
  ['T', 'good'],
  ['Hoàn thành nhiệm vụ', 'completed'],
  ['Hoàn thành', 'completed'],
  ['Đủ tư cách, hoàn thành nhiệm vụ', 'completed'],
  ['HTNV', 'completed'],
  ['HT', 'completed'],
  ['HT NV', 'completed'],
  ['HT nhiệm vụ', 'completed'],
  ['Không hoàn thành nhiệm vụ', 'notCompleted'],
  ['Không hoàn thành', 'notCompleted'],
  ['Chưa hoàn thành nhiệm vụ', 'notCompleted'],
  ['Đủ tư cách, không hoàn thành nhiệm vụ', 'notCompleted'],
  ['Không đủ tư cách', 'notCompleted'],
  ['KHTNV', 'notCompleted'],
  ['KHT', 'notCompleted'],
  ['KHT NV', 'notCompleted'],
  ['Không HTNV', 'notCompleted'],
  ['Không HT', 'notCompleted'],
  ['KHT nhiệm vụ', 'notCompleted'],
  ['Không HT nhiệm vụ', 'notCompleted'],
  ['K', 'notCompleted'],
];
/** After a number they say that it is a score: "HTXSNV (95 điểm)". */
export const scoreWords = ['điểm', 'đ', '%'] as const;
/** Words around a level that say nothing: "Xếp loại: Hoàn thành tốt nhiệm vụ". */
export const ratingPrefixes = ['xếp loại', 'mức', 'đảng viên', 'ĐV', 'loại'] as const;

/** A rating cell that begins so says that there is none; the rest is the reason. */
export const unratedStarts = [
  'Chưa xếp loại',
  'Không xếp loại',
  'Chưa đánh giá',
  'Không đánh giá',
  'Miễn xếp loại',
  'Miễn đánh giá',
  'CXL',
  'KXL',
  'Chưa XL',
  'Không XL',
  'Miễn XL',
  'Chưa ĐG',
  'Không ĐG',
  'Miễn ĐG',
] as const;

/** What a list of pledges says of a person's: signed or not. Our own list says it in these words, too. */
export const signedWords: readonly (readonly [text: string, signed: boolean])[] = [
  ['Trả lại bổ sung', false],
  ['Trả lại để bổ sung', false],
  ['Không nộp', false],
  ['Không ký', false],
  ['Đã nộp', true],
  ['Đã ký', true],
  ['Đã ký cam kết', true],
  ['Đã xác nhận', true],
  ['Chưa nộp', false],
  ['Chưa ký', false],
  ['Chưa ký cam kết', false],
  ['Trả lại', false],
];

/** A pledge that came back; the same words as above. */
export const returnedStart = 'Trả lại';

export const participationWords: readonly (readonly [text: string, status: ParticipationStatus])[] = [
  ['Đang sinh hoạt', 'active'],
  ['Đang SH', 'active'],
  ['Chuyển SH', 'transferredOut'],
  ['Miễn SH', 'exempt'],
  ['Tạm dừng SH', 'suspended'],
  ['Đình chỉ SH', 'suspended'],
  ['Đang sinh hoạt Đảng', 'active'],
  ['Đang hoạt động', 'active'],
  ['Sinh hoạt', 'active'],
  ['Hoạt động', 'active'],
  ['Chuyển sinh hoạt đi', 'transferredOut'],
  ['Đã chuyển sinh hoạt', 'transferredOut'],
  ['Đã chuyển sinh hoạt đi', 'transferredOut'],
  ['Chuyển sinh hoạt', 'transferredOut'],
  ['Chuyển sinh hoạt Đảng', 'transferredOut'],
  ['Chuyển đi', 'transferredOut'],
  ['Đã chuyển đi', 'transferredOut'],
  ['Tạm dừng sinh hoạt', 'suspended'],
  ['Tạm miễn sinh hoạt', 'exempt'],
  ['Miễn sinh hoạt', 'exempt'],
  ['Miễn sinh hoạt Đảng', 'exempt'],
  ['Được miễn sinh hoạt', 'exempt'],
  ['Miễn công tác và sinh hoạt', 'exempt'],
  ['Miễn công tác, sinh hoạt', 'exempt'],
  ['Miễn công tác và sinh hoạt Đảng', 'exempt'],
  ['Miễn sinh hoạt có thời hạn', 'exempt'],
  ['Đình chỉ sinh hoạt', 'suspended'],
  ['Đình chỉ sinh hoạt Đảng', 'suspended'],
  ['Bị đình chỉ sinh hoạt', 'suspended'],
  ['Nghỉ hưu', 'retired'],
  ['Đã nghỉ hưu', 'retired'],
  ['Hưu trí', 'retired'],
  ['Từ trần', 'deceased'],
  ['Đã từ trần', 'deceased'],
  ['Đã mất', 'deceased'],
  ['Qua đời', 'deceased'],
  ['Ra khỏi Đảng', 'left'],
  ['Đã ra khỏi Đảng', 'left'],
  ['Xin ra khỏi Đảng', 'left'],
  ['Cho ra khỏi Đảng', 'left'],
  ['Xóa tên', 'left'],
  ['Xóa tên đảng viên', 'left'],
  ['Khai trừ', 'left'],
  ['Bị khai trừ', 'left'],
];

/** How offices write where somebody works: in the political system, outside it, or no more. */
export const workingWords: readonly (readonly [text: string, status: WorkingStatus])[] = [
  ['Trong hệ thống chính trị', 'inSystem'],
  ['Trong HTCT', 'inSystem'],
  ['Đương chức', 'inSystem'],
  ['Đang công tác', 'inSystem'],
  ['Cán bộ', 'inSystem'],
  ['CB', 'inSystem'],
  ['Công chức', 'inSystem'],
  ['CC', 'inSystem'],
  ['Viên chức', 'inSystem'],
  ['VC', 'inSystem'],
  ['Cán bộ, công chức', 'inSystem'],
  ['Cán bộ, công chức, viên chức', 'inSystem'],
  ['CBCC', 'inSystem'],
  ['CBCCVC', 'inSystem'],
  ['CB, CC', 'inSystem'],
  ['CB, CC, VC', 'inSystem'],
  ['Cán bộ đương chức', 'inSystem'],
  ['Cán bộ xã', 'inSystem'],
  ['Công chức xã', 'inSystem'],
  ['Giáo viên', 'inSystem'],
  ['Bộ đội', 'inSystem'],
  ['Công an', 'inSystem'],
  ['Quân đội', 'inSystem'],
  ['Lực lượng vũ trang', 'inSystem'],
  ['LLVT', 'inSystem'],
  ['Ngoài hệ thống chính trị', 'outside'],
  ['Ngoài HTCT', 'outside'],
  ['Nông dân', 'outside'],
  ['Làm ruộng', 'outside'],
  ['Làm nông', 'outside'],
  ['Làm nông nghiệp', 'outside'],
  ['Lao động tự do', 'outside'],
  ['LĐ tự do', 'outside'],
  ['Tự do', 'outside'],
  ['Công nhân', 'outside'],
  ['Buôn bán', 'outside'],
  ['Kinh doanh', 'outside'],
  ['Nội trợ', 'outside'],
  ['Sinh viên', 'outside'],
  ['Học sinh, sinh viên', 'outside'],
  ['Doanh nghiệp', 'outside'],
  ['Doanh nghiệp tư nhân', 'outside'],
  ['Hưu trí', 'retired'],
  ['Hưu', 'retired'],
  ['HT', 'retired'],
  ['Nghỉ hưu', 'retired'],
  ['Đã nghỉ hưu', 'retired'],
  ['Về hưu', 'retired'],
  ['Đã về hưu', 'retired'],
  ['Cán bộ hưu', 'retired'],
  ['Cán bộ hưu trí', 'retired'],
  ['CB hưu', 'retired'],
  ['CB hưu trí', 'retired'],
  ['Đảng viên hưu trí', 'retired'],
  ['Nghỉ chế độ', 'retired'],
  ['Nghỉ mất sức', 'retired'],
  ['Mất sức', 'retired'],
];
/** Titles of columns where a mark says that somebody is retired. */
export const retiredTitles = [
  'Hưu trí',
  'Hưu',
  'Nghỉ hưu',
  'Cán bộ hưu',
  'Cán bộ hưu trí',
  'Đảng viên hưu trí',
] as const;

/** How a name at birth that differs from the name in use is kept in the note. */
export const birthNameNote = (name: string): string => `Tên khai sinh: ${name}`;
