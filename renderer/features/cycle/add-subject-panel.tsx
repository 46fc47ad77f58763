import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { commonText } from '../../../db/contract/vi/common.ts';
import { collectiveKindNames, reviewPlaceNames, cycleText as text } from '../../../db/contract/vi/cycles.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { type CollectiveKind, collectiveKinds, type ReviewPlace } from '../../../db/domain/cycle.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.ts';
import { Button } from '../../components/button.tsx';
import { DetailPanel } from '../../components/detail-panel.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { call } from '../../lib/api.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { formatDate } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { UnitSelect } from '../officials/unit-select.tsx';
import styles from './cycle.module.css';

interface AddSubjectPanelProps {
  year: number;
  quarter: number;
  onClose: () => void;
  onAdded: () => void;
}

interface Values {
  officialId: string;
  organizationId: string;
  place: ReviewPlace;
  kind: CollectiveKind;
  reason: string;
}
/** Of a search: enough to choose from, the rest needs a longer name. */
const MOST_FOUND = 12;

/** One more place where a person is reviewed, a late-comer, or a collective that was not drawn, with the reason. */
export function AddSubjectPanel({ year, quarter, onClose, onAdded }: AddSubjectPanelProps) {
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState('');
  const search = typed.trim();
  const form = useForm<Values>({
    defaultValues: {
      officialId: '',
      organizationId: '',
      place: 'leadership',
      kind: 'committee',
      reason: '',
    },
  });
  const ofCollective = form.watch('place') === 'collective';
  const { isSubmitting, isDirty, errors } = form.formState;
  useUnsavedGuard(isDirty && !isSubmitting);
  const filter = { search } as const;
  const people = useQuery({
    queryKey: [...queryKeys.officials, 'choice', search],
    queryFn: () => call('officials.list', { ...filter, limit: MOST_FOUND }),
    enabled: search !== '',
  });
  const required = (value: string) => value.trim() !== '' || fieldErrorMessage('REQUIRED');
  const submit = form.handleSubmit(async ({ officialId, organizationId, place, kind, reason }) => {
    const common = { year, quarter, organizationId: Number(organizationId), reason };
    try {
      if (place === 'collective') await call('cycles.addCollective', { ...common, kind });
      else await call('cycles.addSubject', { ...common, officialId: Number(officialId), place });
      await queryClient.invalidateQueries();
      form.reset();
      onAdded();
      notifyDone(text.added);
    } catch (error) {
      if (!showFieldErrors(error, ['organizationId', 'reason'], form.setError)) notifyError(error);
    }
  });
  return (
    <DetailPanel title={text.addTitle} onClose={onClose}>
      <form className={styles.small} onSubmit={submit} noValidate>
        <p className={styles.note}>{text.addHint}</p>
        {!ofCollective && (
          <>
            <TextField
              label={text.person}
              hint={text.personHint}
              autoFocus
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                // Who was chosen among others is not among those found now.
                form.setValue('officialId', '', { shouldDirty: true });
              }}
            />
            <SelectField
              label={text.name}
              size={6}
              error={errors.officialId?.message}
              {...form.register('officialId', {
                validate: (value) => form.getValues('place') === 'collective' || required(value),
              })}
            >
              {(people.data?.rows ?? []).map((row) => (
                <option key={row.id} value={String(row.id)}>
                  {[row.fullName, formatDate(row.birthDate), row.organizationName]
                    .filter(Boolean)
                    .join(' – ')}
                </option>
              ))}
            </SelectField>
          </>
        )}
        <UnitSelect
          label={text.unit}
          noneLabel=""
          error={errors.organizationId?.message}
          {...form.register('organizationId', { validate: required })}
        />
        <SelectField label={text.place} error={errors.place?.message} {...form.register('place')}>
          {(['leadership', 'cell', 'collective'] as const).map((place) => (
            <option key={place} value={place}>
              {reviewPlaceNames[place]}
            </option>
          ))}
        </SelectField>
        {ofCollective && (
          <SelectField label={text.collectiveKind} {...form.register('kind')}>
            {collectiveKinds.map((kind) => (
              <option key={kind} value={kind}>
                {collectiveKindNames[kind]}
              </option>
            ))}
          </SelectField>
        )}
        <TextField
          label={text.reason}
          maxLength={300}
          error={errors.reason?.message}
          {...form.register('reason', { validate: required })}
        />
        <div className={styles.acts}>
          <Button type="submit" variant="primary" disabled={isSubmitting}>
            {isSubmitting ? commonText.saving : text.add}
          </Button>
          <Button onClick={onClose}>{commonText.cancel}</Button>
        </div>
      </form>
    </DetailPanel>
  );
}
