import { eq } from 'drizzle-orm';
import type { WriteHandle } from '../connection/open.ts';
import { office } from '../connection/schema.ts';
import { demoText } from '../contract/vi/cli.ts';
import { type Gender, genders } from '../domain/people.ts';
import type { RatingLevel } from '../domain/ratings.ts';
import { emptyOfficialValues, insertOfficial, type OfficialValues } from '../records/officials.ts';
import { insertOrganization, rootOrganizationId } from '../records/organizations.ts';
import { emptyRatingValues, findOrOpenCycle, insertRating } from '../records/ratings.ts';

export interface DemoSize {
  members: number;
  years: number;
  seed: number;
  /** The last year with ratings. */
  lastYear: number;
}

export interface DemoResult {
  members: number;
  organizations: number;
  years: number;
}

const MEMBERS_PER_CELL = 35;

/** mulberry32: small, seeded, the same on every machine; good enough for made-up people, for nothing else. */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Fills a new office with a fictitious one: cells, members, and ratings of several years. One audited write. */
export function* fillDemo(db: WriteHandle, size: DemoSize) {
  const random = randomOf(size.seed);
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T =>
    list[Math.floor(random() * list.length)] as T;
  const between = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));

  const { superiorHead, issuingHead, placeName, signatureAuthority, signatureTitle, signerName } = demoText;
  db.update(office)
    .set({ superiorHead, issuingHead, placeName, signatureAuthority, signatureTitle, signerName })
    .where(eq(office.id, 1))
    .run();
  const cells = createCells(db, Math.max(1, Math.round(size.members / MEMBERS_PER_CELL)));
  const cycleIds = Array.from(
    { length: size.years },
    (_, index) => findOrOpenCycle(db, size.lastYear - size.years + 1 + index).cycle,
  );

  const person = (index: number): OfficialValues => {
    const gender: Gender = pick(genders);
    const birthYear = between(1965, 2003);
    const admittedYear = between(birthYear + 19, Math.min(birthYear + 45, size.lastYear));
    const [month, day] = [two(between(1, 12)), two(between(1, 28))];
    const probationary = admittedYear >= size.lastYear;
    const genderDigit = (birthYear < 2000 ? 0 : 2) + (gender === 'female' ? 1 : 0);
    return {
      ...emptyOfficialValues,
      fullName: `${pick(demoText.familyNames)} ${pick(demoText.middleNames[gender])} ${pick(demoText.givenNames[gender])}`,
      birthDate: `${birthYear}-${two(between(1, 12))}-${two(between(1, 28))}`,
      gender,
      ethnicity: pick(demoText.ethnicities),
      hometown: pick(demoText.placeNames),
      admittedOn: `${admittedYear}-${month}-${day}`,
      fullMemberOn: probationary ? null : `${admittedYear + 1}-${month}-${day}`,
      membershipStatus: probationary ? 'probationary' : 'full',
      partyCardNo: `${two(between(10, 99))}.${String(index).padStart(6, '0')}`,
      citizenId: `${String(between(1, 96)).padStart(3, '0')}${genderDigit}${two(birthYear % 100)}${String(index).padStart(6, '0')}`,
      professionalDegree: pick(demoText.degrees),
      politicalTheoryLevel: pick(demoText.theoryLevels),
    };
  };
  const level = (): RatingLevel | null => {
    const roll = random();
    if (roll < 0.12) return 'excellent';
    if (roll < 0.74) return 'good';
    if (roll < 0.95) return 'completed';
    return roll < 0.96 ? 'notCompleted' : null;
  };

  for (let index = 0; index < size.members; index += 1) {
    const organizationId = pick(cells);
    const values = person(index);
    const titles = { party: '', state: pick(demoText.statePosts), mass: '' };
    const officialId = insertOfficial(db, values, organizationId, titles);
    for (const cycle of cycleIds) {
      if (values.admittedOn !== null && values.admittedOn > cycle.countedOn) continue;
      const decidedLevel = level();
      insertRating(db, cycle.id, officialId, {
        ...emptyRatingValues,
        organizationId,
        selfLevel: decidedLevel,
        proposedLevel: decidedLevel,
        decidedLevel,
        unratedReason: decidedLevel === null ? pick(demoText.unratedReasons) : '',
      });
    }
    yield { done: index + 1, total: size.members };
  }
  const value = { members: size.members, organizations: cells.length, years: size.years };
  return { value, audit: { entity: 'office', entityId: 1, detail: { demo: size } } };
}

function createCells(db: WriteHandle, count: number): number[] {
  const parentId = rootOrganizationId(db);
  const { cellNames, placeNames } = demoText;
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / (cellNames.length * placeNames.length));
    const kind = cellNames[Math.floor(index / placeNames.length) % cellNames.length];
    const name = `${kind} ${placeNames[index % placeNames.length]}${round > 0 ? ` ${round + 1}` : ''}`;
    return insertOrganization(db, { parentId, kind: 'partyCell', code: '', name });
  });
}
