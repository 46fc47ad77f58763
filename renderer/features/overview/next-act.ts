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
  officials: number;
  toRate: number;
  rated: number;
}

/** The step of the year's work that comes next, from what is there: people, ratings, the summary. */
export function nextActOf({ year, officials, toRate, rated }: Standing): NextAct {
  if (officials === 0)
    return {
      text: overviewText.nextImportOfficials,
      main: { label: overviewText.nextImportOfficialsAct, page: 'imports' },
    };
  if (rated === 0)
    return {
      text: overviewText.nextRate(year),
      main: { label: overviewText.nextRateAct, page: 'imports' },
      other: { label: overviewText.nextRateGridAct, page: 'ratings' },
    };
  if (rated < toRate)
    return {
      text: overviewText.nextUnrated(toRate - rated, year),
      main: { label: overviewText.nextUnratedAct, page: 'ratings' },
      other: { label: overviewText.nextReportAct, page: 'reports' },
    };
  return {
    text: overviewText.nextReport(year),
    main: { label: overviewText.nextReportAct, page: 'reports' },
  };
}
