import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { OfficialFieldsInput } from '../../../db/contract/official-edits.ts';
import type { Official, OfficialRow } from '../../../db/contract/officials.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { cellText } from '../../../db/contract/vi/official-list.ts';
import {
  hasRun,
  type NoticeAction,
  notices,
  notifyDone,
  notifyError,
  notifyInfo,
  runAction,
  undoOf,
} from '../../app/notifier/notices.ts';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.ts';
import { call } from '../../lib/api.ts';
import { hasCode, messageOf, toAppError } from '../../lib/app-error.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import type { PageOf } from '../../lib/use-paged.ts';
import { type CellDraft, type CellEvent, cellEdits, noEdits, unsavedCells } from './cell-edit.ts';
import { cellShown, type EditableColumn, readTyped, typedOf } from './cell-values.ts';
import { titleOfColumn } from './official-columns.tsx';
import { noteTakenBack, versionAfterUndo } from './versions-taken-back.ts';
import { withoutPrefix } from './without-prefix.ts';

type Changes = Partial<OfficialFieldsInput>;

/** What Ctrl+Z takes back: a cell, or an act whose notice offered to take it back: a saved form, a transfer. */
type UndoStep =
  | { is: 'cell'; id: number; name: string; column: EditableColumn; before: Changes; version: number }
  | { is: 'act'; noticeId: number; action: NoticeAction };
const MOST_STEPS = 100;

/** Whether the keys are somewhere else than in the list: the filter, a form. */
const isAside = (): boolean => {
  const { activeElement } = document;
  return activeElement !== document.body && activeElement?.closest('[role="grid"]') === null;
};

/**
 * Texts typed into cells: written one after the other, each with the version that was seen, and taken back in turn.
 * A write of ours moves the version on; a write of another session in between is told, and neither value is lost.
 */
