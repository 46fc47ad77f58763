import type { MethodName } from '../contract/method-list.ts';
import type { MethodOutput, MethodParsedInput } from '../contract/methods.ts';
import * as disciplines from '../features/disciplines.ts';
import { commitPlan } from '../features/import-commit.ts';
import { undoBatch } from '../features/import-undo.ts';
import * as imports from '../features/imports.ts';
import { updateOffice } from '../features/office.ts';
import * as edits from '../features/official-edits.ts';
import { listOfficials } from '../features/official-list.ts';
import * as officials from '../features/officials.ts';
import { listOperations } from '../features/operations.ts';
import * as tree from '../features/organization-operations.ts';
import * as organizations from '../features/organizations.ts';
import { getOverview } from '../features/overview.ts';
import { listQuality } from '../features/quality.ts';
import * as ratings from '../features/ratings.ts';
import * as reports from '../features/reports.ts';
import { officialTimeline } from '../features/timeline.ts';
import { readOffice } from '../records/office.ts';
import {
  type Handler,
  longWriting,
  operating,
  reading,
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
  'overview.get': reading((db) => getOverview(db)),

  'organizations.tree': reading((db, input) => organizations.organizationTree(db, input.asOf)),
  'organizations.create': writing(organizations.createOrganization),
  'organizations.update': writing(organizations.updateOrganization),

  'organizations.change': operating('change', tree.changeUnit),
  'organizations.merge': operating('merge', tree.mergeUnits),
  'organizations.split': operating('split', tree.splitUnit),
  'organizations.end': operating('end', tree.endUnit),
  'officials.transfer': operating('transfer', tree.transferPeople),
  'operations.list': reading((db) => listOperations(db)),
  'operations.undo': undoingOperation,

  'officials.list': reading(listOfficials),
  'officials.get': reading((db, input) => officials.getOfficial(db, input.id)),
  'officials.timeline': reading((db, input) => officialTimeline(db, input.id)),
  'officials.create': writing(edits.createOfficial),
  'officials.update': writing(edits.updateOfficial),
  'officials.setParticipation': writing(edits.setParticipation),
  'officials.savePost': writing(edits.savePost),
  'officials.removePost': writing(edits.removePost),
  'quality.list': reading(listQuality),
  'officials.reveal': writing((db, input) => officials.revealOfficial(db, input.id)),
  'disciplines.list': writing(disciplines.listDisciplines),
  'disciplines.save': writing(disciplines.saveDiscipline),
  'disciplines.remove': writing(disciplines.removeDiscipline),

  'cycles.list': reading((db) => ratings.listCycles(db)),
  'ratings.grid': reading(ratings.ratingGrid),
  'ratings.set': writing(ratings.setRating),
  'capRules.list': reading((db) => ({ rules: ratings.listCapRules(db) })),
  'capRules.update': writing(ratings.updateCapRule),

  'imports.stage': stateful(({ db, desk }, { workbook }) => {
    const stageId = desk.stage(workbook);
    return imports.describeWorkbook(db, stageId, workbook);
  }),
  'imports.preview': stateful(({ db, desk }, { stageId, ...input }) => {
    const plan = imports.planImport(db, desk.workbook(stageId), input);
    return { ...plan.preview, previewId: desk.keep(plan) };
  }),
  'imports.previewRows': stateful(({ desk }, input) => desk.rows(input)),
  'imports.commit': longWriting((db, input, { actor, at, desk }) =>
    commitPlan(db, desk.plan(input.previewId), { userId: actor.userId, at }),
  ),
  'imports.list': reading((db) => imports.listBatches(db)),
  'imports.undo': longWriting((db, input, { at }) => undoBatch(db, input.batchId, at)),

  'reports.ratingSummary': reading(reports.ratingSummary),
  'reports.people': reading(reports.reportPeople),
  'reports.html': reading(reports.reportHtml),
  'reports.workbook': stateful(({ db }, input) => reports.reportWorkbook(db, input)),
} satisfies { [M in OfficeMethodName]: Handler<MethodParsedInput<M>, MethodOutput<M>> };
