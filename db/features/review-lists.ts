import { sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { ReviewList, ReviewPromptList, ReviewRow } from '../contract/reviews.ts';
import { foldForSearch } from '../domain/names.ts';
import { openedCycle } from '../records/cycles.ts';
import { unitScope } from '../records/unit-scope.ts';

/** The reviews of a period whose people and collectives are in the base. @throws AppError CYCLE_NOT_OPEN */
export function listReviews(db: ReadHandle, input: MethodParsedInput<'reviews.list'>): ReviewList {
  const cycle = openedCycle(db, input);
  const scope = unitScope(db, cycle.countedOn, input.organizationId);
  const all = db
    .all<Omit<ReviewRow, 'organizationName'>>(sql`
      select v.id as reviewId, v.version, v.official_id as officialId, v.collective_id as collectiveId,
        c.kind as collectiveKind, coalesce(o.full_name, '') as name, o.birth_date as birthDate,
        v.organization_id as organizationId, v.place, v.subject_group as subjectGroup, v.form_id as formId, v.status,
        v.filed_on as filedOn,
        (select count(*) from shortcomings s where s.review_id = v.id) as shortcomings,
        (select count(*) from review_prompts p where p.review_id = v.id) as prompts,
        (select count(*) from review_prompts p where p.review_id = v.id and p.answer <> '') as promptsAnswered,
        coalesce(c.self_level, r.self_level) as selfLevel
      from reviews v
      left join officials o on o.id = v.official_id
      left join collectives c on c.id = v.collective_id
      left join ratings r on r.cycle_id = v.cycle_id and r.official_id = v.official_id
        and r.kind = case v.place when 'leadership' then 'leader' else 'member' end
      where v.cycle_id = ${cycle.id} and v.out_reason is null
      order by o.name_sort_key nulls first, v.id`)
    .filter(scope.holds)
    .map((row): ReviewRow => {
      const organizationName = scope.nameOf(row.organizationId);
      return { ...row, organizationName, name: row.officialId === null ? organizationName : row.name };
    });
  scope.inTreeOrder(all);
  const key = foldForSearch(input.search);
  const rows = all.filter((row) => isShown(row, input.show) && foldForSearch(row.name).includes(key));
  const count = (status: ReviewRow['status']) => all.filter((row) => row.status === status).length;
  return {
    total: rows.length,
    rows: rows.slice(input.offset, input.offset + input.limit),
    counts: {
      base: all.length,
      notFiled: count('notFiled'),
      filed: count('filed'),
      discussed: count('discussed'),
      closed: count('closed'),
    },
  };
}

/** Suggested questions over all reviews of a period, in tree order of units. @throws AppError CYCLE_NOT_OPEN */
export function listPrompts(db: ReadHandle, input: MethodParsedInput<'reviews.prompts'>): ReviewPromptList {
  const cycle = openedCycle(db, input);
  const scope = unitScope(db, cycle.countedOn, input.organizationId);
  const key = foldForSearch(input.search);
  const all = db
    .all<Omit<ReviewPromptList['rows'][number], 'organizationName'>>(sql`
      select p.id as promptId, v.id as reviewId, v.version, v.status, v.organization_id as organizationId,
        c.kind as collectiveKind, coalesce(o.full_name, '') as name, p.source, p.matter, p.sent_on as sentOn,
        p.answer, p.conclusion
      from review_prompts p
      join reviews v on v.id = p.review_id
      left join officials o on o.id = v.official_id
      left join collectives c on c.id = v.collective_id
      where v.cycle_id = ${cycle.id}
      order by o.name_sort_key nulls first, v.id, p.id`)
    .filter(scope.holds)
    .map((row) => {
      const organizationName = scope.nameOf(row.organizationId);
      return { ...row, organizationName, name: row.collectiveKind === null ? row.name : organizationName };
    });
  scope.inTreeOrder(all);
  const rows = all.filter(
    (row) =>
      (input.show === 'all' || (input.show === 'answered') === (row.answer !== '')) &&
      (foldForSearch(row.name).includes(key) || foldForSearch(row.matter).includes(key)),
  );
  return {
    total: rows.length,
    answered: all.filter(({ answer }) => answer !== '').length,
    of: all.length,
    rows: rows.slice(input.offset, input.offset + input.limit),
  };
}

function isShown(row: ReviewRow, show: MethodParsedInput<'reviews.list'>['show']): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'personal':
      return row.officialId !== null;
    case 'collective':
      return row.collectiveId !== null;
    case 'withPrompts':
      return row.prompts > 0;
    default:
      return row.status === show;
  }
}
