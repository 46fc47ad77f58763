import type { MethodName } from '../contract/method-list.ts';
import type { MethodOutput, MethodParsedInput } from '../contract/methods.ts';
import * as attachments from '../features/attachments.ts';
import * as caps from '../features/caps.ts';
import * as collectives from '../features/collectives.ts';
import * as subjects from '../features/cycle-subjects.ts';
import * as cycles from '../features/cycles.ts';
import * as disciplines from '../features/disciplines.ts';
import * as drafts from '../features/drafts.ts';
import { compareRows } from '../features/duplicate-merge.ts';
import { listDuplicates, setDistinct } from '../features/duplicates.ts';
import * as batches from '../features/import-batches.ts';
import { commitPlan } from '../features/import-commit.ts';
import {
  decide,
  draftRows,
  draftUnits,
  openDraft,
  refreshDraft,
  returnedRows,
} from '../features/import-draft.ts';
import { describeSheet, startingDecisions } from '../features/import-readings.ts';
import * as recipes from '../features/import-recipes.ts';
import { planUndo, undoBatch } from '../features/import-undo.ts';
import * as imports from '../features/imports.ts';
import * as meetings from '../features/meetings.ts';
import { updateOffice } from '../features/office.ts';
import * as edits from '../features/official-edits.ts';
import { listIds, listOfficials } from '../features/official-list.ts';
import { givePost } from '../features/official-posts.ts';
import * as officials from '../features/officials.ts';
import { listOperations } from '../features/operations.ts';
import * as unitDisciplines from '../features/organization-disciplines.ts';
import * as tree from '../features/organization-operations.ts';
import * as organizations from '../features/organizations.ts';
import { getOverview } from '../features/overview.ts';
import * as particulars from '../features/paper-particulars.ts';
import * as pledgeEdits from '../features/pledge-edits.ts';
import * as pledges from '../features/pledges.ts';
import * as packs from '../features/province-packs.ts';
import * as quality from '../features/quality.ts';
import * as details from '../features/rating-details.ts';
import * as ratings from '../features/ratings.ts';
import * as remediation from '../features/remediation.ts';
import * as remediationList from '../features/remediation-list.ts';
import * as reviewEdits from '../features/review-edits.ts';
import * as reviewLists from '../features/review-lists.ts';
import * as reviews from '../features/reviews.ts';
import { searchEverywhere } from '../features/search.ts';
import * as settings from '../features/settings.ts';
import * as figures from '../features/summary-figures.ts';
import * as summaries from '../features/summary-tables.ts';
import { officialTimeline } from '../features/timeline.ts';
import { allCapRules } from '../records/caps.ts';
import { readOffice } from '../records/office.ts';
import { makeDocx, makeHtml, makeWorkbook } from './documents.ts';
import {
  givingReasons,
  type Handler,
  longWriting,
  mergingPeople,
  operating,
  operatingOn,
  proposingLevels,
  reading,
  removingMeeting,
  removingOpinion,
  removingPrompt,
  stateful,
  undoingOperation,
  writing,
} from './wrappers.ts';

/** The methods that need an open office and a session; the few others stand in `service.ts`. */
export type OfficeMethodName = Exclude<
  MethodName,
  'office.status' | 'office.create' | 'auth.login' | 'auth.logout'
>;

