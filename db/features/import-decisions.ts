import type {
  FieldPolicy,
  ImportDecision,
  ImportDecisions,
  RowChoice,
  UnitChoice,
} from '../contract/import-decisions.ts';
import { unitKey } from './import-plan.ts';

/** The decisions, found by row, field and unit. */
export interface DecisionIndex {
  cells: ImportDecisions['cells'];
  choiceOf(row: number): RowChoice | null;
  fixedOf(row: number): readonly string[];
  isConfirmed(row: number): boolean;
  mended: ReadonlySet<number>;
  policyOf(field: string): FieldPolicy;
  unitChoiceOf(name: string): UnitChoice | null;
}

export function indexDecisions(decisions: ImportDecisions): DecisionIndex {
  const choices = new Map(decisions.rows.map(({ row, choice }) => [row, choice]));
  const policies = new Map(decisions.policies.map(({ field, policy }) => [field, policy]));
  const units = new Map(decisions.units.map(({ name, choice }) => [unitKey(name), choice]));
  const confirmed = decisions.confirmed === 'all' ? 'all' : new Set(decisions.confirmed);
  const fixed = new Map<number, string[]>();
  for (const { row, field } of decisions.cells) fixed.set(row, [...(fixed.get(row) ?? []), field]);
  return {
    cells: decisions.cells,
    choiceOf: (row) => choices.get(row) ?? null,
    fixedOf: (row) => fixed.get(row) ?? [],
    mended: new Set(decisions.mended),
    isConfirmed: (row) => confirmed === 'all' || confirmed.has(row),
    policyOf: (field) => policies.get(field) ?? 'take',
    unitChoiceOf: (name) => units.get(unitKey(name)) ?? null,
  };
}

/** The decisions with one more; a later one on the same cell, row, unit or field stands in the place of the earlier. */
export function withDecision(decisions: ImportDecisions, decision: ImportDecision): ImportDecisions {
  switch (decision.type) {
    case 'cell': {
      const { row, field, text } = decision;
      const others = decisions.cells.filter((cell) => cell.row !== row || cell.field !== field);
      return { ...decisions, cells: text === null ? others : [...others, { row, field, text }] };
    }
    case 'row': {
      const { row, choice } = decision;
      const others = decisions.rows.filter((each) => each.row !== row);
      return { ...decisions, rows: choice === null ? others : [...others, { row, choice }] };
    }
    case 'unit': {
      const { name, choice } = decision;
      const others = decisions.units.filter((each) => unitKey(each.name) !== unitKey(name));
      return { ...decisions, units: choice === null ? others : [...others, { name, choice }] };
    }
    case 'policy': {
      const { field, policy } = decision;
      const others = decisions.policies.filter((each) => each.field !== field);
      return { ...decisions, policies: policy === 'take' ? others : [...others, { field, policy }] };
    }
    case 'mend': {
      const rows = new Set(decisions.mended);
      for (const row of decision.rows) {
        if (decision.mended) rows.add(row);
        else rows.delete(row);
      }
      return { ...decisions, mended: [...rows] };
    }
    case 'confirm': {
      if (decision.rows === 'all' || decisions.confirmed === 'all') return { ...decisions, confirmed: 'all' };
      return { ...decisions, confirmed: [...new Set([...decisions.confirmed, ...decision.rows])] };
    }
  }
}

/** Whether a written value takes the place of the known one. null is blank. */
export function replaces(policy: FieldPolicy, written: string | null, known: string | null): boolean {
  switch (policy) {
    case 'keep':
      return false;
    case 'fill':
      return written !== null && (known === null || known === '');
    case 'take':
      return written !== null;
    case 'overwrite':
      return true;
  }
}
