import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import { remediationText as text } from '../../../db/contract/vi/remediation.ts';
import { SelectField, TextField } from '../../components/field.tsx';
import { call } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';

interface PersonChoiceProps {
  label: string;
  hint?: string;
  error: string | undefined;
  /** The field that holds the name as text. */
  registered: UseFormRegisterReturn;
  /** Id of the person in the book as text; '' for a name as written. */
  officialId: string;
  onChoose: (officialId: string, name: string | null) => void;
}

/** Of a search: enough to choose from, the rest needs a longer name. */
const MOST_FOUND = 8;
const LINES = 5;

/** A person of the book, found by name, or the name of a body as it is written. */
export function PersonChoice(props: PersonChoiceProps) {
  const { label, hint = text.personHint, error, registered, officialId, onChoose } = props;
  // What was typed, not what was chosen: the arrow keys go through the found people.
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const people = useQuery({
    queryKey: [...queryKeys.officials, 'choice', search, MOST_FOUND],
    queryFn: () => call('officials.list', { search, limit: MOST_FOUND }),
    enabled: search !== '',
  });
  const rows = search === '' ? [] : (people.data?.rows ?? []);
  return (
    <>
      <TextField
        label={label}
        hint={officialId === '' ? hint : text.personLinked}
        error={error}
        maxLength={200}
        {...registered}
        onChange={(event) => {
          setTyped(event.target.value);
          onChoose('', null);
          return registered.onChange(event);
        }}
      />
      {rows.length > 0 && (
        <SelectField
          label={text.personChoice}
          size={Math.min(LINES, rows.length + 1)}
          value={officialId}
          onChange={(event) => {
            const row = rows.find(({ id }) => String(id) === event.target.value);
            onChoose(row ? String(row.id) : '', row?.fullName ?? typed);
          }}
        >
          <option value="">{text.personAsText}</option>
          {rows.map((row) => (
            <option key={row.id} value={String(row.id)}>
              {text.personOption(row.fullName, formatDate(row.birthDate), row.organizationName ?? '')}
            </option>
          ))}
        </SelectField>
      )}
    </>
  );
}
