import { describe, expect, it } from 'vitest';
import { fieldErrorMessage } from '../../db/contract/vi/errors.ts';
import { cellKeyTarget, tabTarget } from '../../renderer/components/cell-keys.ts';
import {
  type CellDraft,
  type CellEvent,
  cellEdits,
  draftAt,
  noEdits,
  unsavedCells,
} from '../../renderer/features/officials/cell-edit.ts';
import { readTyped } from '../../renderer/features/officials/cell-values.ts';
import {
  defaultChoice,
  LEAST_WIDTH,
  movedColumn,
  readChoice,
  toggledColumn,
  widenedColumn,
} from '../../renderer/features/officials/column-model.ts';

const draft = (changes: Partial<CellDraft> = {}): CellDraft => ({
  id: 1,
  column: 'hometown',
  name: 'Lò Văn Ân',
  version: 3,
  old: 'xã Cũ',
  text: 'xã Cũ',
  problem: null,
  newer: null,
  ...changes,
});
const played = (...events: CellEvent[]) => events.reduce(cellEdits, noEdits);
const begin = (changes: Partial<CellDraft> = {}): CellEvent => ({ type: 'begin', draft: draft(changes) });
const type = (text: string): CellEvent => ({ type: 'type', text });

describe('a cell that is edited in place', () => {
  // The fault: a text refused after the clerk had gone on to the filter opened again and took the letters typed there.
  it('does not call the keys back when it is refused after the person has gone elsewhere', () => {
    const sent = [begin(), type('xã Mới'), { type: 'send' }] as const;
    const refused = draft({ text: 'xã Mới', problem: 'không hợp lệ' });
    expect(played(...sent, { type: 'refused', draft: refused }).open).toEqual(refused);
    const aside = played(...sent, { type: 'refused', draft: refused, aside: true });
    expect([aside.open, aside.kept]).toEqual([null, [refused]]);
    expect(unsavedCells(aside)).toBe(1);
  });

  it('is sent when it changed and closed when it did not', () => {
    expect(played(begin(), { type: 'send' })).toEqual(noEdits);
    const sent = played(begin(), type('xã Mới'), { type: 'send' });
    expect(sent.open).toBeNull();
    expect(sent.saving).toEqual([draft({ text: 'xã Mới' })]);
    expect(unsavedCells(sent)).toBe(1);
    expect(unsavedCells(cellEdits(sent, { type: 'saved', place: draft() }))).toBe(0);
  });

  it('gives the old value back on Esc', () => {
    expect(played(begin(), type('xã Mới'), { type: 'cancel' })).toEqual(noEdits);
  });

  it('keeps the typed text with the reason of a refusal, until it is typed over', () => {
    const refused = played(begin(), type('31/02/1980'), { type: 'refuse', problem: 'không có thật' });
    expect(refused.open).toMatchObject({ text: '31/02/1980', problem: 'không có thật' });
    expect(cellEdits(refused, type('28/02/1980')).open).toMatchObject({ text: '28/02/1980', problem: null });
  });

  it('opens a refused cell again, or keeps it in its place while another is open', () => {
    const refusal: CellEvent = { type: 'refused', draft: draft({ text: 'x', problem: 'dài quá' }) };
    const alone = played(begin(), type('x'), { type: 'send' }, refusal);
    expect(alone).toEqual({ open: draft({ text: 'x', problem: 'dài quá' }), saving: [], kept: [] });
    const busy = played(begin(), type('x'), { type: 'send' }, begin({ id: 2 }), type('y'), refusal);
    expect(busy.open).toMatchObject({ id: 2, text: 'y' });
    expect(draftAt(busy, draft())).toMatchObject({ text: 'x', problem: 'dài quá' });
    expect(unsavedCells(busy)).toBe(2);
    const again = [type('y'), { type: 'cancel' } as const, begin()].reduce(cellEdits, busy);
    expect(again.open).toMatchObject({ id: 1, text: 'x' });
    expect(again.kept).toEqual([]);
  });

  it('holds both values of a stale edit, and sends the typed one over the newer only when asked again', () => {
    const stale = played(
      begin(),
      type('tôi'),
      { type: 'send' },
      {
        type: 'refused',
        draft: draft({ text: 'tôi', newer: 'người khác', version: 4 }),
      },
    );
    expect(stale.open).toMatchObject({ text: 'tôi', newer: 'người khác', version: 4 });
    expect(cellEdits(stale, { type: 'send' }).saving).toHaveLength(1);
    // Typed back to what it was before: that, too, is a value to be written over the newer one.
    const back = [type('xã Cũ'), { type: 'send' } as const].reduce(cellEdits, stale);
    expect(back.saving).toHaveLength(1);
    expect(unsavedCells(cellEdits(stale, { type: 'cancel' }))).toBe(0);
  });

  it('loses no text whatever comes', () => {
    const put = played(
      begin(),
      type('31/02/1980'),
      { type: 'put', problem: 'không có thật' },
      begin({ id: 2 }),
    );
    expect(put.kept).toEqual([draft({ text: '31/02/1980', problem: 'không có thật' })]);
    expect(unsavedCells(put)).toBe(1);
  });
});

