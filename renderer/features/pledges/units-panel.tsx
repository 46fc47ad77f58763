import type { PledgeList } from '../../../db/contract/pledges.ts';
import { pledgesText as text } from '../../../db/contract/vi/pledges.ts';
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
              <span>{text.signed(unit.signed, unit.base, unit.signedPercent)}</span>
              <span className={styles.soft}>
                {text.unitCounts(unit.notFiled, unit.filed, unit.confirmed, unit.returned)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </DetailPanel>
  );
}
