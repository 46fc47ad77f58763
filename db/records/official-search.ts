import { type SQL, sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { idsOfEither } from '../domain/list-order.ts';
import { foldForSearch } from '../domain/names.ts';

const MIN_DIGITS = 3;

/** What the search tables are asked, in FTS5's own words; null where there is nothing to ask. */
export interface SearchTerms {
  /** Of `official_names`: every word at the start of a word of the name; or one word as the initials. */
  names: string | null;
  /** Of `official_numbers`: a run of digits of a card or citizen ID. */
  numbers: string | null;
  words: readonly string[];
  digits: string;
}

/** Folded words hold letters and digits only, so nothing of FTS5's own syntax can come in. */
export function searchTerms(typed: string): SearchTerms {
  const words = foldForSearch(typed).split(' ').filter(Boolean);
  const everyWord = `words : (${words.map((word) => `"${word}" *`).join(' AND ')})`;
  const [first] = words;
  const names =
    first === undefined ? null : words.length === 1 ? `(${everyWord}) OR initials : "${first}"` : everyWord;
  const digits = typed.replace(/\D/g, '');
  return { names, numbers: digits.length < MIN_DIGITS ? null : `"${digits}"`, words, digits };
}

/**
 * Everybody whom the text may mean, in no order; null: it asks nothing. The search tables are read by themselves: asked
 * of the rows of people one by one, the same match takes a hundred times as long.
 */
export function peopleFoundBy(db: ReadHandle, typed: string): readonly number[] | null {
  const { names, numbers } = searchTerms(typed);
  if (names === null) return null;
  const byName = idsOf(
    db,
    sql`select json_group_array(rowid) as ids from official_names where official_names match ${names}`,
  );
  if (numbers === null) return byName;
  const byNumber = idsOf(
    db,
    sql`select json_group_array(rowid) as ids from official_numbers where official_numbers match ${numbers}`,
  );
  return idsOfEither(byName, byNumber);
}

const idsOf = (db: ReadHandle, query: SQL): number[] =>
  JSON.parse(db.get<{ ids: string }>(query).ids) as number[];
