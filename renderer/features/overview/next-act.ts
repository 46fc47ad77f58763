import { overviewText } from '../../../db/contract/vi/overview.ts';
import type { PageId } from '../../app/pages.ts';

interface Act {
  label: string;
  page: PageId;
}

export interface NextAct {
  text: string;
  main: Act;
  other?: Act;
}

interface Standing {
  year: number;
  /** Of the calendar: a year that is over is rather brought in from its sheet than opened. */
  thisYear: number;
  officials: number;
  toRate: number;
  rated: number;
  /** Of the opened cycle of the year; null where none is opened. */
  cycle: { base: number; pledgesFiled: number; reviewsFiled: number } | null;
}

const importRatings: Act = { label: overviewText.nextRateAct, page: 'imports' };
const ratingGrid: Act = { label: overviewText.nextRateGridAct, page: 'ratings' };
const summary: Act = { label: overviewText.nextReportAct, page: 'reports' };

/**
 * The step of the year's work that comes next, from what is there: people, the cycle, its pledges and reviews, ratings,
 * the summary. A step that a later one has overtaken is not asked for again.
 */
export function nextActOf({ year, thisYear, officials, toRate, rated, cycle }: Standing): NextAct {
  if (officials === 0)
    return {
      text: overviewText.nextImportOfficials,
      main: { label: overviewText.nextImportOfficialsAct, page: 'imports' },
    };
  if (rated === 0) return beforeRating(year, thisYear, cycle);
  if (rated < toRate)
    return { text: overviewText.nextUnrated(toRate - rated, year), main: ratingGrid, other: summary };
  return { text: overviewText.nextReport(year), main: summary };
}

function beforeRating(year: number, thisYear: number, cycle: Standing['cycle']): NextAct {
  if (cycle === null)
    return year < thisYear
      ? { text: overviewText.nextRate(year), main: importRatings, other: ratingGrid }
      : {
          text: overviewText.nextOpenCycle(year),
          main: { label: overviewText.nextOpenCycleAct, page: 'cycle' },
          other: importRatings,
        };
  const reviews: Act = { label: overviewText.nextReviewsAct, page: 'reviews' };
  if (cycle.reviewsFiled === 0 && cycle.pledgesFiled < cycle.base)
    return {
      text: overviewText.nextPledges(cycle.base - cycle.pledgesFiled, year),
      main: { label: overviewText.nextPledgesAct, page: 'pledges' },
      other: reviews,
    };
  if (cycle.reviewsFiled < cycle.base)
    return {
      text: overviewText.nextReviews(cycle.base - cycle.reviewsFiled, year),
      main: reviews,
      other: ratingGrid,
    };
  return { text: overviewText.nextRate(year), main: ratingGrid, other: importRatings };
}
