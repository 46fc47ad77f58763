import { describe, expect, it } from 'vitest';
import { AppError } from '../../db/contract/errors.ts';
import { newOffice } from '../helpers/office.ts';
import { type NewPerson, newPerson as person } from '../helpers/people.ts';

async function refusal(promise: Promise<unknown>) {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw error ?? new Error('was not refused');
  return { code: error.code, fieldErrors: error.fieldErrors };
}

describe('adding and changing a person', () => {
  it('keeps what was typed, cleaned, and finds it again', async () => {
    const { call } = await newOffice();
    const made = await call(
      'officials.create',
      person({ fullName: '  Trần  Văn\u00a0Ân ', since: '2024-01-01' }),
    );
    expect(made).toMatchObject({ fullName: 'Trần Văn Ân', version: 1, masked: true, organizationId: 1 });
    const changed = await call('officials.update', {
      id: made.id,
      version: 1,
      changes: { fullName: 'Trần Văn An', hometown: 'xã Mới' },
    });
    expect(changed).toMatchObject({
      fullName: 'Trần Văn An',
      hometown: 'xã Mới',
      birthDate: '1985-02-03',
      version: 2,
    });
    expect((await call('officials.list', { search: 'tran van an' })).total).toBe(1);
    expect((await call('officials.timeline', { id: made.id })).entries[0]).toMatchObject({
      kind: 'membership',
      on: '2024-01-01',
      organizationId: 1,
      validTo: null,
    });
  });

  it('refuses a stale write, so that neither of two edits is lost', async () => {
    const { call } = await newOffice();
    const { id } = await call('officials.create', person());
    await call('officials.update', { id, version: 1, changes: { hometown: 'một' } });
    expect(
      (await refusal(call('officials.update', { id, version: 1, changes: { hometown: 'hai' } }))).code,
    ).toBe('STALE_VERSION');
    expect((await call('officials.get', { id })).hometown).toBe('một');
  });

  it.each<[string, Partial<NewPerson>, string, string]>([
    ['a day that does not exist', { birthDate: '1985-02-30' }, 'birthDate', 'INVALID_DATE'],
    ['an ID with letters', { citizenId: '00108500000A' }, 'citizenId', 'INVALID_CITIZEN_ID'],
    ['no name', { fullName: ' ' }, 'fullName', 'REQUIRED'],
    ['10,000 letters', { fullName: 'x'.repeat(10_000) }, 'fullName', 'TOO_LONG'],
    ['a lone surrogate', { note: '\ud800' }, 'note', 'INVALID_TEXT'],
    ['an admission before birth', { admittedOn: '1984' }, 'admittedOn', 'BEFORE_BIRTH'],
  ])('refuses %s at its field', async (_name, changes, field, code) => {
    const { call } = await newOffice();
    expect(await refusal(call('officials.create', person(changes)))).toEqual({
      code: 'VALIDATION_FAILED',
      fieldErrors: { [field]: code },
    });
    expect((await call('officials.list', {})).total).toBe(0);
  });
});

describe('participation', () => {
  it('is dated: a year before the change still counts the person, a year after does not', async () => {
    const { call } = await newOffice();
    const { id } = await call('officials.create', person());
    await call('officials.setParticipation', {
      id,
      version: 1,
      status: 'transferredOut',
      onDay: '2025-03-01',
      reason: 'Chuyển sinh hoạt đảng',
    });
    const people = async (year: number) => (await call('reports.ratingSummary', { year })).total.members;
    expect([await people(2024), await people(2025)]).toEqual([1, 0]);
    const { entries } = await call('officials.timeline', { id });
    expect(entries.filter((entry) => entry.kind === 'participation')).toEqual([
      {
        kind: 'participation',
        status: 'transferredOut',
        reason: 'Chuyển sinh hoạt đảng',
        on: '2025-03-01',
        validTo: null,
      },
    ]);
    const earlier = { id, version: 2, status: 'active', onDay: '2024-01-01', reason: '' } as const;
    expect((await refusal(call('officials.setParticipation', earlier))).code).toBe('DAY_BEFORE_LAST_CHANGE');
  });

  it('leaves the exempt out of the base', async () => {
    const { call } = await newOffice();
    const { id } = await call('officials.create', person());
    await call('officials.setParticipation', {
      id,
      version: 1,
      status: 'exempt',
      onDay: '2025-03-01',
      reason: 'Tuổi cao',
    });
    expect((await call('reports.ratingSummary', { year: 2025 })).total).toMatchObject({
      members: 1,
      exempt: 1,
      toRate: 0,
    });
    expect((await call('reports.ratingSummary', { year: 2024 })).total).toMatchObject({
      members: 1,
      exempt: 0,
      toRate: 1,
    });
  });
});

describe('posts', () => {
  const post = {
    id: null,
    kind: 'party',
    title: 'Bí thư',
    isHead: true,
    isLeader: true,
    isKeyOfficial: true,
    managedBy: 'Ban Thường vụ Đảng ủy',
    validFrom: '2020',
    validTo: null,
  } as const;

  it('are several dated rows; ended ones leave the current titles', async () => {
    const { call } = await newOffice();
    const { id } = await call('officials.create', person());
    await call('officials.savePost', { officialId: id, version: 1, post });
    const both = await call('officials.savePost', {
      officialId: id,
      version: 2,
      post: { ...post, title: 'Trưởng ban' },
    });
    expect(both.partyPost).toBe('Bí thư; Trưởng ban');
    const postsOf = async () =>
      (await call('officials.timeline', { id })).entries.flatMap((entry) =>
        entry.kind === 'post' ? [entry.post] : [],
      );
    const posts = await postsOf();
    const first = posts.find((row) => row.title === 'Bí thư');
    await call('officials.savePost', {
      officialId: id,
      version: 3,
      post: { ...post, id: first?.id ?? 0, validTo: '2025-06' },
    });
    expect((await call('officials.get', { id })).partyPost).toBe('Trưởng ban');
    expect((await postsOf()).map((row) => [row.title, row.validTo])).toEqual([
      ['Trưởng ban', null],
      ['Bí thư', '2025-06'],
    ]);
    await call('officials.removePost', { officialId: id, version: 4, postId: first?.id ?? 0 });
    expect(await postsOf()).toHaveLength(1);
  });

  it('cannot begin before birth nor end before they began, and belong to one person', async () => {
    const { call } = await newOffice();
    const { id } = await call('officials.create', person());
    const save = (changes: object) =>
      refusal(call('officials.savePost', { officialId: id, version: 1, post: { ...post, ...changes } }));
    expect((await save({ validFrom: '1984' })).fieldErrors).toEqual({ 'post.validFrom': 'BEFORE_BIRTH' });
    expect((await save({ validTo: '2019' })).fieldErrors).toEqual({ 'post.validTo': 'BEFORE_START' });
    expect((await save({ id: 77 })).code).toBe('NOT_FOUND');
  });
});
