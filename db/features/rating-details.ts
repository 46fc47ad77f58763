import { eq } from 'drizzle-orm';
import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { cycles, ratings } from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import { noFacts } from '../contract/rating-facts.ts';
import type { RatingDetail, RatingVersion } from '../contract/ratings.ts';
import { findingSentence } from '../contract/vi/rating-conditions.ts';
import { evaluateConditions } from '../domain/rating-conditions.ts';
import type { RatingFacts } from '../domain/rating-facts.ts';
import type { RatingLevel, RatingStage } from '../domain/ratings.ts';
import {
  type CollectiveOfYear,
  collectiveKey,
  collectivesOfYear,
  factsOfCollectives,
  findCollective,
  insertCollective,
  updateCollective,
} from '../records/collective-ratings.ts';
import { allOrganizations } from '../records/organizations.ts';
import { participantsOf, ratedGroups } from '../records/participants.ts';
import { quarterLevelsOfCollective, quarterLevelsOfPerson } from '../records/quarter-levels.ts';
import { type StageOf, stageVersions, standingStages } from '../records/rating-stages.ts';
import { factsOfPeople, readFacts } from '../records/rating-subjects.ts';
import {
  cycleToRate,
  markOf,
  ofCycle,
  type RatingYear,
  ratingYear,
  subjectYear,
} from '../records/rating-year.ts';
import { emptyRatingValues, findRating, insertRating } from '../records/ratings.ts';
import { keepPack, scoringFor } from '../records/rule-packs.ts';

interface Rated {
  of: StageOf | null;
  version: number;
  levels: Record<RatingStage, RatingLevel | null>;
  entered: string;
  facts: RatingFacts | null;
  staff: RatingDetail['staff'];
  quarters: RatingDetail['quarters'];
}

const noStages = { self: null, proposed: null, decided: null };

function detailOf(db: ReadHandle, { pack }: RatingYear, rated: Rated): RatingDetail {
  const { of, version, facts, staff, quarters } = rated;
  const evaluation = pack && facts ? evaluateConditions(pack, facts) : null;
  const verdictOf = (stage: RatingStage) => {
    const verdict = evaluation?.verdicts[stage];
    return verdict ? { kind: verdict.kind } : null;
  };
  const history = of ? stageVersions(db, of) : [];
  return {
    version,
    pack: pack && { title: pack.title },
    scoring: scoringFor(pack, facts?.subject ?? null),
    findings: (evaluation?.findings ?? []).map(({ words, ...finding }) => ({
      ...finding,
      sentence: findingSentence(words),
    })),
    mark: facts ? markOf(pack, facts) : null,
    highestPermitted: evaluation?.highestPermitted ?? null,
    verdicts: { self: verdictOf('self'), proposed: verdictOf('proposed'), decided: verdictOf('decided') },
    facts: rated.entered === '{}' ? noFacts : readFacts(rated.entered),
    staff,
    quarters,
    ...(of ? standingStages(db, of) : noStages),
    history: [...history, ...fromSheet(rated.levels, history)],
  };
}

/** A level that came with a sheet has no version of its own until the office changes it. */
const fromSheet = (levels: Rated['levels'], history: readonly RatingVersion[]): RatingVersion[] =>
  (['decided', 'proposed', 'self'] as const)
    .filter((stage) => levels[stage] !== null && !history.some((version) => version.stage === stage))
    .map((stage) => ({
      stage,
      level: levels[stage],
      score: null,
      onDay: null,
      body: '',
      reason: '',
      overrideReason: '',
      by: '',
      at: '',
      replacedAt: null,
    }));

/**
 * Which conditions of a level hold for a person, by which article, with every value that was ever given.
 * @throws AppError NOT_FOUND: nobody of that year
 */
export function ratingConditions(
  db: ReadHandle,
  { year, quarter, officialId, kind }: MethodParsedInput<'ratings.conditions'>,
): RatingDetail {
  const at = ratingYear(db, { year, quarter });
  const grid = kind === 'leader' ? 'leader' : 'member';
  const [person] = participantsOf(db, year, { ...ofCycle(at), kind: grid, officialId });
  if (!person) throw new AppError('NOT_FOUND');
  const record = at.cycle && findRating(db, at.cycle.id, officialId, kind);
  const staff = at.cycle && findRating(db, at.cycle.id, officialId, 'staff');
  const levels = {
    self: record?.selfLevel ?? null,
    proposed: record?.proposedLevel ?? null,
    decided: record?.decidedLevel ?? null,
  };
  return detailOf(db, at, {
    of: record && { ratingId: record.id },
    version: record?.version ?? 0,
    levels,
    entered: record?.facts ?? '{}',
    facts: factsOfPeople(db, subjectYear(at), grid, [person]).get(officialId) ?? null,
    staff: { level: staff?.decidedLevel ?? null, version: staff?.version ?? 0 },
    quarters: quarter === 0 ? quarterLevelsOfPerson(db, year, { officialId, kind }) : [],
  });
}

