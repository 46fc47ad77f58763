import { expect, it } from 'vitest';
import { citizenIdAgrees, citizenIdFacts, isCitizenId, maskCitizenId } from '../../db/domain/citizen-id.ts';

it.each([
  ['076093494461', { gender: 'male', birthYear: 1993 }],
  ['068189626090', { gender: 'female', birthYear: 1989 }],
  ['086201101390', { gender: 'male', birthYear: 2001 }],
  ['057300343949', { gender: 'female', birthYear: 2000 }],
])('reads century, gender and birth year of %s', (citizenId, facts) => {
  expect(citizenIdFacts(citizenId)).toEqual(facts);
});

it('disagrees on gender or birth year, and agrees where nothing is known', () => {
  expect(citizenIdAgrees('076093494461', 'male', '1993-12-16')).toBe(true);
  expect(citizenIdAgrees('076093494461', 'female', '1993')).toBe(false);
  expect(citizenIdAgrees('076093494461', 'male', '1994')).toBe(false);
  expect(citizenIdAgrees('076093494461', null, null)).toBe(true);
});

it('knows 9 and 12 digits only, and masks all but the province', () => {
  expect(['123456789', '076093494461', '07609349446', 'A76093494461', ''].map(isCitizenId)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(maskCitizenId('076093494461')).toBe('076•••••••••');
});
