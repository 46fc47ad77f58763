import type { TreeNode } from '../lib/organization-tree.ts';

/** Units as choices of a select, indented by their place in the tree; the value is the id as text. */
export function UnitOptions({ units }: { units: readonly TreeNode[] }) {
  return units.map(({ organization, depth }) => (
    <option key={organization.id} value={String(organization.id)}>
      {/* No-break spaces: a select drops ordinary ones. */}
      {`${'\u00a0'.repeat(depth * 3)}${organization.name}`}
    </option>
  ));
}
