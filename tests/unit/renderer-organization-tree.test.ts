import { describe, expect, it } from 'vitest';
import type { Organization } from '../../db/contract/organizations.ts';
import { subtreeIds } from '../../db/domain/organizations.ts';
import { flattenTree, matchingNodes, visibleNodes } from '../../renderer/lib/organization-tree.ts';

const unit = (id: number, parentId: number | null, name = `Đơn vị ${id}`): Organization => ({
  id,
  parentId,
  unitType: null,
  kind: 'partyCell',
  name,
  code: '',
  superiorHead: '',
  issuingHead: '',
  signatureAuthority: '',
  signatureTitle: '',
  validFrom: null,
  validTo: null,
  version: 1,
  memberCount: 0,
  totalMemberCount: 0,
});

/** Breadth first, as a list of parents before children may come. */
const organizations = [unit(1, null), unit(2, 1), unit(3, 1), unit(4, 2), unit(5, 3), unit(6, 99)];
const nodes = flattenTree(organizations);
const ids = (list: ReadonlyArray<{ organization: Organization }>) => list.map((node) => node.organization.id);

describe('tree of organisations', () => {
  it('stands depth first, siblings in the order given', () => {
    expect(nodes.map((node) => [node.organization.id, node.depth, node.hasChildren])).toEqual([
      [1, 0, true],
      [2, 1, true],
      [4, 2, false],
      [3, 1, true],
      [5, 2, false],
      // Its parent is not in the list.
      [6, 0, false],
    ]);
  });

  it('knows what is under a unit', () => {
    expect([...subtreeIds(organizations, 1)].sort()).toEqual([1, 2, 3, 4, 5]);
    expect([...subtreeIds(organizations, 3)].sort()).toEqual([3, 5]);
  });

  it('hides everything under a closed unit, also when a unit below is closed', () => {
    expect(ids(visibleNodes(nodes, new Set([2])))).toEqual([1, 2, 3, 5, 6]);
    expect(ids(visibleNodes(nodes, new Set([1, 2])))).toEqual([1, 6]);
  });

  it('keeps the units above a match', () => {
    expect(ids(matchingNodes(nodes, (name) => name === 'Đơn vị 5'))).toEqual([1, 3, 5]);
    expect(ids(matchingNodes(nodes, () => false))).toEqual([]);
  });
});
