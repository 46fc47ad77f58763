import type { CellInput, SheetSpec } from './workbooks.ts';

/** A person of a made-up list. */
export interface SheetPerson {
  family: string;
  given: string;
  birthYear: number;
  isFemale: boolean;
  hometown: string;
  admitted: string;
  official: string | null;
  card: string;
  degree: string;
  partyPost: string | null;
  statePost: string | null;
}

/** One way in which an office lays its list out. */
export interface SheetLayout {
  rowNo: boolean;
  heads: boolean;
  titleRows: number;
  /** Rows above the header that hold nothing. */
  gap: boolean;
  grouped: boolean;
  merged: boolean;
  splitName: boolean;
  birth: 'date' | 'year' | 'pair';
  gender: 'none' | 'word' | 'mark';
  unit: 'column' | 'roman' | 'merged' | 'plain' | 'arabic';
  counted: boolean;
  restart: boolean;
  numbering: 'none' | 'plain' | 'brackets' | 'letters';
  total: 'none' | 'top' | 'bottom' | 'section';
  totalMerged: boolean;
  foot: boolean;
  blankBetween: boolean;
  extraColumn: boolean;
  repeatHeader: boolean;
}

interface Column {
  group: string | null;
  title: string;
  /** Titles of the columns that share a merged title come with null for the rest. */
  cell: (person: SheetPerson, index: number, unit: string) => CellInput;
}

const fullName = (person: SheetPerson): string => `${person.family} ${person.given}`;

function columnsOf(layout: SheetLayout): Column[] {
  const group = (name: string) => (layout.grouped ? name : null);
  const columns: Column[] = layout.rowNo ? [{ group: null, title: 'STT', cell: (_, index) => index }] : [];
  if (layout.splitName) {
    columns.push(
      { group: null, title: 'Họ và tên', cell: (person) => person.family },
      { group: null, title: '', cell: (person) => person.given },
    );
  } else columns.push({ group: null, title: 'Họ và tên', cell: fullName });
  if (layout.birth === 'pair' && layout.grouped) {
    columns.push(
      { group: 'Năm sinh', title: 'Nam', cell: (person) => (person.isFemale ? null : person.birthYear) },
      { group: 'Năm sinh', title: 'Nữ', cell: (person) => (person.isFemale ? person.birthYear : null) },
    );
  } else {
    columns.push({
      group: null,
      title: layout.birth === 'year' ? 'Năm sinh' : 'Ngày, tháng, năm sinh',
      cell: (person) => (layout.birth === 'date' ? `15/08/${person.birthYear}` : person.birthYear),
    });
  }
  if (layout.gender === 'word') {
    columns.push({ group: null, title: 'Giới tính', cell: (person) => (person.isFemale ? 'Nữ' : 'Nam') });
  }
  if (layout.gender === 'mark') {
    columns.push({ group: null, title: 'Nữ', cell: (person) => (person.isFemale ? 'x' : null) });
  }
  columns.push({ group: null, title: 'Quê quán', cell: (person) => person.hometown });
  columns.push(
    {
      group: group('Ngày vào Đảng'),
      title: layout.grouped ? 'Dự bị' : 'Ngày kết nạp',
      cell: (person) => person.admitted,
    },
    {
      group: group('Ngày vào Đảng'),
      title: layout.grouped ? 'Chính thức' : 'Ngày chính thức',
      cell: (person) => person.official,
    },
    { group: null, title: 'Số thẻ đảng viên', cell: (person) => person.card },
  );
  if (layout.extraColumn) columns.push({ group: null, title: 'Điện thoại', cell: () => '0912345678' });
  columns.push(
    {
      group: group('Chức vụ'),
      title: layout.grouped ? 'Đảng' : 'Chức vụ Đảng',
      cell: (person) => person.partyPost,
    },
    {
      group: group('Chức vụ'),
      title: layout.grouped ? 'Chính quyền' : 'Chức vụ chính quyền',
      cell: (person) => person.statePost,
    },
    { group: null, title: 'Trình độ chuyên môn', cell: (person) => person.degree },
  );
  if (layout.unit === 'column')
    columns.push({ group: null, title: 'Chi bộ', cell: (_, _index, unit) => unit });
  columns.push({ group: null, title: 'Ghi chú', cell: () => null });
  return columns;
}

const letter = (index: number): string => String.fromCharCode(65 + index);
const roman = ['I', 'II', 'III', 'IV', 'V', 'VI'];

