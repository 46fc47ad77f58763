import IconFilterOff from '@tabler/icons-react/dist/esm/icons/IconFilterOff.mjs';
import IconUserSearch from '@tabler/icons-react/dist/esm/icons/IconUserSearch.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { filterText } from '../../../db/contract/vi/official-list.ts';
import { officialEditText, officialsText } from '../../../db/contract/vi/officials.ts';
import { goTo } from '../../app/router.ts';
import { setOrganization, setSearch } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/state.tsx';
import { clearFilter } from './list-filter.ts';

interface NobodyHereProps {
  search: string;
  organizationId: number | null;
  /** A filter hides people; this many there are without it and without the search. */
  filtered: { of: number } | null;
  /** null for who only reads. */
  onAdd: (() => void) | null;
}

/** Why the list is empty, and the way on. */
export function NobodyHere({ search, organizationId, filtered, onAdd }: NobodyHereProps) {
  if (filtered !== null && filtered.of > 0)
    return (
      <EmptyState
        icon={IconFilterOff}
        title={filterText.emptyTitle}
        actions={
          <>
            <Button variant="primary" onClick={clearFilter}>
              {filterText.clear}
            </Button>
            {search !== '' && <Button onClick={() => setSearch('')}>{officialsText.clearSearch}</Button>}
          </>
        }
      >
        {filterText.emptyText(filtered.of)}
      </EmptyState>
    );
  if (search !== '')
    return (
      <EmptyState
        icon={IconUserSearch}
        title={officialsText.notFoundTitle}
        actions={
          <>
            <Button onClick={() => setSearch('')}>{officialsText.clearSearch}</Button>
            {organizationId !== null && (
              <Button onClick={() => setOrganization(null)}>{officialsText.searchAllUnits}</Button>
            )}
          </>
        }
      >
        {officialsText.notFoundText(search)}
        {organizationId !== null && ` ${officialsText.notFoundInUnit}`}
      </EmptyState>
    );
  const inUnit = organizationId !== null;
  return (
    <EmptyState
      icon={IconUsers}
      title={inUnit ? officialsText.emptyUnitTitle : officialsText.emptyTitle}
      actions={
        <>
          {inUnit && <Button onClick={() => setOrganization(null)}>{officialsText.showAllUnits}</Button>}
          <Button variant={inUnit ? 'default' : 'primary'} onClick={() => goTo('imports')}>
            {officialsText.emptyAct}
          </Button>
          {onAdd !== null && <Button onClick={onAdd}>{officialEditText.add}</Button>}
        </>
      }
    >
      {inUnit ? officialsText.emptyUnitText : officialsText.emptyText}
    </EmptyState>
  );
}
