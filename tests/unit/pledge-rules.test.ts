import { expect, it } from 'vitest';
import { pledgeStatuses } from '../../db/domain/cycle.ts';
import { identicalPledges, mayStepPledge } from '../../db/domain/pledge-rules.ts';

it('takes a pledge only the listed ways', () => {
  const ways = pledgeStatuses.flatMap((from) =>
    pledgeStatuses.filter((to) => mayStepPledge(from, to)).map((to) => `${from} ${to}`),
  );
  expect(ways).toEqual([
    'notFiled filed',
    'filed notFiled',
    'filed filed',
    'filed confirmed',
    'filed returned',
    'confirmed notFiled',
    'confirmed returned',
    'returned notFiled',
    'returned filed',
  ]);
});

it('tells of identical texts from five others on', () => {
  const same = [1, 2, 3, 4, 5].map((id) => ({ id, textKey: 'hoc tap' }));
  const others = [
    { id: 8, textKey: 'hoc tap va lam theo' },
    ...[20, 21, 22, 23, 24, 25].map((id) => ({ id, textKey: '' })),
  ];
  expect(identicalPledges([...same, ...others])).toEqual([]);
  expect(identicalPledges([...same, ...others, { id: 6, textKey: 'hoc tap' }])).toEqual([1, 2, 3, 4, 5, 6]);
  expect(identicalPledges([...same, ...others], 4)).toEqual([1, 2, 3, 4, 5]);
});
