import { z } from 'zod';
import * as attachments from './attachments.ts';
import * as caps from './caps.ts';
import * as criteria from './criteria.ts';
import * as cycles from './cycles.ts';
import * as disciplines from './disciplines.ts';
import * as documents from './documents.ts';
import * as drafts from './drafts.ts';
import * as duplicates from './duplicates.ts';
import * as batches from './import-batches.ts';
import * as decisions from './import-decisions.ts';
import * as imports from './imports.ts';
import * as meetings from './meetings.ts';
import type { MethodName } from './method-list.ts';
import * as office from './office.ts';
import * as edits from './official-edits.ts';
import * as officials from './officials.ts';
import * as unitDisciplines from './organization-disciplines.ts';
import * as operations from './organization-operations.ts';
import * as organizations from './organizations.ts';
import * as particulars from './paper-particulars.ts';
import * as pledges from './pledges.ts';
import * as quality from './quality.ts';
import * as ratings from './ratings.ts';
import * as recipes from './recipes.ts';
import * as remediation from './remediation.ts';
import * as reports from './reports.ts';
import * as reviews from './reviews.ts';
import * as search from './search.ts';
import * as settings from './settings.ts';
import * as readings from './sheet-readings.ts';
import * as summaries from './summaries.ts';
import * as timeline from './timeline.ts';

const nothing = z.object({});

