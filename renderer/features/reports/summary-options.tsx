import { useState } from 'react';
import type { SummaryInput } from '../../../db/contract/summaries.ts';
import { breakdownNames, summaryPageText as text } from '../../../db/contract/vi/summaries.ts';
import { formatPartialDate, parseTypedDate } from '../../../db/domain/dates.ts';
import { type BreakdownId, breakdownIds, type SummaryTableId } from '../../../db/domain/summaries.ts';
import { CheckField, TextField } from '../../components/field.tsx';
import { Popover } from '../../components/popover.tsx';
import styles from './summary-options.module.css';

type Against = NonNullable<SummaryInput['against']>;

/** The comparisons that a table has: names (5d) none, pledges (5e) are given for a year. */
export function comparisonsOf(table: SummaryTableId, quarter: number): { against: Against; label: string }[] {
  if (table === '5d') return [];
  const before = {
    against: 'periodBefore',
    label: quarter === 0 ? text.compare : text.compareQuarter,
  } as const;
  const earlier = { against: 'yearEarlier', label: text.compareSameQuarter } as const;
  if (quarter === 0) return [before];
  return table === '5e' ? [earlier] : [before, earlier];
}

export interface SummaryChoice {
  groups: readonly BreakdownId[];
  against: Against | null;
  hideSmall: boolean;
  /** Days of table 5f; null: the whole period. */
  days: { from: string; to: string } | null;
}

interface SummaryOptionsProps {
  table: SummaryTableId;
  quarter: number;
  choice: SummaryChoice;
  onChange: (choice: SummaryChoice) => void;
}

/** What is shown and printed beside the table itself; what a table does not know is not offered. */
export function SummaryOptions({ table, quarter, choice, onChange }: SummaryOptionsProps) {
  const chosen =
    choice.against !== null || choice.hideSmall || choice.groups.length > 0 || choice.days !== null;
  // A list of names has last year's level as a column, and nothing to cover.
  if (table === '5d') return null;
  return (
    <Popover label={text.options} title={text.options} pressed={chosen}>
      <div className={styles.options}>
        {comparisonsOf(table, quarter).map(({ against, label }) => (
          <Check
            key={against}
            label={label}
            checked={choice.against === against}
            onChange={(on) => onChange({ ...choice, against: on ? against : null })}
          />
        ))}
        <Check
          label={text.hideSmall}
          checked={choice.hideSmall}
          onChange={(hideSmall) => onChange({ ...choice, hideSmall })}
        />
        {table === '5a' && (
          <fieldset className={styles.groups}>
            <legend>{text.groups}</legend>
            {breakdownIds.map((group) => (
              <Check
                key={group}
                label={breakdownNames[group]}
                checked={choice.groups.includes(group)}
                onChange={(on) =>
                  onChange({
                    ...choice,
                    groups: breakdownIds.filter((id) => (id === group ? on : choice.groups.includes(id))),
                  })
                }
              />
            ))}
          </fieldset>
        )}
        {table === '5f' && <Days days={choice.days} onChange={(days) => onChange({ ...choice, days })} />}
      </div>
    </Popover>
  );
}

function Check({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (on: boolean) => void;
}) {
  return <CheckField label={label} checked={checked} onChange={(event) => onChange(event.target.checked)} />;
}

/** Free days, as "2019 to the first half of 2021"; both empty is the whole period. */
function Days({
  days,
  onChange,
}: {
  days: SummaryChoice['days'];
  onChange: (days: SummaryChoice['days']) => void;
}) {
  const [from, setFrom] = useState(days ? formatPartialDate(days.from) : '');
  const [to, setTo] = useState(days ? formatPartialDate(days.to) : '');
  const [bad, setBad] = useState(false);
  const take = () => {
    if (from.trim() === '' && to.trim() === '') {
      setBad(false);
      onChange(null);
      return;
    }
    const [first, last] = [parseTypedDate(from), parseTypedDate(to)];
    const whole = first?.length === 10 && last?.length === 10 && first <= last;
    setBad(!whole);
    if (whole) onChange({ from: first, to: last });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) take();
  };
  return (
    <>
      <TextField
        label={text.from}
        value={from}
        onChange={(event) => setFrom(event.target.value)}
        onBlur={take}
        onKeyDown={onKeyDown}
      />
      <TextField
        label={text.to}
        value={to}
        error={bad ? text.daysBad : undefined}
        onChange={(event) => setTo(event.target.value)}
        onBlur={take}
        onKeyDown={onKeyDown}
      />
    </>
  );
}
