import type { UseFormReturn } from 'react-hook-form';
import type { CycleDetail } from '../../../db/contract/cycles.ts';
import { cycleStepNames, cycleStepNotes, quarterDayNote } from '../../../db/contract/vi/cycle-deadlines.ts';
import { cycleText as text } from '../../../db/contract/vi/cycles.ts';
import { TextField } from '../../components/field.tsx';
import { isFullDay } from '../officials/full-day.ts';
import styles from './cycle.module.css';
import { PackField } from './pack-field.tsx';
import { isDayOrEmpty, type PlanValues, stepsOf } from './plan-values.ts';

interface PlanFieldsProps {
  form: UseFormReturn<PlanValues>;
  quarter: number;
  packs: CycleDetail['packs'];
  packLocked: boolean;
  /** The counting day of an opened cycle stays. */
  opened: boolean;
  mayWrite: boolean;
}

export function PlanFields({ form, quarter, packs, packLocked, opened, mayWrite }: PlanFieldsProps) {
  const { errors } = form.formState;
  return (
    <fieldset className={styles.plan} disabled={!mayWrite}>
      <TextField
        label={text.countedOn}
        hint={text.countedOnHint}
        placeholder={text.dateExample}
        error={errors.countedOn?.message}
        disabled={opened}
        {...form.register('countedOn', { validate: isFullDay })}
      />
      <PackField form={form} packs={packs} locked={packLocked} />
      <h2>{text.planTitle}</h2>
      <TextField
        label={text.planNo}
        hint={text.planNoHint}
        error={errors.planNo?.message}
        maxLength={60}
        {...form.register('planNo')}
      />
      <TextField
        label={text.planDate}
        placeholder={text.dateExample}
        error={errors.planDate?.message}
        {...form.register('planDate', { validate: isDayOrEmpty })}
      />
      <TextField
        label={text.planIssuer}
        error={errors.planIssuer?.message}
        maxLength={200}
        className={styles.wide}
        {...form.register('planIssuer')}
      />
      <h2>{text.decisionTitle}</h2>
      <TextField
        label={text.decisionBody}
        error={errors.decisionBody?.message}
        maxLength={200}
        {...form.register('decisionBody')}
      />
      <TextField
        label={text.decisionDay}
        placeholder={text.dateExample}
        error={errors.decisionDay?.message}
        {...form.register('decisionDay', { validate: isDayOrEmpty })}
      />
      <h2>{text.deadlines}</h2>
      <p className={styles.note}>{text.deadlineHint}</p>
      {stepsOf(quarter).map((step) => (
        <TextField
          key={step}
          label={cycleStepNames[step]}
          hint={quarter === 0 ? cycleStepNotes[step] : quarterDayNote}
          placeholder={text.dateExample}
          error={errors.deadlines?.[step]?.message}
          {...form.register(`deadlines.${step}`, { validate: isDayOrEmpty })}
        />
      ))}
    </fieldset>
  );
}
