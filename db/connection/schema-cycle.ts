import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ParticularsKind } from '../contract/paper-kinds.ts';
import type {
  AttachmentEntity,
  CollectiveKind,
  ItemResult,
  MidYearMark,
  OutReason,
  PledgeStatus,
  PledgeVariant,
  PromptSource,
  ReviewBasis,
  ReviewPlace,
  ReviewStatus,
  SelfMark,
  ShortcomingOutcome,
  TaskState,
} from '../domain/cycle.ts';
import type { RatingLevel, RatingStage } from '../domain/ratings.ts';
import type { SubjectGroup } from '../domain/rule-packs.ts';
import { recordVersion } from './schema.ts';

/** The tables of the yearly cycle as the queries see them; `schema.ts` holds the book of officials. */
export const settings = sqliteTable('settings', {
  id: integer('id').primaryKey(),
  key: text('key').notNull(),
  value: text('value').notNull(),
  version: recordVersion(),
});

export const rulePacks = sqliteTable('rule_packs', {
  id: integer('id').primaryKey(),
  packId: text('pack_id').notNull(),
  pack: text('pack').notNull(),
  source: text('source').notNull(),
  at: text('at').notNull(),
});

export const collectives = sqliteTable('collectives', {
  id: integer('id').primaryKey(),
  cycleId: integer('cycle_id').notNull(),
  organizationId: integer('organization_id').notNull(),
  kind: text('kind').$type<CollectiveKind>().notNull(),
  selfLevel: text('self_level').$type<RatingLevel>(),
  proposedLevel: text('proposed_level').$type<RatingLevel>(),
  decidedLevel: text('decided_level').$type<RatingLevel>(),
  unratedReason: text('unrated_reason').notNull().default(''),
  note: text('note').notNull().default(''),
  facts: text('facts').notNull().default('{}'),
  version: recordVersion(),
});

export const ratingStages = sqliteTable('rating_stages', {
  id: integer('id').primaryKey(),
  ratingId: integer('rating_id'),
  collectiveId: integer('collective_id'),
  stage: text('stage').$type<RatingStage>().notNull(),
  level: text('level').$type<RatingLevel>(),
  score: integer('score'),
  scoreParts: text('score_parts').notNull().default('{}'),
  criterionPoints: text('criterion_points').notNull().default('{}'),
  onDay: text('on_day'),
  body: text('body').notNull().default(''),
  reason: text('reason').notNull().default(''),
  overrideReason: text('override_reason').notNull().default(''),
  userId: integer('user_id'),
  at: text('at').notNull(),
  replacedAt: text('replaced_at'),
});

export const pledges = sqliteTable('pledges', {
  id: integer('id').primaryKey(),
  cycleId: integer('cycle_id').notNull(),
  officialId: integer('official_id').notNull(),
  organizationId: integer('organization_id'),
  variant: text('variant').$type<PledgeVariant>().notNull(),
  formId: text('form_id').notNull(),
  duty: text('duty').notNull().default(''),
  status: text('status').$type<PledgeStatus>().notNull(),
  notFiledReason: text('not_filed_reason').notNull().default(''),
  signedOn: text('signed_on'),
  filedOn: text('filed_on'),
  confirmedOn: text('confirmed_on'),
  confirmedBy: text('confirmed_by').notNull().default(''),
  returnedReason: text('returned_reason').notNull().default(''),
  textKey: text('text_key').notNull().default(''),
  note: text('note').notNull().default(''),
  version: recordVersion(),
});

export const pledgeItems = sqliteTable('pledge_items', {
  id: integer('id').primaryKey(),
  pledgeId: integer('pledge_id').notNull(),
  sectionId: text('section_id').notNull(),
  position: integer('position').notNull(),
  text: text('text').notNull(),
  target: text('target').notNull().default(''),
  dueOn: text('due_on'),
  shortcomingId: integer('shortcoming_id'),
  midYear: text('mid_year').$type<MidYearMark>(),
  midYearNote: text('mid_year_note').notNull().default(''),
  midYearOn: text('mid_year_on'),
  result: text('result').$type<ItemResult>(),
  resultNote: text('result_note').notNull().default(''),
});

export const reviews = sqliteTable('reviews', {
  id: integer('id').primaryKey(),
  cycleId: integer('cycle_id').notNull(),
  officialId: integer('official_id'),
  collectiveId: integer('collective_id'),
  organizationId: integer('organization_id'),
  place: text('place').$type<ReviewPlace>().notNull(),
  subjectGroup: text('subject_group').$type<SubjectGroup>().notNull(),
  formId: text('form_id').notNull().default(''),
  basis: text('basis').$type<ReviewBasis>().notNull(),
  basisReason: text('basis_reason').notNull().default(''),
  outReason: text('out_reason').$type<OutReason>(),
  outNote: text('out_note').notNull().default(''),
  status: text('status').$type<ReviewStatus>().notNull().default('notFiled'),
  filedOn: text('filed_on'),
  version: recordVersion(),
});

export const reviewSections = sqliteTable('review_sections', {
  id: integer('id').primaryKey(),
  reviewId: integer('review_id').notNull(),
  sectionId: text('section_id').notNull(),
  text: text('text').notNull().default(''),
  mark: text('mark').$type<SelfMark>(),
});

