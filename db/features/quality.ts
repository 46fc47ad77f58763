import { sql } from 'drizzle-orm';
import type { ReadHandle } from '../connection/open.ts';
import { memberships, officials, organizations, posts } from '../connection/schema.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { QualityFinding, QualityRule } from '../contract/official-edits.ts';
import { qualityMessages } from '../contract/vi/quality.ts';
import {
  isAdmittedAfterFull,
  isAgeAtAdmissionOdd,
  isCitizenIdOdd,
  isProbationOdd,
  type OfficialFacts,
} from '../domain/official-rules.ts';
import { subtreeIds } from '../domain/organizations.ts';
import { allOrganizations } from '../records/organizations.ts';

interface Person extends OfficialFacts {
  id: number;
  fullName: string;
  partyCardDigits: string;
  membershipStatus: string | null;
  organizationId: number | null;
  organizationName: string;
  citizenIdTwins: number;
  cardTwins: number;
  headsEndedUnit: number;
}

/** Each rule with the field that the form jumps to; they look at one person and what was counted about it. */
const rules: readonly { rule: QualityRule; field: string; holds(person: Person): boolean }[] = [
  { rule: 'BIRTH_DATE_MISSING', field: 'birthDate', holds: (person) => person.birthDate === null },
  {
    rule: 'ADMITTED_MISSING',
    field: 'admittedOn',
    holds: (person) => person.admittedOn === null && person.membershipStatus !== 'none',
  },
  {
    rule: 'CARD_MISSING',
    field: 'partyCardNo',
    holds: (person) => person.partyCardDigits === '' && person.membershipStatus === 'full',
  },
  { rule: 'CITIZEN_ID_MISSING', field: 'citizenId', holds: (person) => person.citizenId === '' },
  { rule: 'UNIT_MISSING', field: 'organizationId', holds: (person) => person.organizationId === null },
  { rule: 'ADMITTED_AFTER_FULL', field: 'fullMemberOn', holds: isAdmittedAfterFull },
  { rule: 'FULL_NOT_ABOUT_A_YEAR_LATER', field: 'fullMemberOn', holds: isProbationOdd },
  { rule: 'AGE_AT_ADMISSION', field: 'admittedOn', holds: isAgeAtAdmissionOdd },
  { rule: 'CITIZEN_ID_DISAGREES', field: 'citizenId', holds: isCitizenIdOdd },
  { rule: 'SAME_CITIZEN_ID', field: 'citizenId', holds: (person) => person.citizenIdTwins > 1 },
  { rule: 'SAME_CARD', field: 'partyCardNo', holds: (person) => person.cardTwins > 1 },
  { rule: 'HEAD_IN_ENDED_UNIT', field: 'posts', holds: (person) => person.headsEndedUnit > 0 },
];

/** What is missing or odd, in Vietnamese order of names; people who left, died, retired or moved out are not asked about. */
export function listQuality(
  db: ReadHandle,
  input: MethodParsedInput<'quality.list'>,
): { findings: QualityFinding[] } {
  const units = input.organizationId === null ? null : subtreeIds(allOrganizations(db), input.organizationId);
  const people = peopleToCheck(db).filter(
    (person) => units === null || (person.organizationId !== null && units.has(person.organizationId)),
  );
  return {
    findings: people.flatMap((person) =>
      rules
        .filter(({ holds }) => holds(person))
        .map(({ rule, field }) => ({
          rule,
          officialId: person.id,
          fullName: person.fullName,
          organizationName: person.organizationName,
          field,
          message: qualityMessages[rule],
        })),
    ),
  };
}

const peopleToCheck = (db: ReadHandle): Person[] =>
  db.all<Person>(sql`
    select o.id, o.full_name as fullName, o.birth_date as birthDate, o.gender, o.admitted_on as admittedOn,
      o.full_member_on as fullMemberOn, o.citizen_id as citizenId, o.party_card_digits as partyCardDigits,
      o.membership_status as membershipStatus, u.id as organizationId, coalesce(u.name, '') as organizationName,
      case when o.citizen_id = '' then 0 else
        (select count(*) from ${officials} x where x.citizen_id = o.citizen_id and x.citizen_id <> '') end as citizenIdTwins,
      case when o.party_card_digits = '' then 0 else
        (select count(*) from ${officials} x where x.party_card_digits = o.party_card_digits
          and x.party_card_digits <> '') end as cardTwins,
      (select count(*) from ${posts} p join ${organizations} e on e.id = p.organization_id
        where p.official_id = o.id and p.is_head = 1 and p.valid_to is null and e.valid_to is not null) as headsEndedUnit
    from ${officials} o
    left join ${memberships} m on m.official_id = o.id and m.valid_to is null
    left join ${organizations} u on u.id = m.organization_id
    where o.participation_status in ('active', 'exempt', 'suspended')
    order by o.name_sort_key, o.id`);
