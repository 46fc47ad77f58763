import fc from 'fast-check';
import type { ReadHandle } from '../../db/connection/open.ts';
import { memberships, officials, organizations, posts } from '../../db/connection/schema.ts';
import {
  membershipChoices,
  missingFields,
  type OfficialSort,
  officialSorts,
  postRoles,
  workingChoices,
} from '../../db/contract/official-list.ts';
import type { OfficialListInput } from '../../db/contract/officials.ts';
import {
  membershipStatusNames,
  participationStatusNames,
  workingStatusNames,
} from '../../db/contract/vi/officials.ts';
import { vietnameseSortKey } from '../../db/domain/names.ts';
import {
  genders,
  membershipStatuses,
  type PostKind,
  participationStatuses,
  postKinds,
  workingStatuses,
} from '../../db/domain/people.ts';
import { emptyOfficialValues, insertOfficial } from '../../db/records/officials.ts';
import { insertOrganization } from '../../db/records/organizations.ts';
import { newOffice, openDatabase, type TestOffice } from './office.ts';

/** More than are put in order by themselves, so that lists of many and of few are both met. */
export const PEOPLE = 1500;
const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Hoàng', 'Đặng'];
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Hữu'];
const PLACES = ['xã Đá Bạc', 'xã Ấm Hạ', 'xã An Hòa', 'Xã An Hoà', 'phường Ô Chợ', 'xã Yên 2', 'xã "B\\ắc"'];
const GIVEN = ['An', 'Ân', 'Ánh', 'Bình', 'Đào', 'Dung', 'Hoà', 'Hòa', 'Yên', 'Thúy'];

/** Every combination comes about by numbers without a common factor: no chance, and nobody left out. */
const nth = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

export async function filledOffice(): Promise<TestOffice> {
  const office = await newOffice();
  const { writer, writerDriver } = await openDatabase(office.folder);
  writerDriver.exec('BEGIN');
  const unit = (name: string, parentId: number) =>
    insertOrganization(writer, { parentId, kind: 'partyCell', code: '', name });
  const body = unit('Đảng bộ Công an', 1);
  const units = [body, unit('Chi bộ Một', body), unit('Chi bộ Ấm', body), unit('Chi bộ Đông', 1), 1];
  for (let index = 0; index < PEOPLE; index += 1) {
    const cell = index % 41 === 0 ? null : nth(units, Math.floor(index / 3));
    const id = insertOfficial(
      writer,
      {
        ...emptyOfficialValues,
        fullName: `${nth(FAMILY, index)} ${nth(MIDDLE, index)} ${nth(GIVEN, Math.floor(index / 7))}`,
        birthDate: index % 11 === 0 ? null : nth(['1980', '1980-05', '1980-05-19', '1975-01-02'], index),
        gender: index % 29 === 0 ? null : nth(genders, index),
        admittedOn: index % 13 === 0 ? null : nth(['2001-02-03', '2010', '1999-12'], index),
        fullMemberOn: index % 3 === 0 ? null : '2011-05-19',
        partyCardNo: index % 17 === 0 ? '' : `77.${String(100_000 + (index % 900))}`,
        citizenId: index % 19 === 0 ? '' : `0010800${String(10_000 + index)}`,
        ethnicity: 'Kinh',
        hometown: index % 31 === 0 ? '' : nth(PLACES, index),
        residence: index % 4 === 0 ? '' : `tổ ${index % 300}, ${nth(PLACES, Math.floor(index / 5))}`,
        workplace: index % 2 === 0 ? '' : nth(['Trường Tiểu học Ấm', 'UBND xã', 'Đồn Biên phòng'], index),
        schooling: nth(['12/12', '10/10', ''], index),
        professionalDegree: nth(['Đại học', 'Cao đẳng', 'Ân', '', 'Thạc sĩ'], index),
        politicalTheoryLevel: nth(['Trung cấp', 'Cao cấp', 'Sơ cấp', ''], index),
        partyFileNo: index % 9 === 0 ? '' : `HS-${(index * 7) % 2000}`,
        note: index % 50 === 0 ? `Ghi chú ${index}` : '',
        membershipStatus: index % 23 === 0 ? null : nth(membershipStatuses, index),
        workingStatus: index % 6 === 0 ? null : nth(workingStatuses, index),
        participationStatus: index % 5 === 0 ? nth(participationStatuses, index) : 'active',
      },
      cell,
      { party: '', state: '', mass: '' },
    );
    for (let post = 0; post < index % 4; post += 1)
      writer
        .insert(posts)
        .values({
          officialId: id,
          kind: nth(postKinds, index + post),
          title: nth(['Bí thư', 'Phó Bí thư', 'Ủy viên', 'Đội trưởng', 'Chủ tịch'], index + post * post),
          isHead: Number((index + post) % 7 === 0),
          isLeader: Number((index + post) % 5 === 0),
          isKeyOfficial: Number((index + post) % 3 === 0),
          validTo: (index + post) % 6 === 0 ? '2020' : null,
        })
        .run();
  }
  // An ended membership says nothing of where a person is now.
  writer.insert(memberships).values({ officialId: 1, organizationId: body, validTo: '2019-12-31' }).run();
  writerDriver.exec('COMMIT');
  return office;
}

