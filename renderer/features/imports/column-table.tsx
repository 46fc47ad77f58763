import { columnFieldLabels, importsText } from '../../../db/contract/vi/imports.ts';
import { classes } from '../../components/classes.ts';
import { columnChoices, columnFieldOf } from './column-choices.ts';
import { type Choice, fieldOf, type StagedSheet } from './import-choice.ts';
import { setChoice } from './import-flow.ts';
import styles from './imports.module.css';

/** Each column of the sheet with the field that it goes into, to be put right by the person. */
export function ColumnTable({ sheet, choice }: { sheet: StagedSheet; choice: Choice }) {
  const left = sheet.columns.filter((column) => fieldOf(column, choice) === null).length;
  return (
    <section>
      <h3 className={styles.sectionTitle}>
        {importsText.columnsTitle}
        {left > 0 && <span className={styles.muted}> · {importsText.columnsSkipped(left)}</span>}
      </h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{importsText.columnLetter}</th>
            <th>{importsText.columnTitle}</th>
            <th>{importsText.columnField}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.columns.map((column) => {
            const field = fieldOf(column, choice);
            return (
              <tr key={column.letter} className={classes(field === null && styles.skipped)}>
                <td className={styles.letter}>{column.letter}</td>
                <td>{column.title}</td>
                <td>
                  <select
                    className={styles.fieldSelect}
                    aria-label={importsText.columnFieldOf(column.letter, column.title)}
                    value={field ?? ''}
                    onChange={(event) =>
                      setChoice({
                        ...choice,
                        columnFields: {
                          ...choice.columnFields,
                          [column.letter]: columnFieldOf(event.target.value),
                        },
                      })
                    }
                  >
                    <option value="">{importsText.columnSkipped}</option>
                    {columnChoices(choice.kind ?? 'officials', field).map((each) => (
                      <option key={each} value={each}>
                        {columnFieldLabels[each]}
                      </option>
                    ))}
                  </select>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
