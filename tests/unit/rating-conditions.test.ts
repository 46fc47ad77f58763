import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectSentence, findingSentence } from '../../db/contract/vi/rating-conditions.ts';
import { rulePack124 } from '../../db/contract/vi/rule-packs/qd-124-2023.ts';
import { rulePack132 } from '../../db/contract/vi/rule-packs/qd-132-2018.ts';
import { rulePack366 } from '../../db/contract/vi/rule-packs/qd-366-2025.ts';
import { disciplinesIn, yearAfterCounting } from '../../db/domain/disciplines-in-period.ts';
import { evaluateConditions } from '../../db/domain/rating-conditions.ts';
import type { RatingFacts } from '../../db/domain/rating-facts.ts';
import { ratingLevels } from '../../db/domain/ratings.ts';
import { applyOverrides } from '../../db/domain/rule-pack-facts.ts';
import type { RulePack } from '../../db/domain/rule-packs.ts';

/** A member without a post for whom every condition of "xuất sắc" holds. */
const best: RatingFacts = {
  subject: 'noPost',
  period: { from: '2025-01-01', to: '2025-12-31' },
  scoreParts: [
    { id: 'common', hundredths: 2500 },
    { id: 'results', hundredths: 6500 },
  ],
  tasks: { total: 10, onTime: 10, late: 0, beyondRequirement: 3 },
  earlierShortcomings: { total: 2, putRight: 2 },
  targets: null,
  subordinates: null,
  disciplines: [],
  disciplineOverride: null,
  leaderDisciplines: [],
  listedCaseConcluded: false,
  participation: 'active',
  temporarilyExempt: false,
  membership: 'full',
  admittedOn: '2010-02-03',
  cellMoves: [],
  longLeaveMonths: 0,
  underExamination: false,
  newFactsAfterDecision: false,
  isStaff: false,
  staffLevel: null,
  isHead: false,
  collectiveLevel: null,
  membersUndecided: 0,
  unitsUndecided: 0,
  previousLevel: 'good',
  levels: { self: 'excellent', proposed: 'excellent', decided: 'excellent' },
};
const bestCollective: RatingFacts = {
  ...best,
  subject: 'collective',
  targets: { total: 10, reached: 10 },
  subordinates: { total: 5, disciplined: 0, entered: false },
};

const judge = (change: Partial<RatingFacts>, pack: RulePack = rulePack366, from = best) =>
  evaluateConditions(pack, { ...from, ...change });
const unmet = (change: Partial<RatingFacts>, pack?: RulePack, from?: RatingFacts) =>
  judge(change, pack, from)
    .findings.filter((finding) => finding.holds !== true)
    .map((finding) => [finding.conditionId, finding.holds]);
const score = (hundredths: number) => [
  { id: 'common', hundredths: Math.min(3000, hundredths) },
  { id: 'results', hundredths: Math.max(0, hundredths - 3000) },
];

