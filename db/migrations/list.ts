import { foundation } from './0001-foundation.ts';
import { officialsBook } from './0002-officials-book.ts';
import { disciplineAndMerges } from './0003-discipline-and-merges.ts';
import { drafts } from './0004-drafts.ts';
import { recipes } from './0005-recipes.ts';
import { importDecisions } from './0006-import-decisions.ts';
import { cycle } from './0007-cycle.ts';

/** In order, forward only: number N brings the schema from version N-1 to N. A released one is never changed. */
export const migrations: readonly { name: string; sql: string }[] = [
  foundation,
  officialsBook,
  disciplineAndMerges,
  drafts,
  recipes,
  importDecisions,
  cycle,
];
