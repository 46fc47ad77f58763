import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { CycleDetail } from '../../../db/contract/cycles.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { periodWords, cycleText as text } from '../../../db/contract/vi/cycles.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.ts';
import { Button } from '../../components/button.tsx';
import { call } from '../../lib/api.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { resetToSaved } from '../../lib/reset-to-saved.ts';
import { useMayWrite } from '../officials/use-may-write.ts';
import styles from './cycle.module.css';
import { PlanFields } from './plan-fields.tsx';
import { type PlanValues, planOf, typedPlan } from './plan-values.ts';

/** The plan of an opened cycle, and the way back while nothing was entered. */
export function CyclePlan({ cycle }: { cycle: CycleDetail }) {
  const queryClient = useQueryClient();
  const mayWrite = useMayWrite();
  const form = useForm<PlanValues>({ values: typedPlan(cycle), resetOptions: { keepDirtyValues: true } });
  const { isSubmitting, isDirty } = form.formState;
  useUnsavedGuard(isDirty && !isSubmitting);

  const save = (plan: PlanValues, version: number) =>
    call('cycles.update', { ...planOf(plan), id: cycle.id, version });
  const submit = form.handleSubmit(async (values) => {
    try {
      const saved = await save(values, cycle.version);
      resetToSaved(form, values, values);
      await queryClient.invalidateQueries();
      const undo = async () => {
        await save(typedPlan(cycle), saved.version);
        await queryClient.invalidateQueries();
        notifyDone(text.planRestored);
      };
      notifyDone(text.planSaved, { actions: [{ label: commonText.undo, run: undo }] });
    } catch (error) {
      if (!showFieldErrors(error, ['packId', 'planDate', 'decisionDay'], form.setError)) notifyError(error);
    }
  });
  const withdraw = async () => {
    try {
      await call('cycles.withdraw', { id: cycle.id, version: cycle.version });
      form.reset(typedPlan(cycle));
      await queryClient.invalidateQueries();
      notifyDone(text.withdrawn(periodWords(cycle.year, cycle.quarter)));
    } catch (error) {
      notifyError(error);
    }
  };

  return (
    <form className={styles.open} onSubmit={submit} noValidate>
      <PlanFields
        form={form}
        quarter={cycle.quarter}
        packs={cycle.packs}
        packLocked={cycle.packLocked}
        opened
        mayWrite={mayWrite}
      />
      {mayWrite && (
        <div className={styles.acts}>
          <Button type="submit" variant="primary" disabled={isSubmitting || !isDirty}>
            {isSubmitting ? commonText.saving : text.savePlan}
          </Button>
          <Button variant="quiet" title={text.withdrawHint} onClick={() => withdraw()}>
            {text.withdraw}
          </Button>
        </div>
      )}
    </form>
  );
}