/** Input and output of every method of the data service; who may call it stands in `method-list.ts`. */
export const methods = {
  'office.status': { input: nothing, output: office.officeStatus },
  'office.create': { input: office.createOfficeInput, output: office.openedSession },
  'auth.login': { input: office.loginInput, output: office.openedSession },
  'auth.logout': { input: nothing, output: nothing },
  'auth.current': { input: nothing, output: office.sessionUser },
  'office.get': { input: nothing, output: office.office },
  'office.suggestHeads': { input: nothing, output: office.headsSuggestion },
  'office.update': { input: office.updateOfficeInput, output: office.office },
  'overview.get': { input: nothing, output: reports.overview },
  'organizations.tree': {
    input: organizations.organizationTreeInput,
    output: organizations.organizationTree,
  },
  'organizations.create': {
    input: organizations.createOrganizationInput,
    output: organizations.organization,
  },
  'organizations.update': {
    input: organizations.updateOrganizationInput,
    output: organizations.organization,
  },
  'organizations.removeAdded': { input: edits.removeAddedInput, output: nothing },
  'organizations.change': { input: operations.changeUnitInput, output: operations.operationResult },
  'organizations.merge': { input: operations.mergeUnitsInput, output: operations.operationResult },
  'organizations.split': { input: operations.splitUnitInput, output: operations.operationResult },
  'organizations.end': { input: operations.endUnitInput, output: operations.operationResult },
  'officials.transfer': { input: operations.transferInput, output: operations.operationResult },
  'operations.list': { input: nothing, output: operations.operationList },
  'operations.undo': { input: operations.undoOperationInput, output: nothing },
  'officials.ids': { input: officials.officialIdsInput, output: officials.officialIds },
  'officials.list': { input: officials.officialListInput, output: officials.officialList },
  'officials.get': { input: officials.officialIdInput, output: officials.official },
  'officials.timeline': { input: officials.officialIdInput, output: timeline.officialTimeline },
  'officials.create': { input: edits.createOfficialInput, output: officials.official },
  'officials.update': { input: edits.updateOfficialInput, output: officials.official },
  'officials.setParticipation': { input: edits.participationInput, output: officials.official },
  'officials.savePost': { input: edits.savePostInput, output: officials.official },
  'officials.removePost': { input: edits.removePostInput, output: officials.official },
  'officials.givePost': { input: edits.givePostInput, output: edits.givenPost },
  'officials.removeAdded': { input: edits.removeAddedInput, output: nothing },
  'quality.counts': { input: quality.qualityCountsInput, output: quality.qualityCounts },
  'quality.units': { input: quality.qualityUnitsInput, output: quality.qualityUnits },
  'quality.list': { input: quality.qualityListInput, output: quality.qualityList },
  'duplicates.list': { input: duplicates.duplicateListInput, output: duplicates.duplicateList },
  'duplicates.compare': { input: duplicates.pairInput, output: duplicates.comparison },
  'duplicates.setDistinct': { input: duplicates.distinctInput, output: nothing },
  'duplicates.merge': { input: duplicates.mergeInput, output: duplicates.mergeResult },
  'officials.reveal': { input: officials.officialIdInput, output: officials.official },
  'disciplines.list': { input: disciplines.disciplinesInput, output: disciplines.disciplineList },
  'disciplines.save': { input: disciplines.saveDisciplineInput, output: disciplines.disciplineList },
  'disciplines.remove': { input: disciplines.removeDisciplineInput, output: disciplines.disciplineList },
  'organizationDisciplines.list': {
    input: unitDisciplines.organizationDisciplinesInput,
    output: unitDisciplines.organizationDisciplineList,
  },
  'organizationDisciplines.save': {
    input: unitDisciplines.saveOrganizationDisciplineInput,
    output: unitDisciplines.organizationDisciplineList,
  },
  'organizationDisciplines.remove': {
    input: unitDisciplines.removeOrganizationDisciplineInput,
    output: unitDisciplines.organizationDisciplineList,
  },
  'search.find': { input: search.searchInput, output: search.searchResult },
  'drafts.save': { input: drafts.saveDraftInput, output: z.object({ savedAt: z.string() }) },
  'drafts.list': { input: nothing, output: drafts.draftList },
  'drafts.open': { input: drafts.draftKey, output: drafts.openedDraft },
  'drafts.discard': { input: drafts.draftKey, output: nothing },
  'cycles.list': { input: nothing, output: ratings.cycleList },
  'cycles.draft': { input: cycles.cycleDraftInput, output: cycles.cycleDraft },
  'cycles.open': { input: cycles.openCycleInput, output: cycles.cycleDetail },
  'cycles.get': { input: cycles.periodInput, output: cycles.cycleDetailOrNone },
  'cycles.update': { input: cycles.updateCycleInput, output: cycles.cycleDetail },
  'cycles.withdraw': { input: cycles.withdrawCycleInput, output: nothing },
  'cycles.subjects': { input: cycles.cycleSubjectsInput, output: cycles.cycleSubjects },
  'cycles.addSubject': { input: cycles.addSubjectInput, output: cycles.changedSubjects },
  'cycles.addCollective': { input: cycles.addCollectiveInput, output: cycles.changedSubjects },
  'cycles.setOut': { input: cycles.setOutInput, output: cycles.changedSubjects },
  'cycles.setGroup': { input: cycles.setGroupInput, output: cycles.changedSubjects },
  'cycles.removeSubject': { input: cycles.removeSubjectInput, output: cycles.changedSubjects },
  'cycles.differences': { input: cycles.periodInput, output: cycles.cycleDifferences },
  'cycles.takeDifferences': { input: cycles.takeDifferencesInput, output: cycles.changedSubjects },
  'pledges.list': { input: pledges.pledgeListInput, output: pledges.pledgeList },
  'pledges.get': { input: pledges.pledgeInput, output: pledges.pledge },
  'pledges.save': { input: pledges.savePledgeInput, output: pledges.pledge },
  'pledges.setStatus': { input: pledges.setPledgeStatusInput, output: pledges.changedPledges },
  'pledges.restore': { input: pledges.restorePledgesInput, output: pledges.changedPledges },
  'pledges.setNotFiledReason': { input: pledges.setNotFiledReasonInput, output: pledges.givenReasons },
  'pledges.create': { input: pledges.createPledgesInput, output: pledges.createdPledges },
  'pledges.remove': { input: pledges.removePledgesInput, output: pledges.changedPledges },
  'pledges.setMidYear': { input: pledges.midYearInput, output: pledges.pledge },
  'attachments.list': { input: attachments.attachmentOwner, output: attachments.attachmentList },
  'attachments.add': { input: attachments.addAttachmentInput, output: attachments.attachmentList },
  'attachments.open': { input: attachments.attachmentInput, output: attachments.attachmentFile },
  'attachments.remove': { input: attachments.attachmentInput, output: nothing },
  'reviews.list': { input: reviews.reviewListInput, output: reviews.reviewList },
  'reviews.prompts': { input: reviews.promptListInput, output: reviews.reviewPromptList },
  'reviews.get': { input: reviews.reviewInput, output: reviews.review },
  'reviews.save': { input: reviews.saveReviewInput, output: reviews.review },
  'reviews.setStatus': { input: reviews.setReviewStatusInput, output: reviews.changedReviews },
  'reviews.savePrompt': { input: reviews.savePromptInput, output: reviews.review },
  'reviews.removePrompt': { input: reviews.removePromptInput, output: reviews.removedFromReview },
  'reviews.saveOpinion': { input: reviews.saveOpinionInput, output: reviews.review },
  'reviews.removeOpinion': { input: reviews.removeOpinionInput, output: reviews.removedFromReview },
  'remediation.list': { input: remediation.taskListInput, output: remediation.taskList },
  'remediation.get': { input: remediation.taskInput, output: remediation.task },
  'remediation.save': { input: remediation.saveTaskInput, output: remediation.task },
  'remediation.step': { input: remediation.stepTaskInput, output: remediation.task },
  'remediation.addNote': { input: remediation.addTaskNoteInput, output: remediation.task },
  'remediation.remove': { input: remediation.removeTaskInput, output: nothing },
  'remediation.findings': { input: remediation.findingsInput, output: remediation.findings },
  'meetings.list': { input: meetings.meetingListInput, output: meetings.meetingList },
  'meetings.get': { input: meetings.meetingInput, output: meetings.meeting },
  'meetings.save': { input: meetings.saveMeetingInput, output: meetings.meeting },
  'meetings.propose': { input: meetings.proposeLevelsInput, output: meetings.proposedLevels },
  'meetings.remove': { input: meetings.removeMeetingInput, output: meetings.removedMeeting },
  'ratings.grid': { input: ratings.ratingGridInput, output: ratings.ratingGrid },
  'ratings.conditions': { input: ratings.ratingConditionsInput, output: ratings.ratingDetail },
  'ratings.setFacts': { input: ratings.setRatingFactsInput, output: ratings.ratingDetail },
  'collectives.grid': { input: ratings.collectiveGridInput, output: ratings.collectiveGrid },
  'collectives.set': { input: ratings.setCollectiveInput, output: ratings.setCollectiveOutput },
  'collectives.conditions': { input: ratings.collectiveConditionsInput, output: ratings.ratingDetail },
  'collectives.setFacts': { input: ratings.setCollectiveFactsInput, output: ratings.ratingDetail },
  'cycles.setDecision': { input: ratings.setDecisionInput, output: ratings.standingDecision },
  'caps.report': { input: caps.capReportInput, output: caps.capReport },
  'ratings.set': { input: ratings.setRatingInput, output: ratings.setRatingOutput },
  'settings.get': { input: nothing, output: settings.settingsShown },
  'settings.update': { input: settings.updateSettingInput, output: settings.settingsShown },
  'rulePacks.read': { input: criteria.readCriteriaInput, output: criteria.criteriaReading },
  'rulePacks.add': { input: criteria.addPackInput, output: criteria.addedPack },
  'rulePacks.setEnd': { input: criteria.setPackEndInput, output: criteria.packEnd },
  'rulePacks.remove': { input: criteria.removePackInput, output: criteria.removedPack },
  'capRules.list': { input: nothing, output: caps.capRuleList },
  'capRules.update': { input: caps.updateCapRuleInput, output: caps.datedCapRule },
  'imports.stage': { input: imports.stageImportInput, output: imports.stagedImport },
  'imports.understand': { input: readings.understandInput, output: imports.stagedSheet },
  'imports.sheetRows': { input: readings.sheetRowsInput, output: readings.sheetRows },
  'imports.sheetProblems': { input: readings.sheetProblemsInput, output: readings.sheetProblems },
  'imports.preview': { input: imports.previewInput, output: imports.importPreview },
  'imports.previewRows': { input: imports.previewRowsInput, output: imports.previewRows },
  'imports.previewUnits': { input: decisions.previewIdInput, output: decisions.previewUnits },
  'imports.decide': { input: decisions.decideInput, output: imports.importPreview },
  'imports.refresh': { input: decisions.previewIdInput, output: imports.importPreview },
  'imports.returnedRows': { input: decisions.previewIdInput, output: documents.documentFile },
  'imports.commit': { input: imports.commitImportInput, output: imports.committedImport },
  'imports.list': { input: nothing, output: imports.importBatchList },
  'imports.batch': { input: batches.batchInput, output: batches.batchDetail },
  'imports.batchRows': { input: batches.batchRowsInput, output: batches.batchRows },
  'imports.undoPlan': { input: batches.batchInput, output: batches.undoPlan },
  'imports.undo': { input: batches.undoImportInput, output: imports.undoneImport },
  'recipes.list': { input: nothing, output: recipes.recipeList },
  'recipes.rename': { input: recipes.renameRecipeInput, output: nothing },
  'recipes.remove': { input: recipes.removeRecipeInput, output: nothing },
  'reports.ratingSummary': { input: reports.reportInput, output: reports.ratingSummary },
  'summaries.get': { input: summaries.summaryInput, output: summaries.summary },
  'summaries.people': { input: summaries.summaryPeopleInput, output: summaries.summaryPeople },
  'summaries.reveal': { input: summaries.summaryPeopleInput, output: summaries.summaryPeople },
  'papers.particulars': { input: particulars.particularsInput, output: particulars.shownParticulars },
  'papers.saveParticulars': {
    input: particulars.saveParticularsInput,
    output: particulars.shownParticulars,
  },
  'documents.html': { input: documents.documentInput, output: documents.documentHtml },
  'documents.docx': { input: documents.documentInput, output: documents.wordFile },
  'documents.workbook': { input: documents.workbookInput, output: documents.documentFile },
} as const satisfies Record<MethodName, { input: z.ZodType; output: z.ZodType }>;

export type MethodInput<M extends MethodName> = z.input<(typeof methods)[M]['input']>;
export type MethodParsedInput<M extends MethodName> = z.output<(typeof methods)[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<(typeof methods)[M]['output']>;
