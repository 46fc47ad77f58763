import type { FieldPolicy } from '../../../db/contract/import-decisions.ts';
import type { ImportPreview } from '../../../db/contract/imports.ts';
import { policyNames, previewText } from '../../../db/contract/vi/imports-preview.ts';
import { DetailPanel } from '../../components/detail-panel.tsx';
import { SelectField } from '../../components/field.tsx';
import styles from './imports.module.css';
import { decide } from './preview-flow.ts';
import { type ValueKey, valueLabels } from './preview-values.ts';

const policies: readonly FieldPolicy[] = ['take', 'fill', 'keep', 'overwrite'];
/** Fields that every person has: a blank cannot be meant. */
const neverBlank: readonly ValueKey[] = [
  'fullName',
  'organization',
  'participationStatus',
  'name',
  'kind',
  'parent',
];

interface PoliciesPanelProps {
  preview: ImportPreview;
  keys: readonly ValueKey[];
  onClose: () => void;
}

/** For each field that the sheet fills: what it does to a value that is there. */
export function PoliciesPanel({ preview, keys, onClose }: PoliciesPanelProps) {
  const chosen = new Map(preview.policies.map(({ field, policy }) => [field, policy]));
  return (
    <DetailPanel title={previewText.policies} onClose={onClose}>
      <p className={styles.panelText}>{previewText.policiesIntro}</p>
      <div className={styles.policies}>
        {keys.map((key) => (
          <SelectField
            key={key}
            label={valueLabels[key]}
            value={chosen.get(key) ?? 'take'}
            onChange={(event) => {
              const policy = policies.find((each) => each === event.target.value);
              if (policy) void decide({ type: 'policy', field: key, policy });
            }}
          >
            {policies
              .filter((policy) => policy !== 'overwrite' || !neverBlank.includes(key))
              .map((policy) => (
                <option key={policy} value={policy}>
                  {policyNames[policy]}
                </option>
              ))}
          </SelectField>
        ))}
      </div>
    </DetailPanel>
  );
}
