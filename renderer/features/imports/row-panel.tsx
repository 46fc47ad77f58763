import { importsText, rowOutcomeExplanations, rowOutcomeNames } from '../../../db/contract/vi/imports.ts';
import { confirmTextsOf, previewText } from '../../../db/contract/vi/imports-preview.ts';
import type { ImportKind } from '../../../db/contract/workbooks.ts';
import { Button } from '../../components/button.tsx';
import { DetailPanel, Facts, PanelSection } from '../../components/detail-panel.tsx';
import { CandidateTable } from './candidate-table.tsx';
import styles from './imports.module.css';
import type { PreviewRow } from './preview-filter.tsx';
import { decide } from './preview-flow.ts';
import { isSensitiveKey, nameKeys, type ValueKey, valueLabels, valueText } from './preview-values.ts';
import { problemTexts } from './problem-texts.ts';
import { RowShift } from './row-shift.tsx';

interface RowPanelProps {
  row: PreviewRow;
  kind: ImportKind;
  keys: readonly ValueKey[];
  revealed: boolean;
  /** Every row that can be put right and was not yet. */
  shiftedRows: readonly number[];
  /** Letters of the columns whose values are masked, null when all is shown. */
  masked: ReadonlySet<string> | null;
  onClose: () => void;
}

/** One row of the sheet in full: what will become of it, why, who it is, and every value. */
export function RowPanel({ row, kind, keys, revealed, shiftedRows, masked, onClose }: RowPanelProps) {
  const choose = (choice: Parameters<typeof decide>[0] & { type: 'row' }) => void decide(choice);
  const isLeftOut = row.choice?.type === 'leaveOut';
  return (
    <DetailPanel
      title={row.values[nameKeys[kind]] ?? importsText.rowTitle(row.row)}
      subtitle={importsText.rowTitle(row.row)}
      onClose={onClose}
      actions={
        <>
          {row.toConfirm && (
            <Button small onClick={() => decide({ type: 'confirm', rows: [row.row] })}>
              {confirmTextsOf(kind).one}
            </Button>
          )}
          {row.choice !== null && !isLeftOut && (
            <Button small onClick={() => choose({ type: 'row', row: row.row, choice: null })}>
              {previewText.takeBackChoice}
            </Button>
          )}
          <Button
            small
            onClick={() =>
              choose({ type: 'row', row: row.row, choice: isLeftOut ? null : { type: 'leaveOut' } })
            }
          >
            {isLeftOut ? previewText.takeIn : previewText.leaveOut}
          </Button>
        </>
      }
    >
      <PanelSection title={rowOutcomeNames[row.class]}>
        <p className={styles.panelText}>{rowOutcomeExplanations[row.class]}</p>
        {row.choice?.type === 'newPerson' && <p className={styles.panelText}>{previewText.chosenNew}</p>}
        {row.choice?.type === 'person' && <p className={styles.panelText}>{previewText.chosenPerson}</p>}
        {row.problems.length > 0 && (
          <ul className={styles.problems}>
            {row.problems.map((problem) => (
              <li key={`${problem.column}-${problem.code}`}>{problemTexts([problem], masked)}</li>
            ))}
          </ul>
        )}
      </PanelSection>
      {row.shift !== null && (
        <RowShift row={row} shift={row.shift} shiftedRows={shiftedRows} revealed={revealed} />
      )}
      {row.candidates.length > 0 && (
        <PanelSection title={previewText.choiceTitle}>
          <CandidateTable row={row} mayBeNew={kind === 'officials'} />
        </PanelSection>
      )}
      {row.candidates.length === 0 &&
        row.class === 'conflict' &&
        (kind === 'officials' || kind === 'organizations') && (
          <PanelSection title={previewText.choiceTitle}>
            <Button
              small
              onClick={() => choose({ type: 'row', row: row.row, choice: { type: 'newPerson' } })}
            >
              {kind === 'officials' ? previewText.isNewPerson : previewText.isNewUnit}
            </Button>
          </PanelSection>
        )}
      {row.fixed.length > 0 && <Fixes row={row} />}
      <PanelSection title={importsText.values}>
        <Facts facts={keys.map((key) => ({ label: valueLabels[key], value: shown(row, key, revealed) }))} />
      </PanelSection>
    </DetailPanel>
  );
}

function shown(row: PreviewRow, key: ValueKey, revealed: boolean) {
  const value = valueText(key, row.values[key]);
  if (isSensitiveKey(key) && !revealed) return value === '' ? '' : '•••';
  const raw = row.raw[key];
  if (value === '' && raw !== undefined) return <span className={styles.unread}>{raw}</span>;
  if (!Object.hasOwn(row.before, key)) return value;
  return (
    <>
      {value || importsText.emptyValue}
      <span className={styles.was}>
        {importsText.was(valueText(key, row.before[key]) || importsText.emptyValue)}
      </span>
    </>
  );
}

/** Cells that were mended, each with the way back to what the sheet has. */
function Fixes({ row }: { row: PreviewRow }) {
  return (
    <PanelSection title={previewText.fixes}>
      <ul className={styles.units}>
        {row.fixed.map((field) => {
          const labels: Readonly<Record<string, string>> = valueLabels;
          return (
            <li key={field} className={styles.fixRow}>
              <span>{labels[field] ?? field}</span>
              <Button
                small
                variant="quiet"
                onClick={() => decide({ type: 'cell', row: row.row, field, text: null })}
              >
                {previewText.takeBackFix}
              </Button>
            </li>
          );
        })}
      </ul>
    </PanelSection>
  );
}
