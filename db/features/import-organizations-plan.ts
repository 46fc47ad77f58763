import type { ReadHandle } from '../connection/open.ts';
import type { ProblemCode } from '../contract/imports.ts';
import type { ReadSheet } from '../contract/workbooks.ts';
import { dayOf } from '../domain/dates.ts';
import { foldForSearch } from '../domain/names.ts';
import { bodyKey, organizationKindOf, subtreeIds } from '../domain/organizations.ts';
import type { ExtractedSheetRecord } from '../excel/extract-registers.ts';
import { problemRejects } from '../excel/problem-severity.ts';
import { startsAsPartyUnit } from '../excel/unit-names.ts';
import { memberCounts } from '../records/member-counts.ts';
import { allOrganizations, type OrganizationRow } from '../records/organizations.ts';
import { type DecisionIndex, replaces } from './import-decisions.ts';
import { type PlannedParent, type PlannedRow, type PlannedUnit, problemAt } from './import-plan.ts';

type Record = ExtractedSheetRecord<'organizations'>;

/** The units that are there, with how many members each has today: its own, and with those below it. */
export interface UnitBook {
  living: readonly OrganizationRow[];
  byId: ReadonlyMap<number, OrganizationRow>;
  members(id: number): { own: number; whole: number };
}

export function unitBook(db: ReadHandle): UnitBook {
  const living = allOrganizations(db).filter((row) => row.validTo === null);
  const own = memberCounts(db, dayOf(new Date()));
  return {
    living,
    byId: new Map(living.map((row) => [row.id, row])),
    members: (id) => ({
      own: own.get(id) ?? 0,
      whole: [...subtreeIds(living, id)].reduce((sum, each) => sum + (own.get(each) ?? 0), 0),
    }),
  };
}

export interface OrganizationsPlanContext {
  sheet: ReadSheet;
  units: UnitBook;
  findUnit: (name: string) => PlannedUnit;
  decisions: DecisionIndex;
  /** Fields that a column of the sheet fills. */
  hasColumn: (field: string) => boolean;
}

/** A row under work: which unit it is, and under which one it stands. */
interface Draft {
  record: Record;
  row: PlannedRow;
  /** The unit that it is, null for a new one. */
  known: OrganizationRow | null;
  /** undefined: the sheet names none, or it stays as it is. */
  parent: PlannedParent | undefined;
  isOut: boolean;
}

/**
 * Compares the rows of a list of organisations with those that are there. A unit is known by its code, else by its
 * name under the parent that the row names; a name under another parent is for a person to look at. A parent is
 * found by code or name among the units that are there and those of the sheet; the member count is only checked.
 */
export function planOrganizations(
  records: readonly Record[],
  context: OrganizationsPlanContext,
): PlannedRow[] {
  const there = finderOf(context.units.living, (unit) => unit);
  const drafts = records.map((record) => draftOf(record, there, context));
  keepFirstOfTwins(drafts, context);
  const listed = finderOf(drafts, ({ record: { values } }) => ({
    name: values.name ?? '',
    code: values.code,
  }));
  for (const draft of drafts) if (!draft.isOut) findParent(draft, { there, listed }, context);
  // A row put out stays where it is, which may close a circle or orphan another.
  const left = () => drafts.filter(({ isOut }) => isOut).length;
  for (let before = -1; before !== left(); ) {
    before = left();
    leaveCircles(drafts, context);
    leaveOrphans(drafts, context);
  }
  const above = wayUp(drafts, context);
  return drafts.map((draft) => (draft.isOut ? draft.row : planned(draft, depthOf(draft, above), context)));
}