export type Choice = Required<Omit<OfficialListInput, 'offset' | 'limit'>>;

/** Every letter with what it is searched by: a table of its own, so that folding is not checked by itself. */
const PLAIN = {
  a: 'àảãáạăằẳẵắặâầẩẫấậ',
  d: 'đ',
  e: 'èẻẽéẹêềểễếệ',
  i: 'ìỉĩíịyỳỷỹýỵ',
  o: 'òỏõóọôồổỗốộơờởỡớợ',
  u: 'ùủũúụưừửữứự',
};
const plainLetters = new Map(
  Object.entries(PLAIN).flatMap(([plain, marked]) => [...marked].map((letter) => [letter, plain] as const)),
);
const plainWords = (text: string): string[] =>
  [...text.normalize('NFC').toLowerCase()]
    .map((letter) => plainLetters.get(letter) ?? letter)
    .join('')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** The list over all rows by plain loops, independent of any SQL. */
export function bruteForce(reader: ReadHandle) {
  const people = reader.select().from(officials).all();
  const units = reader.select().from(organizations).all();
  const open = new Map(
    reader
      .select()
      .from(memberships)
      .all()
      .filter((each) => each.validTo === null)
      .map((each) => [each.officialId, each.organizationId]),
  );
  const present = reader
    .select()
    .from(posts)
    .all()
    .filter((post) => post.validTo === null);
  type Person = (typeof people)[number];

  const isUnder = (unit: number, ancestor: number): boolean => {
    const parent = units.find((each) => each.id === unit)?.parentId ?? null;
    return unit === ancestor || (parent !== null && isUnder(parent, ancestor));
  };
  const inUnit = (person: Person, { organizationId, withSubUnits }: Choice) => {
    if (organizationId === null) return true;
    const unit = open.get(person.id);
    if (unit === undefined) return false;
    return withSubUnits ? isUnder(unit, organizationId ?? 0) : unit === organizationId;
  };
  const lacks = (person: Person) => ({
    birthDate: person.birthDate === null,
    gender: person.gender === null,
    admittedOn: person.admittedOn === null,
    fullMemberOn: person.fullMemberOn === null,
    partyCardNo: person.partyCardNo === '',
    citizenId: person.citizenId === '',
    organization: !open.has(person.id),
  });
  const namesOf = new Map(people.map((person) => [person.id, plainWords(person.fullName)]));
  const isFound = (person: Person, search: string) => {
    const words = plainWords(search);
    const names = namesOf.get(person.id) ?? [];
    const initials = names.map((name) => name[0]).join('');
    const digits = search.replace(/[^0-9]/g, '');
    const numbers = [person.partyCardNo.replace(/[^0-9]/g, ''), person.citizenId];
    return (
      words.every((word) => names.some((name) => name.startsWith(word))) ||
      (words.length === 1 && initials === words[0]) ||
      (digits.length >= 3 && numbers.some((number) => number.includes(digits)))
    );
  };
  const matches = (person: Person, choice: Choice) => {
    const found = isFound(person, choice.search);
    const posting = present.some(
      (post) =>
        post.officialId === person.id &&
        (choice.postKinds.length === 0 || choice.postKinds.includes(post.kind)) &&
        (choice.postRoles.length === 0 ||
          (choice.postRoles.includes('head') && post.isHead === 1) ||
          (choice.postRoles.includes('leader') && post.isLeader === 1) ||
          (choice.postRoles.includes('keyOfficial') && post.isKeyOfficial === 1)),
    );
    return (
      found &&
      (choice.participation.length === 0 || choice.participation.includes(person.participationStatus)) &&
      (choice.working.length === 0 || choice.working.includes(person.workingStatus ?? 'unknown')) &&
      (choice.membership.length === 0 || choice.membership.includes(person.membershipStatus ?? 'unknown')) &&
      ((choice.postKinds.length === 0 && choice.postRoles.length === 0) || posting) &&
      (choice.missing.length === 0 || choice.missing.some((field) => lacks(person)[field]))
    );
  };
  const heldBy = new Map<number, typeof present>();
  for (const post of present) heldBy.set(post.officialId, [...(heldBy.get(post.officialId) ?? []), post]);
  const titles = (person: Person, kind: PostKind) =>
    (heldBy.get(person.id) ?? [])
      .filter((post) => post.kind === kind)
      .sort((a, b) => a.id - b.id)
      .map((post) => post.title)
      .join('; ');
  const keyOf = (person: Person, sort: OfficialSort): string | null => {
    const words = (text: string | null) => (text ? vietnameseSortKey(text) : null);
    const { membershipStatus: membership, participationStatus: participation } = person;
    switch (sort) {
      case 'name':
        return '';
      case 'partyCardNo':
      case 'partyFileNo':
        return person[sort] || null;
      case 'birthDate':
      case 'admittedOn':
      case 'fullMemberOn':
        return person[sort];
      case 'organization': {
        const unit = units.find((each) => each.id === open.get(person.id));
        // Two units of one name stay apart.
        return unit ? `${unit.nameSortKey} ${String(unit.id).padStart(9, '0')}` : null;
      }
      case 'gender':
        return person.gender === null ? null : { female: 'nu', male: 'nam' }[person.gender];
      case 'posts':
        return words(
          postKinds
            .map((kind) => titles(person, kind))
            .filter(Boolean)
            .join('; '),
        );
      case 'partyPost':
        return words(titles(person, 'party'));
      case 'statePost':
        return words(titles(person, 'state'));
      case 'massPost':
        return words(titles(person, 'mass'));
      case 'membershipStatus':
        return words(membership && membershipStatusNames[membership]);
      case 'workingStatus':
        return words(person.workingStatus && workingStatusNames[person.workingStatus]);
      case 'participationStatus':
        return words(participationStatusNames[participation]);
      case 'status':
        if (participation !== 'active') return words(participationStatusNames[participation]);
        return words(membership === null || membership === 'full' ? '' : membershipStatusNames[membership]);
      default:
        return words(person[sort]);
    }
  };
  const keys = new Map<OfficialSort, Map<number, string | null>>();
  const keysOf = (sort: OfficialSort) => {
    const known = keys.get(sort) ?? new Map(people.map((person) => [person.id, keyOf(person, sort)]));
    keys.set(sort, known);
    return known;
  };
  return (choice: Choice) => {
    const keyed = keysOf(choice.sort);
    const inside = people.filter((person) => inUnit(person, choice));
    const sign = choice.descending ? -1 : 1;
    const compared = (a: string | number, b: string | number) => (a < b ? -sign : a > b ? sign : 0);
    const ids = inside
      .filter((person) => matches(person, choice))
      .map((person) => ({ person, key: keyed.get(person.id) ?? null }))
      .sort((a, b) => {
        if ((a.key === null) !== (b.key === null)) return a.key === null ? 1 : -1;
        return (
          compared(a.key ?? '', b.key ?? '') ||
          compared(a.person.nameSortKey, b.person.nameSortKey) ||
          compared(a.person.id, b.person.id)
        );
      })
      .map(({ person }) => person.id);
    return { of: inside.length, ids };
  };
}