describe('what is typed into a cell', () => {
  it('becomes the value of its field, or a reason', () => {
    expect(readTyped('birthDate', ' 3/2/1985 ')).toEqual({ ok: true, changes: { birthDate: '1985-02-03' } });
    expect(readTyped('birthDate', '02/1985')).toEqual({ ok: true, changes: { birthDate: '1985-02' } });
    expect(readTyped('birthDate', '')).toEqual({ ok: true, changes: { birthDate: null } });
    expect(readTyped('birthDate', '31/02/1980')).toEqual({
      ok: false,
      problem: fieldErrorMessage('INVALID_DATE'),
    });
    expect(readTyped('fullName', ' ')).toEqual({ ok: false, problem: fieldErrorMessage('REQUIRED') });
    expect(readTyped('hometown', ' xã  Mới ')).toEqual({ ok: true, changes: { hometown: 'xã Mới' } });
    expect(readTyped('gender', 'female')).toEqual({ ok: true, changes: { gender: 'female' } });
    expect(readTyped('membershipStatus', '')).toEqual({ ok: true, changes: { membershipStatus: null } });
  });
});

describe('the columns of the list', () => {
  it('are read from what was remembered as far as it makes sense', () => {
    expect(readChoice(null)).toEqual(defaultChoice);
    expect(readChoice({ shown: 'x' })).toEqual(defaultChoice);
    expect(
      readChoice({ shown: ['note', 'gone', 'note', 'gender'], widths: { note: 200, gone: 9, gender: 'x' } }),
    ).toEqual({ shown: ['note', 'gender'], widths: { note: 200 } });
    expect(readChoice({ shown: [], widths: { fullName: 3 } }).widths).toEqual({ fullName: LEAST_WIDTH });
  });

  it('are shown, hidden, moved and widened', () => {
    const choice = { shown: ['birthDate', 'gender', 'note'] as const, widths: {} };
    expect(toggledColumn(choice, 'gender').shown).toEqual(['birthDate', 'note']);
    expect(toggledColumn(choice, 'hometown').shown.at(-1)).toBe('hometown');
    expect(movedColumn(choice, 'note', 0).shown).toEqual(['note', 'birthDate', 'gender']);
    expect(movedColumn(choice, 'birthDate', 99).shown).toEqual(['gender', 'note', 'birthDate']);
    expect(movedColumn(choice, 'birthDate', -5).shown).toEqual(choice.shown);
    expect(movedColumn(choice, 'hometown', 0)).toBe(choice);
    expect(widenedColumn(choice, 'note', 5).widths).toEqual({ note: LEAST_WIDTH });
  });
});

describe('the cursor in a table of cells', () => {
  const size = { rows: 10, columns: 4, page: 5 };
  const key = (name: string, ctrl = false) => ({ key: name, ctrl, shift: false });
  it('moves as in Excel and stays inside', () => {
    const at = { row: 3, column: 1 };
    expect(cellKeyTarget(at, key('ArrowLeft'), size)).toEqual({ row: 3, column: 0 });
    expect(cellKeyTarget(at, key('ArrowRight', true), size)).toEqual({ row: 3, column: 3 });
    expect(cellKeyTarget(at, key('ArrowUp', true), size)).toEqual({ row: 0, column: 1 });
    expect(cellKeyTarget(at, key('PageDown'), size)).toEqual({ row: 8, column: 1 });
    expect(cellKeyTarget(at, key('Home'), size)).toEqual({ row: 3, column: 0 });
    expect(cellKeyTarget(at, key('End', true), size)).toEqual({ row: 9, column: 3 });
    expect(cellKeyTarget({ row: 9, column: 3 }, key('ArrowDown'), size)).toEqual({ row: 9, column: 3 });
    expect(cellKeyTarget(at, key('a'), size)).toBeNull();
    expect(cellKeyTarget(at, key('ArrowDown'), { ...size, rows: 0 })).toBeNull();
  });

  it('goes on to the next row with Tab, and out of the table at its ends', () => {
    expect(tabTarget({ row: 2, column: 3 }, false, size)).toEqual({ row: 3, column: 0 });
    expect(tabTarget({ row: 2, column: 0 }, true, size)).toEqual({ row: 1, column: 3 });
    expect(tabTarget({ row: 9, column: 3 }, false, size)).toBeNull();
    expect(tabTarget({ row: 0, column: 0 }, true, size)).toBeNull();
  });
});
