import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import type { UseFormRegisterReturn } from 'react-hook-form';
import {
  genderNames,
  membershipStatusNames,
  officialFieldLabels,
  personLabels,
  officialEditText as text,
  workingStatusNames,
} from '../../../db/contract/vi/officials.ts';
import { genders, membershipStatuses, workingStatuses } from '../../../db/domain/people.ts';
import { IconButton } from '../../components/button.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { NewerValue } from '../../components/newer-note.tsx';
import styles from './official-form.module.css';
import { type FormFieldId, isDateField } from './official-form-values.ts';

export interface FieldState {
  id: FormFieldId;
  error: string | undefined;
  /** The mask that is shown instead of the field; null when it can be edited. */
  locked: string | null;
  revealing: boolean;
  onReveal: () => void;
  /** What another session wrote where something else was typed here. */
  newer: string | null;
  /** A choice that what is known suggests while none is made; '' is none. */
  suggested: string;
  onTakeNewer: () => void;
}

const narrow: ReadonlySet<FormFieldId> = new Set([
  'birthDate',
  'gender',
  'admittedOn',
  'fullMemberOn',
  'partyCardNo',
  'partyFileNo',
  'ethnicity',
  'religion',
  'workingFrom',
]);

const choices = {
  gender: genders,
  membershipStatus: membershipStatuses,
  workingStatus: workingStatuses,
} as const;

const labelOfField = (id: FormFieldId): string =>
  id === 'membershipStatus' || id === 'workingStatus' || id === 'workingFrom'
    ? personLabels[id]
    : officialFieldLabels[id];

/** One field of the person, by its type; below it the newer value of another session. */
export function OfficialFormField({
  state,
  register,
}: {
  state: FieldState;
  register: (id: FormFieldId) => UseFormRegisterReturn;
}) {
  const { id, newer } = state;
  return (
    <div className={narrow.has(id) ? undefined : styles.wide}>
      <Control state={state} register={register} />
      {newer !== null && <NewerValue shown={shownValue(id, newer)} onTake={state.onTakeNewer} />}
    </div>
  );
}

function Control({
  state,
  register,
}: {
  state: FieldState;
  register: (id: FormFieldId) => UseFormRegisterReturn;
}) {
  const { id, error, locked } = state;
  const label = labelOfField(id);
  if (locked !== null)
    return (
      <TextField
        label={label}
        value={locked}
        readOnly
        disabled
        title={text.lockedHint}
        end={
          <IconButton
            small
            label={text.revealToEdit}
            data-reveals={id}
            disabled={state.revealing}
            onClick={state.onReveal}
          >
            <IconEye size={18} aria-hidden />
          </IconButton>
        }
      />
    );
  if (id === 'gender' || id === 'membershipStatus' || id === 'workingStatus')
    return (
      <SelectField label={label} error={error} {...register(id)}>
        <option value="">
          {state.suggested === '' ? text.chooseNone : text.suggested(shownValue(id, state.suggested))}
        </option>
        {choices[id].map((value) => (
          <option key={value} value={value}>
            {shownValue(id, value)}
          </option>
        ))}
      </SelectField>
    );
  return (
    <TextField
      label={label}
      error={error}
      placeholder={isDateField(id) ? text.dateExample : undefined}
      inputMode={id === 'citizenId' ? 'numeric' : undefined}
      {...register(id)}
    />
  );
}

function shownValue(id: FormFieldId, value: string): string {
  const gender = genders.find((each) => each === value);
  if (id === 'gender' && gender) return genderNames[gender];
  const status = membershipStatuses.find((each) => each === value);
  if (id === 'membershipStatus' && status) return membershipStatusNames[status];
  const working = workingStatuses.find((each) => each === value);
  if (id === 'workingStatus' && working) return workingStatusNames[working];
  return value;
}
