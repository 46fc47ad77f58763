import type { CriteriaReading } from '../../../db/contract/criteria.ts';
import { type SubjectGroup, subjectGroups } from '../../../db/domain/rule-packs.ts';

export type CriteriaTableRead = CriteriaReading['tables'][number];
/** A table that was read, with the groups that it is taken for; none: it is left out. */
export interface ChosenTable {
  table: CriteriaTableRead;
  groups: SubjectGroup[];
  /** Groups that an earlier table already has. */
  twice: SubjectGroup[];
}

/** @param own groups by key of a table, over what the sheet says */
export function chosenTables(
  tables: readonly CriteriaTableRead[],
  own: Readonly<Record<string, readonly SubjectGroup[]>>,
): ChosenTable[] {
  const taken = new Set<SubjectGroup>();
  return tables.map((table) => {
    const wanted = own[table.key] ?? table.groups;
    const groups = subjectGroups.filter((group) => wanted.includes(group));
    const twice = groups.filter((group) => taken.has(group));
    for (const group of groups) taken.add(group);
    return { table, groups, twice };
  });
}

/** Whether the tables that are taken can be kept. */
export const isReady = (chosen: readonly ChosenTable[]): boolean => {
  const used = chosen.filter(({ groups }) => groups.length > 0);
  return used.length > 0 && used.every(({ table, twice }) => twice.length === 0 && table.faults.length === 0);
};
