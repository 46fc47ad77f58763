import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { filterWords } from '../../../db/contract/official-cells.ts';
import { filterText } from '../../../db/contract/vi/official-list.ts';
import { Button } from '../../components/button.tsx';
import styles from './filter.module.css';
import { changeFilter, clearFilter, filterCount, useListFilter } from './list-filter.ts';

/** What is filtered, in words, each taken away by itself. */
export function FilterChips({ unitName }: { unitName: string | null }) {
  const filter = useListFilter();
  const withoutSubUnits = !filter.withSubUnits && unitName !== null;
  if (filterCount(filter) === 0) return null;
  return (
    <fieldset className={styles.chips} aria-label={filterText.chips}>
      {withoutSubUnits && (
        <Chip
          words={filterText.withoutSubUnits(unitName)}
          onRemove={() => changeFilter({ withSubUnits: true })}
        />
      )}
      {filterWords(filter).map(({ group, words }) => (
        <Chip key={group} words={words} onRemove={() => changeFilter({ [group]: [] })} />
      ))}
      <Button small variant="quiet" onClick={clearFilter}>
        {filterText.clear}
      </Button>
    </fieldset>
  );
}

function Chip({ words, onRemove }: { words: string; onRemove: () => void }) {
  return (
    <button
      type="button"
      className={styles.chip}
      aria-label={filterText.remove(words)}
      title={filterText.remove(words)}
      onClick={onRemove}
    >
      <span>{words}</span>
      <IconX size={14} aria-hidden />
    </button>
  );
}