export function useCellEdits() {
  const queryClient = useQueryClient();
  const [edits, setEdits] = useState(noEdits);
  // What was decided counts at once: the field that Esc closes loses the focus before the next drawing.
  const latest = useRef(edits);
  const dispatch = (event: CellEvent) => {
    latest.current = cellEdits(latest.current, event);
    setEdits(latest.current);
  };
  useUnsavedGuard(unsavedCells(edits) > 0, () => dispatch({ type: 'drop' }), 'page');

  const steps = useRef<UndoStep[]>([]);
  const noteStep = (step: UndoStep) => {
    steps.current.push(step);
    steps.current.splice(0, steps.current.length - MOST_STEPS);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the steps of this list, from its first drawing on
  useEffect(() => {
    let seen = notices.get().at(-1)?.id ?? 0;
    return notices.subscribe(() => {
      for (const notice of notices.get()) {
        if (notice.id <= seen) continue;
        seen = notice.id;
        const action = undoOf(notice);
        if (action !== undefined) noteStep({ is: 'act', noticeId: notice.id, action });
      }
    });
  }, []);
  /** A notice that has gone from the screen can still be taken back; one that was taken back from there is past. */
  const lastStep = (): UndoStep | undefined => {
    const step = steps.current.pop();
    return step?.is === 'act' && hasRun(step.action) ? lastStep() : step;
  };
  /** '12:3' -> 4: our own write made version 4 of version 3 of person 12. */
  const ownWrites = useRef(new Map<string, number>());
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  /** People as last written here; what was copied or chosen before may be older. */
  const written = useRef(new Map<number, OfficialRow>());

  const versionNow = (id: number, seen: number): number => {
    const next = ownWrites.current.get(`${id}:${seen}`);
    return next === undefined ? seen : versionNow(id, next);
  };
  const write = async (id: number, seen: number, changes: Changes): Promise<Official> => {
    const version = versionNow(id, seen);
    const saved = await call('officials.update', { id, version, changes });
    ownWrites.current.set(`${id}:${version}`, saved.version);
    show(saved);
    return saved;
  };
  /** The row changes where it stands: a list that sorts itself anew under the cursor is hard to type into. */
  const show = (saved: Official) => {
    written.current.set(saved.id, saved);
    queryClient.setQueryData(queryKeys.official(saved.id), saved);
    queryClient.setQueriesData<PageOf<OfficialRow>>({ queryKey: queryKeys.officialPages }, (page) =>
      page === undefined
        ? page
        : { ...page, rows: page.rows.map((row) => (row.id === saved.id ? saved : row)) },
    );
    void queryClient.invalidateQueries({ queryKey: queryKeys.officialPages, refetchType: 'none' });
    void queryClient.invalidateQueries({
      predicate: ({ queryKey: [area, what] }) => area !== 'officials' || (what !== 'page' && what !== 'one'),
    });
  };

  const save = async (draft: CellDraft): Promise<void> => {
    const { id, column, name } = draft;
    const read = readTyped(column, draft.text);
    const before = readTyped(column, draft.newer ?? draft.old);
    if (!read.ok) {
      dispatch({ type: 'refused', draft: { ...draft, problem: read.problem } });
      return;
    }
    try {
      const saved = await write(id, draft.version, read.changes);
      const beforeChanges = before.ok ? before.changes : {};
      noteStep({ is: 'cell', id, name, column, before: beforeChanges, version: saved.version });
      dispatch({ type: 'saved', place: draft });
    } catch (error) {
      if (hasCode(error, 'STALE_VERSION')) await meetNewer(draft);
      else refuse(draft, error);
    }
  };

  const refuse = (draft: CellDraft, error: unknown) => {
    const code = withoutPrefix(error, 'changes.').fieldErrors[draft.column];
    const problem = code === undefined ? messageOf(toAppError(error)) : fieldErrorMessage(code);
    dispatch({ type: 'refused', draft: { ...draft, problem }, aside: isAside() });
  };

  /** Another session saved first: a cell that it left as it was is written on top, else both values are shown. */
  const meetNewer = async (draft: CellDraft): Promise<void> => {
    try {
      const person = await call('officials.get', { id: draft.id });
      show(person);
      const newer = typedOf(draft.column, person);
      if (newer === draft.text) dispatch({ type: 'saved', place: draft });
      else if (newer === draft.old) await save({ ...draft, version: person.version, newer: null });
      else
        dispatch({
          type: 'refused',
          draft: { ...draft, version: person.version, newer, problem: null },
          aside: isAside(),
        });
    } catch (error) {
      refuse(draft, error);
    }
  };

  const send = (draft: CellDraft): void => {
    queue.current = queue.current.then(() => save(draft));
  };

  /** Sends the open text. False when it cannot be sent: then it stays open with the reason. */
  const commit = (): boolean => {
    const { open } = latest.current;
    if (open === null) return true;
    const read = readTyped(open.column, open.text);
    if (!read.ok) {
      dispatch({ type: 'refuse', problem: read.problem });
      return false;
    }
    dispatch({ type: 'send' });
    if (open.text !== open.old || open.newer !== null) send(open);
    return true;
  };

  const undoCell = async (step: Extract<UndoStep, { is: 'cell' }>): Promise<void> => {
    const { id, name, column, before, version } = step;
    try {
      const saved = await write(id, versionAfterUndo(id, version), before);
      noteTakenBack(id, version, saved.version);
      notifyDone(cellText.undone(titleOfColumn(column), name, valueShown(column, saved)));
    } catch (error) {
      if (hasCode(error, 'STALE_VERSION', 'NOT_FOUND'))
        notifyInfo(cellText.undoStale(titleOfColumn(column), name));
      else {
        // Nothing was decided yet: the step can be tried again.
        steps.current.push(step);
        notifyError(error);
      }
    }
  };
  const undoAct = async ({ noticeId, action }: Extract<UndoStep, { is: 'act' }>): Promise<void> => {
    try {
      await runAction(noticeId, action);
    } catch (error) {
      notifyError(error);
    }
  };

  return {
    edits,
    begin: (draft: Omit<CellDraft, 'problem' | 'newer'>) =>
      dispatch({ type: 'begin', draft: { ...draft, problem: null, newer: null } }),
    type: (text: string) => dispatch({ type: 'type', text }),
    commit,
    /** The focus goes elsewhere: what can be sent is sent, what cannot stays in its cell. */
    leave: () => {
      const { open } = latest.current;
      if (open === null) return;
      const read = readTyped(open.column, open.text);
      if (open.newer !== null || !read.ok)
        dispatch({ type: 'put', problem: read.ok ? cellText.notSaved : read.problem });
      else commit();
    },
    cancel: () => dispatch({ type: 'cancel' }),
    /** Writes a cell without opening it (Delete). */
    put: (draft: Omit<CellDraft, 'problem' | 'newer'>) => send({ ...draft, problem: null, newer: null }),
    /** What is on its way to the service is done first: it is the last act, and the one to take back. */
    undo: () => {
      queue.current = queue.current.then(async () => {
        const step = lastStep();
        if (step === undefined) notifyInfo(cellText.nothingToUndo);
        else await (step.is === 'cell' ? undoCell(step) : undoAct(step));
      });
    },
    newest: (row: OfficialRow): OfficialRow => {
      const known = written.current.get(row.id);
      return known !== undefined && known.version > row.version ? known : row;
    },
  };
}
export type UseCellEdits = ReturnType<typeof useCellEdits>;

const valueShown = (column: EditableColumn, row: OfficialRow): string =>
  cellShown(column, typedOf(column, row));
