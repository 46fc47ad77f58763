import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import { useRef, useState } from 'react';
import type { GridRow } from '../../../db/contract/sheet-readings.ts';
import { columnFieldLabels } from '../../../db/contract/vi/imports.ts';
import { gridRowClassNames, mappingText, rowClassChoices } from '../../../db/contract/vi/imports-mapping.ts';
import { officialsText } from '../../../db/contract/vi/officials.ts';
import type { RowClass } from '../../../db/contract/workbooks.ts';
import { partOfRow } from '../../../db/domain/sheet-rows.ts';
import { notifyError } from '../../app/notifier/notices.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { FailedState } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePaged } from '../../lib/use-paged.ts';
import { FieldChips } from './field-chips.tsx';
import { classedRow, partAt } from './grid-parts.ts';
import {
  type ColumnUse,
  importKindOf,
  type StagedSheet,
  withColumnUse,
  withHeaderRows,
  withRowClass,
} from './import-choice.ts';
import { changeReading, type UnderstoodFlow, undoReading } from './import-flow.ts';
import styles from './mapping.module.css';
import { isSensitiveKey } from './preview-values.ts';
import { sensitiveLetters, withoutValue } from './problem-texts.ts';
import { RowMenu } from './row-menu.tsx';
import { type GridHandle, type GridPlace, holdsValues, SheetGrid } from './sheet-grid.tsx';
import { useSheetProblems } from './use-sheet-problems.ts';

const MOST_AT_ONCE = 500;

/** The chosen sheet: what is joined and missing, the acts on its rows, and the sheet as it looks. */
export function MappingSheet({ flow, sheet }: { flow: UnderstoodFlow; sheet: StagedSheet }) {
  const { stageId } = flow.staged;
  const { revision } = flow;
  const kind = importKindOf(sheet);
  const grid = useRef<GridHandle>(null);
  const [revealed, setRevealed] = useState(false);
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null);
  const start = (sheet.look.headerAt ?? -1) + sheet.look.header.length;
  const [place, setPlace] = useState<GridPlace>({ row: Math.min(start, sheet.look.rows - 1), column: 0 });
  const [anchor, setAnchor] = useState(place.row);
  const chosen = [Math.min(anchor, place.row), Math.max(anchor, place.row)] as const;

  const fetchRows = (offset: number, limit: number) =>
    call('imports.sheetRows', { stageId, sheet: sheet.name, offset, limit });
  const paged = usePaged<GridRow>({
    key: `${stageId} ${sheet.name} ${revision}`,
    queryKey: (offset) => queryKeys.sheetPage(stageId, sheet.name, revision, offset),
    fetch: fetchRows,
  });
  const problems = useSheetProblems(flow, sheet);
  const problemsAt = problems?.problemsAt ?? [];
  const row = paged.rowAt(place.row);

  const move = (next: GridPlace, extend: boolean) => {
    setPlace(next);
    if (!extend) setAnchor(next.row);
  };
  const backToGrid = () => {
    setMenu(null);
    grid.current?.focus();
  };
  const giveClass = async (rowClass: RowClass | null) => {
    backToGrid();
    try {
      const rows = await rowNumbers(fetchRows, chosen, (each) =>
        classedRow(each, sheet.look.columns, letter),
      );
      await changeReading((current) => withRowClass(current.reading, rows, rowClass));
    } catch (error) {
      notifyError(error);
    }
  };
  const makeHeader = async (chooses: boolean) => {
    backToGrid();
    const [first, last] = [paged.rowAt(chosen[0])?.row, paged.rowAt(chosen[1])?.row];
    if (first === undefined || last === undefined) return;
    await changeReading((current) => withHeaderRows(current.reading, chooses ? [first, last] : null));
  };
  const giveUse = (letter: string, use: ColumnUse) => {
    const from = sheet.columns.find(({ field }) => field !== null && field === use)?.letter;
    const remark =
      from === undefined || use === null || use === 'keepAsNote'
        ? null
        : mappingText.fieldMoved(columnFieldLabels[use], from, letter);
    void changeReading((current) => withColumnUse(current, letter, use), { remark });
  };
  const undo = () => {
    if (flow.history.length > 0) void undoReading();
  };
  const nextProblem = async () => {
    const next = problemsAt.find((index) => index > place.row) ?? problemsAt[0];
    if (next === undefined) return;
    grid.current?.focus();
    try {
      const { rows } = await fetchRows(next, 1);
      const problem = rows[0]?.problems[0]?.column ?? '';
      const column = sheet.look.columns.findIndex((each) => each.letter === problem);
      const target = { row: next, column: column < 0 ? place.column : column };
      move(target, false);
      grid.current?.scrollTo(target);
    } catch (error) {
      notifyError(error);
    }
  };

  const letter = sheet.look.columns[place.column]?.letter ?? 'A';
  const isMasked = !revealed && sensitiveLetters(sheet).has(letter);
  const part = row && partAt(row, sheet.look.columns, letter);
  const firstRow = paged.rowAt(chosen[0])?.row;
  const lastRow = paged.rowAt(chosen[1])?.row;
  return (
    <div className={styles.sheet}>
      {kind !== null && sheet.headerRows !== null && (
        <FieldChips sheet={sheet} kind={kind} remark={flow.remark} />
      )}
      {sheet.headerRows === null && <p className={styles.notice}>{mappingText.noHeader}</p>}
      <div className={styles.tools} role="toolbar" aria-label={mappingText.rowClassLabel}>
        <span className={styles.toolsRows}>
          {firstRow !== undefined && lastRow !== undefined && mappingText.rowsChosen(firstRow, lastRow)}
        </span>
        {rowClassChoices.map(([rowClass, name]) => (
          <Button key={rowClass} small onClick={() => giveClass(rowClass)}>
            {name}
          </Button>
        ))}
        <Button small onClick={() => makeHeader(true)}>
          {mappingText.asHeader}
        </Button>
        <span className={styles.toolsGap}>{flow.rereading && mappingText.rereading}</span>
        {problems !== undefined && problems.problemCount > 0 && (
          <Button small onClick={() => nextProblem()} title={mappingText.nextProblem}>
            {mappingText.problems(problems.problemCount)}
          </Button>
        )}
        {sheet.columns.some(({ field }) => field !== null && isSensitiveKey(field)) && (
          <IconButton
            small
            label={officialsText.revealLabel}
            aria-pressed={revealed}
            onClick={() => setRevealed(!revealed)}
          >
            {revealed ? <IconEyeOff size={16} aria-hidden /> : <IconEye size={16} aria-hidden />}
          </IconButton>
        )}
        <Button small disabled={flow.history.length === 0} onClick={undo} title={mappingText.undoLast}>
          <IconArrowBackUp size={16} aria-hidden />
          {mappingText.undo}
        </Button>
      </div>
      {paged.error !== null ? (
        <FailedState error={paged.error} onRetry={paged.retry} />
      ) : (
        <SheetGrid
          ref={grid}
          sheet={sheet}
          kind={kind}
          rowAt={paged.rowAt}
          onRange={paged.onRange}
          active={place}
          chosen={chosen}
          onActive={move}
          onUse={giveUse}
          onMenu={(x, y) => setMenu({ x, y })}
          onLeaveOut={() => void giveClass('blank')}
          onUndo={undo}
          revealed={revealed}
        />
      )}
      <CellLine
        row={row}
        letter={letter}
        part={part}
        masked={isMasked && row !== undefined && holdsValues(part?.class ?? row.class)}
        leftOut={sheet.look.columnsLeftOut}
      />
      {menu !== null && (
        <RowMenu
          at={menu}
          onClass={(rowClass) => void giveClass(rowClass)}
          onHeader={(chooses) => void makeHeader(chooses)}
          onClose={backToGrid}
        />
      )}
    </div>
  );
}

