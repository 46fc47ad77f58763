import { sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';

/** The moment in which an import last wrote a rating; null when none did. */
export const importOfRating = (db: ReadHandle, ratingId: number): string | null =>
  db.get<{ at: string | null }>(sql`
    select max(b.committed_at) as at from import_rows i join import_batches b on b.id = i.batch_id
    where i.entity = 'rating' and i.entity_id = ${ratingId} and b.undone_at is null`)?.at ?? null;
