import { z } from 'zod';
import { attachmentInput, attachmentList, attachmentOwner } from './attachments.ts';
import { documentInput, workbookInput } from './documents.ts';
import { previewIdInput } from './import-decisions.ts';
import { stagedImport } from './imports.ts';
import type { DesktopMethodName } from './method-list.ts';

/**
 * Acts of the main process that the window may ask for: files, printing, the window itself.
 * Paths never cross: the person chooses them in the system's dialogs.
 */
const nothing = z.object({});
const savedFile = z.object({ fileName: z.string() }).nullable();

export const desktopMethods = {
  /** Open dialog -> reader process -> staged import; null when the person cancelled. */
  'workbooks.choose': { input: nothing, output: stagedImport.nullable() },
  /** A dropped file crosses as bytes. */
  'workbooks.drop': {
    input: z.object({ fileName: z.string().max(255), bytes: z.instanceof(Uint8Array) }),
    output: stagedImport,
  },
  /** Ends the reading under way; its call fails with CANCELLED. */
  'workbooks.cancel': { input: nothing, output: nothing },
  /** Save dialog, then the rows of a preview that will not be written, as a workbook in the office's own layout. */
  'imports.saveReturned': { input: previewIdInput, output: savedFile },
  /** Open dialog, then the scan is kept with its record; null when cancelled, else all scans of the record. */
  'attachments.choose': { input: attachmentOwner, output: attachmentList.nullable() },
  /** Save dialog, then a copy of the scan. */
  'attachments.saveCopy': { input: attachmentInput, output: savedFile },
  /** The printable PDF of a document, for the preview, and whether paper through the system's dialog gets its numbers. */
  'documents.preview': {
    input: documentInput,
    output: z.object({ bytes: z.instanceof(Uint8Array), paperNumbers: z.boolean() }),
  },
  /** Save dialog, then the file; null when cancelled. Only the file's name comes back. */
  'documents.savePdf': { input: documentInput, output: savedFile },
  /** The same; in a batch Word has page numbers to fill in. */
  'documents.saveWord': {
    input: documentInput,
    output: z.object({ fileName: z.string(), batch: z.boolean() }).nullable(),
  },
  'documents.saveWorkbook': { input: workbookInput, output: savedFile },
  /** The system's print dialog; false when the person cancelled. A batch goes to paper without page numbers. */
  'documents.print': { input: documentInput, output: z.object({ printed: z.boolean(), batch: z.boolean() }) },
  'app.info': {
    input: nothing,
    output: z.object({ version: z.string(), electron: z.string(), dataFolder: z.string() }),
  },
} as const satisfies Record<DesktopMethodName, { input: z.ZodType; output: z.ZodType }>;

export type DesktopInput<M extends DesktopMethodName> = z.input<(typeof desktopMethods)[M]['input']>;
export type DesktopOutput<M extends DesktopMethodName> = z.output<(typeof desktopMethods)[M]['output']>;

/** Main -> window, without being asked. */
export type DesktopEvent =
  | { type: 'progress'; callId: string; done: number; total: number }
  | { type: 'service'; state: 'up' | 'restarting' | 'gone' }
  | { type: 'menu'; command: MenuCommand }
  /** The computer's session ends and nobody can be asked: keep the drafts and close. */
  | { type: 'sessionEnd' };

/** What the Vietnamese menu asks the page to do. */
const menuCommands = ['search', 'find', 'help', 'print', 'undo', 'openFile', 'logout'] as const;
export type MenuCommand = (typeof menuCommands)[number];
