import type { Role } from '../domain/people.ts';

/**
 * Every method of the data service with who may call it. Plain data, so that the preload and the main process
 * can hold it without the schemas (those stand in `methods.ts`).
 * - `roles: 'anyone'` needs no session; otherwise the roles that may call it.
 * - `sensitive`: shows or changes what is protected; an attempt that is refused is audited too.
 * - `from: 'main'` is called by the main process for an act of the desktop, never by the window directly.
 */
export interface MethodAccess {
  roles: 'anyone' | readonly Role[];
  from: 'window' | 'main';
  sensitive?: true;
}

const read = ['administrator', 'clerk', 'leader'] as const satisfies readonly Role[];
const write = ['administrator', 'clerk'] as const satisfies readonly Role[];
const administer = ['administrator'] as const satisfies readonly Role[];

export const methodList = {
  'office.status': { roles: 'anyone', from: 'window' },
  'office.create': { roles: 'anyone', from: 'window' },
  'auth.login': { roles: 'anyone', from: 'window' },
  'auth.logout': { roles: read, from: 'window' },
  'auth.current': { roles: read, from: 'window' },
  'office.get': { roles: read, from: 'window' },
  'office.suggestHeads': { roles: read, from: 'window' },
  'office.update': { roles: administer, from: 'window' },
  'overview.get': { roles: read, from: 'window' },
  'organizations.tree': { roles: read, from: 'window' },
  'organizations.create': { roles: write, from: 'window' },
  'organizations.update': { roles: write, from: 'window' },
  'organizations.removeAdded': { roles: write, from: 'window' },
  'organizations.change': { roles: write, from: 'window' },
  'organizations.merge': { roles: write, from: 'window' },
  'organizations.split': { roles: write, from: 'window' },
  'organizations.end': { roles: write, from: 'window' },
  'officials.transfer': { roles: write, from: 'window' },
  'operations.list': { roles: read, from: 'window' },
  'operations.undo': { roles: write, from: 'window' },
  'officials.list': { roles: read, from: 'window' },
  'officials.get': { roles: read, from: 'window' },
  'officials.timeline': { roles: read, from: 'window' },
  'officials.create': { roles: write, from: 'window' },
  'officials.update': { roles: write, from: 'window' },
  'officials.setParticipation': { roles: write, from: 'window' },
  'officials.savePost': { roles: write, from: 'window' },
  'officials.removePost': { roles: write, from: 'window' },
  'officials.givePost': { roles: write, from: 'window' },
  'officials.removeAdded': { roles: write, from: 'window' },
  'quality.counts': { roles: read, from: 'window' },
  'quality.units': { roles: read, from: 'window' },
  'quality.list': { roles: read, from: 'window' },
  'duplicates.list': { roles: read, from: 'window' },
  'duplicates.compare': { roles: write, from: 'window' },
  'duplicates.setDistinct': { roles: write, from: 'window' },
  'duplicates.merge': { roles: write, from: 'window' },
  'officials.reveal': { roles: write, from: 'window', sensitive: true },
  // Discipline is only for those who keep the book; an administrator and a clerk do, a leader asks them.
  'disciplines.list': { roles: write, from: 'window', sensitive: true },
  'disciplines.save': { roles: write, from: 'window', sensitive: true },
  'disciplines.remove': { roles: write, from: 'window', sensitive: true },
  'search.find': { roles: read, from: 'window' },
  'drafts.save': { roles: read, from: 'window' },
  'drafts.list': { roles: read, from: 'window' },
  'drafts.open': { roles: read, from: 'window' },
  'drafts.discard': { roles: read, from: 'window' },
  'cycles.list': { roles: read, from: 'window' },
  'cycles.draft': { roles: read, from: 'window' },
  'cycles.open': { roles: write, from: 'window' },
  'cycles.get': { roles: read, from: 'window' },
  'cycles.update': { roles: write, from: 'window' },
  'cycles.withdraw': { roles: write, from: 'window' },
  'cycles.subjects': { roles: read, from: 'window' },
  'cycles.addSubject': { roles: write, from: 'window' },
  'cycles.addCollective': { roles: write, from: 'window' },
  'cycles.setOut': { roles: write, from: 'window' },
  'cycles.setGroup': { roles: write, from: 'window' },
  'cycles.removeSubject': { roles: write, from: 'window' },
  'cycles.differences': { roles: read, from: 'window' },
  'cycles.takeDifferences': { roles: write, from: 'window' },
  'pledges.list': { roles: read, from: 'window' },
  'pledges.get': { roles: read, from: 'window' },
  'pledges.save': { roles: write, from: 'window' },
  'pledges.setStatus': { roles: write, from: 'window' },
  'pledges.restore': { roles: write, from: 'window' },
  'pledges.setNotFiledReason': { roles: write, from: 'window' },
  'pledges.create': { roles: write, from: 'window' },
  'pledges.remove': { roles: write, from: 'window' },
  'pledges.setMidYear': { roles: write, from: 'window' },
  'attachments.list': { roles: read, from: 'window' },
  'attachments.add': { roles: write, from: 'main' },
  'attachments.open': { roles: read, from: 'window' },
  'attachments.remove': { roles: write, from: 'window' },
  'reviews.list': { roles: read, from: 'window' },
  'reviews.get': { roles: read, from: 'window' },
  'reviews.save': { roles: write, from: 'window' },
  'reviews.setStatus': { roles: write, from: 'window' },
  'reviews.savePrompt': { roles: write, from: 'window' },
  'reviews.removePrompt': { roles: write, from: 'window' },
  'reviews.saveOpinion': { roles: write, from: 'window' },
  'reviews.removeOpinion': { roles: write, from: 'window' },
  'remediation.list': { roles: read, from: 'window' },
  'remediation.get': { roles: read, from: 'window' },
  'remediation.save': { roles: write, from: 'window' },
  'remediation.step': { roles: write, from: 'window' },
  'remediation.addNote': { roles: write, from: 'window' },
  'remediation.remove': { roles: write, from: 'window' },
  'remediation.findings': { roles: read, from: 'window' },
  'meetings.list': { roles: read, from: 'window' },
  'meetings.get': { roles: read, from: 'window' },
  'meetings.save': { roles: write, from: 'window' },
  'meetings.remove': { roles: write, from: 'window' },
  'ratings.grid': { roles: read, from: 'window' },
  'ratings.set': { roles: write, from: 'window' },
  'capRules.list': { roles: read, from: 'window' },
  'capRules.update': { roles: administer, from: 'window' },
  'imports.stage': { roles: write, from: 'main' },
  'imports.understand': { roles: write, from: 'window' },
  'imports.sheetRows': { roles: write, from: 'window' },
  'imports.sheetProblems': { roles: write, from: 'window' },
  'imports.preview': { roles: write, from: 'window' },
  'imports.previewRows': { roles: write, from: 'window' },
  'imports.previewUnits': { roles: write, from: 'window' },
  'imports.decide': { roles: write, from: 'window' },
  'imports.refresh': { roles: write, from: 'window' },
  'imports.returnedRows': { roles: write, from: 'main' },
  'imports.commit': { roles: write, from: 'window' },
  'imports.list': { roles: read, from: 'window' },
  'imports.batch': { roles: read, from: 'window' },
  'imports.batchRows': { roles: read, from: 'window' },
  'imports.undoPlan': { roles: write, from: 'window' },
  'imports.undo': { roles: write, from: 'window' },
  'recipes.list': { roles: read, from: 'window' },
  'recipes.rename': { roles: write, from: 'window' },
  'recipes.remove': { roles: write, from: 'window' },
  'reports.ratingSummary': { roles: read, from: 'window' },
  'reports.people': { roles: read, from: 'window' },
  'documents.html': { roles: read, from: 'main' },
  'documents.docx': { roles: read, from: 'main' },
  'documents.workbook': { roles: read, from: 'main' },
} as const satisfies Record<string, MethodAccess>;

export type MethodName = keyof typeof methodList;
export const isMethodName = (name: string): name is MethodName => Object.hasOwn(methodList, name);

/** Acts of the main process itself; their schemas stand in `desktop.ts`. */
export const desktopMethodNames = [
  'workbooks.choose',
  'workbooks.drop',
  'workbooks.cancel',
  'imports.saveReturned',
  'attachments.choose',
  'attachments.saveCopy',
  'documents.preview',
  'documents.savePdf',
  'documents.saveWorkbook',
  'documents.saveWord',
  'documents.print',
  'app.info',
] as const;
export type DesktopMethodName = (typeof desktopMethodNames)[number];
export const isDesktopMethodName = (name: string): name is DesktopMethodName =>
  (desktopMethodNames as readonly string[]).includes(name);
