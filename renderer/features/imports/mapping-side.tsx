import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconBookmark from '@tabler/icons-react/dist/esm/icons/IconBookmark.mjs';
import { importsText, rowClassNames, sheetKindNames } from '../../../db/contract/vi/imports.ts';
import { mappingText } from '../../../db/contract/vi/imports-mapping.ts';
import { recipesText } from '../../../db/contract/vi/recipes.ts';
import { sheetWarningMessage } from '../../../db/contract/vi/workbooks.ts';
import type { RowClass } from '../../../db/contract/workbooks.ts';
import { Button } from '../../components/button.tsx';
import { CheckField } from '../../components/field.tsx';
import { formatMoment } from '../../lib/format.ts';
import { choiceOfSheet, importKindOf, type StagedSheet } from './import-choice.ts';
import { changeReading, setChoice, type UnderstoodFlow } from './import-flow.ts';
import shared from './imports.module.css';
import styles from './mapping.module.css';
import { useSheetProblems } from './use-sheet-problems.ts';

/** Every sheet of the file with what it is; those that are not imported say why. */
export function SheetList({ flow }: { flow: UnderstoodFlow }) {
  const { sheets } = flow.staged;
  return (
    <fieldset className={styles.sheetList}>
      <legend>{mappingText.sheets}</legend>
      {sheets.map((sheet) => (
        <label key={sheet.name} className={styles.sheetItem}>
          <input
            type="radio"
            name="sheet"
            checked={sheet.name === flow.choice.sheet}
            onChange={() => setChoice(choiceOfSheet(sheet))}
          />
          <span>
            <span className={styles.sheetName}>{sheet.name}</span>
            <span className={styles.small}>{whatItIs(sheet)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function whatItIs(sheet: StagedSheet): string {
  if (importKindOf(sheet) !== null) {
    const rows = mappingText.sheetRows(sheet.rowCounts.data ?? 0);
    const parts = [sheetKindNames[sheet.kind], rows, ...(sheet.hidden ? [mappingText.sheetHidden] : [])];
    return parts.join(' · ');
  }
  if (sheet.kind === 'empty') return mappingText.sheetLeftOut(mappingText.sheetEmpty);
  if (sheet.kind === 'unknown') return mappingText.sheetLeftOut(mappingText.sheetUnknown);
  return mappingText.sheetLeftOut(mappingText.sheetKindNotImported(sheet.kind));
}

/** That the sheet is read as last time, what it no longer has, and the way to start anew. */
export function RecipeNote({ sheet }: { sheet: StagedSheet }) {
  const { recipe } = sheet;
  if (recipe === null) return null;
  return (
    <section className={styles.recipe} role="status">
      <span className={shared.state} style={{ whiteSpace: 'normal' }}>
        <IconBookmark size={16} aria-hidden />
        {recipesText.used(recipe.fileName, formatMoment(recipe.at))}
      </span>
      {recipe.rows > 0 && <p>{recipesText.rows(recipe.rows)}</p>}
      {recipe.missing.length > 0 && (
        <p>
          <strong>{recipesText.missing(recipe.missing.join(', '))}</strong>
        </p>
      )}
      <Button
        small
        onClick={() =>
          void changeReading(
            () => ({
              overrides: { columns: {}, rowClasses: {}, includeHidden: { rows: false, columns: false } },
              cleaning: { notes: [], keepCapitals: false, confirmIds: false },
            }),
            { keepsRecipe: false },
          )
        }
      >
        {recipesText.unused}
      </Button>
    </section>
  );
}

/** Rows and columns hidden in Excel: left out unless the person takes them in. */
export function HiddenParts({ sheet }: { sheet: StagedSheet }) {
  const { hiddenRows, hiddenColumns } = sheet.look;
  const { includeHidden } = sheet.reading.overrides;
  if (hiddenRows === 0 && hiddenColumns === 0) return null;
  const set = (part: Partial<typeof includeHidden>) =>
    void changeReading(({ reading }) => ({
      ...reading,
      overrides: { ...reading.overrides, includeHidden: { ...reading.overrides.includeHidden, ...part } },
    }));
  return (
    <section className={shared.part}>
      <h3>{mappingText.hidden}</h3>
      {hiddenRows > 0 && (
        <CheckField
          label={mappingText.hiddenRows(hiddenRows)}
          checked={includeHidden.rows}
          onChange={(event) => set({ rows: event.target.checked })}
        />
      )}
      {hiddenColumns > 0 && (
        <CheckField
          label={mappingText.hiddenColumns(hiddenColumns)}
          checked={includeHidden.columns}
          onChange={(event) => set({ columns: event.target.checked })}
        />
      )}
    </section>
  );
}

/** A list that goes on beside itself is read as one, unless the person says that these are several. */
export function FoldedParts({ sheet }: { sheet: StagedSheet }) {
  const found = sheet.warnings.find(({ code }) => code === 'SIDE_BY_SIDE');
  const isApart = sheet.reading.overrides.apart === true;
  if (found === undefined && !isApart) return null;
  return (
    <section className={shared.part}>
      <h3>{mappingText.sideBySide}</h3>
      <CheckField
        label={
          found === undefined
            ? mappingText.joinAnyParts
            : mappingText.joinParts(String(found.params.count), String(found.params.columns))
        }
        checked={!isApart}
        onChange={(event) => {
          const joins = event.target.checked;
          void changeReading(({ reading }) => {
            const { apart: _before, ...overrides } = reading.overrides;
            return { ...reading, overrides: joins ? overrides : { ...overrides, apart: true } };
          });
        }}
      />
    </section>
  );
}

type CleaningSwitch = 'keepCapitals' | 'confirmIds';

const setCleaning = (name: CleaningSwitch, value: boolean) =>
  void changeReading(({ reading }) => ({ ...reading, cleaning: { ...reading.cleaning, [name]: value } }));

/** What is cleaned, with a value before and after; the person may keep names in capitals. */
export function Cleaning({ flow, sheet }: { flow: UnderstoodFlow; sheet: StagedSheet }) {
  const { capitals } = sheet.look;
  const { keepCapitals, confirmIds } = sheet.reading.cleaning;
  const restoredIds = useSheetProblems(flow, sheet)?.restoredIds ?? 0;
  const converted = sheet.columns.flatMap(({ letter, converted: each }) =>
    each ? [{ letter, ...each }] : [],
  );
  if (capitals === null && converted.length === 0 && restoredIds === 0) return null;
  return (
    <section className={shared.part}>
      <h3>{mappingText.cleaning}</h3>
      {capitals !== null && (
        <CheckField
          label={
            <span>
              {mappingText.titleCase}
              <span className={styles.small}>
                {keepCapitals
                  ? mappingText.titleCaseOff(capitals.count)
                  : mappingText.titleCaseExample(capitals.count, capitals.before, capitals.after)}
              </span>
            </span>
          }
          checked={!keepCapitals}
          onChange={(event) => setCleaning('keepCapitals', !event.target.checked)}
        />
      )}
      {restoredIds > 0 && (
        <CheckField
          label={
            <span>
              {mappingText.confirmIds}
              <span className={styles.small}>{mappingText.confirmIdsHint(restoredIds)}</span>
            </span>
          }
          checked={confirmIds}
          onChange={(event) => setCleaning('confirmIds', event.target.checked)}
        />
      )}
      {converted.map(({ letter, encoding, cells, before, after }) => (
        <p key={letter}>
          {mappingText.oldFont(letter, encoding, cells)}
          <span className={styles.small}>{mappingText.beforeAfter(before, after)}</span>
        </p>
      ))}
    </section>
  );
}

const shownClasses: readonly RowClass[] = ['data', 'section', 'total', 'numbering', 'foot'];

export function RowCounts({ sheet }: { sheet: StagedSheet }) {
  const parts = shownClasses
    .map((name) => ({ name, count: sheet.rowCounts[name] ?? 0 }))
    .filter(({ name, count }) => count > 0 || name === 'data')
    .map(({ name, count }) => importsText.rowCount(count, rowClassNames[name]));
  return (
    <section className={shared.part}>
      <h3>{importsText.rowsTitle}</h3>
      <p>
        {parts.join(' · ')}
        {sheet.headerRows !== null && ` · ${importsText.headerRows(...sheet.headerRows)}`}
      </p>
    </section>
  );
}

/** What other parts of the screen say is not said twice: the header, the kind, hidden parts, old fonts. */
const saidElsewhere: readonly string[] = [
  'KIND_NOT_SUPPORTED',
  'NO_HEADER',
  'HIDDEN_ROWS',
  'HIDDEN_COLUMNS',
  'HIDDEN_SHEET',
  'CONVERTED',
  'SIDE_BY_SIDE',
];

export function Warnings({ sheet }: { sheet: StagedSheet }) {
  const noted = new Set(sheet.reading.cleaning.notes);
  const sentences = sheet.warnings
    .filter(({ code }) => !saidElsewhere.includes(code))
    .filter(({ code, params }) => code !== 'UNKNOWN_COLUMN' || !noted.has(String(params.column)))
    .map(sheetWarningMessage);
  return (
    <section className={shared.part}>
      <h3>{importsText.warningsTitle(sentences.length)}</h3>
      {sentences.length === 0 ? (
        <p className={shared.muted}>{importsText.noWarnings}</p>
      ) : (
        <ul className={shared.warnings}>
          {sentences.map((sentence) => (
            <li key={sentence}>
              <IconAlertTriangle size={16} aria-hidden />
              <span>{sentence}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
