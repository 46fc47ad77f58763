import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pledge } from '../../db/contract/pledges.ts';
import {
  afterAct,
  badDues,
  type ItemAct,
  inputOf,
  itemsOf,
  type TypedItem,
  textOf,
  valuesOf,
} from '../../renderer/features/pledges/pledge-items.ts';

const typed = (key: number, text = `việc ${key}`): TypedItem => ({
  key,
  text,
  target: '',
  due: '',
  shortcomingId: null,
});
const keysOf = (items: readonly TypedItem[]) => items.map(({ key }) => key);
const sections = ['duties', 'remedies'];

const pledge: Pledge = {
  officialId: 1,
  pledgeId: 5,
  version: 2,
  fullName: 'Vàng A An',
  birthDate: null,
  admittedOn: null,
  fullMemberOn: null,
  workplace: '',
  partyPosts: '',
  otherPosts: '',
  organizationId: null,
  organizationName: '',
  variant: 'member',
  formId: 'pledge-member',
  duty: '',
  status: 'notFiled',
  notFiledReason: '',
  signedOn: null,
  filedOn: null,
  confirmedOn: null,
  confirmedBy: '',
  returnedReason: '',
  note: '',
  items: [
    {
      id: 7,
      sectionId: 'duties',
      position: 0,
      text: 'Trực bản',
      target: 'Đủ buổi',
      dueOn: '2026-06',
      shortcomingId: null,
      midYear: null,
      midYearNote: '',
      midYearOn: null,
      result: null,
      resultNote: '',
    },
  ],
  openShortcomings: [{ id: 3, year: 2025, quarter: 0, text: 'Chậm nộp', cause: '', tasks: 0, verified: 0 }],
  identicalCount: 0,
  identicalTo: [],
  identicalFrom: 5,
};

describe('items of a pledge as they are typed', () => {
  it('come from the record section by section and go back as the service takes them', () => {
    const values = valuesOf(pledge, sections);
    expect(itemsOf(values.duties)).toEqual([
      { key: 7, text: 'Trực bản', target: 'Đủ buổi', due: '06/2026', shortcomingId: null },
    ]);
    expect(values.remedies).toBe('');
    expect(inputOf(values, sections)).toEqual([
      {
        id: 7,
        sectionId: 'duties',
        text: 'Trực bản',
        target: 'Đủ buổi',
        dueOn: '2026-06',
        shortcomingId: null,
      },
    ]);
  });

  it('hold the open shortcomings of a pledge that is not begun, and only of such a one', () => {
    const values = valuesOf({ ...pledge, pledgeId: null, version: 0, items: [] }, sections);
    expect(itemsOf(values.remedies)).toMatchObject([{ text: 'Chậm nộp', shortcomingId: 3 }]);
    expect(inputOf(values, sections)).toMatchObject([{ id: null, sectionId: 'remedies', shortcomingId: 3 }]);
  });

  it('are added below the one where the cursor stands, which goes to the new one', () => {
    const added = afterAct([typed(7), typed(8)], { act: 'add', after: 7 });
    expect(keysOf(added.items)).toEqual([7, -1, 8]);
    expect(added.focus).toBe(-1);
    const again = afterAct(added.items, { act: 'add', after: null });
    expect(keysOf(again.items)).toEqual([7, -1, 8, -2]);
  });

  it('are moved by one place and stay at the ends; a removed one hands the cursor to its neighbour', () => {
    const items = [typed(1), typed(2), typed(3)];
    expect(keysOf(afterAct(items, { act: 'move', key: 3, by: -1 }).items)).toEqual([1, 3, 2]);
    expect(keysOf(afterAct(items, { act: 'move', key: 1, by: -1 }).items)).toEqual([1, 2, 3]);
    expect(afterAct(items, { act: 'remove', key: 2 })).toMatchObject({ focus: 3 });
    expect(afterAct(items, { act: 'remove', key: 3 })).toMatchObject({ focus: 2 });
    expect(afterAct([typed(1)], { act: 'remove', key: 1 })).toEqual({ items: [], focus: null });
  });

  it('leave new empty ones out, keep an emptied saved one, and name the days that are none', () => {
    const items = [
      typed(7, ''),
      typed(-1, ' '),
      { ...typed(-2), due: '31/02/2026' },
      { ...typed(-3), due: '2026' },
    ];
    const values = { duties: textOf(items) };
    expect(inputOf(values, ['duties']).map(({ id, text }) => [id, text])).toEqual([
      [7, ''],
      [null, 'việc -2'],
      [null, 'việc -3'],
    ]);
    expect(badDues(items)).toEqual([-2]);
  });

  it('keep a key of their own and everything that was typed, whatever is done', () => {
    const act = fc.oneof(
      fc.record({ act: fc.constant('add' as const), after: fc.constant(null) }),
      fc.record({
        act: fc.constant('move' as const),
        at: fc.nat(9),
        by: fc.constantFrom(1 as const, -1 as const),
      }),
      fc.record({ act: fc.constant('remove' as const), at: fc.nat(9) }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let items: TypedItem[] = [typed(1), typed(2)];
        for (const each of acts) {
          const key = 'at' in each ? items[each.at % Math.max(1, items.length)]?.key : undefined;
          const next: ItemAct | null =
            each.act === 'add' ? each : key === undefined ? null : { ...each, key };
          if (next === null) continue;
          const before = items;
          items = afterAct(items, next).items;
          expect(new Set(keysOf(items)).size).toBe(items.length);
          const grown = each.act === 'add' ? 1 : each.act === 'remove' ? -1 : 0;
          expect(items.length).toBe(before.length + grown);
          for (const item of items) {
            const was = before.find((known) => known.key === item.key);
            if (was) expect(item).toEqual(was);
          }
        }
        expect(itemsOf(textOf(items))).toEqual(items);
      }),
    );
  });
});
