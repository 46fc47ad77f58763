import { foldForSearch } from './names.ts';
import type { OrganizationKind } from './people.ts';

const KIND_BY_FIRST_WORDS: readonly [string, OrganizationKind][] = [
  ['chi bo', 'partyCell'],
  ['dang bo', 'partyBody'],
  ['dang ui', 'partyBody'],
  ['to dang', 'partyGroup'],
  ['mat tran', 'frontCommittee'],
  ['ui ban mat tran', 'frontCommittee'],
  ['ban cong tac mat tran', 'frontCommittee'],
  ['hoi ', 'massOrganization'],
  ['doan ', 'massOrganization'],
  ['cong doan', 'massOrganization'],
  ['thon ', 'residentialArea'],
  ['ban ', 'residentialArea'],
  ['to dan pho', 'residentialArea'],
];

/** Kind of a unit that a sheet names; a bare name in a "Chi bộ" column is a Party cell. */
export function organizationKindOf(name: string): OrganizationKind {
  const folded = `${foldForSearch(name)} `;
  return KIND_BY_FIRST_WORDS.find(([words]) => folded.startsWith(words))?.[1] ?? 'partyCell';
}

const OFFICE_OF = 'van phong ';

/** The Party organisation that an office works for: "Văn phòng Đảng ủy xã Sông Mây" writes for "Đảng ủy xã Sông Mây". */
export function organizationOfOffice(officeName: string): string {
  const named = officeName.split(/\s+/u).slice(2).join(' ');
  return named !== '' && foldForSearch(officeName).startsWith(OFFICE_OF) ? named : officeName;
}

/** Keys under which a unit's name is looked up: as written, and without a leading "Chi bộ". */
export function organizationMatchKeys(name: string): string[] {
  const folded = foldForSearch(name);
  return folded.startsWith('chi bo ') ? [folded, folded.slice('chi bo '.length)] : [folded];
}

/** Folded, y as i. */
const COMMITTEE = 'dang ui ';

/** "Đảng ủy xã X" leads "Đảng bộ xã X": lists name one body by either, and a cell with or without "Chi bộ". */
export function bodyKey(name: string): string {
  const key = organizationMatchKeys(name).at(-1) ?? '';
  return key.startsWith(COMMITTEE) ? `dang bo ${key.slice(COMMITTEE.length)}` : key;
}

export interface TreeNode {
  id: number;
  parentId: number | null;
}

/** Parents before children; siblings keep the order they come in. Nodes with an absent parent count as roots. */
export function inTreeOrder<T extends TreeNode>(nodes: readonly T[]): T[] {
  const present = new Set(nodes.map((node) => node.id));
  const children = new Map<number | null, T[]>();
  for (const node of nodes) {
    const parent = node.parentId !== null && present.has(node.parentId) ? node.parentId : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(node);
    else children.set(parent, [node]);
  }
  const ordered: T[] = [];
  const visit = (parent: number | null) => {
    for (const node of children.get(parent) ?? []) {
      ordered.push(node);
      visit(node.id);
    }
  };
  visit(null);
  return ordered;
}

/** The unit and all units under it. */
export function subtreeIds(nodes: readonly TreeNode[], rootId: number): Set<number> {
  const found = new Set([rootId]);
  for (const node of inTreeOrder(nodes)) {
    if (node.parentId !== null && found.has(node.parentId)) found.add(node.id);
  }
  return found;
}
