import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import { periodNames } from '../../../db/contract/vi/cycles.ts';
import { importKindNames, importsText, sheetKindNames } from '../../../db/contract/vi/imports.ts';
import { mappingText } from '../../../db/contract/vi/imports-mapping.ts';
import { Button } from '../../components/button.tsx';
import { classes } from '../../components/classes.ts';
import { SelectField, TextField } from '../../components/field.tsx';
import { formatMoment } from '../../lib/format.ts';
import {
  choiceYear,
  importKindOf,
  importKinds,
  missingFields,
  needsYear,
  type StagedSheet,
} from './import-choice.ts';
import {
  changeReading,
  makePreview,
  setYearTyped,
  sheetOf,
  startOver,
  type UnderstoodFlow,
} from './import-flow.ts';
import styles from './imports.module.css';
import mapping from './mapping.module.css';
import { MappingSheet } from './mapping-sheet.tsx';
import {
  Cleaning,
  FoldedParts,
  HiddenParts,
  RecipeNote,
  RowCounts,
  SheetList,
  Warnings,
} from './mapping-side.tsx';

/** What was understood of the file, and where the person puts it right, before anything is compared or written. */
export function UnderstoodStep({ flow }: { flow: UnderstoodFlow }) {
  const { staged, choice, busy } = flow;
  const sheet = sheetOf(flow);
  if (!sheet) return null;
  const kind = importKindOf(sheet);
  const yearMissing = needsYear(kind) && choiceYear(choice) === null;
  const isComplete = kind !== null && missingFields(sheet, kind).required.length === 0;
  const ready = sheet.headerRows !== null && isComplete && !yearMissing;
  return (
    <form
      className={styles.work}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void makePreview();
      }}
    >
      <div className={styles.columns}>
        <div className={mapping.side}>
          <h2 className={styles.fileName}>{importsText.fileUnderstood(staged.fileName)}</h2>
          <RecipeNote sheet={sheet} />
          {staged.importedBefore !== null && (
            <p className={styles.remark}>
              <IconInfoCircle size={18} aria-hidden />
              {importsText.importedBefore(formatMoment(staged.importedBefore.at))}
            </p>
          )}
          <SheetList flow={flow} />
          <SheetChoice flow={flow} sheet={sheet} yearMissing={yearMissing} />
          <Cleaning flow={flow} sheet={sheet} />
          <FoldedParts sheet={sheet} />
          <HiddenParts sheet={sheet} />
          <RowCounts sheet={sheet} />
          <Warnings sheet={sheet} />
          <WrittenCounts sheet={sheet} />
        </div>
        {sheet.look.rows === 0 ? (
          <p className={styles.noRows}>{mappingText.emptySheet}</p>
        ) : (
          <MappingSheet key={`${staged.stageId} ${sheet.name}`} flow={flow} sheet={sheet} />
        )}
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
  flow: UnderstoodFlow;
  sheet: StagedSheet;
  yearMissing: boolean;
}

function SheetChoice({ flow, sheet, yearMissing }: SheetChoiceProps) {
  const { year } = flow.choice;
  const kind = importKindOf(sheet);
  return (
    <div className={styles.fields}>
      <SelectField
        label={importsText.kind}
        value={kind ?? ''}
        hint={
          kind !== null
            ? undefined
            : sheet.kind === 'unknown' || sheet.kind === 'empty'
              ? importsText.kindUnknown
              : importsText.kindNotSupported(sheetKindNames[sheet.kind])
        }
        onChange={(event) => {
          const chosen = importKinds.find((each) => each === event.target.value);
          if (chosen)
            void changeReading(({ reading }) => ({
              ...reading,
              overrides: { ...reading.overrides, kind: chosen },
            }));
        }}
      >
        {kind === null && <option value="">{importsText.chooseKind}</option>}
        {importKinds.map((each) => (
          <option key={each} value={each}>
            {importKindNames[each]}
          </option>
        ))}
      </SelectField>
      {needsYear(kind) && (
        <TextField
          label={
            kind === 'remediation'
              ? importsText.taskYear
              : kind === 'pledges' || kind === 'pledgeStatus'
                ? importsText.pledgeYear
                : importsText.ratingYear
          }
          inputMode="numeric"
          maxLength={4}
          value={year}
          onChange={(event) => setYearTyped(event.target.value)}
          error={yearMissing ? (year === '' ? importsText.yearMissing : importsText.yearInvalid) : undefined}
          hint={
            sheet.year !== null && sheet.reading.overrides.year === undefined && String(sheet.year) === year
              ? importsText.yearFromTitle(sheet.year)
              : undefined
          }
        />
      )}
      {kind === 'ratings' && (
        <SelectField
          label={importsText.ratingPeriod}
          value={String(sheet.ratingList?.quarter ?? 0)}
          hint={
            (sheet.ratingList?.quarter ?? 0) > 0 && sheet.reading.overrides.quarter === undefined
              ? importsText.periodUnderstood
              : undefined
          }
          onChange={(event) => {
            const quarter = Number(event.target.value);
            void changeReading(({ reading }) => ({
              ...reading,
              overrides: { ...reading.overrides, quarter },
            }));
          }}
        >
          {periodNames.map((name, quarter) => (
            <option key={name} value={quarter}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  );
}

/** Counts that the sheet writes beside what was read. */
function WrittenCounts({ sheet }: { sheet: StagedSheet }) {
  if (sheet.writtenCounts.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{importsText.writtenTitle}</h3>
      <ul className={mapping.counts}>
        {sheet.writtenCounts.map((count) => {
          const agrees = count.written === count.read;
          const StateIcon = agrees ? IconCheck : IconAlertTriangle;
          return (
            <li key={`${count.row}-${count.label}`} className={classes(!agrees && mapping.differs)}>
              <StateIcon size={16} aria-hidden />
              <span>
                {count.label}
                <span className={mapping.small}>
                  {mappingText.writtenCount(count.row, count.written, count.read)}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
