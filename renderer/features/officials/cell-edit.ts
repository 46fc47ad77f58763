import type { EditableColumn } from './cell-values.ts';

export interface CellPlace {
  /** The person. */
  id: number;
  column: EditableColumn;
}

/** A text typed into a cell that the service does not have yet. */
export interface CellDraft extends CellPlace {
  name: string;
  /** The version of the person that was seen when the typing began. */
  version: number;
  /** The cell then. */
  old: string;
  text: string;
  /** Why it was refused. */
  problem: string | null;
  /** What another session wrote into this cell meanwhile. */
  newer: string | null;
}

export interface CellEdits {
  open: CellDraft | null;
  /** On the way to the service. */
  saving: readonly CellDraft[];
  /** Refused while another cell was open: kept where they were typed. */
  kept: readonly CellDraft[];
}

export type CellEvent =
  | { type: 'begin'; draft: CellDraft }
  | { type: 'type'; text: string }
  /** The open text is sent; null problem. Or it cannot be: then it stays open. */
  | { type: 'send' }
  | { type: 'refuse'; problem: string }
  /** Another cell is wanted though the open text cannot be sent. */
  | { type: 'put'; problem: string }
  | { type: 'saved'; place: CellPlace }
  /** `aside`: the person has gone from the list meanwhile; it does not call the keys back. */
  | { type: 'refused'; draft: CellDraft; aside?: boolean }
  | { type: 'cancel' }
  /** Everything that is not on its way is given up. */
  | { type: 'drop' };

export const noEdits: CellEdits = { open: null, saving: [], kept: [] };

export const isAt = (place: CellPlace, other: CellPlace): boolean =>
  place.id === other.id && place.column === other.column;
const without = (drafts: readonly CellDraft[], place: CellPlace): CellDraft[] =>
  drafts.filter((each) => !isAt(each, place));

/** Every text typed is in exactly one of the three places until it is saved or given up by Esc. */
export function cellEdits(state: CellEdits, event: CellEvent): CellEdits {
  const { open, saving, kept } = state;
  switch (event.type) {
    case 'begin': {
      // A text that was refused here before is taken up again.
      const before = kept.find((each) => isAt(each, event.draft));
      return { ...state, open: before ?? event.draft, kept: without(kept, event.draft) };
    }
    case 'type':
      return open === null ? state : { ...state, open: { ...open, text: event.text, problem: null } };
    case 'send':
      if (open === null) return state;
      if (open.text === open.old && open.newer === null) return { ...state, open: null };
      return { open: null, saving: [...without(saving, open), open], kept };
    case 'refuse':
      return open === null ? state : { ...state, open: { ...open, problem: event.problem } };
    case 'put':
      if (open === null) return state;
      return {
        open: null,
        saving,
        kept: [...without(kept, open), { ...open, problem: event.problem }],
      };
    case 'saved':
      return { ...state, saving: without(saving, event.place) };
    case 'refused': {
      const rest = without(saving, event.draft);
      return open === null && event.aside !== true
        ? { open: event.draft, saving: rest, kept: without(kept, event.draft) }
        : { open, saving: rest, kept: [...without(kept, event.draft), event.draft] };
    }
    case 'cancel':
      return { ...state, open: null };
    case 'drop':
      return { open: null, saving, kept: [] };
  }
}

/** The text of a cell that is not what the service has. */
export const draftAt = ({ saving, kept }: CellEdits, place: CellPlace): CellDraft | null =>
  [...kept, ...saving].find((each) => isAt(each, place)) ?? null;

const isChanged = ({ text, old, newer }: CellDraft): boolean => text !== old || newer !== null;

/** How many texts would be lost. */
export const unsavedCells = ({ open, saving, kept }: CellEdits): number =>
  saving.length + kept.length + (open !== null && isChanged(open) ? 1 : 0);
