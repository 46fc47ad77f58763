import { and, eq, isNull, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { paperParticulars as table } from '../connection/schema-cycle.ts';
import { AppError } from '../contract/errors.ts';
import { particularsOf } from '../contract/paper-kinds.ts';
import { type PaperParticulars, paperParticulars } from '../contract/paper-particulars.ts';
import { pledgePaperTexts } from '../contract/vi/forms-pledge.ts';
import { collectiveAuthority, symbolOf, usualRecipients } from '../contract/vi/paper-particulars.ts';
import { officeOnPaper } from './office.ts';
import type { PaperSubject } from './paper-subjects.ts';
import { readSetting } from './settings.ts';
import { unitsOnPaper } from './unit-heads.ts';

const parsed = (json: string): PaperParticulars => paperParticulars.parse(JSON.parse(json));

const isPaper = ({ kind, year, quarter, organizationId, meetingId, part }: PaperSubject) =>
  and(
    eq(table.kind, kind),
    eq(table.year, year),
    eq(table.quarter, quarter),
    organizationId === null ? isNull(table.organizationId) : eq(table.organizationId, organizationId),
    meetingId === null ? isNull(table.meetingId) : eq(table.meetingId, meetingId),
    eq(table.part, part),
  );

/** What was kept for a paper; null as long as nothing was. */
export function storedParticulars(
  db: ReadHandle,
  subject: PaperSubject,
): { id: number; particulars: PaperParticulars; version: number } | null {
  const row = db.select().from(table).where(isPaper(subject)).get();
  return row ? { id: row.id, particulars: parsed(row.particulars), version: row.version } : null;
}

/** Căn cứ lines of pledges: the office's, else those in common use. */
function pledgeBasis(db: ReadHandle): readonly string[] {
  const own = readSetting(db, 'pledgeBasis').value;
  return own.length > 0 ? own : pledgePaperTexts.basis;
}

/** What a paper has by the settings of the office and of its unit, without anything that was kept. */
export function usualParticulars(db: ReadHandle, subject: PaperSubject): PaperParticulars {
  const { kind, organizationId, day, collective } = subject;
  const unit = unitsOnPaper(db, day)(organizationId);
  // A table about a unit is the office's, unless the unit prints lines of its own.
  const office = officeOnPaper(db, organizationId, day);
  const isTable = (particularsOf[kind] as readonly string[]).includes('preparer');
  const signs = isTable
    ? { authority: office.signatureAuthority, title: office.signatureTitle, signer: office.signerName }
    : { authority: collectiveAuthority(collective, unit), title: unit.title, signer: unit.signer };
  return {
    number: '',
    symbol: symbolOf(kind, unit.kind),
    place: unit.place,
    day: subject.writtenOn,
    superiorHead: isTable ? office.superiorHead : unit.superior,
    issuingHead: isTable ? office.issuingHead : unit.issuing,
    basis: kind === 'pledges' ? [...pledgeBasis(db)] : [],
    aims: '',
    carryingOut: '',
    results: '',
    late: '',
    next: '',
    preparer: '',
    ...signs,
    recipients: usualRecipients(kind, unit.kind),
    layout: readSetting(db, 'paperLayout').value,
  };
}

/** What stands on a paper: as it was kept, else by the settings. */
export const particularsOnPaper = (db: ReadHandle, subject: PaperSubject): PaperParticulars =>
  storedParticulars(db, subject)?.particulars ?? usualParticulars(db, subject);

/** The same paper of the period before: the last one kept of this unit. */
export function earlierParticulars(
  db: ReadHandle,
  subject: PaperSubject,
): { particulars: PaperParticulars; year: number; quarter: number } | null {
  const { kind, year, quarter, organizationId, collective, part } = subject;
  const row = db
    .select()
    .from(table)
    .where(
      and(
        eq(table.kind, kind),
        organizationId === null ? isNull(table.organizationId) : eq(table.organizationId, organizationId),
        collective === null ? undefined : eq(table.part, part),
        sql`(${table.year}, ${table.quarter}, ${table.part}, coalesce(${table.meetingId}, 0)) <
          (${year}, ${quarter}, ${part}, ${subject.meetingId ?? 0})`,
      ),
    )
    .orderBy(sql`${table.year} desc, ${table.quarter} desc, ${table.part} desc, ${table.meetingId} desc`)
    .limit(1)
    .get();
  return row ? { particulars: parsed(row.particulars), year: row.year, quarter: row.quarter } : null;
}

/**
 * Keeps the particulars of a paper; `version` is that of the values shown, 0 as long as nothing was kept.
 * @returns its row's id. @throws AppError STALE_VERSION
 */
export function writeParticulars(
  db: WriteHandle,
  subject: PaperSubject,
  particulars: PaperParticulars,
  version: number,
): number {
  const stored = storedParticulars(db, subject);
  if ((stored?.version ?? 0) !== version) throw new AppError('STALE_VERSION');
  const columns = { particulars: JSON.stringify(particulars), version: version + 1 };
  if (stored) {
    db.update(table).set(columns).where(eq(table.id, stored.id)).run();
    return stored.id;
  }
  const { kind, year, quarter, organizationId, meetingId, part } = subject;
  const { lastInsertRowid } = db
    .insert(table)
    .values({ kind, year, quarter, organizationId, meetingId, part, ...columns })
    .run();
  return Number(lastInsertRowid);
}
