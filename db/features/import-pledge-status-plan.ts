import type { ProblemCode, RowOutcome } from '../contract/imports.ts';
import { declaredText } from '../contract/vi/pledges.ts';
import type { ReadSheet } from '../contract/workbooks.ts';
import { declaredDiffers, declaredFault, totalsOf } from '../domain/declared-totals.ts';
import type { ExtractedSheetRecord } from '../excel/extract-registers.ts';
import { problemRejects } from '../excel/problem-severity.ts';
import type { DeclaredPledgeRecord, DeclaredPledgeValues, SignedOf } from '../records/declared-pledges.ts';
import { type DecisionIndex, replaces } from './import-decisions.ts';
import { type PlannedRow, type PlannedUnit, problemAt, unitKey } from './import-plan.ts';

type Row = ExtractedSheetRecord<'pledgeStatus'>;

export interface DeclaredPlanContext {
  sheet: ReadSheet;
  findUnit: (name: string) => PlannedUnit;
  /** What is declared for the year so far, by unit. */
  existing: ReadonlyMap<number, DeclaredPledgeRecord>;
  /** The office's own counts of a unit with those under it. */
  own: (organizationId: number) => SignedOf;
  decisions: DecisionIndex;
}

/**
 * Compares the totals of a sheet 5e with those declared before. They change no pledge of anybody; where the office's
 * own counts say otherwise, the row says so.
 */
export function planDeclared(records: readonly Row[], context: DeclaredPlanContext): PlannedRow[] {
  const seen = new Map<string, number>();
  return records.map((record) => planRow(record, context, seen));
}

const numberText = (value: number | null): string | null => (value === null ? null : String(value));

/** "2 (ốm; đi học)", as offices write both in one column. */
function unsignedText({ notSigned, notSignedReason }: Row['values']): string | null {
  if (notSignedReason === null) return numberText(notSigned);
  return notSigned === null ? notSignedReason : `${notSigned} (${notSignedReason})`;
}

function planRow(record: Row, context: DeclaredPlanContext, seen: Map<string, number>): PlannedRow {
  const { values, row: number } = record;
  const { sheet, decisions } = context;
  const unit = values.organization === null ? null : context.findUnit(values.organization);
  const choice = decisions.choiceOf(number);
  const row = {
    row: number,
    values: {
      organization: values.organization,
      memberCount: numberText(values.total),
      signedCount: numberText(values.signed),
      notSigned: unsignedText(values),
      note: values.note,
    },
    before: {} as Record<string, string | null>,
    problems: [...record.problems],
    unit,
    fixed: [...decisions.fixedOf(number)],
    choice,
    candidates: [],
    toConfirm: false,
  };
  const note = (code: ProblemCode, value = '', field?: string) => {
    row.problems.push(problemAt(sheet, number, code, value, field));
  };
  const stop = (outcome: RowOutcome): PlannedRow => ({ ...row, class: outcome, action: { type: 'none' } });
  if (choice?.type === 'leaveOut') return stop('leftOut');
  if (unit === null) {
    note('UNIT_NAME_MISSING');
    return stop('rejected');
  }
  if (record.problems.some(({ code }) => problemRejects(code))) return stop('rejected');
  const fault = declaredFault(values);
  if (fault !== null) {
    note(fault, row.values.signedCount ?? '', 'signed');
    return stop('rejected');
  }
  const totals = totalsOf(values);
  if (totals === null) return stop('rejected');
  const key = unit.id === null ? unitKey(unit.name) : String(unit.id);
  const earlier = seen.get(key);
  if (earlier !== undefined) {
    note('UNIT_TWICE_IN_FILE', String(earlier));
    return stop('conflict');
  }
  seen.set(key, number);
  if (!totals.percentAgrees) note('PERCENT_DIFFERS', numberText(values.percent) ?? '', 'percent');
  const { total, signed } = totals;
  const own = unit.id === null ? { total: 0, signed: 0 } : context.own(unit.id);
  if (declaredDiffers({ total, signed, own }))
    note('DECLARED_DIFFERS', declaredText.beside({ total, signed }, own));
  const written = { total, signed, reason: values.notSignedReason ?? '', note: values.note ?? '' };
  const before = unit.id === null ? undefined : context.existing.get(unit.id);
  if (before === undefined)
    return { ...row, class: 'new', action: { type: 'insertDeclared', unit, values: written } };
  const change = changeOf(before, written, row, decisions);
  if (Object.keys(change).length === 0) return stop('same');
  const { id: declaredId, version } = before;
  return {
    ...row,
    class: 'changed',
    action: { type: 'changeDeclared', declaredId, version, values: change },
  };
}

/** The column that each value is shown in. */
const columnOf = {
  total: 'memberCount',
  signed: 'signedCount',
  reason: 'notSigned',
  note: 'note',
} as const satisfies Record<keyof DeclaredPledgeValues, string>;

function changeOf(
  before: DeclaredPledgeRecord,
  written: DeclaredPledgeValues,
  row: Pick<PlannedRow, 'before'>,
  decisions: DecisionIndex,
): Partial<DeclaredPledgeValues> {
  const change: Partial<DeclaredPledgeValues> = {};
  for (const field of Object.keys(columnOf) as (keyof DeclaredPledgeValues)[]) {
    const [known, value] = [String(before[field]), String(written[field])];
    const column = columnOf[field];
    if (known === value || !replaces(decisions.policyOf(column), value === '' ? null : value, known))
      continue;
    Object.assign(change, { [field]: written[field] });
    row.before[column] = known === '' ? null : known;
  }
  return change;
}
