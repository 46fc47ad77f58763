import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import type { OperationResult } from '../../../db/contract/organization-operations.ts';
import { stepsText, stepTitles } from '../../../db/contract/vi/organizations.ts';
import { DraftNote } from '../../app/draft-note.tsx';
import { Button } from '../../components/button.tsx';
import { DetailPanel } from '../../components/detail-panel.tsx';
import { TextField } from '../../components/field.tsx';
import { PeopleCounts } from '../../components/people-counts.tsx';
import { formatDate } from '../../lib/format.ts';
import styles from './steps.module.css';
import type { Step, StepAct, StepProps } from './use-step.ts';

interface StepPanelProps extends Pick<StepProps, 'unit' | 'onClose'> {
  step: Step;
  act: StepAct;
  children: ReactNode;
}

/** A guided step in the panel: the day, its fields, the check with its counts, and only then the act. */
export function StepPanel({ unit, onClose, step, act, children }: StepPanelProps) {
  const { day, onDay, checked, busy } = step;
  return (
    <DetailPanel title={stepTitles[act.kind]} subtitle={unit.name} onClose={onClose}>
      <form
        ref={step.form}
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (busy === null) void step.check(act);
        }}
      >
        <DraftNote draft={step.draft} onDrop={step.beginAnew} />
        <TextField
          label={stepsText.onDay}
          hint={stepsText.onDayHint}
          error={day.error}
          autoFocus
          inputMode="numeric"
          maxLength={20}
          value={day.value}
          onChange={(event) => day.change(event.target.value)}
        />
        {children}
        <div className={styles.buttons}>
          <Button type="submit" disabled={busy !== null}>
            {busy === 'check' ? stepsText.checking : stepsText.check}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {stepsText.backToUnit}
          </Button>
        </div>
        {checked !== null && onDay !== null && (
          <Checked result={checked}>
            <Button variant="primary" disabled={busy !== null} onClick={() => step.perform(act)}>
              {busy === 'act' ? stepsText.doing : stepsText.act(act.kind, formatDate(onDay))}
            </Button>
          </Checked>
        )}
      </form>
    </DetailPanel>
  );
}

/** People per unit before and after, and the two sums. It takes the focus, so that it is read before the act. */
function Checked({ result, children }: { result: OperationResult; children: ReactNode }) {
  const id = useId();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'end' });
  }, []);
  return (
    <section ref={box} className={styles.result} tabIndex={-1} aria-labelledby={id}>
      <h3 id={id}>{stepsText.checkedTitle}</h3>
      <PeopleCounts result={result} />
      <p className={styles.agree}>
        <IconCircleCheck size={18} aria-hidden />
        {stepsText.sumsAgree(result.after)}
      </p>
      {children}
    </section>
  );
}
