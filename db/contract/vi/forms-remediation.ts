/** How many tasks of a report are in which state; overdue ones are among the open. */
export interface TaskFigures {
  done: number;
  doing: number;
  planned: number;
  notFitting: number;
  overdue: number;
}

/** Words of the remediation plan and its follow-up report. */
export const remediationTexts = {
  planTitle: 'KẾ HOẠCH',
  planAbstract: (year: number) => `khắc phục hạn chế, khuyết điểm sau kiểm điểm năm ${year}`,
  planName: (collective: string, year: number) =>
    `Kế hoạch khắc phục sau kiểm điểm năm ${year} - ${collective}`,
  reportTitle: 'BÁO CÁO',
  reportAbstract: (year: number, day: string) =>
    `kết quả khắc phục hạn chế, khuyết điểm sau kiểm điểm năm ${year} (đến ngày ${day})`,
  reportName: (collective: string, year: number) => `Báo cáo kết quả khắc phục năm ${year} - ${collective}`,
  sections: {
    aims: 'Mục đích, yêu cầu',
    content: 'Nội dung khắc phục',
    carryingOut: 'Tổ chức thực hiện',
    results: 'Kết quả thực hiện',
    late: 'Tồn tại, nguyên nhân',
    next: 'Nhiệm vụ, giải pháp thời gian tới',
  },
  /** The table stands in the annex. */
  seeAnnex: (count: number) =>
    `Gồm ${count} nội dung; nhiệm vụ, biện pháp, người chủ trì và thời gian hoàn thành của từng nội dung có phụ lục kèm theo.`,
  progress: (total: number, { done, doing, planned, notFitting, overdue }: TaskFigures) =>
    `Tổng số ${total} nội dung: đã hoàn thành ${done}, đang thực hiện ${doing}, chưa bắt đầu ${planned}${
      notFitting === 0 ? '' : `, không còn phù hợp ${notFitting}`
    }; trong đó quá hạn ${overdue}. Chi tiết có phụ lục kèm theo.`,
  sheetName: 'Khắc phục',
  listTitle: 'DANH SÁCH NHIỆM VỤ KHẮC PHỤC HẠN CHẾ, KHUYẾT ĐIỂM',
  listName: 'Danh sách nhiệm vụ khắc phục',
  listFileName: (day: string) => `Danh sách nhiệm vụ khắc phục ${day}`,
  listYear: (year: number | null) => (year === null ? 'Sau kiểm điểm các năm' : `Sau kiểm điểm năm ${year}`),
  listUnit: (unit: string) => `Đơn vị: ${unit}`,
  listShow: (words: string) => `Tình trạng: ${words}`,
  listAssignee: (name: string) => `Người chịu trách nhiệm: ${name}`,
  listSearch: (words: string) => `Tìm: "${words}"`,
  listAsOf: (day: string) => `(tính đến ngày ${day})`,
  listCount: (count: number) => `Danh sách có ${count} nhiệm vụ.`,
  annexTitle: 'PHỤ LỤC',
  annexPlan: (year: number) => `Nội dung khắc phục hạn chế, khuyết điểm sau kiểm điểm năm ${year}`,
  annexReport: (day: string) => `Kết quả khắc phục hạn chế, khuyết điểm đến ngày ${day}`,
  /** "(Kèm theo Kế hoạch số 05-KH/ĐU, Sông Mây, ngày ...)"; `number` is the head's "Số 05-KH/ĐU". */
  annexOf: (title: string, number: string | null, placeDate: string) => {
    const what = `${title.charAt(0)}${title.slice(1).toLocaleLowerCase('vi')}`;
    return `(Kèm theo ${what}${number === null ? '' : ` ${number.replace(/^S/, 's')}`}, ${placeDate})`;
  },
  columns: {
    shortcoming: 'Hạn chế, khuyết điểm',
    cause: 'Nguyên nhân',
    measure: 'Nhiệm vụ, biện pháp khắc phục',
    responsible: 'Người/ đơn vị chủ trì',
    coordinating: 'Phối hợp',
    due: 'Thời gian hoàn thành',
    product: 'Kết quả/ Sản phẩm',
    note: 'Ghi chú',
    progress: 'Tiến độ (%)',
    resultOn: (day: string) => `Kết quả đến ngày ${day}`,
    lateReason: 'Lý do chậm',
    unit: 'Đơn vị',
    state: 'Tình trạng',
    result: 'Kết quả',
  },
} as const;

export const dossierTexts = {
  name: (person: string) => `Hồ sơ kiểm điểm, xếp loại - ${person}`,
  abstract: (person: string, years: string) => `Hồ sơ kiểm điểm, xếp loại của đồng chí ${person} (${years})`,
  years: (first: number, last: number) => (first === last ? `năm ${first}` : `năm ${first} - ${last}`),
} as const;
