import { preloadable } from '../lib/preloadable.ts';

/** The pages, each a chunk of its own, in the order of the navigation; help stands below the others. */
export const pages = {
  overview: preloadable(() => import('../features/overview/overview-page.tsx')),
  officials: preloadable(() => import('../features/officials/officials-page.tsx')),
  organizations: preloadable(() => import('../features/organizations/organizations-page.tsx')),
  cycle: preloadable(() => import('../features/cycle/cycle-page.tsx')),
  pledges: preloadable(() => import('../features/pledges/pledges-page.tsx')),
  reviews: preloadable(() => import('../features/reviews/reviews-page.tsx')),
  ratings: preloadable(() => import('../features/ratings/ratings-page.tsx')),
  remediation: preloadable(() => import('../features/remediation/remediation-page.tsx')),
  imports: preloadable(() => import('../features/imports/imports-page.tsx')),
  reports: preloadable(() => import('../features/reports/reports-page.tsx')),
  settings: preloadable(() => import('../features/settings/settings-page.tsx')),
  help: preloadable(() => import('../help/help-page.tsx')),
} as const;

export type PageId = keyof typeof pages;
export const isPageId = (text: string): text is PageId => Object.hasOwn(pages, text);
