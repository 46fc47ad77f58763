import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import type { PledgeList } from '../../../db/contract/pledges.ts';
import { declaredText, pledgesText as text } from '../../../db/contract/vi/pledges.ts';
import { declaredDiffers } from '../../../db/domain/declared-totals.ts';
import { DetailPanel } from '../../components/detail-panel.tsx';
import { Loading } from '../../components/state.tsx';
import styles from './pledges.module.css';

/** Each unit with its percent and what the percent is of. */
export function UnitsPanel({
  units,
  onClose,
}: {
  units: PledgeList['units'] | undefined;
  onClose: () => void;
}) {
  return (
    <DetailPanel title={text.byUnitTitle} onClose={onClose}>
      {units === undefined ? (
        <Loading />
      ) : (
        <ul className={styles.units}>
          {units.map((unit) => (
            <li key={unit.organizationId ?? 0}>
              <b>{unit.organizationName || text.noUnit}</b>
              {unit.base > 0 && <span>{text.signed(unit.signed, unit.base, unit.signedPercent)}</span>}
              <span className={styles.soft}>
                {text.unitCounts(unit.notFiled, unit.filed, unit.confirmed, unit.returned)}
              </span>
              {unit.declared !== null && <Declared declared={unit.declared} />}
            </li>
          ))}
        </ul>
      )}
    </DetailPanel>
  );
}

/** What the unit itself reports; where the book says otherwise, both stand side by side. */
function Declared({ declared }: { declared: NonNullable<PledgeList['units'][number]['declared']> }) {
  const { own, reason, note } = declared;
  const differs = declaredDiffers(declared);
  const more = [reason, note].filter((words) => words !== '').join('; ');
  return (
    <span className={differs ? styles.differs : styles.soft} title={more || undefined}>
      {differs && <IconAlertTriangle size={15} aria-hidden />}
      {differs ? declaredText.beside(declared, own) : declaredText.alone(declared)}
    </span>
  );
}
