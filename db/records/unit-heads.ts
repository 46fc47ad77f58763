import type { ReadHandle } from '../connection/open.ts';
import { unitSignatures } from '../contract/vi/paper-particulars.ts';
import type { OrganizationKind } from '../domain/people.ts';
import { officeOn, officeOnPaper } from './office.ts';
import { allOrganizations } from './organizations.ts';

/** Names of a unit on a day as papers write them. */
export interface UnitOnPaper {
  /** Of the unit at the top where the paper is the office's; null of an office without units. */
  kind: OrganizationKind | null;
  name: string;
  superior: string;
  issuing: string;
  place: string;
  authority: string;
  title: string;
  signer: string;
}

const capitals = (name: string): string => name.toLocaleUpperCase('vi');

/**
 * Heads of papers about units as of a day: the lines that the unit prints itself, else its name and that of the unit
 * over it; the office's own for the unit at the top. Who signs comes with them: the unit's own lines, else those of
 * its kind (QĐ 399-QĐ/TW, 09/01/2026: T/M CHI BỘ, T/M ĐẢNG ỦY), never the office's for a unit below it.
 */
export function unitsOnPaper(db: ReadHandle, day: string): (unitId: number | null) => UnitOnPaper {
  const office = officeOn(db, day);
  const all = allOrganizations(db, day);
  const units = new Map(all.map((unit) => [unit.id, unit]));
  const top = all.find(({ parentId }) => parentId === null);
  const made = new Map<number | null, UnitOnPaper>();
  const headsOf = (unitId: number | null): UnitOnPaper => {
    const unit = made.get(unitId) ?? make(unitId);
    made.set(unitId, unit);
    return unit;
  };
  const make = (unitId: number | null): UnitOnPaper => {
    const unit = unitId === null ? undefined : units.get(unitId);
    const parent = unit?.parentId == null ? undefined : units.get(unit.parentId);
    const lines = officeOnPaper(db, unitId, day);
    const isTop = unit === undefined || parent === undefined;
    // As the unit over it heads its own papers; the one at the top may be named in the book otherwise.
    const over = parent === undefined ? '' : headsOf(parent.id).issuing;
    const own = (line: 'superiorHead' | 'issuingHead', name: string) =>
      isTop || lines[line] !== office[line] ? lines[line] : name;
    const signsItself =
      lines.signatureAuthority !== office.signatureAuthority ||
      lines.signatureTitle !== office.signatureTitle;
    const { authority, title } =
      isTop || signsItself
        ? { authority: lines.signatureAuthority, title: lines.signatureTitle }
        : (unitSignatures[unit.kind] ?? { authority: '', title: '' });
    return {
      kind: (unit ?? top)?.kind ?? null,
      name: unit?.name ?? office.name,
      superior: own('superiorHead', over) || office.superiorHead,
      issuing: own('issuingHead', capitals(unit?.name ?? '')) || capitals(unit?.name ?? ''),
      place: lines.placeName,
      authority,
      title,
      signer: isTop ? lines.signerName : '',
    };
  };
  return headsOf;
}

/** The same for papers of several days: each unit has the name of its paper's day. */
export function unitsOnPapers(db: ReadHandle): (day: string, unitId: number | null) => UnitOnPaper {
  const byDay = new Map<string, (unitId: number | null) => UnitOnPaper>();
  return (day, unitId) => {
    const then = byDay.get(day) ?? unitsOnPaper(db, day);
    byDay.set(day, then);
    return then(unitId);
  };
}
