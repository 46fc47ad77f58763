import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import type { StagedImport } from '../../../db/contract/imports.ts';
import {
  columnFieldLabels,
  importKindNames,
  importsText,
  rowClassNames,
  sheetKindNames,
} from '../../../db/contract/vi/imports.ts';
import { formatNumber } from '../../../db/contract/vi/numbers.ts';
import { sheetWarningMessage } from '../../../db/contract/vi/workbooks.ts';
import type { RowClass } from '../../../db/contract/workbooks.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { formatMoment } from '../../lib/format.ts';
import { ColumnTable } from './column-table.tsx';
import {
  type Choice,
  choiceOfSheet,
  choiceYear,
  fieldOf,
  fieldsTwice,
  importKinds,
  type StagedSheet,
} from './import-choice.ts';
import { makePreview, setChoice, startOver } from './import-flow.ts';
import styles from './imports.module.css';

interface UnderstoodStepProps {
  staged: StagedImport;
  choice: Choice;
  busy: boolean;
}

/** What was understood of the file, and where the person puts it right, before anything is compared or written. */
export function UnderstoodStep({ staged, choice, busy }: UnderstoodStepProps) {
  const sheet = staged.sheets.find((each) => each.name === choice.sheet);
  if (!sheet) return null;
  const yearMissing = choice.kind === 'ratings' && choiceYear(choice) === null;
  const ready = sheet.headerRows !== null && choice.kind !== null && !yearMissing;
  return (
    <form
      className={styles.work}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void makePreview();
      }}
    >
      <div className={styles.columns}>
        <div className={styles.left}>
          <h2 className={styles.fileName}>{importsText.fileUnderstood(staged.fileName)}</h2>
          {staged.importedBefore !== null && (
            <p className={styles.remark}>
              <IconInfoCircle size={18} aria-hidden />
              {importsText.importedBefore(formatMoment(staged.importedBefore.at))}
            </p>
          )}
          <SheetChoice staged={staged} sheet={sheet} choice={choice} yearMissing={yearMissing} />
          <Rows sheet={sheet} />
          <Warnings sheet={sheet} choice={choice} />
          <WrittenCounts sheet={sheet} />
        </div>
        <div className={styles.rightSide}>
          {sheet.headerRows === null ? (
            <p className={styles.remark}>
              <IconAlertTriangle size={18} aria-hidden />
              {importsText.noHeader}
            </p>
          ) : (
            <ColumnTable sheet={sheet} choice={choice} />
          )}
        </div>
      </div>
      <div className={styles.acts}>
        <Button onClick={startOver}>{importsText.anotherFile}</Button>
        <span className={styles.actsNote}>{importsText.chooseSafe}</span>
        <Button type="submit" variant="primary" disabled={!ready || busy}>
          {busy ? importsText.makingPreview : importsText.makePreview}
        </Button>
      </div>
    </form>
  );
}

interface SheetChoiceProps {
  staged: StagedImport;
  sheet: StagedSheet;
  choice: Choice;
  yearMissing: boolean;
}

