import type { CriteriaReading } from '../../../db/contract/criteria.ts';
import { criteriaText as text } from '../../../db/contract/vi/criteria.ts';
import { formatHundredths } from '../../../db/contract/vi/numbers.ts';
import { subjectGroupNames } from '../../../db/contract/vi/rule-packs/names.ts';
import { BONUS_PART } from '../../../db/domain/rating-bands.ts';
import { type SubjectGroup, subjectGroups } from '../../../db/domain/rule-packs.ts';
import { CheckField, SelectField } from '../../components/field.tsx';
import type { ChosenTable, CriteriaTableRead } from './criteria-choice.ts';
import { CriteriaFaults } from './criteria-faults.tsx';
import styles from './settings.module.css';

interface CriteriaPreviewProps {
  chosen: ChosenTable;
  parts: CriteriaReading['parts'];
  onGroups: (groups: SubjectGroup[]) => void;
  onPart: (row: number, partId: string) => void;
}

/** One table that was read: whom it is for, faults, the part of each section, sums, then the criteria. */
export function CriteriaPreview({ chosen, parts, onGroups, onPart }: CriteriaPreviewProps) {
  const { table, groups, twice } = chosen;
  const isUsed = groups.length > 0;
  return (
    <section className={styles.criteriaTable} aria-label={text.place(table.sheet, table.row)}>
      <h4>{text.place(table.sheet, table.row)}</h4>
      {table.title !== '' && <p className={styles.hint}>{table.title}</p>}
      <fieldset className={styles.criteriaGroups}>
        <legend>{text.groupsOf}</legend>
        {subjectGroups.map((group) => (
          <CheckField
            key={group}
            label={subjectGroupNames[group]}
            checked={groups.includes(group)}
            onChange={(event) =>
              onGroups(event.target.checked ? [...groups, group] : groups.filter((one) => one !== group))
            }
          />
        ))}
      </fieldset>
      {twice.length > 0 && (
        <p role="alert" className={styles.criteriaTwice}>
          {text.groupTwice(twice.map((group) => subjectGroupNames[group]).join(', '))}
        </p>
      )}
      {isUsed ? <CriteriaFaults faults={table.faults} /> : <p className={styles.hint}>{text.notUsed}</p>}
      {isUsed && (
        <>
          <div className={styles.criteriaFields}>
            {table.sections.map(({ row, title, partId }) => (
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
          {table.sums.map((sum) => (
            <p key={sum.partId}>{sumText(sum)}</p>
          ))}
          {table.criteria.length > 0 && <CriteriaRows table={table} parts={parts} />}
        </>
      )}
    </section>
  );
}

function sumText({ partId, title, rows, ...points }: CriteriaTableRead['sums'][number]): string {
  const sum = formatHundredths(points.sumHundredths);
  const most = formatHundredths(points.maxHundredths);
  return partId === BONUS_PART ? text.bonusSum(sum, most, rows) : text.sum(title, sum, most, rows);
}

function CriteriaRows({ table, parts }: { table: CriteriaTableRead } & Pick<CriteriaPreviewProps, 'parts'>) {
  const titleOf = (partId: string | null) => parts.find(({ id }) => id === partId)?.title ?? '';
  const hasWeights = table.criteria.some(({ weightHundredths }) => weightHundredths !== null);
  return (
    <details>
      <summary className={styles.criteriaMore}>{text.shown(table.criteria.length)}</summary>
      <div className={styles.criteriaRows}>
        <table className={styles.facts}>
          <thead>
            <tr>
              <th>{text.row}</th>
              <th>{text.criterion}</th>
              <th>{text.part}</th>
              {hasWeights && <th className={styles.points}>{text.weight}</th>}
              <th className={styles.points}>{text.points}</th>
            </tr>
          </thead>
          <tbody>
            {table.criteria.map((one) => (
              <tr key={one.row}>
                <td>{one.row}</td>
                <td>{one.text}</td>
                <td className={styles.factStatus}>{titleOf(one.partId)}</td>
                {hasWeights && (
                  <td className={styles.points}>
                    {one.weightHundredths === null ? '' : `${formatHundredths(one.weightHundredths)}%`}
                  </td>
                )}
                <td className={styles.points}>{formatHundredths(one.maxHundredths)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
