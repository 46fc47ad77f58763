import { sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { organizationDisciplineFormNames } from '../contract/vi/discipline.ts';
import { figureNames } from '../contract/vi/summaries.ts';
import { formatPartialDate } from '../domain/dates.ts';
import {
  type DisciplineForm,
  disciplineForms,
  type OrganizationDisciplineForm,
  organizationDisciplineForms,
} from '../domain/disciplines.ts';
import { mayLieIn } from '../domain/disciplines-in-period.ts';
import { allUnitDisciplines } from '../records/organization-disciplines.ts';
import { type Collected, type Item, type SummaryScope, unitKey, unitRows } from './summary-scope.ts';

interface DisciplineRow {
  officialId: number;
  fullName: string;
  birthDate: string | null;
  form: DisciplineForm;
  effectiveOn: string;
  organizationId: number | null;
  isHead: 0 | 1;
}

const headFigures = {
  reprimand: 'headReprimand',
  warning: 'headWarning',
  removalFromPost: 'headRemovalFromPost',
  expulsion: 'headExpulsion',
} as const satisfies Record<DisciplineForm, string>;

const unitFigures = {
  reprimand: 'unitReprimand',
  warning: 'unitWarning',
  dissolution: 'unitDissolution',
} as const satisfies Record<OrganizationDisciplineForm, string>;

/**
 * Table 5f: everyone disciplined by the Party in the days, once, by the heaviest form, in the unit and headship of that time, and
 * every Party organisation disciplined, once, by the heaviest form. Of a day known as month or year only, it counts
 * where it may lie in the days.
 */
export function collectDisciplined(db: ReadHandle, scope: SummaryScope): Collected {
  const items = [...disciplinedPeople(db, scope), ...disciplinedUnits(db, scope)];
  return { rows: unitRows(scope, items), items, missing: null };
}

const isInDays = ({ days }: SummaryScope, row: { effectiveOn: string }): boolean =>
  mayLieIn(days, row.effectiveOn);

/** The heaviest entry of each, in the order in which each comes first. */
function heaviest<Row extends { form: Form }, Form>(
  rows: readonly Row[],
  whose: (row: Row) => number,
  forms: readonly Form[],
): Row[] {
  const found = new Map<number, Row>();
  for (const row of rows) {
    const before = found.get(whose(row));
    if (before === undefined || forms.indexOf(row.form) > forms.indexOf(before.form))
      found.set(whose(row), row);
  }
  return [...found.values()];
}

function disciplinedPeople(db: ReadHandle, scope: SummaryScope): Item[] {
  const rows = db
    .all<DisciplineRow>(sql`
      select d.official_id as officialId, o.full_name as fullName, o.birth_date as birthDate, d.form,
        d.effective_on as effectiveOn, d.organization_then_id as organizationId, d.is_head_then as isHead
      from disciplines d join officials o on o.id = d.official_id
      where d.branch = 'party'
      order by o.name_sort_key, o.id, d.effective_on, d.id`)
    .filter((row) => isInDays(scope, row) && scope.holds(row.organizationId));
  return heaviest(rows, (row) => row.officialId, disciplineForms).map((row) => ({
    row: unitKey(row.organizationId),
    figures: [
      'disciplined',
      row.form,
      ...(row.isHead === 1 ? (['heads', headFigures[row.form]] as const) : []),
    ],
    groups: [],
    officialId: row.officialId,
    organizationId: row.organizationId,
    name: row.fullName,
    birthDate: row.birthDate,
    detail: `${figureNames[row.form]} (${formatPartialDate(row.effectiveOn)})`,
  }));
}

function disciplinedUnits(db: ReadHandle, scope: SummaryScope): Item[] {
  const rows = allUnitDisciplines(db).filter(
    (row) => isInDays(scope, row) && scope.holds(row.organizationId),
  );
  return heaviest(rows, (row) => row.organizationId, organizationDisciplineForms).map((row) => ({
    row: unitKey(row.organizationId),
    figures: ['disciplinedUnits', unitFigures[row.form]],
    groups: [],
    officialId: null,
    organizationId: row.organizationId,
    name: scope.unitName(row.organizationId),
    birthDate: null,
    detail: `${organizationDisciplineFormNames[row.form]} (${formatPartialDate(row.effectiveOn)})`,
  }));
}
