import type { ReadHandle } from '../connection/open.ts';
import { officeOnPaper, readOffice } from './office.ts';
import { allOrganizations } from './organizations.ts';

/** Names of a unit on a day as papers write them. */
export interface UnitOnPaper {
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
 * over it; the office's own for the unit at the top. Who signs comes with them.
 */
export function unitsOnPaper(db: ReadHandle, day: string): (unitId: number | null) => UnitOnPaper {
  const office = readOffice(db);
  const units = new Map(allOrganizations(db, day).map((unit) => [unit.id, unit]));
  return (unitId) => {
    const unit = unitId === null ? undefined : units.get(unitId);
    const parent = unit?.parentId == null ? undefined : units.get(unit.parentId);
    const lines = officeOnPaper(db, unitId, day);
    const isTop = unit === undefined || parent === undefined;
    const own = (line: 'superiorHead' | 'issuingHead', name: string) =>
      isTop || lines[line] !== office[line] ? lines[line] : capitals(name);
    return {
      name: unit?.name ?? office.name,
      superior: own('superiorHead', parent?.name ?? '') || office.superiorHead,
      issuing: own('issuingHead', unit?.name ?? '') || capitals(unit?.name ?? ''),
      place: lines.placeName,
      authority: lines.signatureAuthority,
      title: lines.signatureTitle,
      signer: isTop ? lines.signerName : '',
    };
  };
}