describe('conditions of a level (QĐ 366-QĐ/TW)', () => {
  it('leave "xuất sắc" where all hold', () => {
    for (const from of [best, bestCollective]) {
      const { highest, highestPermitted, withoutLevel, verdicts } = judge({}, rulePack366, from);
      expect([highest, highestPermitted, withoutLevel, verdicts.decided]).toEqual([
        'excellent',
        'excellent',
        null,
        { kind: 'fine' },
      ]);
    }
  });

  it('lower by the band of the score', () => {
    const highest = (hundredths: number) => judge({ scoreParts: score(hundredths) }).highest;
    expect([9000, 8999, 7000, 6999, 5000, 4999].map(highest)).toEqual([
      'excellent',
      'good',
      'good',
      'completed',
      'completed',
      'notCompleted',
    ]);
    expect(judge({ scoreParts: [] }).highest).toBe('excellent');
    expect(unmet({ scoreParts: [] })).toEqual([['score', 'unknown']]);
  });

  it('count tasks on time, late and beyond requirement at their exact limits', () => {
    const highest = (onTime: number, late: number, beyondRequirement: number, total = 10) =>
      judge({ tasks: { total, onTime, late, beyondRequirement } }).highest;
    expect(highest(10, 0, 3)).toBe('excellent');
    expect(highest(10, 0, 2)).toBe('good');
    expect(highest(3, 0, 1, 3)).toBe('excellent');
    expect(highest(7, 0, 2, 7)).toBe('good');
    expect(highest(9, 1, 9)).toBe('completed');
    expect(highest(8, 2, 8)).toBe('completed');
    expect(highest(7, 3, 7)).toBe('notCompleted');
    expect(highest(9, 0, 9)).toBe('notCompleted');
  });

  it('say what is not known, and lower nothing for it', () => {
    const { highest, findings } = judge({
      tasks: null,
      earlierShortcomings: null,
      listedCaseConcluded: null,
    });
    expect(highest).toBe('excellent');
    expect(findings.filter((one) => one.holds === 'unknown').map((one) => one.conditionId)).toEqual([
      'on-time-excellent',
      'beyond-excellent',
      'put-right-excellent',
      'on-time-good',
      'done-completed',
      'late-completed',
      'no-listed-case',
    ]);
    expect(judge({ tasks: { total: 0, onTime: 0, late: 0, beyondRequirement: 0 } }).highest).toBe(
      'excellent',
    );
    expect(unmet({ earlierShortcomings: { total: 0, putRight: 0 } })).toEqual([]);
  });

  it('forbid what is confirmed, inform of the rest, and never bar what was only said', () => {
    const oneLate = { tasks: { total: 10, onTime: 9, late: 1, beyondRequirement: 5 } };
    expect(judge(oneLate).verdicts).toEqual({
      self: { kind: 'informed', by: ['on-time-excellent', 'on-time-good'] },
      proposed: { kind: 'informed', by: ['on-time-excellent', 'on-time-good'] },
      decided: { kind: 'forbidden', by: ['on-time-excellent', 'on-time-good'] },
    });
    const notPutRight = judge({ earlierShortcomings: { total: 2, putRight: 1 } });
    expect([notPutRight.highest, notPutRight.highestPermitted, notPutRight.verdicts.decided]).toEqual([
      'good',
      'excellent',
      { kind: 'informed', by: ['put-right-excellent'] },
    ]);
    const levels = { self: null, proposed: null, decided: 'good' } as const;
    expect(judge({ earlierShortcomings: { total: 2, putRight: 1 }, levels }).verdicts).toEqual({
      self: null,
      proposed: null,
      decided: { kind: 'fine' },
    });
  });

  it('hold a staff member to the level of the agency and a head to the level of the collective', () => {
    expect(unmet({ isStaff: true, staffLevel: 'excellent' })).toEqual([]);
    expect(judge({ isStaff: true, staffLevel: 'good' }).highest).toBe('good');
    expect(judge({ isStaff: true, staffLevel: 'good' }, rulePack132).verdicts.decided?.kind).toBe(
      'forbidden',
    );
    const head = { ...best, subject: 'leader', isHead: true } as const;
    expect(judge({ collectiveLevel: 'completed' }, rulePack366, head).highest).toBe('completed');
    expect(judge({ collectiveLevel: 'excellent' }, rulePack366, head).highest).toBe('excellent');
    expect(judge({ collectiveLevel: 'completed', isHead: false }, rulePack366, head).highest).toBe(
      'excellent',
    );
  });

  it('tell what should have been decided first', () => {
    expect(unmet({ isStaff: true })).toEqual([
      ['staff-excellent', 'unknown'],
      ['staffFirst', false],
    ]);
    expect(unmet({ subject: 'leader', isHead: true })).toEqual([
      ['head-not-above-collective', 'unknown'],
      ['unitBeforeHead', false],
    ]);
    expect(unmet({ membersUndecided: 3, unitsUndecided: 2 }, rulePack366, bestCollective)).toEqual([
      ['membersBeforeCell', false],
      ['unitsBeforeBody', false],
    ]);
    expect(unmet({ membersUndecided: 3, unitsUndecided: 2 })).toEqual([]);
    const { highest, verdicts } = judge({ membersUndecided: 3 }, rulePack366, bestCollective);
    expect([highest, verdicts.decided]).toEqual(['excellent', { kind: 'fine' }]);
  });

  it('judge a collective by discipline below it and in its own lead', () => {
    const highest = (change: Partial<RatingFacts>, pack?: RulePack) =>
      judge(change, pack, bestCollective).highest;
    expect(highest({ subordinates: { total: 5, disciplined: 1, entered: false } })).toBe('good');
    expect(highest({ subordinates: null })).toBe('excellent');
    const leader = (form: 'reprimand' | 'warning') => ({
      leaderDisciplines: [{ form, effectiveOn: '2025-05-01', countedYear: null }],
    });
    expect(highest(leader('reprimand'))).toBe('good');
    expect(highest({ ...leader('reprimand'), subordinates: null })).toBe('good');
    expect(highest(leader('warning'))).toBe('notCompleted');
    expect(highest({ subordinates: { total: 5, disciplined: 1, entered: false } }, rulePack124)).toBe(
      'excellent',
    );
    expect(highest({ subordinates: { total: 5, disciplined: 2, entered: false } }, rulePack124)).toBe(
      'notCompleted',
    );
    expect(highest({ targets: { total: 10, reached: 5 } }, rulePack124)).toBe('excellent');
    expect(highest({ targets: { total: 10, reached: 4 } }, rulePack124)).toBe('notCompleted');
  });
});

