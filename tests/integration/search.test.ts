import { describe, expect, it } from 'vitest';
import type { MethodInput } from '../../db/contract/methods.ts';
import { newOffice } from '../helpers/office.ts';
import { blankOfficial } from '../helpers/people.ts';

const fields = {
  ...blankOfficial,
  birthDate: '1985-02-03',
} as const;

async function office() {
  const { call } = await newOffice();
  const cell = await call('organizations.create', {
    parentId: 1,
    kind: 'partyCell',
    name: 'Chi bộ thôn Đồi Chè',
  });
  const add = (fullName: string, more: Partial<MethodInput<'officials.create'>> = {}) =>
    call('officials.create', { ...fields, fullName, organizationId: cell.id, ...more });
  await add('Nguyễn Văn Ân', { partyCardNo: '77.001234', citizenId: '038085004321' });
  await add('Nguyễn Ân Bình', { citizenId: '038085001234' });
  await add('Đỗ Thị Hoà');
  await add('An Quý Ý');
  // Stands before Ân in the order of names: the whole given name still comes first.
  await add('Bùi Thị Anh');
  const find = (text: string) => call('search.find', { text });
  return { call, cell, find };
}

describe('the search from anywhere', () => {
  it('finds people by name without marks, the given name first, and by initials', async () => {
    const { find } = await office();
    const names = async (text: string) => (await find(text)).people.map((person) => person.fullName);
    expect(await names('an')).toEqual(['Nguyễn Văn Ân', 'Bùi Thị Anh', 'Nguyễn Ân Bình', 'An Quý Ý']);
    expect(await names('do hoa')).toEqual(['Đỗ Thị Hoà']);
    expect(await names('ĐỖ HÒA')).toEqual(['Đỗ Thị Hoà']);
    expect(await names('nva')).toEqual(['Nguyễn Văn Ân']);
    expect(await names('qui i')).toEqual(['An Quý Ý']);
    expect(await names('khong co ai')).toEqual([]);
    expect(await names('"*) OR')).toEqual([]);
  });

  it('finds any run of digits of a card or citizen ID, and never gives the citizen ID away', async () => {
    const { find } = await office();
    const result = await find('1234');
    expect(result.people.map(({ fullName, by }) => [fullName, by])).toEqual([
      ['Nguyễn Văn Ân', 'card'],
      ['Nguyễn Ân Bình', 'citizenId'],
    ]);
    expect((await find('4321')).people).toMatchObject([{ fullName: 'Nguyễn Văn Ân', by: 'citizenId' }]);
    expect((await find('77.0012')).people).toMatchObject([{ fullName: 'Nguyễn Văn Ân', by: 'card' }]);
    for (const text of ['1234', '4321', '038085004321', 'an'])
      expect(JSON.stringify(await find(text))).not.toMatch(/038085/);
  });

  it('finds units of today by their folded names, with what they stand under', async () => {
    const { call, cell, find } = await office();
    expect((await find('doi che')).units).toEqual([
      { id: cell.id, name: 'Chi bộ thôn Đồi Chè', kind: 'partyCell', parentName: 'Đảng ủy xã Sông Mây' },
    ]);
    await call('organizations.end', { id: cell.id, moveToId: 1, onDay: '2025-07-01' });
    expect((await find('doi che')).units).toEqual([]);
  });

  it('says that there are more than it shows, and finds nothing for nothing', async () => {
    const { call, find } = await office();
    for (let index = 0; index < 9; index += 1)
      await call('officials.create', { ...fields, fullName: `Lò Văn Pó ${index}`, organizationId: null });
    const many = await find('lo van po');
    expect([many.people.length, many.morePeople]).toEqual([8, true]);
    expect(await find(' . ')).toEqual({ people: [], morePeople: false, units: [], moreUnits: false });
  });
});
