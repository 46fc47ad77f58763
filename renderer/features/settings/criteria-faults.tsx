import { criteriaText as text } from '../../../db/contract/vi/criteria.ts';
import styles from './settings.module.css';

/** Why a sheet or a table cannot be taken, with rows and columns; nothing where it can. */
export function CriteriaFaults({ faults }: { faults: readonly string[] }) {
  if (faults.length === 0) return null;
  return (
    <div role="alert">
      <strong>{text.faultsTitle}</strong>
      <ul className={styles.criteriaFaults}>
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </div>
  );
}
