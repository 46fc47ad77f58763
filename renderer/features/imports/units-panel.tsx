import type { ImportPreview } from '../../../db/contract/imports.ts';
import { importsText } from '../../../db/contract/vi/imports.ts';
import { DetailPanel } from '../../components/detail-panel.tsx';
import styles from './imports.module.css';

/** Units that the rows name: those that the commit will create first. */
export function UnitsPanel({ preview, onClose }: { preview: ImportPreview; onClose: () => void }) {
  const toCreate = preview.units.filter((unit) => !unit.exists).length;
  return (
    <DetailPanel
      title={importsText.unitsTitle}
      subtitle={toCreate > 0 ? importsText.unitsToCreate(toCreate) : undefined}
      onClose={onClose}
    >
      <ul className={styles.units}>
        {[...preview.units]
          .sort((a, b) => Number(a.exists) - Number(b.exists))
          .map((unit) => (
            <li key={unit.name} className={styles.unit}>
              <span>{unit.name}</span>
              <span className={styles.muted}>
                {importsText.unitRows(unit.rows)} ·{' '}
                {unit.exists ? importsText.unitExists : importsText.unitNew}
              </span>
            </li>
          ))}
      </ul>
    </DetailPanel>
  );
}
