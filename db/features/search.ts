import { sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import type { SearchResult } from '../contract/search.ts';
import { dayOf } from '../domain/dates.ts';
import type { OrganizationKind, ParticipationStatus } from '../domain/people.ts';
import { searchTerms } from '../records/official-search.ts';

/** So many matches are looked at to choose the best: a letter that half of the people share costs no more. */
const CANDIDATES = 500;
const PEOPLE = 8;
const UNITS = 6;

interface Candidate {
  id: number;
  fullName: string;
  words: string;
  initials: string;
  sortKey: string;
  birthDate: string | null;
  partyCardNo: string;
  cardDigits: string;
  participationStatus: ParticipationStatus;
}

const candidateColumns = sql.raw(`o.id, o.full_name as fullName, o.name_search_key as words,
  o.name_initials as initials, o.name_sort_key as sortKey, o.birth_date as birthDate,
  o.party_card_no as partyCardNo, o.party_card_digits as cardDigits,
  o.participation_status as participationStatus`);

/** People and units that the text may mean, from anywhere in the program; citizen IDs stay masked. */
export function searchEverywhere(db: ReadHandle, { text }: { text: string }): SearchResult {
  const { people, more } = findPeople(db, text);
  return { people, morePeople: more, ...findUnits(db, text) };
}

type FoundPerson = SearchResult['people'][number];

function findPeople(db: ReadHandle, text: string): { people: FoundPerson[]; more: boolean } {
  const { names, numbers, words, digits } = searchTerms(text);
  const byName =
    names === null
      ? []
      : db.all<Candidate>(sql`select ${candidateColumns} from official_names f join officials o on o.id = f.rowid
          where official_names match ${names} limit ${CANDIDATES}`);
  const byNumber =
    numbers === null
      ? []
      : db.all<Candidate>(sql`select ${candidateColumns} from official_numbers f join officials o on o.id = f.rowid
          where official_numbers match ${numbers} limit ${CANDIDATES}`);
  const numbered = new Set(byNumber.map((person) => person.id));
  const last = words.at(-1) ?? '';
  /** The given name is what people call a person by: it comes first. */
  const rank = (person: Candidate): number => {
    const given = person.words.slice(person.words.lastIndexOf(' ') + 1);
    if (given === last) return 0;
    if (person.initials === last) return 1;
    return given.startsWith(last) ? 2 : 3;
  };
  const best = [
    ...byNumber.map((person) => ({ person, rank: -1 })),
    ...byName.filter((person) => !numbered.has(person.id)).map((person) => ({ person, rank: rank(person) })),
  ].sort(
    (a, b) => a.rank - b.rank || compareText(a.person.sortKey, b.person.sortKey) || a.person.id - b.person.id,
  );
  const shown = best.slice(0, PEOPLE);
  const units = unitNames(
    db,
    shown.map(({ person }) => person.id),
  );
  return {
    people: shown.map(({ person, rank: found }) => ({
      id: person.id,
      fullName: person.fullName,
      birthDate: person.birthDate,
      organizationName: units.get(person.id) ?? '',
      partyCardNo: person.partyCardNo,
      participationStatus: person.participationStatus,
      by: found >= 0 ? 'name' : person.cardDigits.includes(digits) ? 'card' : 'citizenId',
    })),
    more: best.length > PEOPLE,
  };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function unitNames(db: ReadHandle, officialIds: readonly number[]): Map<number, string> {
  const rows = db.all<{ id: number; name: string }>(sql`
    select m.official_id as id, u.name from memberships m join organizations u on u.id = m.organization_id
    where m.valid_to is null and m.official_id in (select value from json_each(${JSON.stringify(officialIds)}))`);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Units of today whose name has every word at the start of one of its own; those that begin with it first. */
function findUnits(db: ReadHandle, text: string): Pick<SearchResult, 'units' | 'moreUnits'> {
  const { words } = searchTerms(text);
  if (words.length === 0) return { units: [], moreUnits: false };
  const today = dayOf(new Date());
  const everyWord = sql.join(
    words.map((word) => sql`' ' || u.name_search_key like ${`% ${word}%`}`),
    sql` and `,
  );
  const rows = db.all<{ id: number; name: string; kind: OrganizationKind; parentName: string }>(sql`
    select u.id, u.name, u.kind, coalesce(p.name, '') as parentName
    from organizations u left join organizations p on p.id = u.parent_id
    where ${everyWord} and (u.valid_from is null or u.valid_from <= ${today})
      and (u.valid_to is null or u.valid_to >= ${today})
    order by u.name_search_key not like ${`${words.join(' ')}%`}, u.name_sort_key, u.id limit ${UNITS + 1}`);
  return { units: rows.slice(0, UNITS), moreUnits: rows.length > UNITS };
}
