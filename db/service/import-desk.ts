import { randomUUID } from 'node:crypto';
import { AppError } from '../contract/errors.ts';
import type { ImportPreview } from '../contract/imports.ts';
import type { ReadWorkbook } from '../contract/workbooks.ts';
import { type ImportDraft, previewOf } from '../features/import-draft.ts';
import type { ImportPlan } from '../features/import-plan.ts';
import type { SheetState } from '../features/import-readings.ts';

/** The files and previews on the clerk's desk: in memory only, the oldest go first. */
const KEPT = 3;

/** A file as the reader gave it, and each of its sheets as it is read now. */
interface StagedFile {
  read: ReadWorkbook;
  sheets: Map<string, SheetState>;
}

export class ImportDesk {
  readonly #files = new Map<string, StagedFile>();
  readonly #drafts = new Map<string, ImportDraft>();

  stage(read: ReadWorkbook, sheets: readonly SheetState[]): string {
    return put(this.#files, { read, sheets: new Map(sheets.map((state) => [state.sheet.name, state])) });
  }

  /** The file with its sheets as they are read now. @throws AppError IMPORT_EXPIRED */
  workbook(stageId: string): ReadWorkbook {
    const { read, sheets } = take(this.#files, stageId);
    return { ...read, sheets: [...sheets.values()].map(({ sheet }) => sheet) };
  }

  /** The file as the reader gave it. @throws AppError IMPORT_EXPIRED */
  asRead(stageId: string): ReadWorkbook {
    return take(this.#files, stageId).read;
  }

  /** @throws AppError IMPORT_EXPIRED, IMPORT_SHEET_NOT_FOUND */
  sheet(stageId: string, name: string): SheetState {
    const { sheets } = take(this.#files, stageId);
    const state = sheets.get(name);
    if (state) return state;
    throw new AppError('IMPORT_SHEET_NOT_FOUND', {
      params: { sheet: name, sheets: [...sheets.keys()].join(', ') },
    });
  }

  /** The person changed how a sheet is read. @throws AppError IMPORT_EXPIRED */
  reread(stageId: string, state: SheetState): void {
    take(this.#files, stageId).sheets.set(state.sheet.name, state);
  }

  keep(draft: ImportDraft): ImportPreview {
    return { ...previewOf(draft), previewId: put(this.#drafts, draft) };
  }

  /** @throws AppError IMPORT_EXPIRED */
  draft(previewId: string): ImportDraft {
    return take(this.#drafts, previewId);
  }

  /** What a commit writes. @throws AppError IMPORT_EXPIRED, IMPORT_PREVIEW_OUTDATED when it is not what the person saw */
  planToCommit(previewId: string, revision: number | undefined): ImportPlan {
    const draft = this.draft(previewId);
    if (revision !== undefined && revision !== draft.revision) throw new AppError('IMPORT_PREVIEW_OUTDATED');
    return draft.plan;
  }

  /** The preview as it is now. @throws AppError IMPORT_EXPIRED */
  preview(previewId: string): ImportPreview {
    return { ...previewOf(this.draft(previewId)), previewId };
  }
}

function put<T>(map: Map<string, T>, value: T): string {
  const id = randomUUID();
  map.set(id, value);
  const [oldest] = map.keys();
  if (map.size > KEPT && oldest !== undefined) map.delete(oldest);
  return id;
}

function take<T>(map: ReadonlyMap<string, T>, id: string): T {
  const found = map.get(id);
  if (found === undefined) throw new AppError('IMPORT_EXPIRED');
  return found;
}
