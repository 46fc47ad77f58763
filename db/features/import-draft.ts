import type { ReadHandle } from '../connection/open.ts';
import { AppError } from '../contract/errors.ts';
import {
  type ImportDecision,
  type ImportDecisions,
  noDecisions,
  type PreviewUnit,
} from '../contract/import-decisions.ts';
import type { ImportPreview, PreviewRow, PreviewRows } from '../contract/imports.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import { postTexts, returnedText } from '../contract/vi/imports-preview.ts';
import { membersOfYear, type ReadRow, type ReadSheet, type ReadWorkbook } from '../contract/workbooks.ts';
import { likest } from '../domain/likeness.ts';
import { countLevels, type RatingLevel } from '../domain/ratings.ts';
import { returnedWorkbook } from '../excel/export/returned-rows.ts';
import { asShown } from '../excel/extract-cells.ts';
import { rawTextsOf, withFixes } from '../excel/fixed-cells.ts';
import { dataVersionOf } from '../records/data-state.ts';
import { allOrganizations } from '../records/organizations.ts';
import type { RecipeDraft } from '../records/recipes.ts';
import { indexDecisions, withDecision } from './import-decisions.ts';
import { kindDefinitions, type Planner } from './import-kinds.ts';
import { type KnownPerson, unitFinder } from './import-matching.ts';
import {
  countOutcomes,
  countProblems,
  type ImportPlan,
  type PlannedRow,
  unitKey,
  unitsOf,
} from './import-plan.ts';
import { type PreviewChoice, sheetToPlan } from './imports.ts';

/** A preview under work: the sheet, what was decided, and the plan that follows from both. */
export interface ImportDraft {
  readonly workbook: ReadWorkbook;
  readonly choice: PreviewChoice;
  /** How the sheet was read, for the commit to keep. */
  readonly recipe: RecipeDraft | null;
  readonly sheet: ReadSheet;
  decisions: ImportDecisions;
  /** Counts the decisions. */
  revision: number;
  plan: ImportPlan;
  planner: Planner;
  /** Rows whose fate the change of the data changed. */
  changedSince: ReadonlySet<number>;
}

/** Compares a sheet with the database and says what a commit would do, row by row; writes nothing. */
export function openDraft(
  db: ReadHandle,
  workbook: ReadWorkbook,
  choice: PreviewChoice,
  recipe: RecipeDraft | null,
  decisions: ImportDecisions = noDecisions,
): ImportDraft {
  const sheet = sheetToPlan(workbook, choice);
  const planner = plannerOf(db, sheet, choice);
  const base = { workbook, choice, recipe, sheet, decisions };
  return { ...base, planner, plan: planOf(db, base, planner), revision: 0, changedSince: new Set() };
}

const plannerOf = (db: ReadHandle, sheet: ReadSheet, { kind, year }: PreviewChoice): Planner =>
  kindDefinitions[kind].prepare(db, sheet, kindDefinitions[kind].needsYear ? year : null);

function planOf(
  db: ReadHandle,
  {
    workbook,
    choice,
    recipe,
    sheet,
    decisions,
  }: Pick<ImportDraft, 'workbook' | 'choice' | 'recipe' | 'sheet' | 'decisions'>,
  planner: Planner,
): ImportPlan {
  const rows = planner(indexDecisions(decisions));
  const isRejected = new Set(rows.flatMap((row) => (row.class === 'rejected' ? [row.row] : [])));
  const kept = rows.filter((row) => ['new', 'changed', 'same'].includes(row.class));
  return {
    preview: {
      kind: choice.kind,
      year: kindDefinitions[choice.kind].needsYear ? choice.year : null,
      ratingList: (choice.kind === 'ratings' ? sheet.ratingList : undefined) ?? membersOfYear,
      sheet: sheet.name,
      rowsRead: rows.length,
      counts: countOutcomes(rows),
      leftOut: rows.filter((row) => row.class === 'leftOut').length,
      toConfirm: rows.filter((row) => row.toConfirm).length,
      problems: countProblems(rows),
      fixedRows: rows.filter((row) => row.fixed.length > 0).length,
      shiftedRows: sheet.rows.flatMap(({ row, mended }) =>
        mended === undefined || decisions.mended.includes(row) || !isRejected.has(row) ? [] : [row],
      ),
      policies: decisions.policies,
      units: unitsOf(rows),
      writtenCounts: sheet.writtenCounts,
      levels: choice.kind === 'ratings' ? countLevels(kept.map(decidedLevelOf)) : null,
    },
    rows,
    source: { fileName: workbook.fileName, sha256: workbook.sha256, heads: sheet.heads },
    dataVersion: dataVersionOf(db),
    decisions,
    recipe,
  };
}

function decidedLevelOf({ action, values }: PlannedRow): RatingLevel | null {
  if (action.type === 'insertRating' || action.type === 'changeRating') return action.values.decidedLevel;
  // 'same': what the sheet says is what the database has.
  return (values.decidedLevel ?? null) as RatingLevel | null;
}

/** One decision more; the plan follows at once. When the data changed meanwhile, that shows too. */
export function decide(db: ReadHandle, draft: ImportDraft, decision: ImportDecision): void {
  draft.decisions = withDecision(draft.decisions, decision);
  draft.revision += 1;
  if (dataVersionOf(db) === draft.plan.dataVersion) draft.plan = planOf(db, draft, draft.planner);
  else refreshDraft(db, draft);
}

