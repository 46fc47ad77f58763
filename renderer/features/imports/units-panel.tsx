import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PreviewUnit, UnitChoice } from '../../../db/contract/import-decisions.ts';
import type { ImportPreview } from '../../../db/contract/imports.ts';
import { importsText } from '../../../db/contract/vi/imports.ts';
import { previewText } from '../../../db/contract/vi/imports-preview.ts';
import { DetailPanel } from '../../components/detail-panel.tsx';
import { UnitOptions } from '../../components/unit-options.tsx';
import { call } from '../../lib/api.ts';
import { flattenTree, type TreeNode } from '../../lib/organization-tree.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useOrganizations } from '../../lib/use-organizations.ts';
import styles from './imports.module.css';
import { decide } from './preview-flow.ts';

/** Units that the rows name: which each of them is, and those that the commit will create first. */
export function UnitsPanel({ preview, onClose }: { preview: ImportPreview; onClose: () => void }) {
  const { previewId, revision } = preview;
  const units = useQuery({
    queryKey: queryKeys.previewUnits(previewId, revision),
    queryFn: () => call('imports.previewUnits', { previewId }),
    placeholderData: (before) => before,
  });
  const { data } = useOrganizations();
  const tree = useMemo(() => flattenTree(data?.organizations ?? []), [data]);
  const toCreate = preview.units.filter((unit) => !unit.exists).length;
  const unknownFirst = [...(units.data?.units ?? [])].sort(
    (a, b) => Number(a.matched !== null) - Number(b.matched !== null),
  );
  return (
    <DetailPanel
      title={importsText.unitsTitle}
      subtitle={toCreate > 0 ? importsText.unitsToCreate(toCreate) : undefined}
      onClose={onClose}
    >
      <p className={styles.panelText}>{previewText.unitsIntro}</p>
      <ul className={styles.units}>
        {unknownFirst.map((unit) => (
          <UnitRow
            key={unit.name}
            unit={unit}
            tree={tree}
            leave={preview.kind === 'organizations' ? previewText.unitLeaveAbove : previewText.unitLeave}
          />
        ))}
      </ul>
    </DetailPanel>
  );
}

const send = (name: string, choice: UnitChoice | null) => void decide({ type: 'unit', name, choice });

interface UnitRowProps {
  unit: PreviewUnit;
  tree: readonly TreeNode[];
  /** What leaving it means: for people no unit, for an organisation that it is not made. */
  leave: string;
}

function UnitRow({ unit, tree, leave }: UnitRowProps) {
  const { name, rows, choice, matched, suggestions } = unit;
  const isKnown = matched !== null && choice === null;
  const root = tree[0]?.organization.id;
  const value =
    choice?.type === 'leave' ? 'leave' : matched !== null && choice !== null ? String(matched.id) : 'create';
  const choose = (chosen: string) => {
    if (chosen === 'leave') send(name, { type: 'leave' });
    else if (chosen === 'create') send(name, null);
    else send(name, { type: 'existing', organizationId: Number(chosen) });
  };
  return (
    <li className={styles.unit}>
      <span>{name}</span>
      <span className={styles.muted}>
        {importsText.unitRows(rows)} · {isKnown ? importsText.unitExists : null}
        {matched !== null && matched.name !== name && ` (${previewText.unitMatched(matched.name)})`}
        {matched === null && choice?.type !== 'leave' && importsText.unitNew}
        {choice?.type === 'leave' && leave}
      </span>
      {!isKnown && (
        <select
          className={styles.fieldSelect}
          aria-label={previewText.unitChoice(name)}
          value={value}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="create">{previewText.unitCreate}</option>
          <option value="leave">{leave}</option>
          {suggestions.length > 0 && (
            <optgroup label={previewText.unitSuggested}>
              {suggestions.map((each) => (
                <option key={each.id} value={String(each.id)}>
                  {each.name}
                </option>
              ))}
            </optgroup>
          )}
          <optgroup label={previewText.unitAll}>
            <UnitOptions
              units={tree.filter(({ organization }) => !suggestions.some(({ id }) => id === organization.id))}
            />
          </optgroup>
        </select>
      )}
      {!isKnown && value === 'create' && root !== undefined && (
        <label className={styles.unitParent}>
          {previewText.unitParent}
          <select
            className={styles.fieldSelect}
            value={String(choice?.type === 'create' ? choice.parentId : root)}
            onChange={(event) => send(name, { type: 'create', parentId: Number(event.target.value) })}
          >
            <UnitOptions units={tree} />
          </select>
        </label>
      )}
    </li>
  );
}
