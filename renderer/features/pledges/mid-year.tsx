import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { Pledge, PledgeItem } from '../../../db/contract/pledges.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { formSectionTitles } from '../../../db/contract/vi/forms-sections.ts';
import { midYearNames, pledgesText as text } from '../../../db/contract/vi/pledges.ts';
import { type MidYearMark, midYearMarks } from '../../../db/domain/cycle.ts';
import { parseTypedDate } from '../../../db/domain/dates.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.ts';
import { call } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { isFullDay, todayTyped } from '../officials/full-day.ts';
import styles from './pledges.module.css';

const titles: Readonly<Record<string, string>> = formSectionTitles;

interface Check {
  midYear: MidYearMark | null;
  midYearNote: string;
  midYearOn: string | null;
}

const checkOf = ({ midYear, midYearNote, midYearOn }: PledgeItem): Check => ({
  midYear,
  midYearNote,
  midYearOn,
});

/** Writes one check after the other, each under the version that the one before it left. */
function useChecks(year: number, pledge: Pledge) {
  const queryClient = useQueryClient();
  const version = useRef(pledge.version);
  version.current = Math.max(version.current, pledge.version);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const notice = useRef<number | null>(null);
  const write = async (itemId: number, check: Check): Promise<void> => {
    const saved = await call('pledges.setMidYear', {
      pledgeId: pledge.pledgeId ?? 0,
      version: version.current,
      itemId,
      ...check,
    });
    version.current = saved.version;
    queryClient.setQueryData(queryKeys.pledge(year, pledge.officialId), saved);
  };
  /** False when it was refused; what was typed stays. */
  return (item: PledgeItem, check: Check): Promise<boolean> => {
    const before = checkOf(item);
    const next = queue.current.then(async () => {
      try {
        await write(item.id, check);
        const undo = async () => {
          await write(item.id, before);
          notifyDone(text.midYearUndone);
        };
        notice.current = notifyDone(text.midYearSaved, {
          actions: [{ label: commonText.undo, run: undo }],
          replaces: notice.current,
        });
        return true;
      } catch (error) {
        notifyError(error);
        void queryClient.invalidateQueries({ queryKey: queryKeys.pledge(year, pledge.officialId) });
        return false;
      }
    });
    queue.current = next;
    return next;
  };
}

/** The check in the middle of the year: only what is asked then, one row an item, by keyboard. */
export function MidYear({ year, pledge, mayWrite }: { year: number; pledge: Pledge; mayWrite: boolean }) {
  const set = useChecks(year, pledge);
  const [day, setDay] = useState(todayTyped);
  const table = useRef<HTMLTableElement>(null);
  if (pledge.items.length === 0) return <p className={styles.empty}>{text.midYearNone}</p>;
  const checked = pledge.items.filter(({ midYear }) => midYear !== null).length;
  return (
    <div className={styles.content}>
      <p className={styles.hint}>{text.midYearCount(checked, pledge.items.length)}</p>
      <table ref={table} className={styles.checks} aria-label={text.midYearTable}>
        <thead>
          <tr>
            <th scope="col">{text.number}</th>
            <th scope="col">{text.itemText}</th>
            <th scope="col">{text.midYearMark}</th>
            <th scope="col">{text.midYearNote}</th>
            <th scope="col">{text.midYearOn}</th>
          </tr>
        </thead>
        <tbody>
          {pledge.items.map((item, index) => (
            <CheckRow
              key={item.id}
              item={item}
              index={index}
              day={day}
              mayWrite={mayWrite}
              onDay={setDay}
              onSet={set}
              onNext={() => {
                const next = table.current?.querySelectorAll('select')[index + 1];
                next?.focus();
                return next !== undefined;
              }}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CheckRowProps {
  item: PledgeItem;
  index: number;
  /** Of the last check, as typed: most are of one day. */
  day: string;
  mayWrite: boolean;
  onDay: (typed: string) => void;
  onSet: (item: PledgeItem, check: Check) => Promise<boolean>;
  /** False after the last row. */
  onNext: () => boolean;
}

function CheckRow({ item, index, day, mayWrite, onDay, onSet, onNext }: CheckRowProps) {
  const [note, setNote] = useState<string | null>(null);
  const [on, setOn] = useState<string | null>(null);
  const [mark, setMark] = useState<MidYearMark | 'none' | null>(null);
  const typedOn = on ?? formatDate(item.midYearOn);
  const shown = mark === null ? item.midYear : mark === 'none' ? null : mark;
  const badDay = on !== null && on.trim() !== '' && isFullDay(on) !== true;
  useUnsavedGuard(note !== null || on !== null || mark !== null, undefined, 'page');

  const commit = async () => {
    if (note === null && on === null && mark === null) return;
    if (badDay) return;
    const dayTyped = typedOn.trim() === '' && shown !== null ? day : typedOn;
    const check = {
      midYear: shown,
      midYearNote: note ?? item.midYearNote,
      midYearOn: dayTyped.trim() === '' ? null : parseTypedDate(dayTyped),
    };
    if (dayTyped.trim() !== '') onDay(dayTyped);
    if (!(await onSet(item, check))) return;
    // What was typed while it was written is written next.
    setNote((now) => (now === note ? null : now));
    setOn((now) => (now === on ? null : now));
    setMark((now) => (now === mark ? null : now));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    // Leaving the row writes it; from the last one the cursor goes nowhere.
    if (!onNext()) void commit();
  };
  return (
    <tr
      onBlur={(event) => {
        // A row is written when the cursor leaves it.
        if (!event.currentTarget.contains(event.relatedTarget)) void commit();
      }}
      onKeyDown={onKeyDown}
    >
      <td>{index + 1}</td>
      <td className={styles.checkItem}>
        <span className={styles.soft}>{titles[item.sectionId] ?? item.sectionId}</span>
        <p>{item.text}</p>
        <span className={styles.soft}>
          {[item.target, formatDate(item.dueOn)].filter((part) => part !== '').join(' – ')}
        </span>
      </td>
      <td>
        <select
          aria-label={text.midYearMarkOf(index + 1)}
          disabled={!mayWrite}
          value={shown ?? ''}
          onChange={(event) => setMark(midYearMarks.find((each) => each === event.target.value) ?? 'none')}
        >
          <option value="">{text.midYearEmpty}</option>
          {midYearMarks.map((each) => (
            <option key={each} value={each}>
              {midYearNames[each]}
            </option>
          ))}
        </select>
      </td>
      <td>
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={1000}
          aria-label={text.midYearNoteOf(index + 1)}
          disabled={!mayWrite}
          value={note ?? item.midYearNote}
          onChange={(event) => setNote(event.target.value)}
        />
      </td>
      <td>
        <input
          type="text"
          autoComplete="off"
          aria-label={text.midYearOnOf(index + 1)}
          aria-invalid={badDay ? true : undefined}
          disabled={!mayWrite}
          placeholder={day}
          value={typedOn}
          onChange={(event) => setOn(event.target.value)}
        />
      </td>
    </tr>
  );
}