/** Makes the preview again from the data as they are now, with the same decisions, and marks what differs. */
export function refreshDraft(db: ReadHandle, draft: ImportDraft): void {
  const before = new Map(draft.plan.rows.map((row) => [row.row, fateOf(row)]));
  draft.revision += 1;
  draft.planner = plannerOf(db, draft.sheet, draft.choice);
  draft.plan = planOf(db, draft, draft.planner);
  const changed = draft.plan.rows.filter((row) => before.get(row.row) !== fateOf(row));
  draft.changedSince = new Set(changed.map((row) => row.row));
}

/** What the preview shows of a row and the commit does with it, as one comparable text. */
const fateOf = (row: PlannedRow): string =>
  JSON.stringify([
    row.class,
    row.before,
    row.action,
    row.unit?.id,
    row.candidates.map((person) => person.id),
    row.problems.map((problem) => problem.code),
  ]);

export const previewOf = ({
  plan,
  revision,
  changedSince,
}: ImportDraft): Omit<ImportPreview, 'previewId'> => ({
  ...plan.preview,
  revision,
  changedSince: changedSince.size,
});

/** A page of the rows of a class, with a problem, or marked in some way. */
export function draftRows(
  draft: ImportDraft,
  input: Omit<MethodParsedInput<'imports.previewRows'>, 'previewId'>,
): PreviewRows {
  const { plan, changedSince } = draft;
  const chosen = plan.rows.filter(
    (row) =>
      (input.class === null || row.class === input.class) &&
      (input.problem === null || row.problems.some(({ code }) => code === input.problem)) &&
      (input.only !== 'fixed' || row.fixed.length > 0) &&
      (input.only !== 'toConfirm' || row.toConfirm) &&
      (input.only !== 'changedSince' || changedSince.has(row.row)),
  );
  const source = new Map(draft.sheet.rows.map((row) => [row.row, row]));
  const mended = new Set(draft.decisions.mended);
  const cellsOf = (number: number) => {
    const row = source.get(number);
    return (mended.has(number) ? row?.mended : undefined) ?? row?.cells ?? {};
  };
  return {
    total: chosen.length,
    rows: chosen.slice(input.offset, input.offset + input.limit).map(
      ({ unit: _unit, action: _action, candidates, ...row }): PreviewRow => ({
        ...row,
        raw: rawTextsOf(draft.sheet, cellsOf(row.row), row.values),
        shift: shiftOf(draft.sheet, source.get(row.row), mended.has(row.row)),
        candidates: candidates.map(candidateOf),
        changedSince: changedSince.has(row.row),
      }),
    ),
  };
}

/** What a shifted row says once its cells stand under their titles; null for any other row. */
function shiftOf(sheet: ReadSheet, row: ReadRow | undefined, taken: boolean): PreviewRow['shift'] {
  const cells = row?.mended;
  if (cells === undefined) return null;
  return {
    taken,
    cells: sheet.columns.flatMap(({ letter, title, field }) => {
      const text = asShown(cells[letter]);
      return text === '' || field === null ? [] : [{ field, title, text }];
    }),
  };
}

const candidateOf = (person: KnownPerson) => ({
  officialId: person.id,
  fullName: person.fullName,
  birthDate: person.birthDate,
  organizationName: person.organizationName,
  partyCardNo: person.partyCardNo,
  post: Object.values(person.titles).filter(Boolean).join(postTexts.separator),
});

/** The units that the rows name, with what becomes of each and what they may mean. */
export function draftUnits(db: ReadHandle, draft: ImportDraft): { units: PreviewUnit[] } {
  const decisions = indexDecisions(draft.decisions);
  const find = unitFinder(db)(decisions);
  const living = allOrganizations(db).filter((unit) => unit.validTo === null);
  const units = new Map<string, { name: string; rows: number }>();
  for (const { values, class: outcome, unit: planned } of draft.plan.rows) {
    // In a list of organisations: a body above the row that neither the list nor the book holds.
    const above = values.parent ?? '';
    const isNamed = planned !== null || decisions.unitChoiceOf(above) !== null;
    const name = values.organization ?? (isNamed ? above : null);
    if (!name || outcome === 'rejected' || outcome === 'leftOut') continue;
    const unit = units.get(unitKey(name)) ?? { name, rows: 0 };
    unit.rows += 1;
    units.set(unitKey(name), unit);
  }
  return {
    units: [...units.values()].map(({ name, rows }) => {
      const choice = decisions.unitChoiceOf(name);
      const unit = find(name);
      const matched = unit?.id ? { id: unit.id, name: unit.name } : null;
      const suggestions =
        matched !== null && choice === null
          ? []
          : likest(name, living, (each) => each.name).map(({ id, name: known }) => ({ id, name: known }));
      return { name, rows, choice, matched, suggestions };
    }),
  };
}

/** The rows that will not be written, mended cells in them, as a workbook that goes back to the office. */
export async function returnedRows(draft: ImportDraft): Promise<{ bytes: Uint8Array; fileName: string }> {
  const { sheet, plan, decisions, choice } = draft;
  const source = new Map(sheet.rows.map((row) => [row.row, row]));
  const rows = plan.rows.flatMap(({ row, class: outcome, problems }) => {
    const found = source.get(row);
    if (found === undefined || (outcome !== 'rejected' && outcome !== 'conflict')) return [];
    const fixes = decisions.cells.filter((cell) => cell.row === row);
    const reason = problems.map((problem) => problem.message).join('\n');
    return [{ row: withFixes(sheet, found, fixes).row, reason }];
  });
  if (rows.length === 0) throw new AppError('IMPORT_NOTHING_TO_RETURN');
  const title = choice.kind === 'ratings' ? returnedText.reasonOfRatings : returnedText.reason;
  return {
    bytes: await returnedWorkbook(sheet, rows, title),
    fileName: returnedText.fileName(draft.workbook.fileName.replace(/\.[^.]*$/, '')),
  };
}
