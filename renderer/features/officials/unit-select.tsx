import { type ComponentProps, useMemo } from 'react';
import { SelectField } from '../../components/field.tsx';
import { UnitOptions } from '../../components/unit-options.tsx';
import { flattenTree } from '../../lib/organization-tree.ts';
import { useOrganizations } from '../../lib/use-organizations.ts';

type UnitSelectProps = Omit<ComponentProps<typeof SelectField>, 'children'> & {
  /** The first choice, which is no unit. */
  noneLabel: string;
  /** A unit that may no longer be in today's tree and is kept as it is. */
  kept?: { id: number; name: string } | null;
};

/** A unit of today's tree; the value is its id as text, '' for none. */
export function UnitSelect({ noneLabel, kept = null, ...props }: UnitSelectProps) {
  const { data } = useOrganizations();
  const units = useMemo(() => flattenTree(data?.organizations ?? []), [data]);
  return (
    <SelectField {...props}>
      <option value="">{noneLabel}</option>
      {kept !== null && !units.some(({ organization }) => organization.id === kept.id) && (
        <option value={String(kept.id)}>{kept.name}</option>
      )}
      <UnitOptions units={units} />
    </SelectField>
  );
}
