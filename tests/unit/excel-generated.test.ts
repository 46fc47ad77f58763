import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { officeSheet, type SheetLayout, type SheetPerson } from '../helpers/office-sheets.ts';
import { to1258, utf8, utf16le } from '../helpers/office-texts.ts';
import { extractRecords } from '../helpers/read-records.ts';
import { rowsOf, type SheetSpec, workbookBytes } from '../helpers/workbooks.ts';

const layouts: fc.Arbitrary<SheetLayout> = fc.record({
  rowNo: fc.boolean(),
  heads: fc.boolean(),
  titleRows: fc.nat(2),
  gap: fc.boolean(),
  grouped: fc.boolean(),
  merged: fc.boolean(),
  splitName: fc.boolean(),
  birth: fc.constantFrom('date', 'year', 'pair'),
  gender: fc.constantFrom('none', 'word', 'mark'),
  unit: fc.constantFrom('column', 'roman', 'merged', 'plain', 'arabic'),
  counted: fc.boolean(),
  restart: fc.boolean(),
  numbering: fc.constantFrom('none', 'plain', 'brackets', 'letters'),
  total: fc.constantFrom('none', 'top', 'bottom', 'section'),
  totalMerged: fc.boolean(),
  foot: fc.boolean(),
  blankBetween: fc.boolean(),
  extraColumn: fc.boolean(),
  repeatHeader: fc.boolean(),
});

/** How it was typed and saved. */
interface Typing {
  capitals: boolean;
  spaces: 'plain' | 'nfd' | 'noBreak';
  file: 'xlsx' | 'phantom' | 'utf8' | 'utf16' | '1258';
}
const typings: fc.Arbitrary<Typing> = fc.record({
  capitals: fc.boolean(),
  spaces: fc.constantFrom('plain', 'nfd', 'noBreak'),
  file: fc.constantFrom('xlsx', 'phantom', 'utf8', 'utf16', '1258'),
});

const typed = (text: string, spaces: Typing['spaces']): string =>
  spaces === 'nfd'
    ? text.normalize('NFD')
    : spaces === 'noBreak'
      ? `${text.replaceAll(' ', '\u00a0 ')} `
      : text;

function bytesOf(spec: SheetSpec, { spaces, file }: Typing): Promise<Uint8Array> | Uint8Array {
  const rows = spec.rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? typed(cell, spaces) : cell)),
  );
  if (file === 'xlsx' || file === 'phantom') {
    return workbookBytes({ ...spec, rows, phantomRows: file === 'phantom' ? 300 : 0 });
  }
  const width = Math.max(...rows.map((row) => row.length));
  const text = rows
    .map((row) => Array.from({ length: width }, (_, at) => `"${row[at] ?? ''}"`).join(';'))
    .join('\r\n');
  return file === 'utf8' ? utf8(text) : file === 'utf16' ? utf16le(`\ufeff${text}`) : to1258(text);
}

// Family names that are also words of units, totals and months stand among them on purpose.
const people: fc.Arbitrary<SheetPerson> = fc.record({
  family: fc.constantFrom('Lò Văn', 'Nguyễn Thị', 'Bàn Văn', 'Công Thị', 'Xa', 'Quàng A', 'Tống Trọng'),
  given: fc.constantFrom('An', 'Bình', 'Cộng', 'Đảng', 'Nam', 'Tổng', 'Xã', 'Mật'),
  birthYear: fc.integer({ min: 1950, max: 2004 }),
  isFemale: fc.boolean(),
  hometown: fc.constantFrom('xã Tà Pình', 'thị trấn Sông Mây', 'Tổ dân phố 1'),
  admitted: fc.constantFrom('03/02/2001', '2001', '02/2001', '3.2.2001'),
  official: fc.constantFrom('03/02/2002', null),
  card: fc.constantFrom('12.345678', '87654321'),
  degree: fc.constantFrom('ĐH Luật', 'CĐ Sư phạm', 'TC'),
  partyPost: fc.constantFrom('Bí thư', 'Chi ủy viên', null),
  statePost: fc.constantFrom('Trưởng thôn', 'Công chức', null),
});

const units = fc.record({
  names: fc.shuffledSubarray(
    ['Chi bộ Văn phòng', 'Chi bộ thôn 3', 'Chi bộ Trường THCS Bản Sen', 'Chi bộ Công an'],
    {
      minLength: 1,
    },
  ),
  people: fc.array(fc.array(people, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 4 }),
});

const dates: Record<string, string> = {
  '03/02/2001': '2001-02-03',
  '3.2.2001': '2001-02-03',
  '02/2001': '2001-02',
  '2001': '2001',
  '03/02/2002': '2002-02-03',
};

it('reads the same people from every layout that offices use', async () => {
  await fc.assert(
    fc.asyncProperty(layouts, units, typings, async (laid, made, typing) => {
      // Text holds no merged cells.
      const isText = typing.file !== 'xlsx' && typing.file !== 'phantom';
      const layout = isText ? { ...laid, merged: false } : laid;
      const list = made.names.map((name, index) => ({ name, people: made.people[index] ?? [] }));
      const capital = (text: string) => (typing.capitals ? text.toUpperCase() : text);
      const written = list.map((unit) => ({
        name: capital(unit.name),
        people: unit.people.map((one) => ({
          ...one,
          family: capital(one.family),
          given: capital(one.given),
        })),
      }));
      const bytes = await bytesOf(officeSheet(written, layout), typing);
      const [sheet] = (await readWorkbookBytes('tep', bytes)).sheets;
      if (sheet === undefined) throw new Error('no sheet');
      expect(sheet.kind).toBe('officials');
      const isPair = layout.birth === 'pair' && layout.grouped;
      const hasMark = list.some((unit) => unit.people.some((person) => person.isFemale));
      const knowsGender = isPair || layout.gender === 'word' || (layout.gender === 'mark' && hasMark);
      const records = extractRecords(sheet, { kind: 'officials', year: null, thisYear: 2026 });
      // Which words of a unit's name are capitals, a name in ALL CAPS does not say; units are found without case.
      const cased = (name: string | null) => (typing.capitals ? name?.toLowerCase() : name);
      expect(
        records.map(({ values }) => ({ ...values, organization: cased(values.organization) })),
      ).toMatchObject(
        list.flatMap(({ name, people: members }) =>
          members.map((person) => ({
            fullName: `${person.family} ${person.given}`,
            birthDate: layout.birth === 'date' ? `${person.birthYear}-08-15` : String(person.birthYear),
            gender: knowsGender ? (person.isFemale ? 'female' : 'male') : null,
            hometown: person.hometown,
            admittedOn: dates[person.admitted],
            fullMemberOn: person.official === null ? null : dates[person.official],
            partyCardNo: person.card,
            professionalDegree: person.degree,
            partyPost: person.partyPost,
            statePost: person.statePost,
            organization: cased(name),
          })),
        ),
      );
      expect(records.flatMap(({ problems }) => problems)).toEqual([]);
      const differing = sheet.writtenCounts.filter(({ written, read }) => written !== read);
      expect(differing).toEqual([]);
      expect(rowsOf(sheet, 'section')).toHaveLength(layout.unit === 'column' ? 0 : list.length);
    }),
    { numRuns: 300 },
  );
});
