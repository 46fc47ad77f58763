import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { users } from '../connection/schema.ts';
import { ratingStages } from '../connection/schema-cycle.ts';
import type { RatingVersion } from '../contract/ratings.ts';
import type { StandingStage } from '../contract/reviews.ts';
import type { Points } from '../domain/criteria-points.ts';
import { type RatingLevel, type RatingStage, ratingStages as ratingStageNames } from '../domain/ratings.ts';
import { placeholders, preparedOnce } from './prepared.ts';

/** Whose rating it is. */
export type StageOf = { ratingId: number } | { collectiveId: number };

export interface StageValue {
  level: RatingLevel | null;
  /** Points in hundredths. */
  score: number | null;
  scoreParts: Points;
  /** Points by criterion, where they were given so; they add up to their parts. */
  criterionPoints: Points;
  onDay: string | null;
  body: string;
  reason: string;
  overrideReason: string;
}
export const emptyStage: StageValue = {
  level: null,
  score: null,
  scoreParts: {},
  criterionPoints: {},
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
    const { level, score, onDay, body, reason, overrideReason } = row;
    // Our own JSON, written by giveStage.
    const scoreParts = JSON.parse(row.scoreParts) as Record<string, number>;
    const criterionPoints = JSON.parse(row.criterionPoints) as Record<string, number>;
    return { level, score, scoreParts, criterionPoints, onDay, body, reason, overrideReason };
  };
  return { self: one('self'), proposed: one('proposed'), decided: one('decided') };
}

/** Gives a stage another value; the one before stays as a version of its own. */
export function giveStage(
  db: WriteHandle,
  of: StageOf,
  stage: RatingStage,
  value: StageValue,
  by: { userId: number | null; at: string },
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
    criterionPoints: JSON.stringify(value.criterionPoints),
    userId: by.userId,
    at: by.at,
    replacedAt: null,
  });
}

/** The points by part that stand, by rating: those of the decision, else of the proposal, else of the person. */
export function scoresOf(db: ReadHandle, rows: readonly { ratingId: number | null }[]): Map<number, Points> {
  const ids = JSON.stringify(rows.flatMap(({ ratingId }) => ratingId ?? []));
  return scoresBy(
    db.all<ScoreRow>(sql`
      select s.rating_id as subject, s.score_parts as parts from json_each(${ids}) i
      join rating_stages s on s.rating_id = i.value and s.replaced_at is null
      where s.score_parts <> '{}' ${inStageOrder}`),
  );
}

export function scoresOfCollectives(db: ReadHandle, ids: readonly number[]): Map<number, Points> {
  return scoresBy(
    db.all<ScoreRow>(sql`
      select s.collective_id as subject, s.score_parts as parts from json_each(${JSON.stringify(ids)}) i
      join rating_stages s on s.collective_id = i.value and s.replaced_at is null
      where s.score_parts <> '{}' ${inStageOrder}`),
  );
}

interface ScoreRow {
  subject: number;
  parts: string;
}
const inStageOrder = sql`order by case s.stage when 'self' then 0 when 'proposed' then 1 else 2 end`;
// The later stage wins.
const scoresBy = (rows: readonly ScoreRow[]) =>
  new Map(rows.map(({ subject, parts }) => [subject, JSON.parse(parts) as Points]));

/** Every version of a rating's values, the latest first; `by` is '' where nobody entered it (a sheet). */
export const stageVersions = (db: ReadHandle, of: StageOf): RatingVersion[] =>
  db
    .select({
      stage: ratingStages.stage,
      level: ratingStages.level,
      score: ratingStages.score,
      onDay: ratingStages.onDay,
      body: ratingStages.body,
      reason: ratingStages.reason,
      overrideReason: ratingStages.overrideReason,
      by: sql<string>`coalesce(nullif(${users.displayName}, ''), ${users.username}, '')`,
      at: ratingStages.at,
      replacedAt: ratingStages.replacedAt,
    })
    .from(ratingStages)
    .leftJoin(users, eq(users.id, ratingStages.userId))
    .where(whereOf(of))
    .orderBy(desc(ratingStages.id))
    .all();

/**
 * Levels that changed without the grid (an import, its undo) get their version too, where one stands; a level without
 * versions gets its first when the office changes it.
 */
export function followLevels(
  db: WriteHandle,
  ratingId: number,
  levels: Record<`${RatingStage}Level`, RatingLevel | null>,
  by: { userId: number | null; at: string },
): void {
  const standing = standingStages(db, { ratingId });
  for (const stage of ratingStageNames) {
    const level = levels[`${stage}Level`];
    if (standing[stage] && standing[stage].level !== level)
      giveStage(db, { ratingId }, stage, { ...emptyStage, level }, by);
  }
}