/** Lays people of several units out as a sheet. */
export function officeSheet(
  units: readonly { name: string; people: readonly SheetPerson[] }[],
  layout: SheetLayout,
): SheetSpec {
  const columns = columnsOf(layout);
  const width = columns.length;
  const nameAt = layout.rowNo ? 1 : 0;
  const rows: CellInput[][] = [];
  const merges: string[] = [];
  const add = (...cells: CellInput[]): number => rows.push(cells);
  const count = units.reduce((sum, { people }) => sum + people.length, 0);

  if (layout.heads) {
    add('ĐẢNG BỘ TỈNH ĐÔNG SƠN', null, null, null, null, 'ĐẢNG CỘNG SẢN VIỆT NAM');
    add('ĐẢNG ỦY XÃ SÔNG MÂY', null, null, null, null, 'Sông Mây, ngày 05 tháng 12 năm 2025');
  }
  for (const title of [
    'DANH SÁCH CÁN BỘ, ĐẢNG VIÊN',
    '(Kèm theo Báo cáo số 45-BC/ĐU, ngày 05/12/2025)',
  ].slice(0, layout.titleRows)) {
    add(title);
    merges.push(`A${rows.length}:${letter(width - 1)}${rows.length}`);
  }
  if (layout.gap) add();

  const addHeader = (): void => {
    if (!layout.grouped) {
      add(...columns.map(({ title }) => title || null));
      if (layout.splitName && layout.merged)
        merges.push(`${letter(nameAt)}${rows.length}:${letter(nameAt + 1)}${rows.length}`);
      return;
    }
    const isFirst = (index: number) => columns[index - 1]?.group !== columns[index]?.group;
    const top = add(
      ...columns.map(({ group, title }, index) =>
        group === null ? title || null : isFirst(index) ? group : null,
      ),
    );
    add(...columns.map(({ group, title }) => (group === null ? null : title)));
    if (!layout.merged) return;
    columns.forEach(({ group, title }, index) => {
      const last = columns.findLastIndex((other) => other.group === group);
      if (group !== null && isFirst(index)) merges.push(`${letter(index)}${top}:${letter(last)}${top}`);
      const isPair = layout.splitName && index === nameAt;
      if (group === null && title !== '')
        merges.push(`${letter(index)}${top}:${letter(isPair ? index + 1 : index)}${top + 1}`);
    });
  };
  addHeader();
  if (layout.numbering !== 'none') {
    add(
      ...columns.map((_, index) => {
        if (layout.numbering === 'brackets') return `(${index + 1})`;
        return layout.numbering === 'letters' && index < 2 ? letter(index) : index + 1;
      }),
    );
  }
  const addTotal = (label: string, number: number): void => {
    const cells = [...Array<null>(nameAt).fill(null), label, number];
    add(...(layout.totalMerged && nameAt === 1 ? [label, null, number] : cells));
    if (layout.totalMerged && nameAt === 1) merges.push(`A${rows.length}:B${rows.length}`);
  };
  if (layout.total === 'top') addTotal('Tổng cộng', count);

  let index = 0;
  units.forEach(({ name, people }, at) => {
    const counted = layout.counted ? ` (${people.length} đồng chí)` : '';
    if (layout.unit === 'roman' && layout.rowNo) add(roman[at] ?? '', `${name}${counted}`);
    if (layout.unit === 'merged' || (layout.unit === 'roman' && !layout.rowNo)) {
      add(`${roman[at]}. ${name}${counted}`);
      merges.push(`A${rows.length}:${letter(width - 1)}${rows.length}`);
    }
    if (layout.unit === 'plain') add(`${name}${counted}`);
    if (layout.unit === 'arabic') add(`${at + 1}. ${name}${counted}`);
    if (layout.restart) index = 0;
    for (const person of people) {
      index += 1;
      add(...columns.map(({ cell }) => cell(person, index, name)));
    }
    if (layout.total === 'section' && layout.unit !== 'column') addTotal('Cộng', people.length);
    if (layout.blankBetween) add();
    if (layout.repeatHeader && at < units.length - 1) addHeader();
  });
  if (layout.total === 'bottom') addTotal('Tổng cộng', count);
  if (layout.foot) {
    add();
    add(null, `Danh sách có ${count} đồng chí./.`);
    add(null, 'NGƯỜI LẬP BIỂU', null, null, null, 'T/M ĐẢNG ỦY');
    add(null, null, null, null, null, 'BÍ THƯ');
    add();
    add(null, 'Lò Thị Lan', null, null, null, 'Hoàng Quang Lâm');
    add('Nơi nhận:');
    add('- Ban Tổ chức Tỉnh ủy;');
  }
  return { rows, merges };
}
