import { and, eq, isNull } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { ratingStages } from '../connection/schema-cycle.ts';
import type { StandingStage } from '../contract/reviews.ts';
import type { RatingLevel, RatingStage } from '../domain/ratings.ts';
import { placeholders, preparedOnce } from './prepared.ts';

export type StageRecord = typeof ratingStages.$inferSelect;
/** Whose rating it is. */
export type StageOf = { ratingId: number } | { collectiveId: number };

export interface StageValue {
  level: RatingLevel | null;
  /** Points in hundredths. */
  score: number | null;
  scoreParts: Readonly<Record<string, number>>;
  onDay: string | null;
  body: string;
  reason: string;
  overrideReason: string;
}
export const emptyStage: StageValue = {
  level: null,
  score: null,
  scoreParts: {},
  onDay: null,
  body: '',
  reason: '',
  overrideReason: '',
};

const statements = preparedOnce((db) => ({
  insert: db.insert(ratingStages).values(placeholders(ratingStages)).prepare(),
}));

const whereOf = (of: StageOf) =>
  'ratingId' in of ? eq(ratingStages.ratingId, of.ratingId) : eq(ratingStages.collectiveId, of.collectiveId);

/** The values as they stand, by stage. */
export function standingStages(db: ReadHandle, of: StageOf): Record<RatingStage, StandingStage> {
  const rows = db
    .select()
    .from(ratingStages)
    .where(and(whereOf(of), isNull(ratingStages.replacedAt)))
    .all();
  const one = (stage: RatingStage): StandingStage => {
    const row = rows.find((candidate) => candidate.stage === stage);
    if (!row) return null;
    const { level, score, scoreParts, onDay, body, reason, overrideReason } = row;
    // Our own JSON, written by giveStage.
    const parts = JSON.parse(scoreParts) as Record<string, number>;
    return { level, score, scoreParts: parts, onDay, body, reason, overrideReason };
  };
  return { self: one('self'), proposed: one('proposed'), decided: one('decided') };
}

/** Gives a stage another value; the one before stays as a version of its own. */
export function giveStage(
  db: WriteHandle,
  of: StageOf,
  stage: RatingStage,
  value: StageValue,
  by: { userId: number; at: string },
): void {
  db.update(ratingStages)
    .set({ replacedAt: by.at })
    .where(and(whereOf(of), eq(ratingStages.stage, stage), isNull(ratingStages.replacedAt)))
    .run();
  statements(db).insert.run({
    ratingId: 'ratingId' in of ? of.ratingId : null,
    collectiveId: 'collectiveId' in of ? of.collectiveId : null,
    stage,
    ...value,
    scoreParts: JSON.stringify(value.scoreParts),
    userId: by.userId,
    at: by.at,
    replacedAt: null,
  });
}
