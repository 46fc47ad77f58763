import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { DraftForm } from '../contract/drafts.ts';
import type { ImportEntity } from '../contract/import-batches.ts';
import type { ImportKind } from '../contract/workbooks.ts';
import type { RatingKind } from '../domain/cycle.ts';
import type {
  DisciplineBranch,
  OrganizationDisciplineForm,
  PersonalDisciplineForm,
} from '../domain/disciplines.ts';
import type { CapBase, CapRounding, CapScope } from '../domain/excellence-cap.ts';
import type {
  Gender,
  MembershipStatus,
  OrganizationKind,
  ParticipationStatus,
  PostKind,
  Role,
  UnitType,
  WorkingStatus,
} from '../domain/people.ts';
import type { RatingLevel } from '../domain/ratings.ts';

/**
 * The tables as the queries see them. The migrations are the truth (STRICT, CHECK, triggers, which the
 * query builder does not know); a test compares the two column by column.
 */
export const recordVersion = () => integer('version').notNull().default(1);

export const office = sqliteTable('office', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  superiorHead: text('superior_head').notNull().default(''),
  issuingHead: text('issuing_head').notNull().default(''),
  placeName: text('place_name').notNull().default(''),
  signatureAuthority: text('signature_authority').notNull().default(''),
  signatureTitle: text('signature_title').notNull().default(''),
  signerName: text('signer_name').notNull().default(''),
  version: recordVersion(),
});

export const officeStates = sqliteTable('office_states', {
  validTo: text('valid_to').primaryKey(),
  superiorHead: text('superior_head').notNull(),
  issuingHead: text('issuing_head').notNull(),
  placeName: text('place_name').notNull(),
  signatureAuthority: text('signature_authority').notNull(),
  signatureTitle: text('signature_title').notNull(),
  signerName: text('signer_name').notNull(),
});

export const users = sqliteTable('users', {
  id: integer('id').primaryKey(),
  username: text('username').notNull(),
  displayName: text('display_name').notNull().default(''),
  role: text('role').$type<Role>().notNull(),
  createdAt: text('created_at').notNull(),
  disabledAt: text('disabled_at'),
});

export const keySlots = sqliteTable('key_slots', {
  slotId: text('slot_id').primaryKey(),
  userId: integer('user_id').notNull(),
  createdAt: text('created_at').notNull(),
});

export const organizations = sqliteTable('organizations', {
  id: integer('id').primaryKey(),
  parentId: integer('parent_id'),
  kind: text('kind').$type<OrganizationKind>().notNull(),
  /** Null: not said. */
  unitType: text('unit_type').$type<UnitType>(),
  code: text('code').notNull().default(''),
  name: text('name').notNull(),
  nameSearchKey: text('name_search_key').notNull(),
  nameSortKey: text('name_sort_key').notNull(),
  validFrom: text('valid_from'),
  validTo: text('valid_to'),
  version: recordVersion(),
  superiorHead: text('superior_head').notNull().default(''),
  issuingHead: text('issuing_head').notNull().default(''),
  signatureAuthority: text('signature_authority').notNull().default(''),
  signatureTitle: text('signature_title').notNull().default(''),
});

