import { useState } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { CycleDetail } from '../../../db/contract/cycles.ts';
import { cycleText as text } from '../../../db/contract/vi/cycles.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { SelectField } from '../../components/field.tsx';
import styles from './cycle.module.css';
import type { PlanValues } from './plan-values.ts';

interface PackFieldProps {
  form: UseFormReturn<PlanValues>;
  /** Valid on the counting day that is typed. */
  packs: CycleDetail['packs'];
  locked: boolean;
}

/** Only packs valid on the counting day are offered; one that was chosen before the day changed stays in sight, refused. */
export function PackField({ form, packs, locked }: PackFieldProps) {
  const chosen = useWatch({ control: form.control, name: 'packId' });
  const offered = packs.find(({ id }) => id === chosen);
  const [last, setLast] = useState(offered);
  if (offered && offered.id !== last?.id) setLast(offered);
  const isValid = chosen === '' || offered !== undefined;
  const error = form.formState.errors.packId;
  // What our own check said before the day changed is past; what the service said stays.
  const refused = error?.type === 'validate' ? undefined : error?.message;
  return (
    <SelectField
      label={text.pack}
      className={styles.wide}
      hint={locked ? text.packLocked : text.packHint}
      error={isValid ? refused : fieldErrorMessage('PACK_NOT_VALID')}
      disabled={locked}
      {...form.register('packId', {
        validate: () => isValid || fieldErrorMessage('PACK_NOT_VALID'),
      })}
    >
      <option value="">{text.noPack}</option>
      {[...packs, ...(isValid || !last ? [] : [last])].map((pack) => (
        <option key={pack.id} value={pack.id}>
          {pack.title}
        </option>
      ))}
    </SelectField>
  );
}
