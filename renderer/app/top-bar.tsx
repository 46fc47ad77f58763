import IconFilter from '@tabler/icons-react/dist/esm/icons/IconFilter.mjs';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { navigationText } from '../../db/contract/vi/navigation.ts';
import { searchText } from '../../db/contract/vi/search.ts';
import { Button, IconButton } from '../components/button.tsx';
import { useCommand } from './commands.ts';
import { focusList, stayInSearch } from './list-focus.ts';
import type { PageId } from './pages.ts';
import { setSearch, setYear, useScope, useYears } from './scope.ts';
import styles from './top-bar.module.css';
import { UnitPicker } from './unit-picker.tsx';

/** Pages with a list of their own, which the field narrows; the search from anywhere is Ctrl+K. */
const filtered: readonly PageId[] = [
  'officials',
  'organizations',
  'cycle',
  'pledges',
  'reviews',
  'ratings',
  'remediation',
  'reports',
  'imports',
];

interface TopBarProps {
  page: PageId;
  onSearch: () => void;
}

export function TopBar({ page, onSearch }: TopBarProps) {
  const { year, choices } = useYears();
  return (
    <section className={styles.bar} aria-label={navigationText.topBar}>
      <label className={styles.year}>
        <span>{navigationText.year}</span>
        <select value={year} onChange={(event) => setYear(Number(event.target.value))}>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </select>
      </label>
      <UnitPicker />
      <div className={styles.end}>
        {filtered.includes(page) ? <ListFilter /> : <NoList onFind={onSearch} />}
        <Button title={searchText.title} onClick={onSearch}>
          <IconSearch size={18} aria-hidden />
          {searchText.button}
          <kbd aria-hidden>{searchText.key}</kbd>
        </Button>
      </div>
    </section>
  );
}

/** On a page without a list Ctrl+F searches everywhere. */
function NoList({ onFind }: { onFind: () => void }) {
  useCommand('find', onFind);
  return null;
}

function ListFilter() {
  const { search } = useScope();
  const [text, setText] = useState(search);
  const input = useRef<HTMLInputElement>(null);
  // A page may clear the search ("Xóa nội dung tìm").
  useEffect(() => setText(search), [search]);
  useCommand('find', () => {
    input.current?.focus();
    input.current?.select();
  });

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      setSearch('');
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      setSearch(text);
      focusList();
    }
  };

  return (
    <search className={styles.search}>
      <IconFilter size={18} aria-hidden />
      <input
        ref={input}
        type="search"
        aria-label={searchText.filterList}
        placeholder={searchText.filterList}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          stayInSearch();
          // A Vietnamese keyboard that composes tells when the word is ready.
          if (!(event.nativeEvent instanceof InputEvent && event.nativeEvent.isComposing))
            setSearch(event.target.value);
        }}
        onCompositionEnd={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {text !== '' && (
        <IconButton
          small
          label={navigationText.clearSearch}
          onClick={() => {
            setSearch('');
            input.current?.focus();
          }}
        >
          <IconX size={16} aria-hidden />
        </IconButton>
      )}
    </search>
  );
}
