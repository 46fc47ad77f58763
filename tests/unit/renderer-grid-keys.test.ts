import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratingLevels } from '../../db/domain/ratings.ts';
import { gridColumns } from '../../renderer/features/ratings/grid-columns.ts';
import {
  type GridSize,
  type GridState,
  gridKey,
  textKey,
} from '../../renderer/features/ratings/grid-keys.ts';

const browse = { type: 'browse' } as const;
const at = (column: (typeof gridColumns)[number], row = 5): GridState => ({
  row,
  column: gridColumns.indexOf(column),
  mode: browse,
});
const size: GridSize = { rows: 20, pageRows: 8, level: null };
const press = (
  state: GridState,
  key: string,
  held: { ctrl?: boolean; shift?: boolean; alt?: boolean } = {},
) => gridKey(state, { key, ctrl: false, shift: false, alt: false, ...held }, size);

describe('moving', () => {
  it('goes to the next cell with the arrows, and stays at the edges', () => {
    expect(press(at('self'), 'ArrowRight')?.state).toEqual(at('proposed'));
    expect(press(at('note'), 'ArrowRight')?.state).toEqual(at('note'));
    expect(press(at('person', 0), 'ArrowUp')?.state).toEqual(at('person', 0));
    expect(press(at('self'), 'ArrowDown')?.state).toEqual(at('self', 6));
    expect(press(at('self'), 'PageDown')?.state).toEqual(at('self', 13));
  });

  it('jumps to the ends with Ctrl', () => {
    expect(press(at('self'), 'ArrowDown', { ctrl: true })?.state).toEqual(at('self', 19));
    expect(press(at('self'), 'Home', { ctrl: true })?.state).toEqual(at('person', 0));
    expect(press(at('self'), 'End')?.state).toEqual(at('note'));
  });

  it('goes on in the next row with Tab, and out of the grid only at its ends', () => {
    expect(press(at('note'), 'Tab')?.state).toEqual(at('person', 6));
    expect(press(at('person'), 'Tab', { shift: true })?.state).toEqual(at('note', 4));
    expect(press(at('note', 19), 'Tab')).toBeNull();
    expect(press(at('person', 0), 'Tab', { shift: true })).toBeNull();
  });
});

describe('setting a level', () => {
  it('takes 1 to 4 as the levels, best first, and 0, Delete and Backspace as none', () => {
    for (const [index, level] of ratingLevels.entries())
      expect(press(at('decided'), String(index + 1))?.effect).toEqual({ type: 'level', level });
    for (const key of ['0', 'Delete', 'Backspace'])
      expect(press(at('self'), key)?.effect).toEqual({ type: 'level', level: null });
  });

  it('tells that any other digit is no level, and leaves the cell; takes no digit at the name', () => {
    for (const key of ['5', '9'])
      expect(press(at('decided'), key)).toEqual({
        state: at('decided'),
        effect: { type: 'noLevel' },
        takeKey: true,
      });
    expect(press(at('person'), '1')).toBeNull();
  });

  it('leaves keys with Ctrl or Alt to the window', () => {
    expect(press(at('decided'), '1', { ctrl: true })).toBeNull();
    expect(press(at('decided'), '1', { alt: true })).toBeNull();
    expect(press(at('decided'), 'z', { ctrl: true })).toBeNull();
  });
});

describe('choosing from the list', () => {
  const open = (level: GridSize['level']) =>
    gridKey(at('decided'), { key: 'Enter', ctrl: false, shift: false, alt: false }, { ...size, level });

  it('opens on the level of the cell', () => {
    expect(open('completed')?.state.mode).toEqual({ type: 'choose', choice: 2 });
    expect(open(null)?.state.mode).toEqual({ type: 'choose', choice: 0 });
  });

  it('moves around its ends, takes with Enter and gives up with Esc', () => {
    const chosen: GridState = { ...at('decided'), mode: { type: 'choose', choice: 0 } };
    const above = press(chosen, 'ArrowUp');
    expect(above?.state.mode).toEqual({ type: 'choose', choice: 4 });
    expect(above && press(above.state, 'Enter')).toMatchObject({
      state: at('decided'),
      effect: { type: 'level', level: null },
    });
    expect(press(chosen, 'Enter')?.effect).toEqual({ type: 'level', level: 'excellent' });
    expect(press(chosen, 'Escape')).toEqual({ state: at('decided'), takeKey: true });
    expect(press(chosen, '3')?.effect).toEqual({ type: 'level', level: 'completed' });
  });
});

describe('texts', () => {
  it('opens with Enter or F2 on what is there', () => {
    for (const key of ['Enter', 'F2'])
      expect(press(at('note'), key)?.state.mode).toEqual({ type: 'edit', fresh: false });
  });

  it('begins anew with the first letter, which goes on to the field', () => {
    for (const key of ['a', 'ă', '1', ' '])
      expect(press(at('unratedReason'), key)).toEqual({
        state: { ...at('unratedReason'), mode: { type: 'edit', fresh: true } },
        takeKey: false,
      });
  });

  it('does not take the name of a key for a letter', () => {
    for (const key of ['Process', 'Shift', 'F5', 'Dead']) expect(press(at('note'), key)).toBeNull();
  });

  it('saves with Enter downwards and Tab sideways, and gives up with Esc', () => {
    const editing: GridState = { ...at('unratedReason'), mode: { type: 'edit', fresh: true } };
    const key = (name: string, shift = false) =>
      textKey(editing, { key: name, ctrl: false, shift, alt: false }, size.rows);
    expect(key('Enter')).toEqual({ save: true, row: 6, column: editing.column });
    expect(key('Tab')).toEqual({ save: true, row: 5, column: editing.column + 1 });
    expect(key('Tab', true)).toEqual({ save: true, row: 5, column: editing.column - 1 });
    expect(key('Escape')).toEqual({ save: false, row: 5, column: editing.column });
    expect(key('a')).toBeNull();
  });
});

it('opens the person at the name, and leaves with Esc', () => {
  expect(press(at('person'), 'Enter')?.effect).toEqual({ type: 'openPerson' });
  expect(press(at('decided'), 'Escape')?.effect).toEqual({ type: 'leave' });
});

it('never leaves the grid, whatever is pressed', () => {
  const keys = fc.constantFrom(
    ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Tab', 'Enter', 'Escape', 'F2', 'Home', 'End'],
    ...['PageUp', 'PageDown', 'Delete', '0', '1', '4', '9', 'a', ' '],
  );
  const presses = fc.array(
    fc.record({ key: keys, ctrl: fc.boolean(), shift: fc.boolean(), alt: fc.constant(false) }),
  );
  fc.assert(
    fc.property(presses, fc.integer({ min: 1, max: 30 }), (all, rows) => {
      let state: GridState = { row: 0, column: 3, mode: browse };
      for (const key of all) {
        const step = gridKey(state, key, { rows, pageRows: 8, level: 'good' });
        state = step?.state ?? state;
        // The field of an open text gives its keys back only when it closes.
        if (state.mode.type === 'edit') state = { ...state, mode: browse };
        expect(state.row).toBeGreaterThanOrEqual(0);
        expect(state.row).toBeLessThan(rows);
        expect(state.column).toBeGreaterThanOrEqual(0);
        expect(state.column).toBeLessThan(gridColumns.length);
      }
    }),
  );
});
