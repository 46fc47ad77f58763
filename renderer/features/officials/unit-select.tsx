import { type ComponentProps, useMemo } from 'react';
import { SelectField } from '../../components/field.tsx';
import { flattenTree } from '../../lib/organization-tree.ts';
import { useOrganizations } from '../../lib/use-organizations.ts';

type UnitSelectProps = Omit<ComponentProps<typeof SelectField>, 'children'> & {
  /** The first choice, which is no unit. */
  noneLabel: string;
};

/** A unit of today's tree; the value is its id as text, '' for none. */
export function UnitSelect({ noneLabel, ...props }: UnitSelectProps) {
  const { data } = useOrganizations();
  const units = useMemo(() => flattenTree(data?.organizations ?? []), [data]);
  return (
    <SelectField {...props}>
      <option value="">{noneLabel}</option>
      {units.map(({ organization, depth }) => (
        <option key={organization.id} value={String(organization.id)}>
          {/* No-break spaces: a select drops ordinary ones. */}
          {`${'\u00a0'.repeat(depth * 3)}${organization.name}`}
        </option>
      ))}
    </SelectField>
  );
}
