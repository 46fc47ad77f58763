import type { ImportDecisions } from '../contract/import-decisions.ts';
import type {
  ImportPreview,
  OutcomeCounts,
  PreviewRow,
  ProblemCode,
  RowProblem,
} from '../contract/imports.ts';
import { importProblemMessage } from '../contract/vi/imports-problems.ts';
import type { ReadSheet } from '../contract/workbooks.ts';
import type { PledgeVariant } from '../domain/cycle.ts';
import { organizationMatchKeys } from '../domain/organizations.ts';
import type { PostKind } from '../domain/people.ts';
import { ownLetter } from '../excel/unfold-parts.ts';
import type { DeclaredPledgeValues } from '../records/declared-pledges.ts';
import type { OfficialValues } from '../records/officials.ts';
import type { OrganizationRow } from '../records/organizations.ts';
import type { PledgeRecord } from '../records/pledges.ts';
import type { RatingValues } from '../records/ratings.ts';
import type { RecipeDraft } from '../records/recipes.ts';
import type { TaskValues } from '../records/remediation-tasks.ts';
import type { KnownPerson } from './import-matching.ts';

/** A unit of a row: one that exists, or the name of one that the commit creates; null when the row names none. */
export type PlannedUnit = { id: number; name: string } | { id: null; name: string; parentId?: number } | null;

/** Where a unit will stand: under one that is there, under the new one of a row, or one that the commit creates. */
export type PlannedParent = { id: number } | { row: number } | { name: string };

/** In which unit and on which form a person's pledge begins. */
export interface PledgePerson {
  organizationId: number | null;
  variant: PledgeVariant;
  formId: string;
}

/** What the commit does for a row: exactly what the preview showed. */
export type PlannedAction =
  | { type: 'none' }
  | { type: 'insertOfficial'; values: OfficialValues; unit: PlannedUnit; titles: Record<PostKind, string> }
  | {
      type: 'changeOfficial';
      officialId: number;
      version: number;
      values: Partial<OfficialValues>;
      unit: PlannedUnit;
      titles: Partial<Record<PostKind, string>>;
    }
  | { type: 'insertRating'; officialId: number; kind: 'member' | 'leader'; values: RatingValues }
  | {
      type: 'insertOrganization';
      values: Pick<OrganizationRow, 'name' | 'code' | 'kind' | 'unitType'>;
      /** null: under the office's own unit. */
      parent: PlannedParent | null;
      /** Rows above come first. */
      depth: number;
    }
  | {
      type: 'changeOrganization';
      organizationId: number;
      version: number;
      values: Partial<Pick<OrganizationRow, 'name' | 'code' | 'kind' | 'unitType'>>;
      parent?: PlannedParent;
      depth: number;
    }
  | { type: 'insertPledge'; officialId: number; person: PledgePerson; values: Partial<PledgeRecord> }
  | { type: 'changePledge'; pledgeId: number; version: number; values: Partial<PledgeRecord> }
  | { type: 'insertDeclared'; unit: PlannedUnit; values: DeclaredPledgeValues }
  | { type: 'changeDeclared'; declaredId: number; version: number; values: Partial<DeclaredPledgeValues> }
  | { type: 'changeRating'; ratingId: number; version: number; values: RatingValues }
  | { type: 'insertTask'; unit: PlannedUnit; values: TaskContent }
  | { type: 'changeTask'; taskId: number; version: number; values: Partial<TaskContent> };

/** What a sheet says of a remediation task. */
export type TaskContent = Pick<
  TaskValues,
  | 'shortcomingText'
  | 'cause'
  | 'measure'
  | 'assigneeId'
  | 'assigneeName'
  | 'coordinatingBody'
  | 'dueOn'
  | 'continuous'
  | 'state'
  | 'progress'
  | 'result'
  | 'lateReason'
  | 'note'
>;

export interface PlannedRow extends Omit<PreviewRow, 'raw' | 'shift' | 'candidates' | 'changedSince'> {
  /** People that the row may mean. */
  candidates: readonly KnownPerson[];
  unit: PlannedUnit;
  action: PlannedAction;
}

export interface ImportPlan {
  preview: Omit<ImportPreview, 'previewId' | 'revision' | 'changedSince'>;
  rows: PlannedRow[];
  source: { fileName: string; sha256: string; heads: ReadSheet['heads'] };
  /** State of the database that the plan was made from; a commit on another state is refused. */
  dataVersion: number;
  /** How the sheet was read, for the commit to keep; null for cells that come from no file. */
  recipe: RecipeDraft | null;
  decisions: ImportDecisions;
}

export function countOutcomes(rows: readonly PlannedRow[]): OutcomeCounts {
  const counts: OutcomeCounts = { new: 0, changed: 0, same: 0, conflict: 0, rejected: 0 };
  for (const row of rows) if (row.class !== 'leftOut') counts[row.class] += 1;
  return counts;
}

/** How many rows have each problem. */
export function countProblems(rows: readonly PlannedRow[]): ImportPreview['problems'] {
  const counts = new Map<ProblemCode, number>();
  for (const { problems } of rows)
    for (const code of new Set(problems.map((problem) => problem.code)))
      counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, rows: count }));
}

/** Units that the rows to keep name, in the order of the sheet. */
export function unitsOf(rows: readonly PlannedRow[]): ImportPreview['units'] {
  const units = new Map<string, { name: string; rows: number; exists: boolean }>();
  for (const row of rows) {
    if (row.unit === null || row.class === 'rejected' || row.class === 'leftOut') continue;
    const key = unitKey(row.unit.name);
    const unit = units.get(key) ?? { name: row.unit.name, rows: 0, exists: row.unit.id !== null };
    unit.rows += 1;
    units.set(key, unit);
  }
  return [...units.values()];
}

/** Names of units are few and are asked for row by row; a sheet of made-up names does not fill the memory. */
const unitKeys = new Map<string, string>();
const MOST_KEYS = 5000;

/** One key for all spellings of a unit's name inside one sheet. */
export function unitKey(name: string): string {
  const known = unitKeys.get(name);
  if (known !== undefined) return known;
  const key = organizationMatchKeys(name).at(-1) ?? '';
  if (unitKeys.size >= MOST_KEYS) unitKeys.clear();
  unitKeys.set(name, key);
  return key;
}

/** Builds a row's problem with the column's title and the value as it stands in the sheet. */
export function problemAt(
  sheet: ReadSheet,
  row: number,
  code: ProblemCode,
  value: string,
  field?: string,
): RowProblem {
  const column = sheet.columns.find((candidate) => candidate.field === field);
  return {
    column: ownLetter(sheet, row, column?.letter ?? ''),
    code,
    message: importProblemMessage(code, { row, title: column?.title ?? '', value }),
  };
}
