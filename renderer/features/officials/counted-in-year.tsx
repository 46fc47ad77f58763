import type { UseFormReturn } from 'react-hook-form';
import type { Discipline } from '../../../db/contract/disciplines.ts';
import {
  disciplineBranchNames,
  disciplineFormNames,
  disciplineText as text,
} from '../../../db/contract/vi/discipline.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { SelectField, TextField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import { formatDate } from '../../lib/format.ts';
import type { Newer } from '../../lib/use-newer.ts';
import type { DisciplineFormValues } from './discipline-form.tsx';

interface CountedInYearProps {
  form: UseFormReturn<DisciplineFormValues>;
  newer: Newer;
  /** The person's other entries. */
  others: readonly Discipline[];
}

/** The year in whose rating an entry counts. */
const yearOf = ({ countedYear, effectiveOn }: Discipline): string =>
  String(countedYear ?? effectiveOn.slice(0, 4));
const isYear = (typed: string) => /^\s*(\d{4})?\s*$/.test(typed) || fieldErrorMessage('INVALID_VALUE');

/** One violation counts once: in the year of its day, or in the one that is said, with the reason. */
export function CountedInYear({ form, newer, others }: CountedInYearProps) {
  const { errors } = form.formState;
  const countWith = (id: string) => {
    const other = others.find((each) => String(each.id) === id);
    const day = formatDate(other?.effectiveOn ?? null);
    const reason = other && text.sameAsReason(disciplineFormNames[other.form], day, other.decisionNo);
    form.setValue('countedYear', other === undefined ? '' : yearOf(other), { shouldDirty: true });
    form.setValue('countedReason', reason ?? '', { shouldDirty: true });
  };
  return (
    <>
      {others.length > 0 && (
        <SelectField label={text.sameAs} defaultValue="" onChange={(event) => countWith(event.target.value)}>
          <option value="">{text.sameAsNone}</option>
          {others.map((each) => (
            <option key={each.id} value={String(each.id)}>
              {text.entry(
                disciplineBranchNames[each.branch],
                disciplineFormNames[each.form],
                formatDate(each.effectiveOn),
              )}
            </option>
          ))}
        </SelectField>
      )}
      <div>
        <TextField
          label={text.countedYear}
          placeholder={text.countedYearHint}
          inputMode="numeric"
          maxLength={4}
          error={errors.countedYear?.message}
          {...form.register('countedYear', { validate: isYear })}
        />
        <NewerField newer={newer} field="countedYear" />
      </div>
      {form.watch('countedYear').trim() !== '' && (
        <div>
          <TextField
            label={text.countedReason}
            error={errors.countedReason?.message}
            {...form.register('countedReason')}
          />
          <NewerField newer={newer} field="countedReason" />
        </div>
      )}
    </>
  );
}
