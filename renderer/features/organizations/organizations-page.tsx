import IconListSearch from '@tabler/icons-react/dist/esm/icons/IconListSearch.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconSitemap from '@tabler/icons-react/dist/esm/icons/IconSitemap.mjs';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { Organization } from '../../../db/contract/organizations.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { officialsText } from '../../../db/contract/vi/officials.ts';
import { organizationsText } from '../../../db/contract/vi/organizations.ts';
import { useListFocus } from '../../app/list-focus.ts';
import { askBeforeLeaving, goTo } from '../../app/router.ts';
import { setSearch, useScope } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { EmptyState, FailedState, Loading } from '../../components/state.tsx';
import { matcherOf } from '../../lib/matches.ts';
import { flattenTree, matchingNodes, subtreeIds, visibleNodes } from '../../lib/organization-tree.ts';
import { useOrganizations } from '../../lib/use-organizations.ts';
import { AddOrganizationPanel } from './add-organization-panel.tsx';
import { OrganizationPanel } from './organization-panel.tsx';
import { OrganizationTree } from './organization-tree.tsx';

type Open = { mode: 'one'; id: number } | { mode: 'add'; parentId: number | null } | null;
const none: readonly Organization[] = [];

export default function OrganizationsPage() {
  const { organizationId, ...scope } = useScope();
  const search = useDeferredValue(scope.search.trim());
  const tree = useOrganizations();
  const organizations = tree.data?.organizations ?? none;
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set());
  const [open, showOpen] = useState<Open>(null);
  // A form in the panel may hold something unsaved.
  const setOpen = (next: Open) => askBeforeLeaving(() => showOpen(next));
  const list = useRef<HTMLDivElement>(null);
  const focusTree = useCallback(() => list.current?.focus(), []);
  useListFocus(focusTree);

  const nodes = useMemo(() => {
    const all = flattenTree(organizations);
    const within = organizationId === null ? null : subtreeIds(organizations, organizationId);
    const scoped = within === null ? all : all.filter(({ organization }) => within.has(organization.id));
    return search === '' ? visibleNodes(scoped, closed) : matchingNodes(scoped, matcherOf(search));
  }, [organizations, organizationId, search, closed]);

  const close = () =>
    askBeforeLeaving(() => {
      showOpen(null);
      focusTree();
    });
  const parents = organizations.filter((each) => organizations.some((child) => child.parentId === each.id));
  const opened = open?.mode === 'one' ? organizations.find((each) => each.id === open.id) : undefined;
  const addUnder = (parentId: number | null) => setOpen({ mode: 'add', parentId });

  return (
    <Page
      title={pageNames.organizations}
      head={
        organizations.length > 0 && (
          <>
            {search === '' && parents.length > 0 && (
              <Button
                small
                variant="quiet"
                onClick={() => setClosed(closed.size > 0 ? new Set() : new Set(parents.map(({ id }) => id)))}
              >
                {closed.size > 0 ? organizationsText.expandAll : organizationsText.collapseAll}
              </Button>
            )}
            <Button small onClick={() => addUnder(opened?.id ?? organizationId)}>
              <IconPlus size={16} aria-hidden />
              {organizationsText.add}
            </Button>
          </>
        )
      }
      panel={
        open?.mode === 'add' ? (
          <AddOrganizationPanel
            key={open.parentId}
            parentId={open.parentId}
            organizations={organizations}
            onClose={close}
            onAdded={(id) => showOpen({ mode: 'one', id })}
          />
        ) : (
          opened && (
            <OrganizationPanel
              key={opened.id}
              organization={opened}
              organizations={organizations}
              onClose={close}
              onAddUnder={() => addUnder(opened.id)}
            />
          )
        )
      }
      foot={
        <>
          <output>{organizationsText.count(organizations.length)}</output>
          <span>{organizationsText.keysHint}</span>
        </>
      }
    >
      {tree.isError ? (
        <FailedState error={tree.error} onRetry={() => void tree.refetch()} />
      ) : !tree.data ? (
        <Loading />
      ) : organizations.length === 0 ? (
        <EmptyState
          icon={IconSitemap}
          title={organizationsText.emptyTitle}
          actions={
            <>
              <Button onClick={() => addUnder(null)}>{organizationsText.add}</Button>
              <Button variant="primary" onClick={() => goTo('imports')}>
                {organizationsText.emptyAct}
              </Button>
            </>
          }
        >
          {organizationsText.emptyText}
        </EmptyState>
      ) : nodes.length === 0 ? (
        <EmptyState
          icon={IconListSearch}
          title={organizationsText.notFoundTitle}
          actions={<Button onClick={() => setSearch('')}>{officialsText.clearSearch}</Button>}
        >
          {organizationsText.notFoundText(search)}
        </EmptyState>
      ) : (
        <OrganizationTree
          ref={list}
          nodes={nodes}
          closed={search === '' ? closed : new Set()}
          openId={open?.mode === 'one' ? open.id : null}
          onToggle={(id, shut) =>
            setClosed((before) => {
              const next = new Set(before);
              if (shut) next.add(id);
              else next.delete(id);
              return next;
            })
          }
          onOpen={(id) => setOpen({ mode: 'one', id })}
          onEscape={close}
        />
      )}
    </Page>
  );
}
