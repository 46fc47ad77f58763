import { and, eq, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { cycles, importRows, officials, organizations, ratings } from '../connection/schema.ts';
import { pledges } from '../connection/schema-cycle.ts';
import type { ImportEntity, KeptReason } from '../contract/import-batches.ts';
import type { ImportKind } from '../contract/workbooks.ts';
import { attachmentCounts } from '../records/attachments.ts';
import { type DeclaredPledgeRecord, deleteDeclared, restoreDeclared } from '../records/declared-pledges.ts';
import { deleteOfficial, type OfficialRecord, restoreOfficial } from '../records/officials.ts';
import { type OrganizationRow, restoreOrganization } from '../records/organizations.ts';
import { deletePledge, type PledgeRecord, updatePledge } from '../records/pledges.ts';
import { followLevels } from '../records/rating-stages.ts';
import { type RatingRecord, restoreRating } from '../records/ratings.ts';
import { referredTo } from '../records/references.ts';
import { deleteTask, restoreTask, type TaskRecord } from '../records/remediation-tasks.ts';

type Origin = typeof importRows.$inferSelect;

/** What of a batch cannot be taken back, by record. */
export interface KeptRecord {
  id: number;
  name: string;
  reason: KeptReason;
}

interface EntityUndo {
  /** Records that the undo must leave; none for those that come and go with the others. */
  kept(db: ReadHandle, batchId: number): KeptRecord[];
  /** Takes away what the batch made. */
  remove(db: WriteHandle, origin: Origin): void;
  /** Puts back what the batch changed. `record` is our own JSON, written by the commit. `now` has the version to follow. @returns its own */
  restore(db: WriteHandle, record: object, now: { version: number; at: string }): number;
}

/** The records that the clerk counts in a batch of each kind; others come and go with them. */
export const countedEntities = {
  officials: 'official',
  ratings: 'rating',
  organizations: 'organization',
  pledges: 'pledge',
  pledgeStatus: 'declaredPledge',
  remediation: 'remediationTask',
} as const satisfies Record<ImportKind, ImportEntity>;

export const entityUndos = {
  official: {
    kept: keptOfficials,
    remove: (db, { entityId }) => deleteOfficial(db, entityId),
    restore: (db, record, { version }) => restoreOfficial(db, record as OfficialRecord, version),
  },
  rating: {
    kept: keptRatings,
    remove: (db, { entityId }) => db.delete(ratings).where(eq(ratings.id, entityId)).run(),
    restore: (db, record, { version, at }) => {
      const rating = record as RatingRecord;
      const restored = restoreRating(db, rating, version);
      followLevels(db, rating.id, rating, { userId: null, at });
      return restored;
    },
  },
  pledge: {
    kept: keptPledges,
    remove: (db, { entityId, versionAfter }) => deletePledge(db, entityId, versionAfter),
    // Only the columns of the pledge were changed: its items are as they were.
    restore: (db, record, { version }) => {
      const { id, version: _before, ...values } = record as PledgeRecord;
      updatePledge(db, id, version, values);
      return version + 1;
    },
  },
  declaredPledge: {
    kept: keptDeclared,
    remove: (db, { entityId, versionAfter }) => deleteDeclared(db, entityId, versionAfter),
    restore: (db, record, { version }) => restoreDeclared(db, record as DeclaredPledgeRecord, version),
  },
  remediationTask: {
    kept: keptTasks,
    remove: (db, { entityId, versionAfter }) => deleteTask(db, entityId, versionAfter),
    restore: (db, record, { version }) => restoreTask(db, record as TaskRecord, version),
  },
  cycle: {
    kept: () => [],
    remove: (db, { entityId }) => {
      if (!isInUse(db, 'cycles', entityId)) db.delete(cycles).where(eq(cycles.id, entityId)).run();
    },
    restore: neverChanged,
  },
  organization: {
    kept: keptOrganizations,
    // A unit that the batch brought goes with it, unless something else stands in it or it was edited by now.
    remove: (db, { entityId, versionAfter }) => {
      if (!isInUse(db, 'organizations', entityId))
        db.delete(organizations)
          .where(and(eq(organizations.id, entityId), eq(organizations.version, versionAfter)))
          .run();
    },
    restore: (db, record, { version }) => restoreOrganization(db, record as OrganizationRow, version),
  },
} satisfies Record<ImportEntity, EntityUndo>;

function neverChanged(): never {
  throw new Error('an import never changes such a record');
}

interface Touched {
  id: number;
  name: string | null;
  added: number;
  edited: number | null;
}

/** Rows of a batch that one entity has, as a query of their ids; only those that the batch made. */
const addedIds = (batchId: number, entity: ImportEntity) =>
  sql`select entity_id from ${importRows} where batch_id = ${batchId} and entity = ${entity} and before is null`;

/** Tables that hold parts of a person; everything else that refers to one is a record of its own. */
const partsOfPerson = ['memberships', 'posts', 'participation_states'];

function keptOfficials(db: ReadHandle, batchId: number): KeptRecord[] {
  const rows = db.all<Touched>(sql`
    select i.entity_id as id, coalesce(o.full_name, k.full_name) as name, i.before is null as added,
      -- merged into another: part of that person now, and back when the merge is undone
      coalesce(o.version <> i.version_after, k.id is not null or null) as edited
    from ${importRows} i left join ${officials} o on o.id = i.entity_id
      left join merged_officials g on g.id = i.entity_id left join ${officials} k on k.id = g.kept_id
    where i.batch_id = ${batchId} and i.entity = 'official'`);
  return keptOf(rows, referredTo(db, 'officials', addedIds(batchId, 'official'), partsOfPerson));
}

function keptRatings(db: ReadHandle, batchId: number): KeptRecord[] {
  const rows = db.all<Touched>(sql`
    select i.entity_id as id, o.full_name as name, i.before is null as added,
      r.version <> i.version_after as edited
    from ${importRows} i left join ${ratings} r on r.id = i.entity_id
      left join ${officials} o on o.id = r.official_id
    where i.batch_id = ${batchId} and i.entity = 'rating'`);
  return keptOf(rows, referredTo(db, 'ratings', addedIds(batchId, 'rating')));
}

/** A pledge with a scan is in use, too. */
function keptPledges(db: ReadHandle, batchId: number): KeptRecord[] {
  const rows = db.all<Touched>(sql`
    select i.entity_id as id, o.full_name as name, i.before is null as added, p.version <> i.version_after as edited
    from ${importRows} i left join ${pledges} p on p.id = i.entity_id
      left join ${officials} o on o.id = p.official_id
    where i.batch_id = ${batchId} and i.entity = 'pledge'`);
  const inUse = referredTo(db, 'pledges', addedIds(batchId, 'pledge'), ['pledge_items']);
  for (const id of attachmentCounts(db, 'pledge').keys()) inUse.add(id);
  return keptOf(rows, inUse);
}

function keptDeclared(db: ReadHandle, batchId: number): KeptRecord[] {
  const rows = db.all<Touched>(sql`
    select i.entity_id as id, o.name, i.before is null as added, d.version <> i.version_after as edited
    from ${importRows} i left join declared_pledges d on d.id = i.entity_id
      left join ${organizations} o on o.id = d.organization_id
    where i.batch_id = ${batchId} and i.entity = 'declaredPledge'`);
  return keptOf(rows, new Set());
}

/** A task with evidence was worked on, whatever its version says. */
function keptTasks(db: ReadHandle, batchId: number): KeptRecord[] {
  const rows = db.all<Touched>(sql`
    select i.entity_id as id, t.measure as name, i.before is null as added, t.version <> i.version_after as edited
    from ${importRows} i left join remediation_tasks t on t.id = i.entity_id
    where i.batch_id = ${batchId} and i.entity = 'remediationTask'`);
  const withScans = db.all<{ id: number }>(sql`
    select distinct entity_id as id from attachments where entity = 'remediationTask'
      and entity_id in (${addedIds(batchId, 'remediationTask')})`);
  return keptOf(rows, new Set(withScans.map(({ id }) => id)));
}

/** Only where units are the matter itself: those that a list of people brought are left without a word. */
function keptOrganizations(db: ReadHandle, batchId: number): KeptRecord[] {
  const rows = db.all<Touched>(sql`
    select i.entity_id as id, o.name, i.before is null as added, o.version <> i.version_after as edited
    from ${importRows} i join import_batches b on b.id = i.batch_id and b.kind = 'organizations'
      left join ${organizations} o on o.id = i.entity_id
    where i.batch_id = ${batchId} and i.entity = 'organization'`);
  const inUse = referredTo(db, 'organizations', addedIds(batchId, 'organization'), ['organizations']);
  const edited = new Set(rows.filter((row) => row.edited === 1).map(({ id }) => id));
  const children = db.all<{ id: number; parentId: number; ours: number; added: number }>(sql`
    select o.id, o.parent_id as parentId, i.id is not null as ours, i.id is not null and i.before is null as added
    from ${organizations} o left join ${importRows} i
      on i.batch_id = ${batchId} and i.entity = 'organization' and i.entity_id = o.id
    where o.parent_id in (${addedIds(batchId, 'organization')})`);
  // A unit stays as long as one under it does: one of others, one edited since, or one that stays for such a reason.
  const stays = (child: (typeof children)[number]): boolean =>
    child.ours === 0 || edited.has(child.id) || (child.added === 1 && inUse.has(child.id));
  for (let before = -1; before !== inUse.size; ) {
    before = inUse.size;
    for (const child of children) if (stays(child)) inUse.add(child.parentId);
  }
  return keptOf(rows, inUse);
}

function keptOf(rows: readonly Touched[], inUse: ReadonlySet<number>): KeptRecord[] {
  return rows.flatMap(({ id, name, added, edited }): KeptRecord[] => {
    // Gone already: what the batch made needs no undo, what it changed cannot come back.
    if (edited === null) return added === 1 ? [] : [{ id, name: name ?? '', reason: 'GONE' }];
    const reason = edited === 1 ? 'EDITED' : added === 1 && inUse.has(id) ? 'IN_USE' : null;
    return reason === null ? [] : [{ id, name: name ?? '', reason }];
  });
}

const isInUse = (db: ReadHandle, table: 'cycles' | 'organizations', id: number): boolean =>
  referredTo(db, table, sql`select ${id}`).size > 0;
