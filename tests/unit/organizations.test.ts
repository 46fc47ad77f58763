import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  inTreeOrder,
  organizationKindOf,
  organizationMatchKeys,
  subtreeIds,
} from '../../db/domain/organizations.ts';

it.each([
  ['Chi bộ thôn Tà Pình', 'partyCell'],
  ['CHI BỘ CÔNG AN', 'partyCell'],
  ['Đảng bộ xã Sông Mây', 'partyBody'],
  ['Đảng ủy xã Sông Mây', 'partyBody'],
  ['Tổ đảng số 1', 'partyGroup'],
  ['Hội Nông dân', 'massOrganization'],
  ['Ủy ban Mặt trận Tổ quốc xã Sông Mây', 'frontCommittee'],
  ['Ban công tác Mặt trận thôn Tà Pình', 'frontCommittee'],
  ['Bản Nà Lầu', 'residentialArea'],
  ['Văn phòng', 'partyCell'],
])('takes %s for a %s', (name, kind) => {
  expect(organizationKindOf(name)).toBe(kind);
});

it('finds a cell with and without its first words, whatever the marks', () => {
  expect(organizationMatchKeys('CHI BỘ THÔN TÀ PÌNH')).toContain(organizationMatchKeys('thôn Tà Pình')[0]);
});

/** Any forest: each node's parent is an earlier node or none; then shuffled. */
const forest = fc
  .array(fc.nat(), { maxLength: 40 })
  .map((choices) =>
    choices.map((choice, index) => ({
      id: index + 1,
      parentId: index === 0 || choice % 4 === 0 ? null : (choice % index) + 1,
    })),
  )
  .chain((nodes) => fc.shuffledSubarray(nodes, { minLength: nodes.length }));

it('puts parents before children, loses nobody, and finds subtrees as climbing up does', () => {
  fc.assert(
    fc.property(forest, (nodes) => {
      const ordered = inTreeOrder(nodes);
      expect(ordered.map((node) => node.id).sort()).toEqual(nodes.map((node) => node.id).sort());
      for (const [index, node] of ordered.entries()) {
        const parentAt = ordered.findIndex((other) => other.id === node.parentId);
        expect(parentAt).toBeLessThan(index);
      }
      const parentOf = new Map(nodes.map((node) => [node.id, node.parentId]));
      const isUnder = (id: number | null | undefined, root: number): boolean =>
        id !== null && id !== undefined && (id === root || isUnder(parentOf.get(id), root));
      for (const { id } of nodes)
        expect([...subtreeIds(nodes, id)].sort()).toEqual(
          nodes
            .filter((node) => isUnder(node.id, id))
            .map((node) => node.id)
            .sort(),
        );
    }),
  );
});