/** Keeps what the office enters of a person for the conditions. @throws AppError STALE_VERSION, NOT_FOUND */
export function setRatingFacts(db: WriteHandle, input: MethodParsedInput<'ratings.setFacts'>) {
  const { year, quarter, officialId, kind, version } = input;
  const cycle = cycleToRate(db, input);
  const existing = findRating(db, cycle.id, officialId, kind);
  if ((existing?.version ?? 0) !== version) throw new AppError('STALE_VERSION');
  keepPack(db, cycle);
  const [person] = participantsOf(db, year, {
    cycle,
    kind: kind === 'leader' ? 'leader' : 'member',
    officialId,
  });
  if (!person) throw new AppError('NOT_FOUND');
  const ratingId =
    existing?.id ??
    insertRating(
      db,
      cycle.id,
      officialId,
      { ...emptyRatingValues, organizationId: person.organizationId },
      kind,
    );
  db.update(ratings)
    .set({ facts: JSON.stringify(input.facts), version: version + 1 })
    .where(eq(ratings.id, ratingId))
    .run();
  return {
    value: ratingConditions(db, input),
    audit: {
      entity: 'rating',
      entityId: ratingId,
      detail: { year, quarter, officialId, kind, facts: input.facts, before: existing?.facts ?? '{}' },
    },
  };
}

/** As `ratingConditions`, of a collective. @throws AppError NOT_FOUND: no such collective in the year */
export function collectiveConditions(
  db: ReadHandle,
  input: MethodParsedInput<'collectives.conditions'>,
): RatingDetail {
  const at = ratingYear(db, input);
  const units = allOrganizations(db, at.countedOn);
  const all = collectivesOfYear(db, at.cycle, at.countedOn, units);
  const one = collectiveIn(all, input);
  const people = ratedGroups(db, input.year, ofCycle(at));
  const facts = factsOfCollectives(db, subjectYear(at), [one], { all, people, units });
  return detailOf(db, at, {
    of: one.id === null ? null : { collectiveId: one.id },
    version: one.version,
    levels: { self: one.selfLevel, proposed: one.proposedLevel, decided: one.decidedLevel },
    entered: one.facts,
    facts: facts.get(collectiveKey(one)) ?? null,
    staff: null,
    quarters: input.quarter === 0 ? quarterLevelsOfCollective(db, input.year, input) : [],
  });
}

function collectiveIn(
  all: readonly CollectiveOfYear[],
  choice: Pick<CollectiveOfYear, 'organizationId' | 'kind'>,
): CollectiveOfYear {
  const one = all.find((each) => collectiveKey(each) === collectiveKey(choice));
  if (!one) throw new AppError('NOT_FOUND');
  return one;
}

/** @throws AppError STALE_VERSION, NOT_FOUND */
export function setCollectiveFacts(db: WriteHandle, input: MethodParsedInput<'collectives.setFacts'>) {
  const { year, quarter, facts } = input;
  const cycle = cycleToRate(db, input);
  const existing = findCollective(db, cycle.id, input);
  if ((existing?.version ?? 0) !== input.version) throw new AppError('STALE_VERSION');
  keepPack(db, cycle);
  const units = allOrganizations(db, cycle.countedOn);
  collectiveIn(collectivesOfYear(db, cycle, cycle.countedOn, units), input);
  const record = existing ?? insertCollective(db, cycle.id, input, { facts: JSON.stringify(facts) });
  if (existing) updateCollective(db, existing, { facts: JSON.stringify(facts) });
  return {
    value: collectiveConditions(db, input),
    audit: {
      entity: 'collective',
      entityId: record.id,
      detail: { year, quarter, facts, before: existing?.facts ?? '{}' },
    },
  };
}

/** The body and the day that decided levels of the year bear, also in a year without a plan. @throws AppError STALE_VERSION */
export function setDecision(
  db: WriteHandle,
  { version, body, onDay, ...period }: MethodParsedInput<'cycles.setDecision'>,
) {
  const before = ratingYear(db, period).cycle;
  if ((before?.version ?? 0) !== version) throw new AppError('STALE_VERSION');
  const cycle = cycleToRate(db, period);
  const after = { decisionBody: body, decisionDay: onDay, version: cycle.version + 1 };
  db.update(cycles).set(after).where(eq(cycles.id, cycle.id)).run();
  return {
    value: { body, onDay, version: after.version },
    audit: {
      entity: 'cycle',
      entityId: cycle.id,
      detail: { ...period, body, onDay, before: [cycle.decisionBody, cycle.decisionDay] },
    },
  };
}
