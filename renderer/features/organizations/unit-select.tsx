import type { Organization } from '../../../db/contract/organizations.ts';
import { stepsText } from '../../../db/contract/vi/organizations.ts';
import { SelectField } from '../../components/field.tsx';
import { flattenTree } from '../../lib/organization-tree.ts';

interface UnitSelectProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  /** Id as text; '' is the choice of `noneText`. */
  value: string;
  noneText: string;
  organizations: readonly Organization[];
  /** Units that cannot be chosen here. */
  without?: ReadonlySet<number>;
  onChange: (value: string) => void;
}

/** A unit of the tree, indented by its place. A value that is not in the tree stays and says so. */
export function UnitSelect(props: UnitSelectProps) {
  const { label, hint, error, value, noneText, organizations, without, onChange } = props;
  const nodes = flattenTree(organizations).filter(({ organization }) => !without?.has(organization.id));
  const known = value === '' || nodes.some(({ organization }) => String(organization.id) === value);
  return (
    <SelectField
      label={label}
      hint={hint}
      error={error}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{noneText}</option>
      {!known && <option value={value}>{stepsText.notInTree}</option>}
      {nodes.map(({ organization, depth }) => (
        <option key={organization.id} value={String(organization.id)}>
          {/* No-break spaces: a select drops ordinary ones. */}
          {`${'\u00a0'.repeat(depth * 3)}${organization.name}`}
        </option>
      ))}
    </SelectField>
  );
}
