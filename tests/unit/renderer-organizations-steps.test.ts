import { describe, expect, it } from 'vitest';
import { AppError } from '../../db/contract/errors.ts';
import { fieldErrorMessage } from '../../db/contract/vi/errors.ts';
import { stepErrorsOf } from '../../renderer/features/organizations/step-errors.ts';
import { typedDay } from '../../renderer/features/organizations/tree-day.ts';
import { draftErrors, toNewUnit, type UnitDraft } from '../../renderer/features/organizations/unit-draft.ts';

const draft: UnitDraft = {
  name: 'Chi bộ Một',
  unitType: '',
  kind: 'partyCell',
  parentId: '7',
  code: '',
  superiorHead: '',
  issuingHead: '',
  signatureAuthority: '',
  signatureTitle: '',
};

const split = {
  fields: [
    'onDay',
    'keepSource',
    'parts',
    'parts.0.unit.name',
    'parts.0.unit.parentId',
    'parts.1.unit.name',
    'parts.1.officialIds',
  ],
  place: 'parts.0.unit.parentId',
  drafts: [
    { prefix: 'parts.0.unit.', name: 'Chi bộ Một' },
    { prefix: 'parts.1.unit.', name: 'Chi bộ  hòa bình' },
  ],
};
const fieldsOf = (error: unknown, fields = split) => {
  const shown = stepErrorsOf(error, fields);
  return shown && Object.keys(shown);
};

describe('place of a refusal', () => {
  it('stands at the day when the day is what must be changed', () => {
    for (const code of ['DAY_BEFORE_LAST_CHANGE', 'ORGANIZATION_NOT_THERE'] as const)
      expect(stepErrorsOf(new AppError(code, { params: { name: 'A', day: '01/07/2025' } }), split)).toEqual({
        onDay: expect.stringContaining('01/07/2025'),
      });
  });

  it('stands at the new unit that bears the taken name, whatever the marks and spaces', () => {
    const taken = new AppError('ORGANIZATION_NAME_TAKEN', { params: { name: 'CHI BỘ HOÀ BÌNH' } });
    expect(fieldsOf(taken)).toEqual(['parts.1.unit.name']);
  });

  it('stands at the place, the move and the rest', () => {
    expect(fieldsOf(new AppError('ORGANIZATION_CYCLE'))).toEqual(['parts.0.unit.parentId']);
    expect(fieldsOf(new AppError('PEOPLE_NOT_PLACED', { params: { name: 'A', count: 2 } }))).toEqual([
      'keepSource',
    ]);
    expect(
      fieldsOf(new AppError('ORGANIZATION_NOT_EMPTY', { params: { name: 'A', count: 2 } }), {
        fields: ['onDay', 'moveToId'],
        place: 'moveToId',
        drafts: [],
      }),
    ).toEqual(['moveToId']);
  });

  it('takes the fields of a refused input', () => {
    const refused = new AppError('VALIDATION_FAILED', {
      fieldErrors: { 'parts.1.unit.name': 'TOO_LONG', 'parts.0.unit.parentId': 'INVALID_VALUE' },
    });
    expect(stepErrorsOf(refused, split)).toEqual({
      'parts.1.unit.name': fieldErrorMessage('TOO_LONG'),
      'parts.0.unit.parentId': fieldErrorMessage('INVALID_VALUE'),
    });
  });

  it('is the notifier for what no field on the screen can show', () => {
    expect(stepErrorsOf(new AppError('STALE_VERSION'), split)).toBeNull();
    expect(stepErrorsOf(new AppError('ORGANIZATION_NOT_EMPTY'), split)).toBeNull();
    expect(
      stepErrorsOf(new AppError('VALIDATION_FAILED', { fieldErrors: { elsewhere: 'REQUIRED' } }), split),
    ).toBeNull();
    expect(stepErrorsOf(new Error('cut'), split)).toBeNull();
  });
});

describe('what is typed', () => {
  it('is a day only when it is a whole and real one', () => {
    expect(typedDay('1/7/2025')).toBe('2025-07-01');
    expect(typedDay('01-07-2025')).toBe('2025-07-01');
    for (const typed of ['07/2025', '2025', '31/02/2025', '', 'nay']) expect(typedDay(typed)).toBeNull();
  });

  it('becomes a unit: no parent is null, a name of spaces is none', () => {
    expect(toNewUnit(draft).parentId).toBe(7);
    expect(toNewUnit({ ...draft, parentId: '' }).parentId).toBeNull();
    expect(draftErrors({ ...draft, name: '  ' }, 'target.unit.')).toEqual({
      'target.unit.name': fieldErrorMessage('REQUIRED'),
    });
    expect(draftErrors(draft, '')).toEqual({});
  });
});