export const organizationStates = sqliteTable('organization_states', {
  id: integer('id').primaryKey(),
  organizationId: integer('organization_id').notNull(),
  validTo: text('valid_to').notNull(),
  parentId: integer('parent_id'),
  kind: text('kind').$type<OrganizationKind>().notNull(),
  unitType: text('unit_type').$type<UnitType>(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  superiorHead: text('superior_head').notNull(),
  issuingHead: text('issuing_head').notNull(),
  signatureAuthority: text('signature_authority').notNull(),
  signatureTitle: text('signature_title').notNull(),
});

export const organizationLinks = sqliteTable('organization_links', {
  id: integer('id').primaryKey(),
  predecessorId: integer('predecessor_id').notNull(),
  successorId: integer('successor_id').notNull(),
  onDay: text('on_day').notNull(),
  kind: text('kind').$type<'merge' | 'split' | 'end'>().notNull(),
});

export const operations = sqliteTable('operations', {
  id: integer('id').primaryKey(),
  kind: text('kind').notNull(),
  onDay: text('on_day'),
  summary: text('summary').notNull(),
  changes: text('changes').notNull(),
  userId: integer('user_id').notNull(),
  at: text('at').notNull(),
  undoneAt: text('undone_at'),
});

export const officials = sqliteTable('officials', {
  id: integer('id').primaryKey(),
  fullName: text('full_name').notNull(),
  nameSearchKey: text('name_search_key').notNull(),
  nameInitials: text('name_initials').notNull(),
  nameSortKey: text('name_sort_key').notNull(),
  birthDate: text('birth_date'),
  gender: text('gender').$type<Gender>(),
  ethnicity: text('ethnicity').notNull().default(''),
  religion: text('religion').notNull().default(''),
  hometown: text('hometown').notNull().default(''),
  residence: text('residence').notNull().default(''),
  admittedOn: text('admitted_on'),
  fullMemberOn: text('full_member_on'),
  partyCardNo: text('party_card_no').notNull().default(''),
  partyCardDigits: text('party_card_digits').notNull().default(''),
  partyFileNo: text('party_file_no').notNull().default(''),
  citizenId: text('citizen_id').notNull().default(''),
  schooling: text('schooling').notNull().default(''),
  professionalDegree: text('professional_degree').notNull().default(''),
  politicalTheoryLevel: text('political_theory_level').notNull().default(''),
  workplace: text('workplace').notNull().default(''),
  membershipStatus: text('membership_status').$type<MembershipStatus>(),
  workingStatus: text('working_status').$type<WorkingStatus>(),
  /** The working status holds since this day; null: since before what is recorded. */
  workingFrom: text('working_from'),
  participationStatus: text('participation_status').$type<ParticipationStatus>().notNull().default('active'),
  note: text('note').notNull().default(''),
  version: recordVersion(),
  /** The present participation holds since this day; null: since before what is recorded. */
  participationFrom: text('participation_from'),
  participationReason: text('participation_reason').notNull().default(''),
});

export const participationStates = sqliteTable('participation_states', {
  id: integer('id').primaryKey(),
  officialId: integer('official_id').notNull(),
  validTo: text('valid_to').notNull(),
  validFrom: text('valid_from'),
  status: text('status').$type<ParticipationStatus>().notNull(),
  reason: text('reason').notNull(),
});

export const memberships = sqliteTable('memberships', {
  id: integer('id').primaryKey(),
  officialId: integer('official_id').notNull(),
  organizationId: integer('organization_id').notNull(),
  validFrom: text('valid_from'),
  validTo: text('valid_to'),
});

export const posts = sqliteTable('posts', {
  id: integer('id').primaryKey(),
  officialId: integer('official_id').notNull(),
  kind: text('kind').$type<PostKind>().notNull(),
  title: text('title').notNull(),
  organizationId: integer('organization_id'),
  isHead: integer('is_head').notNull().default(0),
  isLeader: integer('is_leader').notNull().default(0),
  isKeyOfficial: integer('is_key_official').notNull().default(0),
  isCommittee: integer('is_committee').notNull().default(0),
  managedBy: text('managed_by').notNull().default(''),
  validFrom: text('valid_from'),
  validTo: text('valid_to'),
});

export const disciplines = sqliteTable('disciplines', {
  id: integer('id').primaryKey(),
  officialId: integer('official_id').notNull(),
  branch: text('branch').$type<DisciplineBranch>().notNull().default('party'),
  form: text('form').$type<PersonalDisciplineForm>().notNull(),
  effectiveOn: text('effective_on').notNull(),
  decisionNo: text('decision_no').notNull().default(''),
  decidingBody: text('deciding_body').notNull().default(''),
  postThen: text('post_then').notNull().default(''),
  isHeadThen: integer('is_head_then').notNull().default(0),
  organizationThenId: integer('organization_then_id'),
  countedYear: integer('counted_year'),
  countedReason: text('counted_reason').notNull().default(''),
  note: text('note').notNull().default(''),
  version: recordVersion(),
});

export const organizationDisciplines = sqliteTable('organization_disciplines', {
  id: integer('id').primaryKey(),
  organizationId: integer('organization_id').notNull(),
  form: text('form').$type<OrganizationDisciplineForm>().notNull(),
  effectiveOn: text('effective_on').notNull(),
  decisionNo: text('decision_no').notNull().default(''),
  decidingBody: text('deciding_body').notNull().default(''),
  note: text('note').notNull().default(''),
  version: recordVersion(),
});

export const distinctPeople = sqliteTable('distinct_people', {
  id: integer('id').primaryKey(),
  firstId: integer('first_id').notNull(),
  secondId: integer('second_id').notNull(),
});

export const mergedOfficials = sqliteTable('merged_officials', {
  id: integer('id').primaryKey(),
  keptId: integer('kept_id').notNull(),
});

export const cycles = sqliteTable('cycles', {
  id: integer('id').primaryKey(),
  year: integer('year').notNull(),
  /** 0 is the year itself, 1 to 4 a quarter. */
  quarter: integer('quarter').notNull().default(0),
  countedOn: text('counted_on').notNull(),
  version: recordVersion(),
  openedAt: text('opened_at'),
  planNo: text('plan_no').notNull().default(''),
  planDate: text('plan_date'),
  planIssuer: text('plan_issuer').notNull().default(''),
  packId: text('pack_id').notNull().default(''),
  pack: text('pack').notNull().default(''),
  deadlines: text('deadlines').notNull().default('{}'),
  decisionBody: text('decision_body').notNull().default(''),
  decisionDay: text('decision_day'),
});

export const ratings = sqliteTable('ratings', {
  id: integer('id').primaryKey(),
  cycleId: integer('cycle_id').notNull(),
  kind: text('kind').$type<RatingKind>().notNull().default('member'),
  officialId: integer('official_id').notNull(),
  organizationId: integer('organization_id'),
  selfLevel: text('self_level').$type<RatingLevel>(),
  proposedLevel: text('proposed_level').$type<RatingLevel>(),
  decidedLevel: text('decided_level').$type<RatingLevel>(),
  unratedReason: text('unrated_reason').notNull().default(''),
  note: text('note').notNull().default(''),
  version: recordVersion(),
  facts: text('facts').notNull().default('{}'),
});

export const capRules = sqliteTable('cap_rules', {
  id: integer('id').primaryKey(),
  validFrom: text('valid_from').notNull(),
  validTo: text('valid_to'),
  percentHundredths: integer('percent_hundredths').notNull(),
  base: text('base').$type<CapBase>().notNull(),
  scope: text('scope').$type<CapScope>().notNull(),
  rounding: text('rounding').$type<CapRounding>().notNull(),
  source: text('source').notNull(),
  sourceStatus: text('source_status').$type<'confirmed' | 'secondary' | 'unconfirmed'>().notNull(),
  version: recordVersion(),
});

export const importBatches = sqliteTable('import_batches', {
  id: integer('id').primaryKey(),
  kind: text('kind').$type<ImportKind>().notNull(),
  year: integer('year'),
  fileName: text('file_name').notNull(),
  fileSha256: text('file_sha256').notNull(),
  sheetName: text('sheet_name').notNull(),
  counts: text('counts').notNull(),
  userId: integer('user_id').notNull(),
  committedAt: text('committed_at').notNull(),
  undoneAt: text('undone_at'),
  heads: text('heads').notNull().default('{}'),
  recipeId: integer('recipe_id'),
  decisions: text('decisions').notNull().default('{}'),
  keptRows: integer('kept_rows').notNull().default(0),
});

export const importRecipes = sqliteTable('import_recipes', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  sender: text('sender').notNull(),
  senderKey: text('sender_key').notNull(),
  fingerprint: text('fingerprint').notNull(),
  content: text('content').notNull(),
  fileName: text('file_name').notNull(),
  userId: integer('user_id').notNull(),
  usedAt: text('used_at').notNull(),
  version: recordVersion(),
});

