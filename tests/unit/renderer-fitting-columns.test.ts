import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittingColumns } from '../../renderer/components/fitting-columns.ts';

describe('columns that fit', () => {
  const columns = [
    { id: 'name', width: 200 },
    { id: 'unit', width: 100, spare: 1 },
    { id: 'note', width: 100, spare: 3 },
    { id: 'state', width: 150 },
    { id: 'form', width: 50, spare: 2 },
  ];
  const shown = (room: number) => fittingColumns(columns, room).map(({ id }) => id);

  it('go by what can be spared first, and what cannot stays whatever the room', () => {
    expect(fittingColumns(columns, 600)).toBe(columns);
    expect(shown(599)).toEqual(['name', 'unit', 'state', 'form']);
    expect(shown(499)).toEqual(['name', 'unit', 'state']);
    expect(shown(449)).toEqual(['name', 'state']);
    expect(shown(10)).toEqual(['name', 'state']);
  });

  it('never lose more than the room asks for', () => {
    const column = fc.record({
      width: fc.integer({ min: 1, max: 300 }),
      spare: fc.option(fc.nat(9), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(column, { maxLength: 10 }), fc.nat(2000), (list, room) => {
        const all = list.map(({ width, spare }) => (spare === undefined ? { width } : { width, spare }));
        const left = fittingColumns(all, room);
        const sum = (of: typeof all) => of.reduce((total, { width }) => total + width, 0);
        const gone = all.filter((each) => !left.includes(each));
        if (sum([...left]) > room) expect(left.every((each) => each.spare === undefined)).toBe(true);
        // The last one to go had to: with it the rest would not fit.
        const last = Math.min(...gone.map(({ spare }) => spare ?? 0));
        const lastGone = gone.filter(({ spare }) => spare === last);
        if (gone.length > 0)
          expect(sum([...left]) + Math.max(...lastGone.map(({ width }) => width))).toBeGreaterThan(room);
      }),
    );
  });
});