/** Numbers of the rows between two places of the grid; an empty row has no class to change. */
async function rowNumbers(
  fetchRows: (offset: number, limit: number) => Promise<{ rows: GridRow[] }>,
  [first, last]: readonly [number, number],
  numberOf: (row: GridRow) => number,
): Promise<number[]> {
  const numbers: number[] = [];
  for (let offset = first; offset <= last; offset += MOST_AT_ONCE) {
    const { rows } = await fetchRows(offset, Math.min(MOST_AT_ONCE, last - offset + 1));
    for (const row of rows) if (Object.keys(row.cells).length > 0) numbers.push(numberOf(row));
  }
  return numbers;
}

interface CellLineProps {
  row: GridRow | undefined;
  letter: string;
  part: GridRow['parts'][number] | undefined;
  masked: boolean;
  leftOut: number;
}

/** The cell under the keys in full, and what is wrong with it. */
function CellLine({ row, letter, part, masked, leftOut }: CellLineProps) {
  const problems = row?.problems.filter(({ column }) => column === letter || column === '') ?? [];
  return (
    <p className={styles.cellLine} role="status">
      {row !== undefined && (
        <>
          <span className={styles.address}>
            {letter}
            {row.row}
          </span>
          {part !== undefined && part.class !== row.class && (
            <span>{mappingText.part(partOfRow(part.row) + 1, gridRowClassNames[part.class])}</span>
          )}
          <span className={styles.cellText}>{masked ? mappingText.masked : row.cells[letter]}</span>
          {problems.map(({ message }) => (
            <span key={message} className={styles.cellProblem}>
              {masked ? withoutValue(message) : message}
            </span>
          ))}
        </>
      )}
      {leftOut > 0 && <span>{mappingText.columnsLeftOut(leftOut)}</span>}
    </p>
  );
}