/** One line a method: its wrapper says whether it reads, writes or writes long; the work is a plain function. */
export const handlers = {
  'auth.current': stateful(({ actor }) => ({
    username: actor.username,
    displayName: actor.displayName,
    role: actor.role,
  })),
  'office.get': reading((db) => readOffice(db)),
  'office.suggestHeads': reading((db) => imports.suggestHeads(db)),
  'office.update': writing(updateOffice),
  'overview.get': reading((db) => ({ ...getOverview(db), years: figures.levelsOfYears(db) })),

  'organizations.tree': reading((db, input) => organizations.organizationTree(db, input.asOf)),
  'organizations.create': writing(organizations.createOrganization),
  'organizations.update': writing(organizations.updateOrganization),

  'organizations.removeAdded': writing(organizations.removeAddedOrganization),

  'organizations.change': operating('change', tree.changeUnit),
  'organizations.merge': operating('merge', tree.mergeUnits),
  'organizations.split': operating('split', tree.splitUnit),
  'organizations.end': operating('end', tree.endUnit),
  'officials.transfer': operating('transfer', tree.transferPeople),
  'officials.givePost': operatingOn('post', givePost, ({ given }, { title }) => ({
    units: [title],
    people: given,
  })),
  'operations.list': reading((db) => listOperations(db)),
  'operations.undo': undoingOperation,

  'officials.list': reading(listOfficials),
  'officials.ids': reading(listIds),
  'officials.get': reading((db, input) => officials.getOfficial(db, input.id)),
  'officials.timeline': reading((db, input) => officialTimeline(db, input.id)),
  'officials.create': writing(edits.createOfficial),
  'officials.update': writing(edits.updateOfficial),
  'officials.setParticipation': writing(edits.setParticipation),
  'officials.savePost': writing(edits.savePost),
  'officials.removePost': writing(edits.removePost),
  'officials.removeAdded': writing(edits.removeAddedOfficial),
  'quality.counts': reading(quality.countQuality),
  'quality.units': reading(quality.unitsOfQuality),
  'quality.list': reading(quality.listQuality),
  'duplicates.list': reading(listDuplicates),
  'duplicates.compare': reading((db, input) => ({
    ...compareRows(db, input),
    first: officials.getOfficial(db, input.firstId),
    second: officials.getOfficial(db, input.secondId),
  })),
  'duplicates.setDistinct': writing(setDistinct),
  'duplicates.merge': mergingPeople,
  'officials.reveal': writing((db, input) => officials.revealOfficial(db, input.id)),
  'disciplines.list': writing(disciplines.listDisciplines),
  'disciplines.save': writing(disciplines.saveDiscipline),
  'disciplines.remove': writing(disciplines.removeDiscipline),
  'organizationDisciplines.list': writing(unitDisciplines.listUnitDisciplines),
  'organizationDisciplines.save': writing(unitDisciplines.saveUnitDiscipline),
  'organizationDisciplines.remove': writing(unitDisciplines.removeUnitDiscipline),

  'search.find': reading(searchEverywhere),

  'drafts.save': writing((db, input, { actor, at }) => drafts.saveDraft(db, actor.userId, input, at)),
  'drafts.list': stateful(({ db, actor }) => drafts.listDrafts(db, actor.userId)),
  'drafts.open': stateful(({ db, actor }, input) => drafts.openDraft(db, actor.userId, input)),
  'drafts.discard': writing((db, input, { actor }) => drafts.discardDraft(db, actor.userId, input)),

  'cycles.list': reading((db) => ratings.listCycles(db)),
  'cycles.draft': reading(cycles.draftCycle),
  'cycles.open': longWriting((db, input, { at }) => cycles.openCycle(db, input, at)),
  'cycles.get': reading(cycles.getCycle),
  'cycles.update': writing(cycles.updateCycle),
  'cycles.withdraw': writing(cycles.withdrawCycle),
  'cycles.subjects': reading(subjects.cycleSubjects),
  'cycles.addSubject': writing(subjects.addSubject),
  'cycles.addCollective': writing(subjects.addCollective),
  'cycles.setOut': writing(subjects.setOut),
  'cycles.setGroup': writing(subjects.setGroup),
  'cycles.removeSubject': writing(subjects.removeSubject),
  'cycles.differences': reading(subjects.cycleDifferences),
  'cycles.takeDifferences': writing(subjects.takeDifferences),
  'pledges.list': reading(pledges.listPledges),
  'pledges.get': reading(pledges.getPledge),
  'pledges.save': writing(pledgeEdits.savePledge),
  'pledges.setStatus': writing(pledgeEdits.setPledgeStatus),
  'pledges.restore': writing(pledgeEdits.restorePledges),
  'pledges.setNotFiledReason': givingReasons,
  'pledges.create': writing(pledgeEdits.createPledges),
  'pledges.remove': writing(pledgeEdits.removePledges),
  'pledges.setMidYear': writing(pledgeEdits.setMidYear),
  'attachments.list': reading(attachments.listAttachments),
  'attachments.add': writing((db, input, { actor, at }) =>
    attachments.addAttachment(db, input, { userId: actor.userId, at }),
  ),
  'attachments.open': writing(attachments.openAttachment),
  'attachments.remove': writing(attachments.removeAttachment),
  'reviews.list': reading(reviewLists.listReviews),
  'reviews.get': reading(reviews.getReview),
  'reviews.prompts': reading(reviewLists.listPrompts),
  'reviews.save': writing(reviewEdits.saveReview),
  'reviews.setStatus': writing(reviewEdits.setReviewStatus),
  'reviews.savePrompt': writing(reviewEdits.savePrompt),
  'reviews.removePrompt': removingPrompt,
  'reviews.saveOpinion': writing(reviewEdits.saveOpinion),
  'reviews.removeOpinion': removingOpinion,
  'remediation.list': reading(remediationList.listTasks),
  'remediation.get': reading(remediationList.getTask),
  'remediation.save': writing(remediation.saveTask),
  'remediation.step': writing(remediation.stepTask),
  'remediation.addNote': writing(remediation.addTaskNote),
  'remediation.remove': writing(remediation.removeTask),
  'remediation.findings': reading(remediationList.listFindings),
  'meetings.list': reading(meetings.listMeetings),
  'meetings.get': reading(meetings.getMeeting),
  'meetings.save': writing(meetings.saveMeeting),
  'meetings.remove': removingMeeting,
  'meetings.propose': proposingLevels,
  'ratings.grid': stateful(({ db, actor }, input) => ratings.ratingGrid(db, input, actor)),
  'ratings.conditions': reading(details.ratingConditions),
  'ratings.setFacts': writing(details.setRatingFacts),
  'collectives.grid': stateful(({ db, actor }, input) => collectives.collectiveGrid(db, input, actor)),
  'collectives.set': writing(collectives.setCollective),
  'collectives.conditions': reading(details.collectiveConditions),
  'collectives.setFacts': writing(details.setCollectiveFacts),
  'cycles.setDecision': writing(details.setDecision),
  'caps.report': reading(caps.capReport),
  'ratings.set': writing(ratings.setRating),
  'settings.get': reading((db) => settings.getSettings(db)),
  'settings.update': writing(settings.updateSetting),
  'rulePacks.read': stateful(({ desk }, { stageId, ...input }) =>
    packs.previewCriteria(desk.workbook(stageId).sheets, input),
  ),
  'rulePacks.add': writing(packs.addPack),
  'rulePacks.setEnd': writing(packs.setPackEnd),
  'rulePacks.remove': writing(packs.removePack),
  'capRules.list': reading((db) => ({ rules: allCapRules(db) })),
  'capRules.update': writing(caps.updateCapRule),

  'imports.stage': stateful(({ db, desk }, { workbook }) => {
    const sheets = imports.readSheets(db, workbook);
    return imports.describeWorkbook(db, desk.stage(workbook, sheets), workbook, sheets);
  }),
  'imports.understand': stateful(({ desk }, { stageId, sheet, reading, keepsRecipe }) => {
    const state = imports.readAgain(desk.asRead(stageId), desk.sheet(stageId, sheet), reading, keepsRecipe);
    desk.reread(stageId, state);
    return describeSheet(state);
  }),
  'imports.sheetRows': stateful(({ desk }, { stageId, sheet, offset, limit }) =>
    desk.sheet(stageId, sheet).view.page(offset, limit),
  ),
  'imports.sheetProblems': stateful(({ desk }, { stageId, sheet }) =>
    imports.problemsOf(desk.asRead(stageId), desk.sheet(stageId, sheet)),
  ),
  'imports.preview': stateful(({ db, desk }, { stageId, ...input }) => {
    const state = desk.sheet(stageId, input.sheet);
    const kept = recipes.draftRecipe(state, input);
    return desk.keep(openDraft(db, desk.workbook(stageId), input, kept, startingDecisions(state)));
  }),
  'imports.previewRows': stateful(({ desk }, { previewId, ...input }) =>
    draftRows(desk.draft(previewId), input),
  ),
  'imports.previewUnits': stateful(({ db, desk }, { previewId }) => draftUnits(db, desk.draft(previewId))),
  'imports.decide': stateful(({ db, desk }, { previewId, decision }) => {
    decide(db, desk.draft(previewId), decision);
    return desk.preview(previewId);
  }),
  'imports.refresh': stateful(({ db, desk }, { previewId }) => {
    refreshDraft(db, desk.draft(previewId));
    return desk.preview(previewId);
  }),
  'imports.returnedRows': stateful(({ desk }, { previewId }) => returnedRows(desk.draft(previewId))),
  'imports.commit': longWriting((db, input, { actor, at, desk }) =>
    commitPlan(db, desk.planToCommit(input.previewId, input.revision), { userId: actor.userId, at }),
  ),
  'imports.list': reading((db) => batches.listBatches(db)),
  'imports.batch': reading((db, input) => batches.getBatch(db, input.batchId)),
  'imports.batchRows': reading(batches.batchRows),
  'imports.undoPlan': reading((db, input) => planUndo(db, input.batchId)),
  'imports.undo': longWriting((db, input, { at }) => undoBatch(db, input, at)),

  'recipes.list': reading((db) => recipes.listRecipes(db)),
  'recipes.rename': writing(recipes.renameRecipe),
  'recipes.remove': writing(recipes.removeRecipe),

  'reports.ratingSummary': reading(figures.ratingSummary),
  'summaries.get': reading(summaries.summaryTable),
  'summaries.people': reading(summaries.summaryPeople),
  'summaries.reveal': writing(summaries.revealSummaryPeople),
  'papers.particulars': reading(particulars.getParticulars),
  'papers.saveParticulars': writing(particulars.saveParticulars),
  'documents.html': makeHtml,
  'documents.docx': makeDocx,
  'documents.workbook': makeWorkbook,
} satisfies { [M in OfficeMethodName]: Handler<MethodParsedInput<M>, MethodOutput<M>> };
