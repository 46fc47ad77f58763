import type { CriteriaReading } from '../../../db/contract/criteria.ts';
import { criteriaText as text } from '../../../db/contract/vi/criteria.ts';
import { formatHundredths } from '../../../db/contract/vi/numbers.ts';
import { SelectField } from '../../components/field.tsx';
import styles from './settings.module.css';

interface CriteriaPreviewProps {
  reading: CriteriaReading;
  onPart: (row: number, partId: string) => void;
}

/** What was read: faults first, the part of each section, then the criteria with their sums. */
export function CriteriaPreview({ reading, onPart }: CriteriaPreviewProps) {
  const { sections, criteria, sums, faults, parts } = reading;
  const titleOf = (partId: string | null) => parts.find(({ id }) => id === partId)?.title ?? '';
  return (
    <>
      {faults.length > 0 && (
        <div role="alert">
          <strong>{text.faultsTitle}</strong>
          <ul className={styles.criteriaFaults}>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
      <div className={styles.criteriaFields}>
        {sections.map(({ row, title, partId }) => (
          <SelectField
            key={row}
            label={text.section(row, title)}
            value={partId ?? ''}
            onChange={(event) => onPart(row, event.target.value)}
          >
            <option value="" disabled>
              {text.choosePart}
            </option>
            {parts.map((part) => (
              <option key={part.id} value={part.id}>
                {part.title}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
      {sums.map((sum) => (
        <p key={sum.partId}>
          {text.sum(sum.title, formatHundredths(sum.sumHundredths), formatHundredths(sum.maxHundredths))}
        </p>
      ))}
      {criteria.length > 0 && (
        <div className={styles.criteriaRows}>
          <table className={styles.facts}>
            <thead>
              <tr>
                <th>{text.row}</th>
                <th>{text.criterion}</th>
                <th>{text.part}</th>
                <th className={styles.points}>{text.points}</th>
              </tr>
            </thead>
            <tbody>
              {criteria.map((one) => (
                <tr key={one.row}>
                  <td>{one.row}</td>
                  <td>{one.text}</td>
                  <td className={styles.factStatus}>{titleOf(one.partId)}</td>
                  <td className={styles.points}>{formatHundredths(one.maxHundredths)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
