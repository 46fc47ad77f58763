import { cycleText, periodNames } from '../../../db/contract/vi/cycles.ts';
import { setQuarter, useScope } from '../../app/scope.ts';
import styles from '../../components/show-select.module.css';

/** The year itself or one of its quarters; the year stands in the top bar. */
export function PeriodSelect() {
  const { quarter } = useScope();
  return (
    <label className={styles.select}>
      {cycleText.period}
      <select value={quarter} onChange={(event) => setQuarter(Number(event.target.value))}>
        {periodNames.map((name, index) => (
          <option key={name} value={index}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
