import type { WriteHandle } from '../connection/open.ts';
import type { PledgeVariant } from '../domain/cycle.ts';
import { emptyPledge, insertPledge, insertPledgeItem } from './pledges.ts';
import { openTasksWithoutReview } from './remediation-tasks.ts';
import { openShortcomings } from './shortcomings.ts';

/** The section that answers what earlier reviews found. */
const REMEDIES = 'remedies';

/**
 * Begins a pledge, version 1. What is still open of earlier years comes in as items by itself: shortcomings of the
 * person's reviews, and tasks that the person answers for without a review behind them (from a sheet). @returns its id
 */
export function beginPledge(
  db: WriteHandle,
  cycle: { id: number; year: number },
  person: { officialId: number; organizationId: number | null; variant: PledgeVariant; formId: string },
): number {
  const id = insertPledge(db, { ...emptyPledge, ...person, cycleId: cycle.id });
  // A pledge is given at the beginning of its year: what its quarters find comes later.
  const before = { year: cycle.year, quarter: 1 };
  const found = openShortcomings(db, person, before).map((shortcoming) => ({
    sectionId: REMEDIES,
    text: shortcoming.text,
    target: '',
    dueOn: null,
    shortcomingId: shortcoming.id,
  }));
  const tasks = openTasksWithoutReview(db, person.officialId, cycle.year).map((task) => ({
    sectionId: REMEDIES,
    text: task.shortcomingText,
    target: task.measure,
    dueOn: task.dueOn,
    shortcomingId: null,
  }));
  for (const [position, item] of [...found, ...tasks].entries()) insertPledgeItem(db, id, position, item);
  return id;
}
