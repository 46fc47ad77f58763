import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { AppError } from '../contract/errors.ts';
import { type Official, sensitiveFieldIds } from '../contract/officials.ts';
import { maskedValues } from '../domain/sensitive.ts';
import { presentId } from '../records/merged-officials.ts';
import { officialDetail } from './official-queries.ts';

/** One person; sensitive fields masked. */
export function getOfficial(db: ReadHandle, id: number): Official {
  const whole = wholeOfficial(db, id);
  return { ...whole, ...maskedValues(whole), masked: true };
}

function wholeOfficial(db: ReadHandle, id: number): Official {
  const detail = officialDetail(db, presentId(db, id));
  if (!detail) throw new AppError('NOT_FOUND');
  return { ...detail, masked: false };
}

/** The same with sensitive fields in clear; the view itself is audited (Law 91/2025/QH15). */
export function revealOfficial(db: WriteHandle, id: number) {
  return {
    value: wholeOfficial(db, id),
    audit: { entity: 'official', entityId: id, detail: { revealed: sensitiveFieldIds } },
  };
}
