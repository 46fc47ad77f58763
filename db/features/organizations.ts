import { eq } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { organizations } from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { Organization, OrganizationTree } from '../contract/organizations.ts';
import { dayOf } from '../domain/dates.ts';
import { foldForSearch } from '../domain/names.ts';
import { subtreeIds } from '../domain/organizations.ts';
import { memberCounts } from '../records/member-counts.ts';
import {
  allOrganizations,
  insertOrganization,
  type OrganizationRow,
  organizationsOn,
  rootOrganizationId,
  updateOrganization as updateOrganizationRow,
} from '../records/organizations.ts';
import { referencesTo } from '../records/references.ts';

/** The tree as of a day, with how many people have their Party life in each unit that day. */
export function organizationTree(db: ReadHandle, asOf = dayOf(new Date())): OrganizationTree {
  const rows = organizationsOn(db, asOf);
  const own = memberCounts(db, asOf);
  const totals = new Map(rows.map((row) => [row.id, own.get(row.id) ?? 0]));
  for (const row of [...rows].reverse()) {
    if (row.parentId === null || !totals.has(row.parentId)) continue;
    totals.set(row.parentId, (totals.get(row.parentId) ?? 0) + (totals.get(row.id) ?? 0));
  }
  return {
    asOf,
    organizations: rows.map((row) => toOrganization(row, own.get(row.id) ?? 0, totals.get(row.id) ?? 0)),
  };
}

const toOrganization = (
  row: OrganizationRow,
  memberCount: number,
  totalMemberCount: number,
): Organization => ({
  id: row.id,
  parentId: row.parentId,
  kind: row.kind,
  unitType: row.unitType,
  name: row.name,
  code: row.code,
  superiorHead: row.superiorHead,
  issuingHead: row.issuingHead,
  signatureAuthority: row.signatureAuthority,
  signatureTitle: row.signatureTitle,
  validFrom: row.validFrom,
  validTo: row.validTo,
  version: row.version,
  memberCount,
  totalMemberCount,
});

function organizationOf(db: ReadHandle, id: number): Organization {
  const found = organizationTree(db).organizations.find((row) => row.id === id);
  if (!found) throw new AppError('NOT_FOUND');
  return found;
}

export function createOrganization(db: WriteHandle, input: MethodParsedInput<'organizations.create'>) {
  assertPlace(db, input, null);
  const id = insertOrganization(db, input);
  return {
    value: organizationOf(db, id),
    audit: { entity: 'organization', entityId: id, detail: { after: input } },
  };
}

/**
 * Takes back the adding of a unit, as long as it is what was added and nothing refers to it.
 * @throws AppError NOT_FOUND, ADDED_IN_USE
 */
export function removeAddedOrganization(
  db: WriteHandle,
  { id, version }: MethodParsedInput<'organizations.removeAdded'>,
) {
  const unit = db.select().from(organizations).where(eq(organizations.id, id)).get();
  if (!unit) throw new AppError('NOT_FOUND');
  const asAdded = unit.version === 1 && version === 1 && rootOrganizationId(db) !== id;
  if (!asAdded || referencesTo(db, { table: 'organizations', entity: 'organization', id }) > 0)
    throw new AppError('ADDED_IN_USE', { params: { name: unit.name } });
  db.delete(organizations).where(eq(organizations.id, id)).run();
  return { value: {}, audit: { entity: 'organization', entityId: id, detail: { removed: unit } } };
}

export function updateOrganization(db: WriteHandle, input: MethodParsedInput<'organizations.update'>) {
  const before = db.select().from(organizations).where(eq(organizations.id, input.id)).get();
  if (!before) throw new AppError('NOT_FOUND');
  assertPlace(db, input, input.id);
  const { id, version, ...values } = input;
  if (!updateOrganizationRow(db, id, version, values)) throw new AppError('STALE_VERSION');
  return {
    value: organizationOf(db, id),
    audit: { entity: 'organization', entityId: id, detail: { before, after: values } },
  };
}

/** The parent exists and is not below the unit itself; no sibling bears the same name. */
function assertPlace(
  db: ReadHandle,
  input: { parentId: number | null; name: string },
  id: number | null,
): void {
  const rows = allOrganizations(db);
  if (input.parentId !== null && !rows.some((row) => row.id === input.parentId))
    throw new AppError('VALIDATION_FAILED', { fieldErrors: { parentId: 'INVALID_VALUE' } });
  if (id !== null && input.parentId !== null && subtreeIds(rows, id).has(input.parentId))
    throw new AppError('ORGANIZATION_CYCLE');
  const key = foldForSearch(input.name);
  const namesake = rows.find(
    (row) =>
      row.id !== id && row.parentId === input.parentId && row.nameSearchKey === key && row.validTo === null,
  );
  if (namesake) throw new AppError('ORGANIZATION_NAME_TAKEN', { params: { name: namesake.name } });
}
