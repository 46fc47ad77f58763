import { describe, expect, it } from 'vitest';
import { audit, drafts } from '../../db/connection/schema.ts';
import { AppError } from '../../db/contract/errors.ts';
import { callsOf, newOffice, openDatabase, openOffice } from '../helpers/office.ts';

const key = { form: 'official', recordId: 7, partId: null } as const;
const fields = { hometown: { was: '', typed: 'xã Sông Mây, thôn Bản Sen' } };
const draft = { ...key, recordVersion: 3, title: 'Nguyễn Văn Ân', fields };

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => (error instanceof AppError ? error.fieldErrors : error),
  );

describe('a draft', () => {
  it('is kept to the letter, one a form and record, and survives the program', async () => {
    const { call, folder, service } = await newOffice();
    await call('drafts.save', draft);
    const decomposed = 'Hoa\u0300  \u0301 '; // neither composed nor trimmed: what was typed comes back
    await call('drafts.save', { ...draft, fields: { hometown: { was: '', typed: decomposed } } });
    await call('drafts.save', { ...draft, recordId: null, recordVersion: null, title: '' });
    expect((await call('drafts.list', {})).drafts).toHaveLength(2);
    await service.close();
    const { call: again } = await openOffice(folder);
    const { draft: opened } = await again('drafts.open', key);
    expect(opened).toMatchObject({ ...key, recordVersion: 3, title: 'Nguyễn Văn Ân' });
    expect(opened?.fields).toEqual({ hometown: { was: '', typed: decomposed } });
  });

  it('is gone when it was saved or given up, and leaves no audit row', async () => {
    const { call, folder } = await newOffice();
    const { reader } = await openDatabase(folder);
    const rows = () => reader.select().from(audit).all().length;
    const before = rows();
    await call('drafts.save', draft);
    await call('drafts.discard', key);
    await call('drafts.discard', key);
    expect((await call('drafts.open', key)).draft).toBeNull();
    expect((await call('drafts.list', {})).drafts).toEqual([]);
    expect(rows()).toBe(before);
  });

  it('belongs to its user alone', async () => {
    const { call, service, sessions, folder } = await newOffice();
    const { writerDriver } = await openDatabase(folder);
    writerDriver.exec(
      "insert into users (id, username, role, created_at) values (2, 'vanthu', 'clerk', '2026-01-01T00:00:00Z')",
    );
    const user = { userId: 2, username: 'vanthu', displayName: 'vanthu', role: 'clerk' } as const;
    const other = callsOf(service, sessions.open(user));
    await call('drafts.save', draft);
    expect((await other('drafts.list', {})).drafts).toEqual([]);
    expect((await other('drafts.open', key)).draft).toBeNull();
    await other('drafts.save', { ...draft, title: 'của người khác' });
    await other('drafts.discard', key);
    expect((await call('drafts.open', key)).draft?.title).toBe('Nguyễn Văn Ân');
  });

  it.each<[string, object, object]>([
    ['an unknown form', { form: '__proto__' }, { form: 'INVALID_VALUE' }],
    [
      'a long text',
      { fields: { a: { was: '', typed: 'x'.repeat(60_001) } } },
      { 'fields.a.typed': 'TOO_LONG' },
    ],
    [
      'too much in all',
      {
        fields: Object.fromEntries(
          Array.from({ length: 6 }, (_, at) => [`f${at}`, { was: '', typed: 'x'.repeat(19_000) }]),
        ),
      },
      { fields: 'TOO_LONG' },
    ],
    [
      'too many fields',
      {
        fields: Object.fromEntries(
          Array.from({ length: 101 }, (_, at) => [`f${at}`, { was: '', typed: true }]),
        ),
      },
      { fields: 'TOO_LONG' },
    ],
  ])('refuses %s and keeps the one before', async (_name, change, fieldErrors) => {
    const { call, service, token, folder } = await newOffice();
    await call('drafts.save', draft);
    const { reader } = await openDatabase(folder);
    const before = reader.select().from(drafts).all();
    const answer = await refusal(service.call(token, 'drafts.save', { ...draft, ...change }));
    expect(answer).toEqual(fieldErrors);
    expect(reader.select().from(drafts).all()).toEqual(before);
  });
});
