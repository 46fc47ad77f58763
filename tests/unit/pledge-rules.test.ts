import { describe, expect, it } from 'vitest';
import { signedSentence } from '../../db/contract/vi/pledge-rules.ts';
import { type PledgeStatus, pledgeStatuses } from '../../db/domain/cycle.ts';
import { countSigned, identicalPledges, mayStepPledge } from '../../db/domain/pledge-rules.ts';

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

describe('who has signed', () => {
  const pledge = (status: PledgeStatus, signedOn: string | null = null, notFiledReason = '') => ({
    status,
    signedOn,
    notFiledReason,
  });

  it('is counted with its base', () => {
    const counts = countSigned(
      [
        pledge('confirmed', '2026-03-31'),
        pledge('filed', '2026-04-01'),
        pledge('returned', '2026-03-01'),
        pledge('notFiled', null, 'Đi học dài ngày'),
        pledge('notFiled'),
        pledge('notFiled', null, ' '),
      ],
      '2026-03-31',
    );
    expect(counts).toEqual({ base: 6, signed: 2, late: 1, withReason: 1, withoutReason: 3, percent: 3333 });
    expect(signedSentence(counts)).toBe(
      'Đã ký 2 trong 6 người (33,33%), ký muộn 1; chưa ký 4, trong đó 3 chưa ghi lý do',
    );
    expect(signedSentence(countSigned([pledge('filed', '2026-03-01')], null))).toBe(
      'Đã ký 1 trong 1 người (100%)',
    );
    expect(countSigned([], null).percent).toBeNull();
  });
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
