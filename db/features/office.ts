import { desc, eq } from 'drizzle-orm';
import type { Actor } from '../auth/sessions.ts';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { capRules, keySlots, office, officeStates, organizations, users } from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { Office } from '../contract/office.ts';
import { defaultCapRuleSource } from '../contract/vi/office.ts';
import { addDays, dayBefore, formatPartialDate } from '../domain/dates.ts';
import { foldForSearch, vietnameseSortKey } from '../domain/names.ts';
import { organizationOfOffice } from '../domain/organizations.ts';
import { readOffice } from '../records/office.ts';

/** The first user of a new office. */
export const founderOf = (input: MethodParsedInput<'office.create'>): Actor => ({
  userId: 1,
  username: input.username,
  displayName: input.displayName === '' ? input.username : input.displayName,
  role: 'administrator',
});

/** A new office: its name, its first administrator, its own unit, and the default cap rule. */
export function createOffice(
  db: WriteHandle,
  input: MethodParsedInput<'office.create'>,
  founder: Actor,
  slotId: string,
  at: string,
) {
  const { userId, ...user } = founder;
  db.insert(office).values({ id: 1, name: input.officeName }).run();
  db.insert(users)
    .values({ id: userId, ...user, createdAt: at })
    .run();
  db.insert(keySlots).values({ slotId, userId, createdAt: at }).run();
  const name = organizationOfOffice(input.officeName);
  db.insert(organizations)
    .values({
      parentId: null,
      kind: 'partyBody',
      name,
      nameSearchKey: foldForSearch(name),
      nameSortKey: vietnameseSortKey(name),
    })
    .run();
  db.insert(capRules)
    .values({
      validFrom: '1980-01-01',
      percentHundredths: 2000,
      base: 'GOOD_ONLY',
      scope: 'BASE_PARTY_ORG',
      rounding: 'FLOOR',
      source: defaultCapRuleSource,
      sourceStatus: 'unconfirmed',
    })
    .run();
  return { value: null, audit: { entity: 'office', entityId: 1, detail: { name: input.officeName } } };
}

export function findUser(db: ReadHandle, username: string): Actor | null {
  const found = db
    .select()
    .from(users)
    .all()
    .find((user) => user.username === username && user.disabledAt === null);
  return found
    ? { userId: found.id, username: found.username, displayName: found.displayName, role: found.role }
    : null;
}

/**
 * Puts the office's lines right, or, with `changedOn`, changes them from a day: papers of earlier days keep the old ones.
 * @throws AppError STALE_VERSION, DAY_BEFORE_LAST_CHANGE
 */
export function updateOffice(db: WriteHandle, input: MethodParsedInput<'office.update'>) {
  const { changedOn, undoesChangeOn, ...values } = input;
  const before = readOffice(db);
  if (before.version !== values.version) throw new AppError('STALE_VERSION');
  const after = { ...values, version: values.version + 1 };
  if (changedOn !== null) keepLinesUntil(db, before, dayBefore(changedOn));
  if (undoesChangeOn !== null)
    db.delete(officeStates)
      .where(eq(officeStates.validTo, dayBefore(undoesChangeOn)))
      .run();
  db.update(office).set(after).run();
  const detail = { before, after, changedOn, undoesChangeOn };
  return { value: after, audit: { entity: 'office', entityId: 1, detail } };
}

function keepLinesUntil(db: WriteHandle, { name, version: _version, ...lines }: Office, validTo: string) {
  const last = db.select().from(officeStates).orderBy(desc(officeStates.validTo)).limit(1).get();
  if (last !== undefined && last.validTo >= validTo)
    throw new AppError('DAY_BEFORE_LAST_CHANGE', {
      params: { name, day: formatPartialDate(addDays(last.validTo, 1)) },
    });
  db.insert(officeStates)
    .values({ ...lines, validTo })
    .run();
}
