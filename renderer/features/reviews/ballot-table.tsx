import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import type { Meeting } from '../../../db/contract/meetings.ts';
import { voteSentence } from '../../../db/contract/vi/ballots.ts';
import { subjectName } from '../../../db/contract/vi/cycles.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { meetingsText as text } from '../../../db/contract/vi/meetings.ts';
import { ratingLevelNames, ratingLevelShortNames } from '../../../db/contract/vi/ratings.ts';
import type { BallotSheet } from '../../../db/domain/ballots.ts';
import { ratingLevels } from '../../../db/domain/ratings.ts';
import { levelName } from '../../lib/level-name.ts';
import {
  type BallotRows,
  emptyRow,
  type GridPlace,
  pasted,
  placeAfterKey,
  typedInto,
} from './ballot-grid.ts';
import styles from './meeting.module.css';
import { outcomeOf } from './meeting-model.ts';

interface BallotTableProps {
  meeting: Meeting;
  rows: BallotRows;
  sheet: BallotSheet;
  disabled: boolean;
  onChange: (rows: BallotRows) => void;
}

/** Subjects by levels, entered like a sheet: counts only, never a voter. Beside each row what its votes come to. */
export function BallotTable({ meeting, rows, sheet, disabled, onChange }: BallotTableProps) {
  const table = useRef<HTMLTableElement>(null);
  const { subjects, votingRule } = meeting;
  const ids = subjects.map(({ reviewId }) => reviewId);
  const focus = ({ row, column }: GridPlace) => {
    const cell = table.current?.querySelector<HTMLInputElement>(`[data-cell="${row}.${column}"]`);
    cell?.focus();
    cell?.select();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const cell = event.target;
    if (!(cell instanceof HTMLInputElement) || event.nativeEvent.isComposing || event.ctrlKey) return;
    const [row = 0, column = 0] = (cell.dataset.cell ?? '').split('.').map(Number);
    const all = cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;
    const next = placeAfterKey(
      { row, column },
      {
        key: event.key,
        shift: event.shiftKey,
        atStart: all || cell.selectionEnd === 0,
        atEnd: all || cell.selectionStart === cell.value.length,
      },
      subjects.length,
    );
    if (event.key === 'Enter' || next !== null) {
      // Enter in the last row must not send the form.
      event.preventDefault();
      event.stopPropagation();
    }
    if (next !== null) focus(next);
  };
  const onPaste = (event: ClipboardEvent<HTMLTableElement>) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const [row = 0, column = 0] = (event.target.dataset.cell ?? '').split('.').map(Number);
    const next = pasted(rows, ids, { row, column }, event.clipboardData.getData('text/plain'));
    if (next === null) return;
    event.preventDefault();
    onChange(next);
  };
  return (
    <table ref={table} className={styles.grid} aria-label={text.grid} onKeyDown={onKeyDown} onPaste={onPaste}>
      <thead>
        <tr>
          <th scope="col">{text.name}</th>
          <th scope="col">{text.selfLevel}</th>
          {ratingLevels.map((level) => (
            <th key={level} scope="col" className={styles.count} title={ratingLevelNames[level]}>
              {ratingLevelShortNames[level]}
            </th>
          ))}
          <th scope="col">{text.outcome}</th>
          <th scope="col">{text.opinion}</th>
        </tr>
      </thead>
      <tbody>
        {subjects.map((subject, row) => {
          const typed = rows[subject.reviewId] ?? emptyRow;
          const result = outcomeOf(typed, sheet, votingRule);
          const [fault] = Object.values(result?.faults ?? {});
          const name = subjectName(subject);
          const change = (column: number, value: string) =>
            onChange({ ...rows, [subject.reviewId]: typedInto(typed, column, value) });
          return (
            <tr key={subject.reviewId}>
              <th scope="row">{name}</th>
              <td className={styles.soft}>
                {subject.selfLevel === null ? '' : ratingLevelShortNames[subject.selfLevel]}
              </td>
              {ratingLevels.map((level, column) => (
                <td key={level} className={styles.count}>
                  <input
                    data-cell={`${row}.${column}`}
                    inputMode="numeric"
                    autoComplete="off"
                    aria-label={text.votesOf(levelName(level), name)}
                    aria-invalid={result?.faults[level] ? true : undefined}
                    value={typed.votes[column] ?? ''}
                    disabled={disabled}
                    onFocus={(event) => event.target.select()}
                    onChange={(event) => change(column, event.target.value)}
                  />
                </td>
              ))}
              <td className={fault ? styles.fault : styles.outcome}>
                <output>
                  {result === null
                    ? text.notVoted
                    : fault
                      ? fieldErrorMessage(fault)
                      : result.outcome !== null && voteSentence(result.outcome)}
                </output>
              </td>
              <td className={styles.opinion}>
                <input
                  data-cell={`${row}.${ratingLevels.length}`}
                  autoComplete="off"
                  spellCheck={false}
                  aria-label={text.opinionOf(name)}
                  value={typed.opinion}
                  disabled={disabled}
                  onChange={(event) => change(ratingLevels.length, event.target.value)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