function draftOf(record: Record, there: Finder<OrganizationRow>, context: OrganizationsPlanContext): Draft {
  const { values } = record;
  const choice = context.decisions.choiceOf(record.row);
  const row: PlannedRow = {
    row: record.row,
    class: 'new',
    values: { ...values, memberCount: values.memberCount === null ? null : String(values.memberCount) },
    before: {},
    problems: [...record.problems],
    unit: null,
    fixed: [...context.decisions.fixedOf(record.row)],
    choice,
    candidates: [],
    toConfirm: false,
    action: { type: 'none' },
  };
  const draft: Draft = { record, row, known: null, parent: undefined, isOut: false };
  if (choice?.type === 'leaveOut') return { ...draft, row: { ...row, class: 'leftOut' }, isOut: true };
  if (values.name === null) stop(draft, context, 'UNIT_NAME_MISSING', '', 'name');
  else if (record.problems.some(({ code }) => problemRejects(code))) stop(draft, context);
  else matchUnit(draft, there, context);
  return draft;
}

/** Takes a row out of the import; a conflict where the person may decide otherwise. */
function stop(
  draft: Draft,
  { sheet }: OrganizationsPlanContext,
  code?: ProblemCode,
  value = '',
  field = '',
): void {
  const isConflict = code === 'UNIT_AMBIGUOUS' || code === 'UNIT_UNCERTAIN' || code === 'UNIT_TWICE_IN_FILE';
  const place = sheet.columns.find(
    (column) => column.field !== null && fieldsOf(field).includes(column.field),
  );
  if (code) draft.row.problems.push(problemAt(sheet, draft.row.row, code, value, place?.field ?? undefined));
  draft.row.class = isConflict ? 'conflict' : 'rejected';
  draft.isOut = true;
}

const fieldsOf = (field: string): readonly string[] =>
  field === 'name' ? ['partyOrg', 'organization', 'unitName'] : [field];

interface Named {
  name: string;
  code: string | null;
}

/** Looks units up by their code, their name as spelled, and the body that it names; a list may have thousands. */
interface Finder<T> {
  coded(code: string): readonly T[];
  spelled(name: string): readonly T[];
  bearing(name: string): readonly T[];
}

function finderOf<T>(units: readonly T[], namedAs: (unit: T) => Named): Finder<T> {
  const by = (keyOf: (unit: Named) => string | null): ReadonlyMap<string, T[]> => {
    const found = new Map<string, T[]>();
    for (const unit of units) {
      const key = keyOf(namedAs(unit));
      if (key === null) continue;
      const alike = found.get(key);
      if (alike === undefined) found.set(key, [unit]);
      else alike.push(unit);
    }
    return found;
  };
  const codes = by(({ code }) => (code ? foldForSearch(code) : null));
  const names = by(({ name }) => foldForSearch(name));
  const bodies = by(({ name }) => bodyKey(name));
  return {
    coded: (code) => codes.get(foldForSearch(code)) ?? [],
    spelled: (name) => names.get(foldForSearch(name)) ?? [],
    bearing: (name) => bodies.get(bodyKey(name)) ?? [],
  };
}

const sameText = (a: string, b: string): boolean => foldForSearch(a) === foldForSearch(b);
const bears = (unit: { name: string }, name: string): boolean => bodyKey(unit.name) === bodyKey(name);
const hasCode = (unit: { code: string | null }, code: string): boolean =>
  !!unit.code && sameText(unit.code, code);

function matchUnit(draft: Draft, there: Finder<OrganizationRow>, context: OrganizationsPlanContext): void {
  const { name, code } = draft.record.values;
  if (name === null || draft.row.choice?.type === 'newPerson') return;
  const coded = code === null ? [] : there.coded(code);
  if (coded.length > 1) stop(draft, context, 'UNIT_AMBIGUOUS', code ?? '', 'organizationCode');
  else if (coded[0] !== undefined) draft.known = coded[0];
  else matchName(draft, name, there, context);
}

