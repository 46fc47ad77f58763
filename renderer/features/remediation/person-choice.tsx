import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import type { OfficialRow } from '../../../db/contract/officials.ts';
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
  /** Whose people stand first; null: the whole book at once. */
  organizationId: number | null;
  onChoose: (officialId: string, name: string | null) => void;
}

/** Of a search: enough to choose from, the rest needs a longer name. */
const MOST_FOUND = 8;
const LINES = 8;

const postOf = (row: Pick<OfficialRow, 'partyPost' | 'statePost' | 'massPost'>): string =>
  [row.partyPost, row.statePost, row.massPost].find((post) => post !== '') ?? '';

/** A person of the book, found by name, those of the unit first; or the name of a body as it is written. */
export function PersonChoice(props: PersonChoiceProps) {
  const { label, hint = text.personHint, error, registered, officialId, organizationId, onChoose } = props;
  // What was typed, not what was chosen: the arrow keys go through the found people.
  const [typed, setTyped] = useState('');
  const search = typed.trim();
  const found = (unit: number | null) => ({
    queryKey: [...queryKeys.officials, 'choice', search, unit, MOST_FOUND],
    queryFn: () => call('officials.list', { search, organizationId: unit, limit: MOST_FOUND }),
  });
  const ofUnit = useQuery({ ...found(organizationId), enabled: search !== '' && organizationId !== null });
  const ofBook = useQuery({ ...found(null), enabled: search !== '' });
  const near = search === '' ? [] : (ofUnit.data?.rows ?? []);
  const isNear = new Set(near.map(({ id }) => id));
  const far = (search === '' ? [] : (ofBook.data?.rows ?? [])).filter(({ id }) => !isNear.has(id));
  const groups = [
    { label: text.personOfUnit, rows: near },
    { label: near.length === 0 ? text.personOfBook : text.personElsewhere, rows: far },
  ].filter(({ rows }) => rows.length > 0);
  const rows = groups.flatMap((group) => group.rows);
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
          size={Math.min(LINES, rows.length + groups.length + 1)}
          value={officialId}
          onChange={(event) => {
            const row = rows.find(({ id }) => String(id) === event.target.value);
            onChoose(row ? String(row.id) : '', row?.fullName ?? typed);
          }}
        >
          <option value="">{text.personAsText}</option>
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {group.rows.map((row) => (
                <option key={row.id} value={String(row.id)}>
                  {text.personOption(
                    row.fullName,
                    formatDate(row.birthDate),
                    postOf(row),
                    row.organizationName ?? '',
                  )}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
      )}
    </>
  );
}
