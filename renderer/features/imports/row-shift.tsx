import { previewText } from '../../../db/contract/vi/imports-preview.ts';
import { Button } from '../../components/button.tsx';
import { Facts, PanelSection } from '../../components/detail-panel.tsx';
import styles from './imports.module.css';
import type { PreviewRow } from './preview-filter.tsx';
import { decide } from './preview-flow.ts';
import { isSensitiveKey } from './preview-values.ts';

interface RowShiftProps {
  row: PreviewRow;
  shift: NonNullable<PreviewRow['shift']>;
  /** Every row that can be put right and was not yet. */
  shiftedRows: readonly number[];
  revealed: boolean;
}

/** A row whose cells stand beside their titles: what it would say put right; nothing is moved before the person says so. */
export function RowShift({ row, shift, shiftedRows, revealed }: RowShiftProps) {
  const mend = (rows: readonly number[], mended: boolean) =>
    void decide({ type: 'mend', rows: [...rows], mended });
  if (shift.taken)
    return (
      <PanelSection title={previewText.shiftTitle}>
        <p className={styles.panelText}>{previewText.shiftTaken}</p>
        <Button small onClick={() => mend([row.row], false)}>
          {previewText.shiftTakeBack}
        </Button>
      </PanelSection>
    );
  return (
    <PanelSection title={previewText.shiftTitle}>
      <p className={styles.panelText}>{previewText.shiftOffer}</p>
      <Facts
        facts={shift.cells.map(({ field, title, text }) => ({
          label: title,
          value: isSensitiveKey(field) && !revealed ? '•••' : text,
        }))}
      />
      <div className={styles.panelActs}>
        <Button small onClick={() => mend([row.row], true)}>
          {previewText.shiftMend}
        </Button>
        {shiftedRows.length > 1 && (
          <Button small onClick={() => mend(shiftedRows, true)}>
            {previewText.shiftMendAll(shiftedRows.length)}
          </Button>
        )}
      </div>
    </PanelSection>
  );
}
