import type { WriteHandle } from '../connection/open.ts';
import type { PledgeVariant } from '../domain/cycle.ts';
import { emptyPledge, insertPledge, insertPledgeItem } from './pledges.ts';
import { openShortcomings } from './shortcomings.ts';

/** The section that answers what earlier reviews found. */
const REMEDIES = 'remedies';

/** Begins a pledge, version 1; shortcomings that are still open come in as items by themselves. @returns its id */
export function beginPledge(
  db: WriteHandle,
  cycle: { id: number; year: number },
  person: { officialId: number; organizationId: number | null; variant: PledgeVariant; formId: string },
): number {
  const id = insertPledge(db, { ...emptyPledge, ...person, cycleId: cycle.id });
  for (const [position, shortcoming] of openShortcomings(db, person, cycle.year).entries())
    insertPledgeItem(db, id, position, {
      sectionId: REMEDIES,
      text: shortcoming.text,
      target: '',
      dueOn: null,
      shortcomingId: shortcoming.id,
    });
  return id;
}
