import type { Organization } from '../../../db/contract/organizations.ts';
import { stepsText } from '../../../db/contract/vi/organizations.ts';
import { SelectField } from '../../components/field.tsx';
import { UnitOptions } from '../../components/unit-options.tsx';
import { flattenTree } from '../../lib/organization-tree.ts';

interface UnitOfDaySelectProps {
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

/** A unit of the tree as it is on the day of a guided step. A value that is not in that tree stays and says so. */
export function UnitOfDaySelect(props: UnitOfDaySelectProps) {
  const { label, hint, error, value, noneText, organizations, without, onChange } = props;
  const units = flattenTree(organizations).filter(({ organization }) => !without?.has(organization.id));
  const known = value === '' || units.some(({ organization }) => String(organization.id) === value);
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
      <UnitOptions units={units} />
    </SelectField>
  );
}
