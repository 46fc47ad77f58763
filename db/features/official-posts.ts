import { sql } from 'drizzle-orm';
import type { WriteHandle } from '../connection/open.ts';
import { officials, posts } from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import { isCertainlyBefore } from '../domain/official-rules.ts';

interface Chosen {
  id: number;
  birthDate: string | null;
  holds: number;
}

/**
 * Gives all people chosen the same dated post. Who holds a post of that kind and title now is left as it is.
 * @throws AppError NOT_FOUND, VALIDATION_FAILED when the post would begin before a birth or end before it begins
 */
export function givePost(
  db: WriteHandle,
  input: MethodParsedInput<'officials.givePost'>,
): { given: number; held: number } {
  const {
    officialIds,
    onDay,
    dryRun: _dryRun,
    isHead,
    isLeader,
    isKeyOfficial,
    isCommittee,
    ...post
  } = input;
  if (post.validTo !== null && isCertainlyBefore(post.validTo, onDay))
    throw new AppError('VALIDATION_FAILED', { fieldErrors: { validTo: 'BEFORE_START' } });
  const ids = [...new Set(officialIds)];
  const listed = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  const chosen = db.all<Chosen>(sql`
    select o.id, o.birth_date as birthDate,
      exists (select 1 from ${posts} p where p.official_id = o.id and p.kind = ${post.kind}
        and p.title = ${post.title} and p.valid_to is null) as holds
    from ${officials} o where o.id in ${listed} order by o.id`);
  if (chosen.length !== ids.length) throw new AppError('NOT_FOUND');
  if (chosen.some(({ birthDate }) => birthDate !== null && isCertainlyBefore(onDay, birthDate)))
    throw new AppError('VALIDATION_FAILED', { fieldErrors: { onDay: 'BEFORE_BIRTH' } });
  const given = chosen.filter(({ holds }) => holds === 0).map(({ id }) => id);
  const values = {
    ...post,
    organizationId: null,
    isHead: Number(isHead),
    isLeader: Number(isLeader),
    isKeyOfficial: Number(isKeyOfficial),
    isCommittee: Number(isCommittee),
    validFrom: onDay,
  };
  for (const officialId of given)
    db.insert(posts)
      .values({ ...values, officialId })
      .run();
  // A person's posts are part of the person: the version goes up.
  db.run(sql`update ${officials} set version = version + 1
    where id in (select value from json_each(${JSON.stringify(given)}))`);
  return { given: given.length, held: chosen.length - given.length };
}
