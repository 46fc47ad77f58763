import { and, eq, gte } from 'drizzle-orm';
import type { WriteHandle } from '../connection/open.ts';
import { officials, participationStates } from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import { dayBefore, formatPartialDate } from '../domain/dates.ts';
import type { ParticipationStatus } from '../domain/people.ts';
import type { OfficialRecord } from './officials.ts';

/**
 * Gives a person another participation from a day on; what it was before stays as a dated state.
 * @throws AppError DAY_BEFORE_LAST_CHANGE, STALE_VERSION
 */
export function changeParticipation(
  db: WriteHandle,
  record: OfficialRecord,
  change: { status: ParticipationStatus; onDay: string; reason: string },
): void {
  const { values, id } = record;
  const from = values.participationFrom;
  const before = dayBefore(change.onDay);
  const later = db
    .select()
    .from(participationStates)
    .where(and(eq(participationStates.officialId, id), gte(participationStates.validTo, change.onDay)))
    .get();
  if (later || (from !== null && from > change.onDay))
    throw new AppError('DAY_BEFORE_LAST_CHANGE', {
      params: { name: values.fullName, day: formatPartialDate(from ?? later?.validTo ?? '') },
    });
  // Two changes of one day are one.
  if (from !== change.onDay)
    db.insert(participationStates)
      .values({
        officialId: id,
        validTo: before,
        validFrom: from,
        status: values.participationStatus,
        reason: values.participationReason,
      })
      .run();
  const written = db
    .update(officials)
    .set({
      participationStatus: change.status,
      participationFrom: change.onDay,
      participationReason: change.reason,
      version: record.version + 1,
    })
    .where(and(eq(officials.id, id), eq(officials.version, record.version)))
    .run();
  if (written.changes !== 1) throw new AppError('STALE_VERSION');
}
