/** The pages, each a chunk of its own, in the order of the navigation; help stands below the others. */
export const pageModules = {
  overview: () => import('../features/overview/overview-page.tsx'),
  officials: () => import('../features/officials/officials-page.tsx'),
  organizations: () => import('../features/organizations/organizations-page.tsx'),
  ratings: () => import('../features/ratings/ratings-page.tsx'),
  imports: () => import('../features/imports/imports-page.tsx'),
  reports: () => import('../features/reports/reports-page.tsx'),
  settings: () => import('../features/settings/settings-page.tsx'),
  help: () => import('../help/help-page.tsx'),
} as const;

export type PageId = keyof typeof pageModules;
export const isPageId = (text: string): text is PageId => Object.hasOwn(pageModules, text);