describe('special cases', () => {
  const on = (change: Partial<RatingFacts>, pack: RulePack = rulePack132) => {
    const { highest, highestPermitted, withoutLevel, verdicts } = judge(change, pack);
    return [highest, highestPermitted, withoutLevel, verdicts.decided?.kind];
  };
  const discipline = (effectiveOn: string, countedYear: number | null = null) => ({
    disciplines: [{ form: 'reprimand', effectiveOn, countedYear } as const],
  });

  it('disciplined in the year: "không hoàn thành", each violation once', () => {
    expect(on(discipline('2025-03-04'))).toEqual(['notCompleted', 'notCompleted', null, 'forbidden']);
    expect(on(discipline('2025-03-04'), rulePack366)).toEqual([
      'notCompleted',
      'excellent',
      null,
      'informed',
    ]);
    expect(on(discipline('2025-03-04', 2024))[0]).toBe('excellent');
    const days = ['2024-12-31', '2025-01-01', '2025-12-31', '2026-01-01', '2025', '2024', '2025-12'];
    expect(days.map((day) => on(discipline(day))[0] === 'notCompleted')).toEqual([
      false,
      true,
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  it('collective disciplined, or with a leader warned: "không hoàn thành"', () => {
    const forced = (change: Partial<RatingFacts>, pack: RulePack) => {
      const { highest, verdicts } = judge(change, pack, bestCollective);
      return [highest, verdicts.decided?.kind];
    };
    expect(forced(discipline('2025-03-04'), rulePack124)).toEqual(['notCompleted', 'forbidden']);
    expect(forced(discipline('2025-03-04'), rulePack132)).toEqual(['notCompleted', 'informed']);
    const warned = {
      leaderDisciplines: [{ form: 'warning', effectiveOn: '2025-03', countedYear: null }],
    } as const;
    expect(forced(warned, rulePack132)).toEqual(['notCompleted', 'forbidden']);
  });

  it('exempt is not reviewed, suspended is not rated', () => {
    expect(on({ participation: 'exempt' })).toEqual([null, null, 'notReviewed', 'forbidden']);
    expect(on({ participation: 'suspended' })).toEqual([null, null, 'notRated', 'forbidden']);
    expect(on({ participation: 'exempt' }, rulePack366)).toEqual([
      null,
      'excellent',
      'notReviewed',
      'informed',
    ]);
    expect(on({ participation: 'suspended' }, rulePack366)).toEqual([
      null,
      'excellent',
      'notRated',
      'informed',
    ]);
  });

  it('temporarily exempt, under examination, gone before the day: no level, informed', () => {
    expect(on({ temporarilyExempt: true })).toEqual([null, 'excellent', 'notRated', 'informed']);
    expect(on({ underExamination: true })).toEqual([null, 'excellent', 'hold', 'informed']);
    for (const participation of ['transferredOut', 'retired', 'deceased', 'left'] as const)
      expect(on({ participation })).toEqual([null, 'excellent', 'outOfBase', 'informed']);
    expect(on({ participation: 'left', underExamination: true })[2]).toBe('outOfBase');
  });

  it('probationary for less than six months: deferred', () => {
    const probationary = (admittedOn: string | null) => unmet({ membership: 'probationary', admittedOn });
    expect(probationary('2025-06-30')).toEqual([]);
    const period = { from: '2025-01-01', to: '2025-11-30' };
    expect(unmet({ membership: 'probationary', admittedOn: '2025-05-30', period })).toEqual([]);
    expect(probationary('2025-07-01')).toEqual([['newlyAdmitted', false]]);
    expect(probationary('2025-07')).toEqual([['newlyAdmitted', false]]);
    expect(probationary('2025')).toEqual([['newlyAdmitted', 'unknown']]);
    expect(probationary('2024')).toEqual([]);
    expect(probationary(null)).toEqual([['newlyAdmitted', 'unknown']]);
    expect(unmet({ membership: null, admittedOn: '2025-09-09' })).toEqual([['newlyAdmitted', false]]);
    expect(unmet({ membership: 'full', admittedOn: '2025-09-09' })).toEqual([]);
    expect(on({ membership: 'probationary', admittedOn: '2025-09-09' })[2]).toBe('notRated');
  });

  it('moved from another cell after six months there: its opinion is missed', () => {
    const moved = (monthsInFormerCell: number, hasFormerOpinion: boolean) =>
      unmet({ cellMoves: [{ monthsInFormerCell, hasFormerOpinion }] });
    expect([moved(6, false), moved(5, false), moved(6, true)]).toEqual([[['movedCell', false]], [], []]);
    expect(on({ cellMoves: [{ monthsInFormerCell: 9, hasFormerOpinion: false }] })[3]).toBe('fine');
  });

  it("long leave: not above the level that the office's own rule sets", () => {
    expect(on({ longLeaveMonths: 6 })).toEqual(['good', 'excellent', null, 'informed']);
    expect(on({ longLeaveMonths: 5 })[0]).toBe('excellent');
    const stricter = applyOverrides(rulePack366, {
      'case.longLeave.treatment': 'notRated',
      'case.longLeave.months': 4,
      'case.longLeave.forbids': true,
    });
    expect(stricter.refused).toEqual([]);
    expect(on({ longLeaveMonths: 4 }, stricter.pack)).toEqual([null, null, 'notRated', 'forbidden']);
  });

  it('two years running "không hoàn thành", and new facts after the decision: notices', () => {
    const again = { self: null, proposed: 'notCompleted', decided: null } as const;
    expect(unmet({ previousLevel: 'notCompleted', levels: again })).toEqual([
      ['twoYearsNotCompleted', false],
    ]);
    expect(unmet({ previousLevel: 'completed', levels: again })).toEqual([]);
    expect(unmet({ previousLevel: 'notCompleted', levels: { ...again, decided: 'completed' } })).toEqual([]);
    expect(unmet({ newFactsAfterDecision: true })).toEqual([['newFacts', false]]);
    expect(judge({ newFactsAfterDecision: true }).verdicts.decided).toEqual({ kind: 'fine' });
  });

  it('are left out where the office does not use them', () => {
    const { pack } = applyOverrides(rulePack366, { 'case.underExamination.enabled': false });
    expect(judge({ underExamination: true }, pack).highest).toBe('excellent');
  });
});

describe('findings as sentences', () => {
  it('say number, limit and article, and neither form nor day of a discipline', () => {
    const { findings } = judge({
      tasks: { total: 8, onTime: 7, late: 1, beyondRequirement: 2 },
      disciplines: [{ form: 'warning', effectiveOn: '2025-03-04', countedYear: null }],
      scoreParts: score(8999),
    });
    const said = findings
      .filter((one) => one.holds === false)
      .map((one) => `${findingSentence(one.words)} ${effectSentence(one.effect)} ${one.article}`);
    expect(said).toEqual([
      '89,99 điểm: mức cao nhất có thể là hoàn thành tốt nhiệm vụ. Cao nhất: hoàn thành tốt nhiệm vụ. QĐ 366-QĐ/TW ngày 30/8/2025, điều 11',
      'Đúng tiến độ 7 trong 8 nhiệm vụ (yêu cầu 100%). Cao nhất: hoàn thành tốt nhiệm vụ. QĐ 366-QĐ/TW ngày 30/8/2025, điều 11',
      'Vượt yêu cầu 2 trong 8 nhiệm vụ (yêu cầu 30%). Cao nhất: hoàn thành tốt nhiệm vụ. QĐ 366-QĐ/TW ngày 30/8/2025, điều 11',
      'Đúng tiến độ 7 trong 8 nhiệm vụ (yêu cầu 100%). Cao nhất: hoàn thành nhiệm vụ. QĐ 366-QĐ/TW ngày 30/8/2025, điều 11',
      'Bị kỷ luật trong kỳ. Xếp: không hoàn thành nhiệm vụ. HD 21-HD/BTCTW ngày 18/10/2019',
    ]);
  });

  it('never say undefined or leave a sentence open', () => {
    const { findings } = judge(
      {
        ...bestCollective,
        tasks: null,
        subordinates: null,
        targets: null,
        listedCaseConcluded: null,
        scoreParts: [],
      },
      rulePack124,
    );
    for (const { words } of [...findings, ...judge({ scoreParts: [], tasks: null }).findings])
      expect(findingSentence(words)).toMatch(/^\p{Lu}.*\.$/su);
  });
});

describe('the ceiling', () => {
  const changes: fc.Arbitrary<Partial<RatingFacts>> = fc.record(
    {
      subject: fc.constantFrom('leader', 'noPost', 'outsideSystem'),
      scoreParts: fc.integer({ min: 0, max: 10000 }).map(score),
      tasks: fc.record({
        total: fc.constant(10),
        onTime: fc.nat(10),
        late: fc.nat(10),
        beyondRequirement: fc.nat(10),
      }),
      listedCaseConcluded: fc.boolean(),
      longLeaveMonths: fc.nat(12),
      isStaff: fc.boolean(),
      staffLevel: fc.constantFrom(...ratingLevels, null),
      isHead: fc.boolean(),
      collectiveLevel: fc.constantFrom(...ratingLevels, null),
      underExamination: fc.boolean(),
    },
    { requiredKeys: [] },
  );

  it('is what the findings say, and a level is fine exactly up to it', () => {
    fc.assert(
      fc.property(changes, fc.constantFrom(...ratingLevels), (change, decided) => {
        const { highest, highestPermitted, verdicts } = judge({
          ...change,
          levels: { self: decided, proposed: null, decided },
        });
        const within = (most: (typeof ratingLevels)[number] | null) =>
          most !== null && ratingLevels.indexOf(decided) >= ratingLevels.indexOf(most);
        expect(verdicts.decided?.kind).toBe(
          within(highest) ? 'fine' : within(highestPermitted) ? 'informed' : 'forbidden',
        );
        expect(verdicts.self?.kind).toBe(within(highest) ? 'fine' : 'informed');
      }),
    );
  });
});

describe('the year in which a discipline counts', () => {
  const day = fc
    .tuple(
      fc.integer({ min: 2022, max: 2026 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([y, m, d]) => [y, String(m).padStart(2, '0'), String(d).padStart(2, '0')] as const);

  it('is one year for every discipline, whatever day its people were counted on', () => {
    const years = [2021, 2022, 2023, 2024, 2025, 2026, 2027];
    fc.assert(
      fc.property(
        day,
        fc.constantFrom('day', 'month', 'year'),
        fc.constantFrom(null, '10-31', '11-30', '12-10', '12-31'),
        fc.option(fc.constantFrom(...years), { nil: null }),
        ([y, m, d], known, counting, said) => {
          const effectiveOn = known === 'day' ? `${y}-${m}-${d}` : known === 'month' ? `${y}-${m}` : `${y}`;
          const countedOn = (year: number) => `${year}-${counting ?? '12-31'}`;
          const countedYear = said ?? yearAfterCounting(effectiveOn, counting === null ? null : countedOn(y));
          const one = { form: 'warning', effectiveOn, countedYear } as const;
          const counts = years.filter(
            (year) => disciplinesIn({ from: `${year}-01-01`, to: countedOn(year) }, [one]).length > 0,
          );
          expect(counts).toHaveLength(1);
          // By hand: the first day of what is known of it, against the counting day.
          const first = known === 'day' ? `${m}-${d}` : known === 'month' ? `${m}-01` : '01-01';
          const expected = counting !== null && first > counting ? y + 1 : y;
          expect(counts).toEqual([said ?? expected]);
        },
      ),
      // Few days come after a counting day: enough runs to meet them.
      { numRuns: 2000 },
    );
  });
});