function matchName(
  draft: Draft,
  name: string,
  there: Finder<OrganizationRow>,
  context: OrganizationsPlanContext,
): void {
  const { code, parent } = draft.record.values;
  const { byId } = context.units;
  const all = there.bearing(name);
  const exact = all.filter((unit) => sameText(unit.name, name));
  const namesakes = (exact.length > 0 ? exact : all).filter(
    (unit) => code === null || unit.code === '' || sameText(unit.code, code),
  );
  const isUnder = (unit: OrganizationRow): boolean => {
    const above = unit.parentId === null ? undefined : byId.get(unit.parentId);
    return parent === null || (above !== undefined && (hasCode(above, parent) || bears(above, parent)));
  };
  const [unit, another] = namesakes.filter(isUnder);
  const [elsewhere] = namesakes;
  if (another !== undefined) stop(draft, context, 'UNIT_AMBIGUOUS', name, 'name');
  // The office's own unit stands under nobody here, whoever stands above it in the sheet.
  else if (unit !== undefined || elsewhere?.parentId === null) draft.known = unit ?? elsewhere ?? null;
  else if (elsewhere !== undefined) stop(draft, context, 'UNIT_UNCERTAIN', name, 'name');
}

function keepFirstOfTwins(drafts: readonly Draft[], context: OrganizationsPlanContext): void {
  const seen = new Map<string, number>();
  for (const draft of drafts) {
    if (draft.isOut) continue;
    const { name, code, parent } = draft.record.values;
    const key =
      draft.known === null
        ? JSON.stringify([code, foldForSearch(name ?? ''), foldForSearch(parent ?? '')])
        : draft.known.id;
    const earlier = seen.get(String(key));
    if (earlier !== undefined) stop(draft, context, 'UNIT_TWICE_IN_FILE', String(earlier), 'name');
    else seen.set(String(key), draft.row.row);
  }
}

function findParent(
  draft: Draft,
  { there, listed }: { there: Finder<OrganizationRow>; listed: Finder<Draft> },
  context: OrganizationsPlanContext,
): void {
  const { parent } = draft.record.values;
  if (parent === null) return;
  const parents = (way: keyof Finder<unknown>): PlannedParent[] => [
    ...there[way](parent).flatMap(({ id }) => (id === draft.known?.id ? [] : [{ id }])),
    ...listed[way](parent).flatMap((each) =>
      each === draft || each.isOut || each.known !== null ? [] : [{ row: each.row.row }],
    ),
  ];
  const found = (['coded', 'spelled', 'bearing'] as const).map(parents).find((refs) => refs.length > 0);
  const [only, another] = found ?? [];
  // A row that is out of the import is not made by way of those below it.
  const isListed = listed.bearing(parent).length > 0;
  if (only !== undefined && another === undefined) draft.parent = only;
  else if (found === undefined && startsAsPartyUnit(parent) && !isListed) findNamed(draft, parent, context);
  else if (draft.known === null || draft.known.parentId !== null)
    stop(draft, context, 'PARENT_NOT_FOUND', parent, 'parentOrganization');
}

/** A body that neither the sheet nor the book holds: chosen, created, or left to the office's own unit. */
function findNamed(draft: Draft, name: string, context: OrganizationsPlanContext): void {
  // The office's own unit stands under nobody here.
  if (draft.known !== null && draft.known.parentId === null) return;
  const unit = context.findUnit(name);
  if (unit === null) return;
  draft.row.unit = unit;
  draft.parent = unit.id === null ? { name: unit.name } : { id: unit.id };
}

/** A row below one that will not be written cannot be written either. */
function leaveOrphans(drafts: readonly Draft[], context: OrganizationsPlanContext): void {
  const byRow = new Map(drafts.map((draft) => [draft.row.row, draft]));
  const isOrphan = ({ isOut, parent }: Draft): boolean =>
    !isOut && parent !== undefined && 'row' in parent && byRow.get(parent.row)?.isOut === true;
  for (let found = drafts.filter(isOrphan); found.length > 0; found = drafts.filter(isOrphan))
    for (const draft of found)
      stop(draft, context, 'PARENT_NOT_FOUND', draft.record.values.parent ?? '', 'parentOrganization');
}

