import { useForm } from 'react-hook-form';
import { commonText } from '../../../db/contract/vi/common.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { meetingsText as text } from '../../../db/contract/vi/meetings.ts';
import { useScope } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { UnitSelect } from '../officials/unit-select.tsx';
import styles from './reviews.module.css';

interface ChooseUnitProps {
  onChoose: (organizationId: number) => void;
  onClose: () => void;
}

/** Whose meeting a new one is; the unit of the top bar stands there already. */
export function ChooseUnit({ onChoose, onClose }: ChooseUnitProps) {
  const { organizationId } = useScope();
  const form = useForm({ defaultValues: { unit: organizationId === null ? '' : String(organizationId) } });
  return (
    <Dialog title={text.chooseUnit} onClose={onClose}>
      <form
        className={styles.stack}
        onSubmit={form.handleSubmit(({ unit }) => onChoose(Number(unit)))}
        noValidate
      >
        <UnitSelect
          label={text.unit}
          noneLabel={text.unitFirst}
          kept={null}
          error={form.formState.errors.unit?.message}
          {...form.register('unit', { validate: (unit) => unit !== '' || fieldErrorMessage('REQUIRED') })}
        />
        <div className={styles.acts}>
          <Button type="submit" variant="primary">
            {text.open}
          </Button>
          <Button onClick={onClose}>{commonText.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
