import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useForm } from 'react-hook-form';
import type { Organization } from '../../../db/contract/organizations.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import {
  organizationFieldLabels,
  organizationKindNames,
  organizationsText,
  unitTypeNames,
  unknownUnitType,
} from '../../../db/contract/vi/organizations.ts';
import { subtreeIds } from '../../../db/domain/organizations.ts';
import { type OrganizationKind, organizationKinds, type UnitType } from '../../../db/domain/people.ts';
import { notifyError } from '../../app/notifier/notices.ts';
import { RecordNotes } from '../../app/record-notes.tsx';
import { useRecordForm } from '../../app/use-record-form.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import { UnitOptions } from '../../components/unit-options.tsx';
import { hasCode, messageOf } from '../../lib/app-error.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { flattenTree } from '../../lib/organization-tree.ts';
import styles from './organization-form.module.css';
import { unitTypeOf } from './unit-draft.ts';
import { UnitTypeOptions } from './unit-type-options.tsx';

const kindName = (kind: string): string =>
  organizationKindNames[organizationKinds.find((each) => each === kind) ?? 'partyCell'];

const typeName = (text: string): string => {
  const type = unitTypeOf(text);
  return type === null ? unknownUnitType : unitTypeNames[type];
};

export interface OrganizationValues {
  name: string;
  kind: OrganizationKind;
  unitType: UnitType | null;
  parentId: number | null;
  code: string;
}

/** Choices of a select are text; '' is "no parent" and "no type". */
interface FormValues {
  name: string;
  kind: OrganizationKind;
  unitType: string;
  parent: string;
  code: string;
}

interface OrganizationFormProps {
  values: OrganizationValues;
  organizations: readonly Organization[];
  /** The unit being edited: it cannot be put under itself. */
  self?: { id: number; version: number };
  autoFocus?: boolean;
  onSave: (values: OrganizationValues) => Promise<void>;
}

export function OrganizationForm({ values, organizations, self, autoFocus, onSave }: OrganizationFormProps) {
  const queryClient = useQueryClient();
  const selfId = self?.id;
  const current: FormValues = {
    name: values.name,
    kind: values.kind,
    unitType: values.unitType ?? '',
    parent: values.parentId === null ? '' : String(values.parentId),
    code: values.code,
  };
  const form = useForm<FormValues>({ defaultValues: current });
  const { isDirty, isSubmitting, errors } = form.formState;
  const record = useRecordForm(form, current, {
    key: { form: 'organization', recordId: selfId ?? null, partId: null },
    version: self?.version ?? null,
    title: (typed) => (selfId === undefined ? typed.name : values.name),
  });
  const { newer } = record;

  const parents = useMemo(() => {
    const below = selfId === undefined ? new Set<number>() : subtreeIds(organizations, selfId);
    return flattenTree(organizations).filter(({ organization }) => !below.has(organization.id));
  }, [organizations, selfId]);

  const submit = form.handleSubmit(async ({ name, kind, unitType, parent, code }) => {
    try {
      await onSave({
        name,
        kind,
        unitType: unitTypeOf(unitType),
        parentId: parent === '' ? null : Number(parent),
        code,
      });
      record.saved();
      form.reset({ name, kind, unitType, parent, code });
    } catch (error) {
      if (hasCode(error, 'ORGANIZATION_NAME_TAKEN'))
        form.setError('name', { message: messageOf(error) }, { shouldFocus: true });
      else if (hasCode(error, 'ORGANIZATION_CYCLE')) form.setError('parent', { message: messageOf(error) });
      else if (hasCode(error, 'STALE_VERSION')) {
        newer.refused();
        void queryClient.invalidateQueries();
      } else if (!showFieldErrors(error, ['name', 'kind', 'unitType', 'code'], form.setError))
        notifyError(error);
    }
  });

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <RecordNotes record={record} />
      <TextField
        label={organizationFieldLabels.name}
        autoFocus={autoFocus}
        maxLength={200}
        error={errors.name?.message}
        {...form.register('name', {
          validate: (name) => name.trim() !== '' || fieldErrorMessage('REQUIRED'),
        })}
      />
      <NewerField newer={newer} field="name" />
      <SelectField label={organizationFieldLabels.kind} {...form.register('kind')}>
        {organizationKinds.map((kind) => (
          <option key={kind} value={kind}>
            {organizationKindNames[kind]}
          </option>
        ))}
      </SelectField>
      <NewerField newer={newer} field="kind" show={kindName} />
      <SelectField
        label={organizationFieldLabels.unitType}
        error={errors.unitType?.message}
        {...form.register('unitType')}
      >
        <UnitTypeOptions />
      </SelectField>
      <NewerField newer={newer} field="unitType" show={typeName} />
      <SelectField
        label={organizationFieldLabels.parentId}
        error={errors.parent?.message}
        {...form.register('parent')}
      >
        <option value="">{organizationsText.topLevel}</option>
        <UnitOptions units={parents} />
      </SelectField>
      <NewerField
        newer={newer}
        field="parent"
        show={(id) =>
          organizations.find((each) => String(each.id) === id)?.name ?? organizationsText.topLevel
        }
      />
      <TextField
        label={organizationFieldLabels.code}
        maxLength={40}
        error={errors.code?.message}
        {...form.register('code')}
      />
      <NewerField newer={newer} field="code" />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" disabled={isSubmitting || !isDirty}>
          {isSubmitting ? commonText.saving : commonText.save}
        </Button>
        {isDirty && <Button onClick={record.giveUp}>{commonText.discard}</Button>}
      </div>
    </form>
  );
}