/** Goes up from row to unit to row as they would stand after the import. */
function wayUp(drafts: readonly Draft[], { units }: OrganizationsPlanContext) {
  const ours = drafts.filter(({ isOut }) => !isOut);
  const byRow = new Map(ours.map((draft) => [draft.row.row, draft]));
  const byUnit = new Map(ours.flatMap((draft) => (draft.known === null ? [] : [[draft.known.id, draft]])));
  return (at: Draft | number): Draft | number | null => {
    const ref = typeof at === 'number' ? undefined : at.parent;
    if (ref !== undefined && 'row' in ref) return byRow.get(ref.row) ?? null;
    const unitId = typeof at === 'number' ? at : (at.known?.id ?? 0);
    if (ref !== undefined && 'name' in ref) return null;
    const id = ref?.id ?? units.byId.get(unitId)?.parentId ?? null;
    return id === null ? null : (byUnit.get(id) ?? id);
  };
}

/** A row that names as its parent a unit which would stand below it. */
function leaveCircles(drafts: readonly Draft[], context: OrganizationsPlanContext): void {
  const above = wayUp(drafts, context);
  const isBelowItself = (draft: Draft): boolean => {
    const seen = new Set<Draft | number>();
    let at = above(draft);
    while (at !== null && at !== draft && !seen.has(at)) {
      seen.add(at);
      at = above(at);
    }
    return at === draft;
  };
  const circle = drafts.filter((draft) => !draft.isOut && draft.parent !== undefined && isBelowItself(draft));
  for (const draft of circle)
    stop(draft, context, 'PARENT_BELOW', draft.record.values.parent ?? '', 'parentOrganization');
}

/** How many new units of the sheet stand above a row: those are written first. */
function depthOf(draft: Draft, above: ReturnType<typeof wayUp>): number {
  let depth = 0;
  for (let at = above(draft); at !== null; at = above(at)) depth += 1;
  return depth;
}

function planned(
  { record, row, known, parent }: Draft,
  depth: number,
  context: OrganizationsPlanContext,
): PlannedRow {
  const { name, code, kind, unitType, memberCount } = record.values;
  const { decisions, units, hasColumn } = context;
  if (known === null) {
    const values = {
      name: name ?? '',
      code: code ?? '',
      kind: kind ?? organizationKindOf(name ?? ''),
      unitType,
    };
    return { ...row, action: { type: 'insertOrganization', values, parent: parent ?? null, depth } };
  }
  const members = units.members(known.id);
  if (memberCount !== null && memberCount !== members.own && memberCount !== members.whole)
    row.problems.push(
      problemAt(context.sheet, row.row, 'MEMBER_COUNT_DIFFERS', String(members.whole), 'memberTotal'),
    );
  const values: Partial<Pick<OrganizationRow, 'name' | 'code' | 'kind' | 'unitType'>> = {};
  // Found by its name a unit keeps it as it is spelled here; found by its code it is renamed.
  const renamed = name !== null && !bears(known, name) ? name : null;
  if (renamed !== null && replaces(decisions.policyOf('name'), renamed, known.name)) {
    values.name = renamed;
    row.before.name = known.name;
  }
  if (code !== null && code !== known.code && replaces(decisions.policyOf('code'), code, known.code)) {
    values.code = code;
    row.before.code = known.code || null;
  }
  if (
    kind !== null &&
    hasColumn('kind') &&
    kind !== known.kind &&
    replaces(decisions.policyOf('kind'), kind, known.kind)
  ) {
    values.kind = kind;
    row.before.kind = known.kind;
  }
  if (
    unitType !== null &&
    unitType !== known.unitType &&
    replaces(decisions.policyOf('unitType'), unitType, known.unitType)
  ) {
    values.unitType = unitType;
    row.before.unitType = known.unitType;
  }
  const oldParent = known.parentId === null ? null : (units.byId.get(known.parentId)?.name ?? null);
  const moves =
    parent !== undefined &&
    !('id' in parent && parent.id === known.parentId) &&
    replaces(decisions.policyOf('parent'), record.values.parent, oldParent);
  if (moves) row.before.parent = oldParent;
  if (Object.keys(row.before).length === 0) return { ...row, class: 'same' };
  return {
    ...row,
    class: 'changed',
    action: {
      type: 'changeOrganization',
      organizationId: known.id,
      version: known.version,
      values,
      ...(moves && parent !== undefined ? { parent } : {}),
      depth,
    },
  };
}
