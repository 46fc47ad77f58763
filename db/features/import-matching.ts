import { asc, isNull } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { memberships, officials, posts } from '../connection/schema.ts';
import { foldForSearch } from '../domain/names.ts';
import { organizationMatchKeys } from '../domain/organizations.ts';
import type { PostKind } from '../domain/people.ts';
import { idOfRowKey } from '../domain/row-keys.ts';
import { wordKey } from '../excel/title-keys.ts';
import { dataVersionOf, officeKeyOf } from '../records/data-state.ts';
import { cardDigits } from '../records/officials.ts';
import { allOrganizations } from '../records/organizations.ts';
import type { DecisionIndex } from './import-decisions.ts';
import type { PlannedUnit } from './import-plan.ts';

/** Finds the unit that a sheet names: the same name folded, or without "Chi bộ"; a living unit before an ended one. */
function organizationFinder(db: ReadHandle): (name: string) => { id: number; name: string } | null {
  const byKey = new Map<string, { id: number; name: string }>();
  const rows = allOrganizations(db);
  const livingLast = [
    ...rows.filter((row) => row.validTo !== null),
    ...rows.filter((row) => row.validTo === null),
  ];
  for (const { id, name } of livingLast)
    for (const key of organizationMatchKeys(name)) byKey.set(key, { id, name });
  return (name) => {
    for (const key of organizationMatchKeys(name)) {
      const found = byKey.get(key);
      if (found !== undefined) return found;
    }
    return null;
  };
}

/** The unit of a row under the decisions: the one chosen, the one that has the name, or one to create. */
export function unitFinder(db: ReadHandle): (decisions: DecisionIndex) => (name: string) => PlannedUnit {
  const find = organizationFinder(db);
  const names = new Map(allOrganizations(db).map((unit) => [unit.id, unit.name]));
  return (decisions) => {
    // A sheet has few units and many rows.
    const known = new Map<string, PlannedUnit>();
    return (name) => {
      const before = known.get(name);
      if (before !== undefined) return before;
      const unit = unitOf(name, decisions);
      known.set(name, unit);
      return unit;
    };
  };

  function unitOf(name: string, decisions: DecisionIndex): PlannedUnit {
    const choice = decisions.unitChoiceOf(name);
    switch (choice?.type) {
      case 'existing':
        return { id: choice.organizationId, name: names.get(choice.organizationId) ?? name };
      case 'create':
        return { id: null, name, parentId: choice.parentId };
      case 'leave':
        return null;
      default:
        return find(name) ?? { id: null, name };
    }
  }
}

/** A person as the database has it, with what a sheet's row is compared to. */
export type KnownPerson = typeof officials.$inferSelect & {
  /** Unit of the open membership. */
  organizationId: number | null;
  organizationName: string | null;
  /** All units of the person's Party life, past ones too. */
  units: Set<number>;
  /** Current titles per kind, joined with "; ". */
  titles: Record<PostKind, string>;
};

export interface PersonIndex {
  byId(officialId: number): KnownPerson | null;
  /** By the key of a row in a workbook that this office gave out. */
  byRowKey(key: string | undefined): KnownPerson | null;
  byCitizenId(citizenId: string): readonly KnownPerson[];
  byCard(cardNo: string): readonly KnownPerson[];
  byName(fullName: string): readonly KnownPerson[];
}

const lastIndex = new WeakMap<ReadHandle, { version: number; index: WeakRef<PersonIndex> }>();

/** The people as they are now; previews of the same state share one index, which goes with the last of them. */
export function peopleIndex(db: ReadHandle): PersonIndex {
  const version = dataVersionOf(db);
  const last = lastIndex.get(db);
  const known = last?.version === version ? last.index.deref() : undefined;
  if (known !== undefined) return known;
  const index = indexPeople(db);
  lastIndex.set(db, { version, index: new WeakRef(index) });
  return index;
}

/** All people in memory, indexed once per preview: far cheaper than queries for each row of a sheet. */
function indexPeople(db: ReadHandle): PersonIndex {
  const unitNames = new Map(allOrganizations(db).map((unit) => [unit.id, unit.name]));
  const byId = new Map<number, KnownPerson>();
  for (const row of db.select().from(officials).all())
    byId.set(row.id, {
      ...row,
      organizationId: null,
      organizationName: null,
      units: new Set(),
      titles: { party: '', state: '', mass: '' },
    });
  for (const row of db.select().from(memberships).all()) {
    const person = byId.get(row.officialId);
    person?.units.add(row.organizationId);
    if (person && row.validTo === null) {
      person.organizationId = row.organizationId;
      person.organizationName = unitNames.get(row.organizationId) ?? null;
    }
  }
  for (const row of db.select().from(posts).where(isNull(posts.validTo)).orderBy(asc(posts.id)).all()) {
    const titles = byId.get(row.officialId)?.titles;
    if (titles) titles[row.kind] = titles[row.kind] === '' ? row.title : `${titles[row.kind]}; ${row.title}`;
  }
  const officeKey = officeKeyOf(db);
  const people = [...byId.values()];
  const citizenIds = groupBy(people, (person) => person.citizenId);
  const cards = groupBy(people, (person) => person.partyCardDigits);
  const names = groupBy(people, (person) => person.nameSearchKey);
  // The rows of a sheet are asked for again after each decision.
  const folded = new Map<string, string>();
  const fold = (name: string): string => {
    let key = folded.get(name);
    if (key === undefined) {
      key = foldForSearch(name);
      folded.set(name, key);
    }
    return key;
  };
  const find = (groups: Map<string, KnownPerson[]>, key: string) =>
    key === '' ? [] : (groups.get(key) ?? []);
  return {
    byId: (officialId) => byId.get(officialId) ?? null,
    byRowKey: (key) => {
      const id = key === undefined ? null : idOfRowKey(officeKey, key);
      return id === null ? null : (byId.get(id) ?? null);
    },
    byCitizenId: (citizenId) => find(citizenIds, citizenId),
    byCard: (cardNo) => find(cards, cardDigits(cardNo)),
    byName: (fullName) => find(names, fold(fullName)),
  };
}

/** Those whose name has the same letters and tones, wherever its tone mark is put (hoà, hòa) and whether i or y. */
export function spelledAlike(fullName: string | null, people: readonly KnownPerson[]): KnownPerson[] {
  const key = wordKey(fullName ?? '');
  return people.filter((person) => wordKey(person.fullName) === key);
}

function groupBy(
  people: readonly KnownPerson[],
  key: (person: KnownPerson) => string,
): Map<string, KnownPerson[]> {
  const groups = new Map<string, KnownPerson[]>();
  for (const person of people) {
    const group = groups.get(key(person));
    if (group) group.push(person);
    else groups.set(key(person), [person]);
  }
  return groups;
}
