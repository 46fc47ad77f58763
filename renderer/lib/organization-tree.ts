import type { Organization } from '../../db/contract/organizations.ts';

export interface TreeNode {
  organization: Organization;
  depth: number;
  hasChildren: boolean;
}

/** Depth first, siblings in the order given. A unit whose parent is not in the list stands at the top. */
export function flattenTree(organizations: readonly Organization[]): TreeNode[] {
  const known = new Set(organizations.map((each) => each.id));
  const children = new Map<number | null, Organization[]>();
  for (const each of organizations) {
    const parent = each.parentId !== null && known.has(each.parentId) ? each.parentId : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(each);
    else children.set(parent, [each]);
  }
  const nodes: TreeNode[] = [];
  const visit = (parent: number | null, depth: number) => {
    for (const organization of children.get(parent) ?? []) {
      nodes.push({ organization, depth, hasChildren: children.has(organization.id) });
      visit(organization.id, depth + 1);
    }
  };
  visit(null, 0);
  return nodes;
}

/** The nodes to show: below closed units nothing. */
export function visibleNodes(nodes: readonly TreeNode[], closed: ReadonlySet<number>): TreeNode[] {
  const visible: TreeNode[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    if (node.depth > hiddenBelow) continue;
    hiddenBelow = closed.has(node.organization.id) ? node.depth : Number.POSITIVE_INFINITY;
    visible.push(node);
  }
  return visible;
}

/** Nodes whose name matches, with the units above them so that the place can be read. */
export function matchingNodes(nodes: readonly TreeNode[], matches: (name: string) => boolean): TreeNode[] {
  const keep = new Set<TreeNode>();
  const path: TreeNode[] = [];
  for (const node of nodes) {
    path.length = node.depth;
    path[node.depth] = node;
    if (matches(node.organization.name)) for (const each of path) keep.add(each);
  }
  return nodes.filter((node) => keep.has(node));
}
