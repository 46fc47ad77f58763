import { describe, expect, it } from 'vitest';
import type { Official } from '../../db/contract/officials.ts';
import { tableHtml, tableText } from '../../renderer/features/officials/copy-table.ts';
import { formGroups } from '../../renderer/features/officials/official-form-groups.ts';
import {
  changesBetween,
  emptyFormValues,
  fieldsOf,
  formFieldIds,
  formValuesOf,
  isLockedField,
} from '../../renderer/features/officials/official-form-values.ts';
import {
  chosenById,
  extended,
  idsInListOrder,
  inListOrder,
  nothingSelected,
  rangeEnded,
  type SelectedRows,
  someMissing,
  toggled,
  withRows,
} from '../../renderer/features/officials/selected-rows.ts';
import { mergeNewer } from '../../renderer/lib/merge-newer.ts';

const official = (changes: Partial<Official> = {}): Official => ({
  id: 1,
  version: 3,
  fullName: 'Trần Văn Ân',
  birthDate: '1985-02',
  gender: 'male',
  organizationId: 1,
  organizationName: 'Chi bộ thôn Sông Mây',
  admittedOn: '2010-05-19',
  fullMemberOn: null,
  partyCardNo: '77.000001',
  partyPost: '',
  statePost: '',
  membershipStatus: 'full',
  workingStatus: null,
  workingFrom: null,
  participationStatus: 'active',
  ethnicity: '•••',
  religion: '',
  citizenId: '••••••••0001',
  masked: true,
  hometown: '',
  residence: '',
  partyFileNo: '',
  schooling: '',
  professionalDegree: '',
  politicalTheoryLevel: '',
  workplace: '',
  massPost: '',
  note: '',
  ...changes,
});

describe('the form of a person', () => {
  it('has every field in one group', () => {
    const shown = formGroups.flatMap((group) => group.fields);
    expect([...shown].sort()).toEqual([...formFieldIds].sort());
  });

  it('shows dates with the precision they have and reads them back', () => {
    const values = formValuesOf(official());
    expect([values.birthDate, values.admittedOn, values.fullMemberOn]).toEqual(['02/1985', '19/05/2010', '']);
    expect(fieldsOf(values)).toMatchObject({
      birthDate: '1985-02',
      admittedOn: '2010-05-19',
      fullMemberOn: null,
    });
  });

  it('sends what changed and nothing else, and knows the way back', () => {
    const base = formValuesOf(official());
    const typed = { ...base, hometown: 'xã Mới', birthDate: '3/2/1985', admittedOn: '19.5.2010' };
    expect(changesBetween(official(), base, typed)).toEqual({
      changes: { hometown: 'xã Mới', birthDate: '1985-02-03' },
      before: { hometown: '', birthDate: '1985-02' },
    });
  });

  it('never sends a mask, whatever stands in the field', () => {
    const base = formValuesOf(official());
    const typed = { ...base, citizenId: '001085000002', ethnicity: 'Thái', religion: 'Không' };
    // The religion is not known, so there is nothing to reveal before it is typed.
    expect(changesBetween(official(), base, typed).changes).toEqual({ religion: 'Không' });
    const revealed = official({ masked: false, citizenId: '001085000001', ethnicity: 'Mường' });
    expect(changesBetween(revealed, formValuesOf(revealed), typed)).toEqual({
      changes: { citizenId: '001085000002', ethnicity: 'Thái', religion: 'Không' },
      before: { citizenId: '001085000001', ethnicity: 'Mường', religion: '' },
    });
    expect(isLockedField(null, 'citizenId')).toBe(false);
  });

  it('keeps both sides of a stale save', () => {
    const base = { ...emptyFormValues, fullName: 'A', hometown: 'một', residence: 'một', note: 'một' };
    const typed = { ...base, hometown: 'tôi', note: 'cùng' };
    const newer = { ...base, hometown: 'người khác', residence: 'người khác', note: 'cùng' };
    expect(mergeNewer(base, typed, newer)).toEqual({
      values: { ...base, hometown: 'tôi', residence: 'người khác', note: 'cùng' },
      conflicts: ['hometown'],
    });
  });
});

describe('choosing several rows', () => {
  const row = (id: number) => ({ id });
  const range = (first: number, last: number) =>
    new Map(
      Array.from({ length: last - first + 1 }, (_each, at) => [
        100 + first + at,
        { row: row(100 + first + at), index: first + at },
      ]),
    );
  const ids = (selected: SelectedRows<{ id: number }>) => inListOrder(selected).map(({ id }) => id);

  it('grows and shrinks a range from where it began', () => {
    const wide = extended<{ id: number }>(nothingSelected, 2, range(2, 5));
    expect(ids(extended(wide, 5, range(1, 2)))).toEqual([101, 102]);
    expect(extended(wide, 5, range(1, 2)).anchor).toBe(2);
  });

  it('keeps what was chosen before the next range, and gives all in the order of the list', () => {
    const first = rangeEnded(extended<{ id: number }>(nothingSelected, 7, range(7, 8)));
    expect(ids(extended(first, 2, range(2, 3)))).toEqual([102, 103, 107, 108]);
  });

  // All of 100,000 people were fetched in 200 calls before the first of them was chosen.
  it('knows all of a long list by their ids, and takes their rows in as they come', () => {
    const all = extended<{ id: number }>(nothingSelected, 0, chosenById([103, 101, 102]));
    expect([idsInListOrder(all), ids(all), someMissing(all)]).toEqual([[103, 101, 102], [], true]);
    const out = toggled(all, 1, row(101));
    const some = withRows(out, [row(101), row(102)]);
    expect([idsInListOrder(some), ids(some), someMissing(some)]).toEqual([[103, 102], [102], true]);
    expect(someMissing(withRows(some, [row(103)]))).toBe(false);
    expect(ids(toggled(withRows(some, [row(103)]), 1, row(101)))).toEqual([103, 101, 102]);
  });

  it('takes one in and out', () => {
    const one = toggled<{ id: number }>(nothingSelected, 4, row(104));
    expect(ids(one)).toEqual([104]);
    expect(ids(toggled(one, 4, row(104)))).toEqual([]);
  });
});

describe('the copied table', () => {
  it('keeps one cell a cell and no cell a formula', () => {
    expect(
      tableText(
        ['Họ và tên', 'Ghi chú'],
        [
          ['A\tB', '=1+1'],
          ['C\r\nD', '-1'],
          ['+84', '@x'],
          ['a=b', ''],
        ],
      ),
    ).toBe("Họ và tên\tGhi chú\r\nA B\t'=1+1\r\nC D\t'-1\r\n'+84\t'@x\r\na=b\t");
  });

  // Pasted into Excel, 000123 became 123 and 03/02/1985 the 2nd of March: plain text has no cells that are text.
  it('is also a table of text cells, so that Excel changes no number and no day', () => {
    const html = tableHtml(
      ['Số thẻ', 'Ngày sinh'],
      [
        ['000123', '03/02/1985'],
        ['<b>&"', '=1+1'],
      ],
    );
    expect(html).toContain('td { mso-number-format: "\\@";');
    expect(html).toContain(
      "<table><tr><td>Số thẻ</td><td>Ngày sinh</td></tr><tr><td>000123</td><td>03/02/1985</td></tr><tr><td>&#60;b&#62;&#38;&#34;</td><td>'=1+1</td></tr></table>",
    );
  });
});
