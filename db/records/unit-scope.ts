import type { ReadHandle } from '../connection/open.ts';
import { subtreeIds } from '../domain/organizations.ts';
import { allOrganizations } from './organizations.ts';

interface OfUnit {
  organizationId: number | null;
}

export interface UnitScope {
  /** Whether a row belongs to the unit asked for or to one under it; every row does when none was asked for. */
  holds: (row: OfUnit) => boolean;
  /** Name as of the day, '' for none. */
  nameOf: (organizationId: number | null) => string;
  /** In tree order of units, in place; inside a unit as the rows came, those without a unit last. */
  inTreeOrder: <Row extends OfUnit>(rows: Row[]) => Row[];
}

/** The units of a list as they were on its day, narrowed to one unit with those under it. */
export function unitScope(db: ReadHandle, day: string, organizationId: number | null): UnitScope {
  const units = allOrganizations(db, day);
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  const position = new Map<number | null, number>(units.map((unit, index) => [unit.id, index]));
  const ids = organizationId === null ? null : subtreeIds(units, organizationId);
  const of = (row: OfUnit) => position.get(row.organizationId) ?? units.length;
  return {
    holds: (row) => ids === null || (row.organizationId !== null && ids.has(row.organizationId)),
    nameOf: (id) => (id === null ? '' : (names.get(id) ?? '')),
    inTreeOrder: (rows) => rows.sort((a, b) => of(a) - of(b)),
  };
}
