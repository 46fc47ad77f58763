import { type RatingLevel, ratingLevels } from '../../../db/domain/ratings.ts';
import { type GridColumn, gridColumns, isStage, isTextColumn } from './grid-columns.ts';

/** Where the person is in the grid, and whether a choice or a text is open there. */
export interface GridState {
  row: number;
  column: number;
  mode:
    | { type: 'browse' }
    /** 0-3 a level, 4 the choice "no level". */
    | { type: 'choose'; choice: number }
    /** `fresh`: typing replaces the text, as in Excel. */
    | { type: 'edit'; fresh: boolean };
}

export interface GridKey {
  key: string;
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
}

export interface GridSize {
  rows: number;
  /** Rows of one page key. */
  pageRows: number;
  /** The level in the active cell, for the choice that opens on it. */
  level: RatingLevel | null;
}

export type GridEffect =
  | { type: 'level'; level: RatingLevel | null }
  /** A number that is no level was typed. */
  | { type: 'noLevel' }
  | { type: 'clearText' }
  | { type: 'openPerson' }
  | { type: 'leave' };

/** null: the key is not the grid's. `takeKey` false: the key goes on to the text field that opens. */
export interface GridStep {
  state: GridState;
  effect?: GridEffect;
  takeKey: boolean;
}

const CHOICES = ratingLevels.length + 1;
const browse = { type: 'browse' } as const;
const clamp = (value: number, size: number) => Math.max(0, Math.min(size - 1, value));
export const columnAt = (column: number): GridColumn =>
  gridColumns[clamp(column, gridColumns.length)] ?? 'person';

/** '1'-'4' a level, '0' none; undefined for any other key. */
function levelOfDigit(key: string): RatingLevel | null | undefined {
  if (key === '0') return null;
  return /^[1-4]$/.test(key) ? ratingLevels[Number(key) - 1] : undefined;
}

const levelOfChoice = (choice: number): RatingLevel | null => ratingLevels[choice] ?? null;
export const choiceOfLevel = (level: RatingLevel | null): number =>
  level === null ? 0 : ratingLevels.indexOf(level);

/** What a key does in the grid. While a text is open its field has the keys (`textKey`). */
export function gridKey(state: GridState, key: GridKey, size: GridSize): GridStep | null {
  if (key.alt || size.rows === 0) return null;
  return state.mode.type === 'choose'
    ? chooseKey(state, state.mode.choice, key)
    : browseKey(state, key, size);
}

function moved(row: number, column: number, size: GridSize): GridStep {
  return {
    state: { row: clamp(row, size.rows), column: clamp(column, gridColumns.length), mode: browse },
    takeKey: true,
  };
}

function browseKey(state: GridState, { key, ctrl, shift }: GridKey, size: GridSize): GridStep | null {
  const { row, column } = state;
  switch (key) {
    case 'ArrowDown':
      return moved(ctrl ? size.rows - 1 : row + 1, column, size);
    case 'ArrowUp':
      return moved(ctrl ? 0 : row - 1, column, size);
    case 'ArrowRight':
      return moved(row, ctrl ? gridColumns.length - 1 : column + 1, size);
    case 'ArrowLeft':
      return moved(row, ctrl ? 0 : column - 1, size);
    case 'PageDown':
      return moved(row + size.pageRows, column, size);
    case 'PageUp':
      return moved(row - size.pageRows, column, size);
    case 'Home':
      return moved(ctrl ? 0 : row, 0, size);
    case 'End':
      return moved(ctrl ? size.rows - 1 : row, gridColumns.length - 1, size);
    case 'Tab':
      return tabbed(state, shift, size);
    case 'Escape':
      return { state, effect: { type: 'leave' }, takeKey: true };
    default:
      return ctrl ? null : actOnCell(state, key, size);
  }
}

/** As in Excel: to the next cell, at the end of a row to the next row; out of the grid only at its ends. */
function tabbed(state: GridState, back: boolean, size: GridSize): GridStep | null {
  const at = state.row * gridColumns.length + state.column + (back ? -1 : 1);
  if (at < 0 || at >= size.rows * gridColumns.length) return null;
  return moved(Math.floor(at / gridColumns.length), at % gridColumns.length, size);
}

function actOnCell(state: GridState, key: string, size: GridSize): GridStep | null {
  const column = columnAt(state.column);
  const opens = key === 'Enter' || key === 'F2';
  if (column === 'person') return opens ? { state, effect: { type: 'openPerson' }, takeKey: true } : null;
  if (isStage(column)) {
    if (opens || key === ' ')
      return {
        state: { ...state, mode: { type: 'choose', choice: choiceOfLevel(size.level) } },
        takeKey: true,
      };
    if (/^[5-9]$/.test(key)) return { state, effect: { type: 'noLevel' }, takeKey: true };
    const level = key === 'Delete' || key === 'Backspace' ? null : levelOfDigit(key);
    return level === undefined ? null : { state, effect: { type: 'level', level }, takeKey: true };
  }
  if (isTextColumn(column)) {
    if (opens) return { state: { ...state, mode: { type: 'edit', fresh: false } }, takeKey: true };
    if (key === 'Delete' || key === 'Backspace')
      return { state, effect: { type: 'clearText' }, takeKey: true };
    // The letter itself goes on to the field, so that a Vietnamese keyboard sees an ordinary input.
    if ([...key].length === 1)
      return { state: { ...state, mode: { type: 'edit', fresh: true } }, takeKey: false };
  }
  return null;
}

function chooseKey(state: GridState, choice: number, { key, ctrl }: GridKey): GridStep | null {
  if (ctrl) return null;
  const closed: GridState = { ...state, mode: browse };
  const chosen = (next: number): GridStep => ({
    state: { ...state, mode: { type: 'choose', choice: next } },
    takeKey: true,
  });
  switch (key) {
    case 'ArrowDown':
      return chosen((choice + 1) % CHOICES);
    case 'ArrowUp':
      return chosen((choice + CHOICES - 1) % CHOICES);
    case 'Home':
      return chosen(0);
    case 'End':
      return chosen(CHOICES - 1);
    case 'Enter':
    case ' ':
      return { state: closed, effect: { type: 'level', level: levelOfChoice(choice) }, takeKey: true };
    case 'Delete':
    case 'Backspace':
      return { state: closed, effect: { type: 'level', level: null }, takeKey: true };
    case 'Escape':
    case 'Tab':
    case 'F2':
      return { state: closed, takeKey: true };
    default: {
      const level = levelOfDigit(key);
      return level === undefined ? null : { state: closed, effect: { type: 'level', level }, takeKey: true };
    }
  }
}

export type TextStep = { save: boolean; row: number; column: number } | null;

/** Keys of the open text field: Enter saves and goes down, Tab saves and goes right, Esc gives up. */
export function textKey(state: GridState, { key, shift }: GridKey, rows: number): TextStep {
  const { row, column } = state;
  switch (key) {
    case 'Enter':
      return { save: true, row: clamp(row + (shift ? -1 : 1), rows), column };
    case 'Tab':
      return { save: true, row, column: clamp(column + (shift ? -1 : 1), gridColumns.length) };
    case 'Escape':
      return { save: false, row, column };
    default:
      return null;
  }
}
