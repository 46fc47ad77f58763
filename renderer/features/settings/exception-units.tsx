import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { ruleSettingsText as text } from '../../../db/contract/vi/rule-settings-screen.ts';
import { IconButton } from '../../components/button.tsx';
import { SelectField } from '../../components/field.tsx';
import { useOrganizations } from '../../lib/use-organizations.ts';
import styles from './settings.module.css';

interface ExceptionUnitsProps {
  /** Ids with a space between them. */
  units: string;
  onChange: (units: string) => void;
}

/** The organisations that the higher cap was granted to. */
export function ExceptionUnits({ units, onChange }: ExceptionUnitsProps) {
  const organizations = useOrganizations().data?.organizations ?? [];
  const ids = units.split(' ').filter(Boolean);
  const nameOf = (id: string) => organizations.find((unit) => String(unit.id) === id)?.name ?? id;
  return (
    <div>
      <p>{text.exceptionUnits}</p>
      {ids.length === 0 ? (
        <p className={styles.hint}>{text.exceptionNone}</p>
      ) : (
        <ul className={styles.units}>
          {ids.map((id) => (
            <li key={id}>
              {nameOf(id)}
              <IconButton
                small
                label={text.remove(nameOf(id))}
                onClick={() => onChange(ids.filter((one) => one !== id).join(' '))}
              >
                <IconX size={16} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <SelectField
        label={text.exceptionAdd}
        value=""
        onChange={(event) => event.target.value !== '' && onChange([...ids, event.target.value].join(' '))}
      >
        <option value="">{text.exceptionChoose}</option>
        {organizations
          .filter((unit) => !ids.includes(String(unit.id)))
          .map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.name}
            </option>
          ))}
      </SelectField>
    </div>
  );
}