function SheetChoice({ staged, sheet, choice, yearMissing }: SheetChoiceProps) {
  const supported = importKinds.some((kind) => kind === sheet.kind);
  return (
    <div className={styles.fields}>
      <SelectField
        label={importsText.sheet}
        value={choice.sheet}
        onChange={(event) => {
          const next = staged.sheets.find((each) => each.name === event.target.value);
          if (next) setChoice(choiceOfSheet(next));
        }}
      >
        {staged.sheets.map((each) => (
          <option key={each.name} value={each.name}>
            {each.hidden ? `${each.name} (${importsText.hiddenSheet})` : each.name}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={importsText.kind}
        value={choice.kind ?? ''}
        hint={
          supported
            ? importsText.understoodKind(sheetKindNames[sheet.kind])
            : sheet.kind === 'unknown' || sheet.kind === 'empty'
              ? importsText.kindUnknown
              : importsText.kindNotSupported(sheetKindNames[sheet.kind])
        }
        onChange={(event) => {
          const kind = importKinds.find((each) => each === event.target.value);
          setChoice({ ...choice, kind: kind ?? null });
        }}
      >
        {choice.kind === null && <option value="">{importsText.chooseKind}</option>}
        {importKinds.map((kind) => (
          <option key={kind} value={kind}>
            {importKindNames[kind]}
          </option>
        ))}
      </SelectField>
      {choice.kind === 'ratings' && (
        <TextField
          label={importsText.ratingYear}
          inputMode="numeric"
          maxLength={4}
          value={choice.year}
          onChange={(event) => setChoice({ ...choice, year: event.target.value })}
          error={
            yearMissing ? (choice.year === '' ? importsText.yearMissing : importsText.yearInvalid) : undefined
          }
          hint={
            sheet.year !== null && String(sheet.year) === choice.year
              ? importsText.yearFromTitle(sheet.year)
              : undefined
          }
        />
      )}
    </div>
  );
}

const shownClasses: readonly RowClass[] = ['data', 'section', 'total', 'numbering', 'foot'];

function Rows({ sheet }: { sheet: StagedSheet }) {
  const parts = shownClasses
    .map((name) => ({ name, count: sheet.rowCounts[name] ?? 0 }))
    .filter(({ name, count }) => count > 0 || name === 'data')
    .map(({ name, count }) => importsText.rowCount(count, rowClassNames[name]));
  return (
    <section className={styles.part}>
      <h3>{importsText.rowsTitle}</h3>
      <p>
        {parts.join(' · ')}
        {sheet.headerRows !== null && ` · ${importsText.headerRows(...sheet.headerRows)}`}
      </p>
    </section>
  );
}

function Warnings({ sheet, choice }: { sheet: StagedSheet; choice: Choice }) {
  // A column that the person has given a field since is no longer worth a word.
  const mapped = new Set(
    sheet.columns.filter((column) => fieldOf(column, choice) !== null).map(({ letter }) => letter),
  );
  const sentences = [
    ...sheet.warnings
      // What the fields beside already say is not said twice.
      .filter(({ code }) => code !== 'KIND_NOT_SUPPORTED' && code !== 'NO_HEADER')
      .filter(({ code, params }) => code !== 'UNKNOWN_COLUMN' || !mapped.has(String(params.column)))
      .map(sheetWarningMessage),
    ...fieldsTwice(sheet, choice).map(({ field, letters }) =>
      importsText.fieldTwice(columnFieldLabels[field], letters.join(', ')),
    ),
  ];
  return (
    <section className={styles.part}>
      <h3>{importsText.warningsTitle(sentences.length)}</h3>
      {sentences.length === 0 ? (
        <p className={styles.muted}>{importsText.noWarnings}</p>
      ) : (
        <ul className={styles.warnings}>
          {sentences.map((sentence) => (
            <li key={sentence}>
              <IconAlertTriangle size={16} aria-hidden />
              {sentence}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function WrittenCounts({ sheet }: { sheet: StagedSheet }) {
  if (sheet.writtenCounts.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{importsText.writtenTitle}</h3>
      <table className={styles.table}>
        <thead>
          <tr>
            <th>{importsText.writtenLabel}</th>
            <th className={styles.right}>{importsText.writtenRow}</th>
            <th className={styles.right}>{importsText.writtenNumber}</th>
            <th className={styles.right}>{importsText.readNumber}</th>
            <th>
              <span className="visually-hidden">{importsText.agrees}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sheet.writtenCounts.map((count) => (
            <tr key={`${count.row}-${count.label}`}>
              <td>{count.label}</td>
              <td className={styles.right}>{formatNumber(count.row)}</td>
              <td className={styles.right}>{formatNumber(count.written)}</td>
              <td className={styles.right}>{formatNumber(count.read)}</td>
              <td>
                <span className={styles.state}>
                  {count.written === count.read ? (
                    <>
                      <IconCheck size={16} aria-hidden />
                      {importsText.agrees}
                    </>
                  ) : (
                    <>
                      <IconAlertTriangle size={16} aria-hidden />
                      {importsText.differs}
                    </>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
