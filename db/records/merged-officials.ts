import { eq } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { mergedOfficials } from '../connection/schema.ts';

/** The id that a person bears now: of one who was merged into another, the other's. */
export const presentId = (db: ReadHandle, id: number): number =>
  db.select({ id: mergedOfficials.keptId }).from(mergedOfficials).where(eq(mergedOfficials.id, id)).get()
    ?.id ?? id;
