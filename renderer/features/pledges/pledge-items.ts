import type { Pledge, PledgeItemInput } from '../../../db/contract/pledges.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { formatDate } from '../../lib/format.ts';

/** An item as it is typed. */
export interface TypedItem {
  /** The item's id when it is saved, else a number below 0: what tells it apart while it is moved. */
  key: number;
  text: string;
  target: string;
  /** As typed: '6/2026', '' for none. */
  due: string;
  shortcomingId: number | null;
}

/** The section that answers what earlier reviews found. */
const REMEDIES = 'remedies';

/** The form of a pledge: each section's items are one text, so that drafts and newer values go by section. */
export type PledgeValues = Record<string, string>;

export const itemsOf = (text: string | undefined): TypedItem[] =>
  // Our own JSON, written by `textOf`.
  text === undefined || text === '' ? [] : (JSON.parse(text) as TypedItem[]);

export const textOf = (items: readonly TypedItem[]): string =>
  items.length === 0 ? '' : JSON.stringify(items);

/** Of a pledge not begun yet the open shortcomings stand as items already: the first save brings them in. */
export function valuesOf(pledge: Pledge, sectionIds: readonly string[]): PledgeValues {
  const sections = new Map<string, TypedItem[]>(sectionIds.map((id) => [id, []]));
  const put = (sectionId: string, item: TypedItem) =>
    sections.set(sectionId, [...(sections.get(sectionId) ?? []), item]);
  for (const { id, sectionId, text, target, dueOn, shortcomingId } of pledge.items)
    put(sectionId, { key: id, text, target, due: formatDate(dueOn), shortcomingId });
  if (pledge.pledgeId === null)
    for (const [index, { id, text }] of pledge.openShortcomings.entries())
      put(REMEDIES, { key: -index - 1, text, target: '', due: '', shortcomingId: id });
  const { variant, formId, duty, note } = pledge;
  const typed = [...sections].map(([id, items]) => [id, textOf(items)]);
  return { variant, formId, duty, note, ...Object.fromEntries(typed) };
}

/** The next key of a new item; no other section's items matter, keys only tell apart inside one. */
const nextKey = (items: readonly TypedItem[]): number => Math.min(0, ...items.map((item) => item.key)) - 1;

export type ItemAct =
  | { act: 'add'; after: number | null; text?: string; shortcomingId?: number }
  | { act: 'remove'; key: number }
  | { act: 'move'; key: number; by: 1 | -1 }
  | { act: 'type'; key: number; field: 'text' | 'target' | 'due'; value: string };

/** What an act makes of a section's items, and which of them the cursor goes to; null: it stays. */
export function afterAct(
  items: readonly TypedItem[],
  act: ItemAct,
): { items: TypedItem[]; focus: number | null } {
  switch (act.act) {
    case 'add': {
      const key = nextKey(items);
      const added = {
        key,
        text: act.text ?? '',
        target: '',
        due: '',
        shortcomingId: act.shortcomingId ?? null,
      };
      const at = act.after === null ? items.length : items.findIndex((item) => item.key === act.after) + 1;
      return { items: [...items.slice(0, at), added, ...items.slice(at)], focus: key };
    }
    case 'remove': {
      const at = items.findIndex((item) => item.key === act.key);
      const rest = items.filter((item) => item.key !== act.key);
      return { items: rest, focus: (rest[at] ?? rest[at - 1])?.key ?? null };
    }
    case 'move': {
      const from = items.findIndex((item) => item.key === act.key);
      const to = from + act.by;
      const [moved, other] = [items[from], items[to]];
      if (!moved || !other) return { items: [...items], focus: act.key };
      const next = [...items];
      next[to] = moved;
      next[from] = other;
      return { items: next, focus: act.key };
    }
    case 'type':
      return {
        items: items.map((item) => (item.key === act.key ? { ...item, [act.field]: act.value } : item)),
        focus: null,
      };
  }
}

/** Keys of the items whose day is none. */
export const badDues = (items: readonly TypedItem[]): number[] =>
  items.filter(({ due }) => due.trim() !== '' && parseTypedDate(due) === null).map(({ key }) => key);

/** What the service takes: in the order of the sections, empty new items left out. */
export const inputOf = (values: PledgeValues, sectionIds: readonly string[]): PledgeItemInput[] =>
  sectionIds.flatMap((sectionId) =>
    itemsOf(values[sectionId])
      .filter(
        (item) => item.key > 0 || item.shortcomingId !== null || item.text.trim() + item.target.trim() !== '',
      )
      .map(({ key, text, target, due, shortcomingId }) => ({
        id: key > 0 ? key : null,
        sectionId,
        text,
        target,
        dueOn: due.trim() === '' ? null : parseTypedDate(due),
        shortcomingId,
      })),
  );
