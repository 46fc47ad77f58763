import type { OperationResult } from '../../../db/contract/organization-operations.ts';
import { formatNumber } from '../../../db/contract/vi/numbers.ts';
import { personLabels, officialEditText as text } from '../../../db/contract/vi/officials.ts';
import styles from './official-form.module.css';

/** People per unit before and after; the two sums agree, since nobody is lost. */
export function TransferCounts({ result }: { result: OperationResult }) {
  return (
    <div role="status">
      <p>{text.transferPreviewText}</p>
      <table className={styles.counts}>
        <thead>
          <tr>
            <th scope="col">{personLabels.organization}</th>
            <th scope="col">{text.before}</th>
            <th scope="col">{text.after}</th>
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
            <th scope="row">{text.sum}</th>
            <td>{formatNumber(result.before)}</td>
            <td>{formatNumber(result.after)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
