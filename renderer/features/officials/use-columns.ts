import { useState } from 'react';
import type { OfficialColumnId } from '../../../db/contract/official-list.ts';
import { session } from '../../app/session.ts';
import { readRemembered, remember } from '../../lib/remembered.ts';
import {
  type ColumnChoice,
  defaultChoice,
  type ListColumnId,
  movedColumn,
  readChoice,
  toggledColumn,
  widenedColumn,
} from './column-model.ts';

/** Each person of a shared machine keeps an own choice. */
function keyOfUser(): string {
  const current = session.get();
  return `officials-columns.${current.phase === 'open' ? current.user.username : ''}`;
}

/** The columns of the list as this person keeps them on this machine. */
export function useColumns() {
  const [choice, setChoice] = useState<ColumnChoice>(() => readChoice(readRemembered(keyOfUser())));
  const change = (next: (before: ColumnChoice) => ColumnChoice) =>
    setChoice((before) => {
      const after = next(before);
      remember(keyOfUser(), after);
      return after;
    });
  return {
    choice,
    toggle: (id: OfficialColumnId) => change((before) => toggledColumn(before, id)),
    move: (id: OfficialColumnId, to: number) => change((before) => movedColumn(before, id, to)),
    widen: (id: ListColumnId, width: number) => change((before) => widenedColumn(before, id, width)),
    reset: () => change(() => defaultChoice),
  };
}
export type Columns = ReturnType<typeof useColumns>;
