import { sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { isPartyOrganization } from '../domain/collectives.ts';
import { dayBefore, earliestDay } from '../domain/dates.ts';
import { type DatedDiscipline, disciplinesIn, type Period } from '../domain/disciplines-in-period.ts';
import { countingYears } from './counted-disciplines.ts';
import { allUnitDisciplines } from './organization-disciplines.ts';
import { existsOn, type OrganizationRow } from './organizations.ts';
import type { SubjectYear } from './rating-subjects.ts';

/** What the book of disciplines says for the conditions of the collectives of a unit. */
export interface UnitDisciplines {
  /**
   * Of the organisation, and so of every collective of it (committee, standing committee): table 5f counts "tổ chức đảng bị
   * kỷ luật" of a unit by form only, and no source that was read (QĐ 69-QĐ/TW, 06/7/2022, điều 7; QĐ 124-QĐ/TW,
   * 04/10/2023) says which body of it is meant. Where a decision names one body, the office says so for each
   * collective among its facts, with the reason (`disciplineOverride`).
   */
  own: DatedDiscipline[];
  /** Party organisations right under the unit on the day, and those disciplined in the period, also when gone since. */
  subordinates: { total: number; disciplined: number };
  leaders: DatedDiscipline[];
}

/** @param units as of the period's last day */
export function disciplinesOfUnits(
  db: ReadHandle,
  of: Pick<SubjectYear, 'year' | 'quarter' | 'period'>,
  units: readonly OrganizationRow[],
): (unitId: number) => UnitDisciplines {
  const { period } = of;
  const countedYear = countingYears(db, of);
  const own = new Map<number, DatedDiscipline[]>();
  for (const { organizationId, form, effectiveOn } of allUnitDisciplines(db))
    push(own, organizationId, {
      form,
      effectiveOn,
      countedYear: countedYear({ effectiveOn, countedYear: null }),
    });
  const under = new Map<number, { total: number; disciplined: number }>();
  for (const unit of units) {
    if (unit.parentId === null || !isPartyOrganization(unit.kind)) continue;
    const isDisciplined = disciplinesIn(period, own.get(unit.id) ?? []).length > 0;
    if (!isDisciplined && !existsOn(unit, period.to)) continue;
    const counts = under.get(unit.parentId) ?? { total: 0, disciplined: 0 };
    counts.total += 1;
    if (isDisciplined) counts.disciplined += 1;
    under.set(unit.parentId, counts);
  }
  const leaders = leaderDisciplines(db, period, countedYear);
  return (unitId) => ({
    own: own.get(unitId) ?? [],
    subordinates: under.get(unitId) ?? { total: 0, disciplined: 0 },
    leaders: leaders.get(unitId) ?? [],
  });
}

interface LeaderRow {
  organizationId: number;
  id: number;
  form: DatedDiscipline['form'];
  effectiveOn: string;
  countedYear: number | null;
  validFrom: string | null;
  validTo: string | null;
}

/**
 * Disciplines of those who lead a unit on the period's last day, or led it when they were disciplined: a head who was
 * removed from the post leads no more on that day.
 */
function leaderDisciplines(
  db: ReadHandle,
  period: Period,
  countedYear: ReturnType<typeof countingYears>,
): Map<number, DatedDiscipline[]> {
  const rows = db.all<LeaderRow>(sql`
    select p.organization_id as organizationId, d.id, d.form, d.effective_on as effectiveOn, d.counted_year as countedYear,
      p.valid_from as validFrom, p.valid_to as validTo
    from disciplines d join posts p on p.official_id = d.official_id and (p.is_leader = 1 or p.is_head = 1)
      and (p.valid_from is null or p.valid_from <= ${period.to}) and (p.valid_to is null or p.valid_to >= ${period.from})
    where p.organization_id is not null order by d.effective_on, d.id`);
  const groups = new Map<number, DatedDiscipline[]>();
  const known = new Set<string>();
  for (const { organizationId, id, form, effectiveOn, countedYear: said, ...post } of rows) {
    // The post ends on the day of the removal or on the day before.
    const day = dayBefore(earliestDay(effectiveOn));
    if (!existsOn(post, period.to) && (post.validTo === null || post.validTo < day)) continue;
    const key = `${organizationId} ${id}`;
    if (known.has(key)) continue;
    known.add(key);
    push(groups, organizationId, {
      form,
      effectiveOn,
      countedYear: countedYear({ effectiveOn, countedYear: said }),
    });
  }
  return groups;
}

function push<T>(groups: Map<number, T[]>, key: number, value: T): void {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}
