import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { navigationText } from '../../db/contract/vi/navigation.ts';
import { IconButton } from '../components/button.tsx';
import { useCommand } from './commands.ts';
import { focusList } from './list-focus.ts';
import type { PageId } from './pages.ts';
import { goTo } from './router.ts';
import { setSearch, setYear, useScope, useYears } from './scope.ts';
import styles from './top-bar.module.css';
import { UnitPicker } from './unit-picker.tsx';

/** Pages whose own list the search filters; from the others Enter goes to the people. */
const searchable: readonly PageId[] = ['officials', 'organizations', 'ratings', 'reports', 'imports'];

/** What the search looks for, where it is not people. */
const placeholders: Partial<Record<PageId, string>> = {
  organizations: navigationText.searchUnits,
  reports: navigationText.searchUnits,
  imports: navigationText.searchImports,
};

export function TopBar({ page }: { page: PageId }) {
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
      <Search page={page} />
    </section>
  );
}

function Search({ page }: { page: PageId }) {
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
      if (searchable.includes(page)) focusList();
      else if (event.key === 'Enter') goTo('officials');
    }
  };

  const placeholder = placeholders[page] ?? navigationText.searchPeople;
  return (
    <search className={styles.search}>
      <IconSearch size={18} aria-hidden />
      <input
        ref={input}
        type="search"
        aria-label={placeholder}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
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
