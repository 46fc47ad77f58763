import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { ReadHandle } from '../connection/open.ts';
import { reviews } from '../connection/schema-cycle.ts';
import { reviewYear } from '../contract/schemas.ts';
import { ruleName } from '../contract/vi/rule-names.ts';
import { yearEnd } from '../domain/dates.ts';
import { findCycleOf, readCycle } from './cycles.ts';
import { packInForce, packOfCycle } from './rule-packs.ts';

const ofPeriod = z.object({ year: reviewYear, quarter: z.int().min(0).max(4).default(0) });
const ofReview = z.object({ reviewId: z.int() });

/** Number, day and issuer of the rule that an input is measured by, also of a refused one; '' where there is none. */
export function ruleOfInput(db: ReadHandle, input: unknown): string {
  const cycle = cycleOfInput(db, input);
  const { data: period } = ofPeriod.safeParse(input);
  const pack = cycle ? packOfCycle(db, cycle) : period ? packInForce(db, yearEnd(period.year)) : null;
  return pack === null ? '' : ruleName(pack.rule);
}

function cycleOfInput(db: ReadHandle, input: unknown) {
  const { data: period } = ofPeriod.safeParse(input);
  if (period) return findCycleOf(db, period);
  const { data: named } = ofReview.safeParse(input);
  const review = named && db.select().from(reviews).where(eq(reviews.id, named.reviewId)).get();
  return review ? readCycle(db, review.cycleId) : null;
}
