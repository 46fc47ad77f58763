import type { ReadHandle } from '../connection/open.ts';
import type { ColumnField, ImportKind, ReadSheet } from '../contract/workbooks.ts';
import type { DecisionIndex } from './import-decisions.ts';
import { officialsKind } from './import-kind-officials.ts';
import { organizationsKind } from './import-kind-organizations.ts';
import { pledgeStatusKind } from './import-kind-pledge-status.ts';
import { pledgesKind } from './import-kind-pledges.ts';
import { ratingsKind } from './import-kind-ratings.ts';
import { remediationKind } from './import-kind-remediation.ts';
import type { PlannedRow } from './import-plan.ts';

/** What the rows of a sheet will do, under the decisions made so far; asked again after each decision. */
export type Planner = (decisions: DecisionIndex) => PlannedRow[];

/** One kind of sheet that can be imported. A new kind is its file, and one line below. */
export interface KindDefinition {
  /** Any one field of each group must have a column. */
  requiredColumns: readonly (readonly ColumnField[])[];
  needsYear: boolean;
  /** Reads the sheet and the records it is compared to, once. */
  prepare(db: ReadHandle, sheet: ReadSheet, year: number | null): Planner;
}

export const kindDefinitions = {
  officials: officialsKind,
  ratings: ratingsKind,
  organizations: organizationsKind,
  pledges: pledgesKind,
  pledgeStatus: pledgeStatusKind,
  remediation: remediationKind,
} satisfies Record<ImportKind, KindDefinition>;