export const shortcomings = sqliteTable('shortcomings', {
  id: integer('id').primaryKey(),
  reviewId: integer('review_id').notNull(),
  position: integer('position').notNull(),
  sectionId: text('section_id').notNull().default(''),
  text: text('text').notNull(),
  cause: text('cause').notNull().default(''),
});

export const shortcomingOutcomes = sqliteTable('shortcoming_outcomes', {
  id: integer('id').primaryKey(),
  reviewId: integer('review_id').notNull(),
  shortcomingId: integer('shortcoming_id').notNull(),
  outcome: text('outcome').$type<ShortcomingOutcome>(),
  text: text('text').notNull().default(''),
});

export const reviewPrompts = sqliteTable('review_prompts', {
  id: integer('id').primaryKey(),
  reviewId: integer('review_id').notNull(),
  source: text('source').$type<PromptSource>().notNull(),
  matter: text('matter').notNull(),
  sentOn: text('sent_on'),
  answer: text('answer').notNull().default(''),
  conclusion: text('conclusion').notNull().default(''),
});

export const reviewOpinions = sqliteTable('review_opinions', {
  id: integer('id').primaryKey(),
  reviewId: integer('review_id').notNull(),
  body: text('body').notNull(),
  onDay: text('on_day'),
  text: text('text').notNull().default(''),
  level: text('level').$type<RatingLevel>(),
});

export const ratingMeetings = sqliteTable('rating_meetings', {
  id: integer('id').primaryKey(),
  cycleId: integer('cycle_id').notNull(),
  organizationId: integer('organization_id').notNull(),
  heldOn: text('held_on').notNull(),
  startsAt: text('starts_at').notNull().default(''),
  endsAt: text('ends_at').notNull().default(''),
  placeName: text('place_name').notNull().default(''),
  chair: text('chair').notNull().default(''),
  secretary: text('secretary').notNull().default(''),
  counters: text('counters').notNull().default(''),
  membersTotal: integer('members_total').notNull(),
  present: integer('present').notNull(),
  absentNote: text('absent_note').notNull().default(''),
  content: text('content').notNull().default(''),
  issued: integer('issued').notNull(),
  returned: integer('returned').notNull(),
  valid: integer('valid').notNull(),
  invalid: integer('invalid').notNull(),
  version: recordVersion(),
});

export const ballotResults = sqliteTable('ballot_results', {
  id: integer('id').primaryKey(),
  meetingId: integer('meeting_id').notNull(),
  officialId: integer('official_id'),
  collectiveId: integer('collective_id'),
  excellent: integer('excellent').notNull(),
  good: integer('good').notNull(),
  completed: integer('completed').notNull(),
  notCompleted: integer('not_completed').notNull(),
  opinion: text('opinion').notNull().default(''),
});

export const declaredPledges = sqliteTable('declared_pledges', {
  id: integer('id').primaryKey(),
  cycleId: integer('cycle_id').notNull(),
  organizationId: integer('organization_id').notNull(),
  total: integer('total').notNull(),
  signed: integer('signed').notNull(),
  reason: text('reason').notNull().default(''),
  note: text('note').notNull().default(''),
  version: recordVersion(),
});

export const remediationTasks = sqliteTable('remediation_tasks', {
  id: integer('id').primaryKey(),
  cycleId: integer('cycle_id').notNull(),
  shortcomingId: integer('shortcoming_id'),
  organizationId: integer('organization_id'),
  shortcomingText: text('shortcoming_text').notNull(),
  cause: text('cause').notNull().default(''),
  measure: text('measure').notNull(),
  assigneeId: integer('assignee_id'),
  assigneeName: text('assignee_name').notNull().default(''),
  coordinatingBody: text('coordinating_body').notNull().default(''),
  startsOn: text('starts_on'),
  dueOn: text('due_on').notNull(),
  continuous: integer('continuous', { mode: 'boolean' }).notNull().default(false),
  product: text('product').notNull().default(''),
  state: text('state').$type<TaskState>().notNull(),
  progress: integer('progress').notNull().default(0),
  result: text('result').notNull().default(''),
  lateReason: text('late_reason').notNull().default(''),
  doneOn: text('done_on'),
  verifiedById: integer('verified_by_id'),
  verifiedByName: text('verified_by_name').notNull().default(''),
  verifiedOn: text('verified_on'),
  note: text('note').notNull().default(''),
  version: recordVersion(),
});

export const remediationNotes = sqliteTable('remediation_notes', {
  id: integer('id').primaryKey(),
  taskId: integer('task_id').notNull(),
  onDay: text('on_day').notNull(),
  text: text('text').notNull(),
  progress: integer('progress'),
  userId: integer('user_id'),
});

export const paperParticulars = sqliteTable('paper_particulars', {
  id: integer('id').primaryKey(),
  kind: text('kind').$type<ParticularsKind>().notNull(),
  year: integer('year').notNull(),
  quarter: integer('quarter').notNull(),
  organizationId: integer('organization_id'),
  meetingId: integer('meeting_id'),
  part: text('part').notNull().default(''),
  particulars: text('particulars').notNull(),
  version: recordVersion(),
});

export const attachments = sqliteTable('attachments', {
  id: integer('id').primaryKey(),
  entity: text('entity').$type<AttachmentEntity>().notNull(),
  entityId: integer('entity_id').notNull(),
  fileName: text('file_name').notNull(),
  mediaType: text('media_type').notNull(),
  sha256: text('sha256').notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  userId: integer('user_id'),
  at: text('at').notNull(),
});
