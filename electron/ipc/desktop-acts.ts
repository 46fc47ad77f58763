import { app } from 'electron';
import type { z } from 'zod';
import { type DesktopOutput, desktopMethods } from '../../db/contract/desktop.ts';
import type { DesktopMethodName } from '../../db/contract/method-list.ts';
import { parseInput } from '../../db/contract/validation.ts';
import { dataFolder } from '../main/paths.ts';
import {
  previewDocument,
  printDocument,
  saveDocumentPdf,
  saveDocumentWord,
  saveDocumentWorkbook,
  saveReturnedRows,
} from '../print/documents.ts';
import { chooseAttachment, saveAttachmentCopy } from './attachments.ts';
import type { DesktopContext } from './desktop-context.ts';
import { cancelReading, chooseWorkbook, dropWorkbook } from './workbooks.ts';

type ParsedInput<M extends DesktopMethodName> = z.output<(typeof desktopMethods)[M]['input']>;
type Act<M extends DesktopMethodName> = (
  input: ParsedInput<M>,
  context: DesktopContext,
) => DesktopOutput<M> | Promise<DesktopOutput<M>>;

const acts: { [M in DesktopMethodName]: Act<M> } = {
  'workbooks.choose': (_input, context) => chooseWorkbook(context),
  'workbooks.drop': (input, context) => dropWorkbook(input, context),
  'workbooks.cancel': () => {
    cancelReading();
    return {};
  },
  'imports.saveReturned': saveReturnedRows,
  'attachments.choose': chooseAttachment,
  'attachments.saveCopy': saveAttachmentCopy,
  'documents.preview': previewDocument,
  'documents.savePdf': saveDocumentPdf,
  'documents.saveWorkbook': saveDocumentWorkbook,
  'documents.saveWord': saveDocumentWord,
  'documents.print': printDocument,
  'app.info': () => ({
    version: app.getVersion(),
    electron: process.versions.electron ?? '',
    dataFolder: dataFolder(),
  }),
};

/** Checks the input of a desktop act and runs it. Rejects with AppError. */
export async function runDesktopAct<M extends DesktopMethodName>(
  method: M,
  input: unknown,
  context: DesktopContext,
): Promise<DesktopOutput<M>> {
  return acts[method](parseInput(desktopMethods[method].input, input) as ParsedInput<M>, context);
}
