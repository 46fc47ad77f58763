import { and, asc, eq, gte } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { office, officeStates, organizationStates, organizations } from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import type { Office } from '../contract/office.ts';

export function readOffice(db: ReadHandle): Office {
  const row = db.select().from(office).get();
  if (!row) throw new AppError('DATABASE_DAMAGED');
  const { id: _id, ...fields } = row;
  return fields;
}

/** The office with the lines that it printed on a day. */
export function officeOn(db: ReadHandle, day: string): Office {
  const then = db
    .select()
    .from(officeStates)
    .where(gte(officeStates.validTo, day))
    .orderBy(asc(officeStates.validTo))
    .limit(1)
    .get();
  const { validTo: _validTo, ...lines } = then ?? { validTo: '' };
  return { ...readOffice(db), ...lines };
}

/**
 * Heads and signature of a paper about one unit: the unit's own lines as they were on the paper's day, the office's
 * of that day where the unit has none; null is a paper of the whole office. The office's signer signs for the office only: where
 * the unit signs by itself the name is left open.
 */
export function officeOnPaper(db: ReadHandle, organizationId: number | null, day: string): Office {
  const common = officeOn(db, day);
  const unit = organizationId === null ? undefined : printedLinesOn(db, organizationId, day);
  if (!unit) return common;
  const signsItself = unit.signatureAuthority !== '' || unit.signatureTitle !== '';
  return {
    ...common,
    superiorHead: unit.superiorHead || common.superiorHead,
    issuingHead: unit.issuingHead || common.issuingHead,
    signatureAuthority: unit.signatureAuthority || common.signatureAuthority,
    signatureTitle: unit.signatureTitle || common.signatureTitle,
    signerName: signsItself ? '' : common.signerName,
  };
}

function printedLinesOn(db: ReadHandle, organizationId: number, day: string) {
  const { superiorHead, issuingHead, signatureAuthority, signatureTitle } = organizationStates;
  const then = db
    .select({ superiorHead, issuingHead, signatureAuthority, signatureTitle })
    .from(organizationStates)
    .where(and(eq(organizationStates.organizationId, organizationId), gte(organizationStates.validTo, day)))
    .orderBy(asc(organizationStates.validTo))
    .limit(1)
    .get();
  return then ?? db.select().from(organizations).where(eq(organizations.id, organizationId)).get();
}
