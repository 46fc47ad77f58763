import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { AppError } from '../contract/errors.ts';
import type { CollectiveKind, RatingKind } from '../domain/cycle.ts';
import type { Role } from '../domain/people.ts';
import {
  type CollectiveRecord,
  findCollective,
  insertCollective,
  updateCollective,
} from './collective-ratings.ts';
import { type ChangeRequest, columnOfStage, type GradedValues, prepareChange } from './give-rating.ts';
import { importOfRating } from './import-origins.ts';
import { emptyStage, giveStage, type StageOf, type StageValue, standingStages } from './rating-stages.ts';
import { emptyRatingValues, findRating, insertRating, type RatingRecord, updateRating } from './ratings.ts';

/** Whose level, reason or note it is. */
export type Graded =
  /** `organizationId`: the unit that a first rating is made in. */
  | { is: 'person'; officialId: number; kind: RatingKind; organizationId: number | null }
  | { is: 'collective'; organizationId: number; kind: CollectiveKind };

export interface RatingChangeRequest
  extends Pick<ChangeRequest, 'change' | 'decision' | 'cycle' | 'pack' | 'facts' | 'group'> {
  of: Graded;
  /** 0 as long as there is no rating; null where another record's version was checked (a review, a meeting). */
  version: number | null;
}

export interface ChangedRating {
  of: StageOf;
  id: number;
  /** Null where there was no rating. */
  before: RatingRecord | CollectiveRecord | null;
  /** What was really given, for the audit: the year's decision, and a reason that holds on, come from elsewhere. */
  given: StageValue | null;
}

/**
 * Changes one value of a rating: the only way in for the grids, the reviews and the ballots. Every level is kept as a
 * version with who gave and who entered it. Ratings that an import brings do not pass here: sheets of past years
 * seldom name body and day, so they come without.
 * @throws AppError STALE_VERSION, and what `prepareChange` refuses
 */
export function changeRating(
  db: WriteHandle,
  { of: graded, version, ...request }: RatingChangeRequest,
  { actor, at }: { actor: { userId: number; role: Role }; at: string },
): ChangedRating {
  const { cycle } = request;
  const kept = keptRating(db, cycle.id, graded);
  if (version !== null && (kept?.before.version ?? 0) !== version) throw new AppError('STALE_VERSION');
  const standing = kept ? standingStages(db, kept.of) : { self: null, proposed: null, decided: null };
  const current = kept?.before ?? emptyRatingValues;
  const isFact = graded.is === 'person' && graded.kind === 'staff';
  const { values, stage } = prepareChange({ ...request, current, standing, isFact, actor });
  const of = kept ? kept.write(values) : insertRatingOf(db, cycle.id, graded, values);
  if (stage) {
    const by = { userId: actor.userId, at };
    keepFirstLevel(db, of, stage.stage, current, standing[stage.stage] !== null);
    giveStage(db, of, stage.stage, stage.value, by);
  }
  return {
    of,
    id: 'ratingId' in of ? of.ratingId : of.collectiveId,
    before: kept?.before ?? null,
    given: stage?.value ?? null,
  };
}

interface KeptRating {
  of: StageOf;
  before: RatingRecord | CollectiveRecord;
  write: (values: GradedValues) => StageOf;
}

function keptRating(db: WriteHandle, cycleId: number, graded: Graded): KeptRating | null {
  if (graded.is === 'collective') {
    const before = findCollective(db, cycleId, graded);
    if (!before) return null;
    const of = { collectiveId: before.id };
    const write = (values: GradedValues) => {
      updateCollective(db, before, values);
      return of;
    };
    return { of, before, write };
  }
  const before = findRating(db, cycleId, graded.officialId, graded.kind);
  if (!before) return null;
  const of = { ratingId: before.id };
  const { organizationId } = before;
  const write = (values: GradedValues) => {
    updateRating(db, before.id, before.version, { organizationId, ...values });
    return of;
  };
  return { of, before, write };
}

function insertRatingOf(db: WriteHandle, cycleId: number, graded: Graded, values: GradedValues): StageOf {
  if (graded.is === 'collective')
    return { collectiveId: insertCollective(db, cycleId, graded, { ...values }).id };
  const { officialId, kind, organizationId } = graded;
  return { ratingId: insertRating(db, cycleId, officialId, { organizationId, ...values }, kind) };
}

/** A level that stood without a version (from a sheet) is kept first. */
function keepFirstLevel(
  db: WriteHandle,
  of: StageOf,
  stage: keyof typeof columnOfStage,
  before: GradedValues,
  hasVersion: boolean,
): void {
  const level = before[columnOfStage[stage]];
  if (level === null || hasVersion) return;
  giveStage(db, of, stage, { ...emptyStage, level }, { userId: null, at: sheetMoment(db, of) });
}

const sheetMoment = (db: ReadHandle, of: StageOf): string =>
  ('ratingId' in of ? importOfRating(db, of.ratingId) : null) ?? '';
