import IconFilter from '@tabler/icons-react/dist/esm/icons/IconFilter.mjs';
import {
  membershipChoices,
  missingFields,
  postRoles,
  workingChoices,
} from '../../../db/contract/official-list.ts';
import {
  filterText,
  membershipChoiceNames,
  missingFieldNames,
  postRoleNames,
  workingChoiceNames,
} from '../../../db/contract/vi/official-list.ts';
import { participationStatusNames, postKindNames } from '../../../db/contract/vi/officials.ts';
import { participationStatuses, postKinds } from '../../../db/domain/people.ts';
import { Button } from '../../components/button.tsx';
import { CheckField } from '../../components/field.tsx';
import { Popover } from '../../components/popover.tsx';
import styles from './filter.module.css';
import { changeFilter, clearFilter, filterCount, toggledValue, useListFilter } from './list-filter.ts';

/** Every way to narrow the list; it follows at once. */
export function FilterPopover({ hasUnit }: { hasUnit: boolean }) {
  const filter = useListFilter();
  const count = filterCount(filter);
  return (
    <Popover
      title={filterText.title}
      pressed={count > 0}
      label={
        <>
          <IconFilter size={16} aria-hidden />
          {count === 0 ? filterText.open : filterText.openCount(count)}
        </>
      }
    >
      <div className={styles.groups}>
        <Group
          title={filterText.participation}
          values={participationStatuses}
          names={participationStatusNames}
          chosen={filter.participation}
          onChange={(participation) => changeFilter({ participation })}
        />
        <div>
          <Group
            title={filterText.membership}
            values={membershipChoices}
            names={membershipChoiceNames}
            chosen={filter.membership}
            onChange={(membership) => changeFilter({ membership })}
          />
          <Group
            title={filterText.working}
            values={workingChoices}
            names={workingChoiceNames}
            chosen={filter.working}
            onChange={(working) => changeFilter({ working })}
          />
        </div>
        <div>
          <Group
            title={filterText.postKinds}
            values={postKinds}
            names={postKindNames}
            chosen={filter.postKinds}
            onChange={(kinds) => changeFilter({ postKinds: kinds })}
          />
          <Group
            title={filterText.postRoles}
            values={postRoles}
            names={postRoleNames}
            chosen={filter.postRoles}
            onChange={(roles) => changeFilter({ postRoles: roles })}
          />
        </div>
        <Group
          title={filterText.missing}
          values={missingFields}
          names={missingFieldNames}
          chosen={filter.missing}
          onChange={(missing) => changeFilter({ missing })}
        />
        <fieldset className={styles.group}>
          <legend>{filterText.units}</legend>
          <CheckField
            label={filterText.onlyThisUnit}
            title={hasUnit ? undefined : filterText.unitIsAll}
            disabled={!hasUnit}
            checked={!filter.withSubUnits}
            onChange={() => changeFilter({ withSubUnits: !filter.withSubUnits })}
          />
          {!hasUnit && <p className={styles.hint}>{filterText.unitIsAll}</p>}
        </fieldset>
      </div>
      {count > 0 && (
        <Button small onClick={clearFilter}>
          {filterText.clear}
        </Button>
      )}
    </Popover>
  );
}

interface GroupProps<T extends string> {
  title: string;
  values: readonly T[];
  names: Readonly<Record<T, string>>;
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}

function Group<T extends string>({ title, values, names, chosen, onChange }: GroupProps<T>) {
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      {values.map((value) => (
        <CheckField
          key={value}
          label={names[value]}
          checked={chosen.includes(value)}
          onChange={() => onChange(toggledValue(chosen, value))}
        />
      ))}
    </fieldset>
  );
}
