import type { OperationResult } from '../../db/contract/organization-operations.ts';
import { commonText } from '../../db/contract/vi/common.ts';
import { formatNumber } from '../../db/contract/vi/numbers.ts';
import { organizationFieldLabels, stepsText } from '../../db/contract/vi/organizations.ts';
import styles from './people-counts.module.css';

/** People per unit before and after an act; the two sums agree, since nobody is lost. */
export function PeopleCounts({ result }: { result: OperationResult }) {
  return (
    <table className={styles.counts}>
      <caption>{stepsText.countHint}</caption>
      <thead>
        <tr>
          <th scope="col">{organizationFieldLabels.name}</th>
          <th scope="col">{stepsText.before}</th>
          <th scope="col">{stepsText.after}</th>
        </tr>
      </thead>
      <tbody>
        {result.units.map((unit) => (
          <tr key={unit.id}>
            <th scope="row">{unit.name}</th>
            <td>{formatNumber(unit.before)}</td>
            <td>{formatNumber(unit.after)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{commonText.total}</th>
          <td>{formatNumber(result.before)}</td>
          <td>{formatNumber(result.after)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
