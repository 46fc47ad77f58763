import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import type { Organization } from '../../../db/contract/organizations.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import {
  organizationFieldLabels,
  organizationKindNames,
  organizationsText,
} from '../../../db/contract/vi/organizations.ts';
import { type OrganizationKind, organizationKinds } from '../../../db/domain/people.ts';
import { notifyError } from '../../app/notifier/notices.ts';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { hasCode, messageOf } from '../../lib/app-error.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { flattenTree, subtreeIds } from '../../lib/organization-tree.ts';
import styles from './organization-form.module.css';

export interface OrganizationValues {
  name: string;
  kind: OrganizationKind;
  parentId: number | null;
  code: string;
}

/** Choices of a select are text; '' is "no parent". */
interface FormValues {
  name: string;
  kind: OrganizationKind;
  parent: string;
  code: string;
}

interface OrganizationFormProps {
  values: OrganizationValues;
  organizations: readonly Organization[];
  /** The unit being edited: it cannot be put under itself. */
  selfId?: number;
  autoFocus?: boolean;
  onSave: (values: OrganizationValues) => Promise<void>;
}

export function OrganizationForm({
  values,
  organizations,
  selfId,
  autoFocus,
  onSave,
}: OrganizationFormProps) {
  const form = useForm<FormValues>({
    values: {
      name: values.name,
      kind: values.kind,
      parent: values.parentId === null ? '' : String(values.parentId),
      code: values.code,
    },
    resetOptions: { keepDirtyValues: true },
  });
  const { isDirty, isSubmitting, errors } = form.formState;
  useUnsavedGuard(isDirty && !isSubmitting);

  const parents = useMemo(() => {
    const below = selfId === undefined ? new Set<number>() : subtreeIds(organizations, selfId);
    return flattenTree(organizations).filter(({ organization }) => !below.has(organization.id));
  }, [organizations, selfId]);

  const submit = form.handleSubmit(async ({ name, kind, parent, code }) => {
    try {
      await onSave({ name, kind, parentId: parent === '' ? null : Number(parent), code });
      form.reset({ name, kind, parent, code });
    } catch (error) {
      if (hasCode(error, 'ORGANIZATION_NAME_TAKEN'))
        form.setError('name', { message: messageOf(error) }, { shouldFocus: true });
      else if (hasCode(error, 'ORGANIZATION_CYCLE')) form.setError('parent', { message: messageOf(error) });
      else if (!showFieldErrors(error, ['name', 'kind', 'code'], form.setError)) notifyError(error);
    }
  });

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={organizationFieldLabels.name}
        autoFocus={autoFocus}
        maxLength={200}
        error={errors.name?.message}
        {...form.register('name', {
          validate: (name) => name.trim() !== '' || fieldErrorMessage('REQUIRED'),
        })}
      />
      <SelectField label={organizationFieldLabels.kind} {...form.register('kind')}>
        {organizationKinds.map((kind) => (
          <option key={kind} value={kind}>
            {organizationKindNames[kind]}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={organizationFieldLabels.parentId}
        error={errors.parent?.message}
        {...form.register('parent')}
      >
        <option value="">{organizationsText.topLevel}</option>
        {parents.map(({ organization, depth }) => (
          <option key={organization.id} value={String(organization.id)}>
            {/* No-break spaces: a select drops ordinary ones. */}
            {`${'\u00a0'.repeat(depth * 3)}${organization.name}`}
          </option>
        ))}
      </SelectField>
      <TextField
        label={organizationFieldLabels.code}
        maxLength={40}
        error={errors.code?.message}
        {...form.register('code')}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" disabled={isSubmitting || !isDirty}>
          {isSubmitting ? commonText.saving : commonText.save}
        </Button>
        {isDirty && <Button onClick={() => form.reset()}>{commonText.discard}</Button>}
      </div>
    </form>
  );
}
