import { useState } from 'react';
import type { Organization } from '../../../db/contract/organizations.ts';
import {
  organizationFieldLabels,
  organizationKindNames,
  organizationsText,
  stepsText,
} from '../../../db/contract/vi/organizations.ts';
import { organizationKinds } from '../../../db/domain/people.ts';
import { SelectField, TextField } from '../../components/field.tsx';
import type { StepErrors } from './step-errors.ts';
import styles from './steps.module.css';
import { printedFields, printedLengths, type UnitDraft } from './unit-draft.ts';
import { UnitOfDaySelect } from './unit-of-day-select.tsx';
import { UnitTypeOptions } from './unit-type-options.tsx';

interface UnitFieldsProps {
  draft: UnitDraft;
  /** Path of the unit in the act's input, as errors name it: '' or 'target.unit.'. */
  prefix: string;
  errors: StepErrors;
  organizations: readonly Organization[];
  /** Units that it cannot be put under. */
  without: ReadonlySet<number>;
  onChange: (change: Partial<UnitDraft>) => void;
}

/** The values of a unit in a guided step; the printed lines are folded away while they are empty. */
export function UnitFields({ draft, prefix, errors, organizations, without, onChange }: UnitFieldsProps) {
  // It stays as the person left it, but for an error inside.
  const [opened, setOpened] = useState(() => printedFields.some((field) => draft[field] !== ''));
  const wrong = printedFields.some((field) => errors[`${prefix}${field}`] !== undefined);
  return (
    <>
      <TextField
        label={organizationFieldLabels.name}
        maxLength={200}
        error={errors[`${prefix}name`]}
        value={draft.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <div className={styles.pair}>
        <SelectField
          label={organizationFieldLabels.kind}
          error={errors[`${prefix}kind`]}
          value={draft.kind}
          onChange={(event) => {
            const kind = organizationKinds.find((each) => each === event.target.value);
            if (kind !== undefined) onChange({ kind });
          }}
        >
          {organizationKinds.map((kind) => (
            <option key={kind} value={kind}>
              {organizationKindNames[kind]}
            </option>
          ))}
        </SelectField>
        <TextField
          label={organizationFieldLabels.code}
          maxLength={40}
          error={errors[`${prefix}code`]}
          value={draft.code}
          onChange={(event) => onChange({ code: event.target.value })}
        />
      </div>
      <SelectField
        label={organizationFieldLabels.unitType}
        error={errors[`${prefix}unitType`]}
        value={draft.unitType}
        onChange={(event) => onChange({ unitType: event.target.value })}
      >
        <UnitTypeOptions />
      </SelectField>
      <UnitOfDaySelect
        label={organizationFieldLabels.parentId}
        error={errors[`${prefix}parentId`]}
        value={draft.parentId}
        noneText={organizationsText.topLevel}
        organizations={organizations}
        without={without}
        onChange={(parentId) => onChange({ parentId })}
      />
      <details
        className={styles.printed}
        open={opened || wrong}
        onToggle={(event) => setOpened(event.currentTarget.open)}
      >
        <summary>{stepsText.printed}</summary>
        <div className={styles.printedFields}>
          <p className={styles.hint}>{stepsText.printedHint}</p>
          {printedFields.map((field) => (
            <TextField
              key={field}
              label={organizationFieldLabels[field]}
              maxLength={printedLengths[field]}
              error={errors[`${prefix}${field}`]}
              value={draft[field]}
              onChange={(event) => onChange({ [field]: event.target.value })}
            />
          ))}
        </div>
      </details>
    </>
  );
}

/** Every field of UnitFields, as errors name them. */
export const unitFieldPaths = (prefix: string): string[] =>
  ['name', 'kind', 'unitType', 'code', 'parentId', ...printedFields].map((field) => `${prefix}${field}`);
