import type { PreviewRow } from '../../../db/contract/imports.ts';
import { importsText, rowOutcomeExplanations, rowOutcomeNames } from '../../../db/contract/vi/imports.ts';
import { DetailPanel, Facts, PanelSection } from '../../components/detail-panel.tsx';
import styles from './imports.module.css';
import { isSensitiveKey, type ValueKey, valueLabels, valueText } from './preview-values.ts';

interface RowPanelProps {
  row: PreviewRow;
  keys: readonly ValueKey[];
  revealed: boolean;
  onClose: () => void;
}

/** One row of the sheet in full: what will become of it, why, and every value. */
export function RowPanel({ row, keys, revealed, onClose }: RowPanelProps) {
  return (
    <DetailPanel
      title={row.values.fullName ?? importsText.rowTitle(row.row)}
      subtitle={importsText.rowTitle(row.row)}
      onClose={onClose}
    >
      <PanelSection title={rowOutcomeNames[row.class]}>
        <p className={styles.panelText}>{rowOutcomeExplanations[row.class]}</p>
        {row.problems.length > 0 && (
          <ul className={styles.problems}>
            {row.problems.map((problem) => (
              <li key={`${problem.column}-${problem.code}`}>{problem.message}</li>
            ))}
          </ul>
        )}
      </PanelSection>
      <PanelSection title={importsText.values}>
        <Facts
          facts={keys.map((key) => {
            const value = valueText(key, row.values[key]);
            const masked = isSensitiveKey(key) && !revealed && value !== '';
            const changed = Object.hasOwn(row.before, key) && !masked;
            return {
              label: valueLabels[key],
              value: changed ? (
                <>
                  {value || importsText.emptyValue}
                  <span className={styles.was}>
                    {importsText.was(valueText(key, row.before[key]) || importsText.emptyValue)}
                  </span>
                </>
              ) : masked ? (
                '•••'
              ) : (
                value
              ),
            };
          })}
        />
      </PanelSection>
    </DetailPanel>
  );
}
