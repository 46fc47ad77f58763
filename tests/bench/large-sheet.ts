import ExcelJS from 'exceljs';

const COLUMNS = 25;
const PER_UNIT = 100;
const HEAD_ROWS = 10;

const titles = [
  ['STT', null],
  ['Họ và tên', null],
  ['Ngày sinh', null],
  ['Giới tính', null],
  ['Dân tộc', null],
  ['Tôn giáo', null],
  ['Quê quán', null],
  ['Nơi ở hiện nay', null],
  ['Ngày vào Đảng', 'Dự bị'],
  ['Ngày vào Đảng', 'Chính thức'],
  ['Số thẻ đảng viên', null],
  ['Số lý lịch', null],
  ['Số CCCD', null],
  ['Trình độ', 'Văn hóa'],
  ['Trình độ', 'Chuyên môn'],
  ['Trình độ', 'Lý luận chính trị'],
  ['Trình độ', 'Ngoại ngữ'],
  ['Trình độ', 'Tin học'],
  ['Chức vụ', 'Đảng'],
  ['Chức vụ', 'Chính quyền'],
  ['Chức vụ', 'Đoàn thể'],
  ['Đơn vị công tác', null],
  ['Điện thoại', null],
  ['Khen thưởng, kỷ luật', null],
  ['Ghi chú', null],
] as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** A made-up person; every value depends on the number only, so that each run writes the same file. */
function personRow(index: number): (string | number | null)[] {
  const year = 1960 + (index % 40);
  const month = 1 + (index % 12);
  const day = 1 + (index % 28);
  const digits = String(index).padStart(6, '0');
  const isFemale = index % 3 === 0;
  const typed = `${two(day)}/${two(month)}`;
  return [
    index + 1,
    `${['Nguyễn', 'Lò', 'Quàng', 'Cầm'][index % 4]} ${isFemale ? 'Thị' : 'Văn'} An ${index}`,
    // A third of the days are real Excel days, as in the samples.
    index % 3 === 1 ? 22000 + (index % 14000) : `${typed}/${year}`,
    isFemale ? 'Nữ' : 'Nam',
    ['Kinh', 'Tày', 'Thái', 'Mông'][index % 4] ?? null,
    'Không',
    `xã Tà Pình ${index % 50}`,
    `thôn ${index % 200}, xã Sông Mây`,
    `${typed}/${year + 25}`,
    `${typed}/${year + 26}`,
    `${two(10 + (index % 90))}.${digits}`,
    `LL${digits}`,
    `0${two(1 + (index % 90))}${isFemale ? 1 : 0}${two(year % 100)}${digits}`,
    '12/12',
    'ĐH Hành chính',
    'Trung cấp',
    'Tiếng Anh B',
    'Cơ bản',
    index % 9 === 0 ? 'Chi ủy viên' : null,
    'Chuyên viên',
    null,
    'UBND xã Sông Mây',
    `09${String(index).padStart(8, '0')}`,
    null,
    index % 7 === 0 ? `ghi chú ${index}` : null,
  ];
}

/** A list of people of 25 columns in the shape of the samples, as Excel saves it. */
export async function largeSheetBytes(people: number): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Trích ngang');
  sheet.getCell('A1').value = 'ĐẢNG BỘ TỈNH ĐÔNG SƠN';
  sheet.getCell('M1').value = 'ĐẢNG CỘNG SẢN VIỆT NAM';
  sheet.getCell('A2').value = 'ĐẢNG ỦY XÃ SÔNG MÂY';
  sheet.getCell('M2').value = 'Sông Mây, ngày 05 tháng 12 năm 2025';
  sheet.getCell('A5').value = 'DANH SÁCH TRÍCH NGANG CÁN BỘ, ĐẢNG VIÊN';
  sheet.mergeCells(5, 1, 5, COLUMNS);
  titles.forEach(([group, part], column) => {
    sheet.getCell(8, column + 1).value = group;
    if (part !== null) sheet.getCell(9, column + 1).value = part;
    else sheet.mergeCells(8, column + 1, 9, column + 1);
    sheet.getCell(HEAD_ROWS, column + 1).value = `(${column + 1})`;
  });
  for (const [first, last] of [
    [9, 10],
    [14, 18],
    [19, 21],
  ] as const)
    sheet.mergeCells(8, first, 8, last);

  const border = { style: 'thin' } as const;
  const borders = { top: border, left: border, bottom: border, right: border };
  const font = { name: 'Times New Roman', size: 12 };
  for (let index = 0; index < people; index += 1) {
    if (index % PER_UNIT === 0) {
      const section = sheet.addRow([
        `Chi bộ thôn ${index / PER_UNIT + 1} (${Math.min(PER_UNIT, people - index)} đồng chí)`,
      ]);
      sheet.mergeCells(section.number, 1, section.number, COLUMNS);
    }
    const row = sheet.addRow(personRow(index));
    for (let column = 1; column <= COLUMNS; column += 1) {
      const cell = row.getCell(column);
      cell.border = borders;
      cell.font = font;
      if (column === 3 && typeof cell.value === 'number') cell.numFmt = 'dd/mm/yyyy';
    }
  }
  sheet.addRow([null, 'Tổng cộng', people]);
  sheet.addRow([]);
  sheet.addRow([null, `Danh sách có ${people} đồng chí./.`]);
  return new Uint8Array(await workbook.xlsx.writeBuffer({ useSharedStrings: true }));
}
