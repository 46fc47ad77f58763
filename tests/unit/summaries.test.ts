import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summaryColumns } from '../../db/contract/summary-columns.ts';
import { breakdownsOf } from '../../db/domain/breakdowns.ts';
import { SMALL_CELL, smallCells } from '../../db/domain/small-cells.ts';
import {
  type Counts,
  countOf,
  type FigureId,
  summaryFaults,
  summaryShapes,
  summaryTableIds,
  tally,
} from '../../db/domain/summaries.ts';
import { suggestedWorkingStatus, suggestsCommittee } from '../../db/domain/working-status.ts';

const levels = ['excellent', 'good', 'completed', 'notCompleted'] as const;
const person = fc.record({
  row: fc.constantFrom('a', 'b', 'c'),
  level: fc.constantFrom(null, ...levels),
  exempt: fc.boolean(),
});

function tableOf(people: readonly { row: string; level: (typeof levels)[number] | null; exempt: boolean }[]) {
  const items = people.map(({ row, level, exempt }) => {
    const rated: FigureId[] = level === null ? ['toRate', 'unrated'] : ['toRate', 'rated', level];
    const figures: FigureId[] = ['members', ...(exempt ? (['exempt'] as const) : rated)];
    return { row, figures, groups: [] };
  });
  const rows = ['a', 'b', 'c'].map((row) =>
    tally(
      '5a',
      items.filter((item) => item.row === row),
    ),
  );
  return { rows, total: tally('5a', items) };
}

describe('covered cells', () => {
  it('cover every count from 1 to 4, and leave none that a row or a column gives away', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 60 }), (people) => {
        const { rows, total } = tableOf(people);
        const all: Counts[] = [...rows, total];
        const covered = smallCells('5a', rows, total);
        const { figures, sums } = summaryShapes['5a'];
        for (const [index, counts] of all.entries())
          for (const figure of figures)
            if (countOf(counts, figure) > 0 && countOf(counts, figure) < SMALL_CELL)
              expect(covered[index]?.has(figure)).toBe(true);
        for (const [index] of all.entries())
          for (const { whole, parts } of sums)
            expect([whole, ...parts].filter((figure) => covered[index]?.has(figure))).not.toHaveLength(1);
        for (const figure of figures)
          expect(all.filter((_counts, index) => covered[index]?.has(figure))).not.toHaveLength(1);
      }),
    );
  });

  it('cover nothing where every count is large or none', () => {
    const many = (row: string, level: (typeof levels)[number]) =>
      Array.from({ length: 7 }, () => ({ row, level, exempt: false }));
    const { rows, total } = tableOf([...many('a', 'good'), ...many('b', 'excellent')]);
    expect(smallCells('5a', rows, total).every((cells) => cells.size === 0)).toBe(true);
  });
});

describe('the tables', () => {
  it('add up whatever is counted', () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 40 }), (people) => {
        const { rows, total } = tableOf(people);
        expect(
          summaryFaults(
            '5a',
            rows.map((counts) => ({ counts })),
            total,
          ),
        ).toEqual([]);
      }),
    );
  });

  const looks = [false, true].flatMap((compare) => [false, true].map((declares) => ({ compare, declares })));
  it.each(summaryTableIds.flatMap((table) => looks.map((look) => [table, look] as const)))(
    '%s fills the page across with %o, and leaves room for names',
    (table, { compare, declares }) => {
      const texts = declares ? { declared: '118/120' } : {};
      const row = { key: 'unit:1', name: '', officialId: null, counts: {}, before: null, texts };
      const comparedWith = compare ? { year: 2025, quarter: 1, opened: true } : null;
      const columns = summaryColumns({ table, year: 2025, quarter: 2, rows: [row], comparedWith });
      const width = columns.reduce((sum, { widthMm }) => sum + widthMm, 0);
      expect(width).toBeCloseTo(252);
      expect(columns.find(({ content }) => content.kind === 'name')?.widthMm).toBeGreaterThanOrEqual(25);
    },
  );
});

describe('groups of table 5a', () => {
  const nobody = {
    gender: null,
    ethnicity: '',
    membershipStatus: null,
    fullMemberOn: null,
    workingStatus: null,
    workingFrom: null,
    posts: [],
  };
  const groupsOf = (more: Partial<Parameters<typeof breakdownsOf>[0]>) =>
    breakdownsOf({ ...nobody, ...more }, '2025-12-31');
  const retired = { workingStatus: 'retired' } as const;

  it('put nobody into a group by what is not known', () => expect(groupsOf({})).toEqual([]));

  it.each<[string, Parameters<typeof groupsOf>[0], string[]]>([
    ['a member of a committee', { posts: [{ isCommittee: true, leads: false }] }, ['committee']],
    ['a leader outside of it', { posts: [{ isCommittee: false, leads: true }] }, ['leaders']],
    ['who becomes a full member later', { fullMemberOn: '2026-03-01' }, ['probationary']],
    ['who became one in time', { fullMemberOn: '2025-12-31', membershipStatus: 'probationary' }, []],
    ['a woman of an ethnic minority', { gender: 'female', ethnicity: 'Mông' }, ['women', 'minority']],
    ['a Kinh', { ethnicity: 'kinh' }, []],
    ['a pensioner', retired, ['pensioners']],
    ['who retired in the year', { ...retired, workingFrom: '2025-06' }, ['pensioners']],
    ['who retires after the day', { ...retired, workingFrom: '2026-01-01' }, []],
    ['who works', { workingStatus: 'inSystem' }, []],
  ])('know %s', (_who, more, groups) => expect(groupsOf(more)).toEqual(groups));
});

describe('what is suggested for a group', () => {
  it.each<[string, 'party' | 'mass', boolean]>([
    ['Bí thư Chi bộ', 'party', true],
    ['Đảng uỷ viên', 'party', true],
    ['Ủy viên Ban Chấp hành', 'party', true],
    ['Ủy viên Ủy ban Kiểm tra', 'party', false],
    ['Bí thư Đoàn xã', 'mass', false],
  ])('%s as a %s post: committee member %s', (title, kind, is) =>
    expect(suggestsCommittee(kind, title)).toBe(is),
  );

  const titles = { party: '', state: '', mass: '' };
  it.each<[string, Parameters<typeof suggestedWorkingStatus>[0], string | null]>([
    ['nothing known', { workplace: '', titles }, null],
    ['a pensioner', { workplace: 'Cán bộ HƯU TRÍ', titles }, 'retired'],
    [
      'a pensioner who once held a post',
      { workplace: 'Nghỉ hưu', titles: { ...titles, state: 'Chủ tịch' } },
      'retired',
    ],
    ['a post of the state', { workplace: 'UBND xã', titles: { ...titles, state: 'Công chức' } }, 'inSystem'],
    ['a place of work alone', { workplace: 'Công ty Một', titles }, null],
  ])('%s', (_who, known, status) => expect(suggestedWorkingStatus(known)).toBe(status));
});