const none = <T>(): T[] => [];
const some = <T>(values: readonly T[]) => fc.oneof(fc.constant(none<T>()), fc.subarray([...values]));

/** What people type: part of a name, in any case and form, initials, digits with and without a name, nothing known. */
const searches = fc.oneof(
  { arbitrary: fc.constant(''), weight: 2 },
  fc.constantFrom(
    'n',
    'nva',
    'NVI',
    'lđđ',
    'tran',
    'hoa',
    'zz',
    ' . ',
    '"*) OR',
    'n-v',
    '77',
    '77.1001',
    '108001',
  ),
  fc.constantFrom('100', '77100', '0010800', '001080010000', '080011499', 'an 100', '100 888', '7.7'),
  fc
    .record({
      words: fc.shuffledSubarray([...FAMILY, ...MIDDLE, ...GIVEN], { minLength: 1, maxLength: 3 }),
      form: fc.constantFrom('NFC', 'NFD'),
      isUpper: fc.boolean(),
      cut: fc.nat({ max: 2 }),
    })
    .map(({ words, form, isUpper, cut }) => {
      const typed = words
        .map((word) => word.slice(0, word.length - cut))
        .join('  ')
        .normalize(form);
      return isUpper ? typed.toUpperCase() : typed;
    }),
);

export const choices: fc.Arbitrary<Choice> = fc.record({
  search: searches,
  organizationId: fc.constantFrom(null, 1, 2, 3, 4, 5),
  withSubUnits: fc.boolean(),
  participation: some(participationStatuses),
  membership: some(membershipChoices),
  working: some(workingChoices),
  postKinds: some(postKinds),
  postRoles: some(postRoles),
  missing: some(missingFields),
  sort: fc.constantFrom(...officialSorts),
  descending: fc.boolean(),
});

/** Everybody, by name. */
export const nothing: Choice = {
  search: '',
  organizationId: null,
  withSubUnits: true,
  participation: [],
  membership: [],
  working: [],
  postKinds: [],
  postRoles: [],
  missing: [],
  sort: 'name',
  descending: false,
};
