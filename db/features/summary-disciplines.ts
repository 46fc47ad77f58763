import { sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { figureNames } from '../contract/vi/summaries.ts';
import { formatPartialDate } from '../domain/dates.ts';
import { type DisciplineForm, disciplineForms } from '../domain/disciplines.ts';
import { disciplinesIn } from '../domain/disciplines-in-period.ts';
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

/**
 * Table 5f: everyone disciplined in the days, once, by the heaviest form, in the unit and headship of that time. Of a
 * day known as month or year only, it counts where it may lie in the days.
 */
export function collectDisciplined(db: ReadHandle, scope: SummaryScope): Collected {
  const rows = db
    .all<DisciplineRow>(sql`
      select d.official_id as officialId, o.full_name as fullName, o.birth_date as birthDate, d.form,
        d.effective_on as effectiveOn, d.organization_then_id as organizationId, d.is_head_then as isHead
      from disciplines d join officials o on o.id = d.official_id
      order by o.name_sort_key, o.id, d.effective_on, d.id`)
    .filter(
      (row) =>
        disciplinesIn(scope.days, [{ ...row, countedEarlier: false }]).length > 0 &&
        scope.holds(row.organizationId),
    );
  const heaviest = new Map<number, DisciplineRow>();
  for (const row of rows) {
    const before = heaviest.get(row.officialId);
    if (before === undefined || disciplineForms.indexOf(row.form) > disciplineForms.indexOf(before.form))
      heaviest.set(row.officialId, row);
  }
  const items = [...heaviest.values()].map(
    (row): Item => ({
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
    }),
  );
  return { rows: unitRows(scope, items), items, missing: null };
}
