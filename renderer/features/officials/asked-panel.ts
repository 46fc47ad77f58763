import type { OpenRequest } from '../../app/open-request.ts';
import type { PersonAct } from './person-panel.tsx';

type Asked = Extract<OpenRequest, { page: 'officials' }>;

/** A person in the panel, as the search or a draft asked; `serial` makes it a new one even of the same person. */
export interface AskedPerson {
  is: 'person';
  id: number;
  act?: PersonAct;
  serial?: number;
}

let serial = 0;

/** What is shown beside the list; two people to be compared take the list's place. */
export type AskedOfList = Exclude<Asked, { is: 'compare' }>;

function actOf(
  asked: Exclude<AskedOfList, { is: 'newPerson' | 'move' | 'givePost' }>,
): PersonAct | undefined {
  if (asked.is === 'post') return { is: 'post', post: asked.post, ending: false };
  if (asked.act === 'discipline') return { is: 'discipline', discipline: null };
  return asked.act === undefined ? undefined : { is: asked.act };
}

export function panelOf(
  asked: AskedOfList,
): AskedPerson | { is: 'add' } | { is: 'move' | 'post'; ids: readonly number[] } {
  if (asked.is === 'newPerson') return { is: 'add' };
  if ('ids' in asked) return { is: asked.is === 'move' ? 'move' : 'post', ids: asked.ids };
  serial += 1;
  const act = actOf(asked);
  return { is: 'person', id: asked.id, serial, ...(act ? { act } : {}) };
}