export const importRows = sqliteTable('import_rows', {
  id: integer('id').primaryKey(),
  batchId: integer('batch_id').notNull(),
  sheetRow: integer('sheet_row'),
  entity: text('entity').$type<ImportEntity>().notNull(),
  entityId: integer('entity_id').notNull(),
  before: text('before'),
  versionAfter: integer('version_after').notNull(),
  kept: integer('kept').notNull().default(0),
});

export const dataState = sqliteTable('data_state', {
  id: integer('id').primaryKey(),
  writes: integer('writes').notNull().default(0),
  officeKey: text('office_key').notNull(),
});

export const audit = sqliteTable('audit', {
  id: integer('id').primaryKey(),
  at: text('at').notNull(),
  userId: integer('user_id'),
  method: text('method').notNull(),
  entity: text('entity').notNull(),
  entityId: integer('entity_id'),
  detail: text('detail').notNull(),
});

export const drafts = sqliteTable('drafts', {
  id: integer('id').primaryKey(),
  userId: integer('user_id').notNull(),
  form: text('form').$type<DraftForm>().notNull(),
  recordId: integer('record_id').notNull(),
  partId: integer('part_id').notNull(),
  recordVersion: integer('record_version'),
  title: text('title').notNull(),
  fields: text('fields').notNull(),
  savedAt: text('saved_at').notNull(),
});
