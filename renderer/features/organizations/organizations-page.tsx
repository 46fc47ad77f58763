import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import IconListSearch from '@tabler/icons-react/dist/esm/icons/IconListSearch.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconSitemap from '@tabler/icons-react/dist/esm/icons/IconSitemap.mjs';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Organization } from '../../../db/contract/organizations.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { officialsText } from '../../../db/contract/vi/officials.ts';
import { operationsText, organizationsText, type StepKind } from '../../../db/contract/vi/organizations.ts';
import { subtreeIds } from '../../../db/domain/organizations.ts';
import { useListFocus } from '../../app/list-focus.ts';
import { useOpenRequest } from '../../app/open-request.ts';
import { askBeforeLeaving, goTo } from '../../app/router.ts';
import { setOrganization, setSearch, useScope } from '../../app/scope.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { EmptyState, FailedState, Loading } from '../../components/state.tsx';
import { isFocusTaken } from '../../lib/focus-taken.ts';
import { formatDate } from '../../lib/format.ts';
import { matcherOf } from '../../lib/matches.ts';
import { flattenTree, matchingNodes, visibleNodes } from '../../lib/organization-tree.ts';
import { useReturnFocus } from '../../lib/return-focus.ts';
import { AddOrganizationPanel } from './add-organization-panel.tsx';
import { OperationsList, useOperations } from './operations-list.tsx';
import { OrganizationPanel } from './organization-panel.tsx';
import { OrganizationTree } from './organization-tree.tsx';
import { StepOfUnit } from './step-of-unit.tsx';
import { today, useTreeOn } from './tree-day.ts';
import dayStyles from './tree-day-field.module.css';
import { TreeDayField } from './tree-day-field.tsx';

type Open =
  /** `from`: the step that was put aside, whose button has the focus again. */
  | { mode: 'one'; id: number; from?: StepKind }
  | { mode: 'step'; id: number; kind: StepKind }
  | { mode: 'add'; parentId: number | null }
  | null;
const none: readonly Organization[] = [];

export default function OrganizationsPage() {
  const { organizationId, ...scope } = useScope();
  const search = scope.search.trim();
  // null is today, also after midnight.
  const [chosenDay, setChosenDay] = useState<string | null>(null);
  const shownDay = chosenDay ?? today();
  const isToday = shownDay === today();
  const tree = useTreeOn(shownDay);
  const [view, setView] = useState<'tree' | 'operations'>('tree');
  const organizations = tree.data?.organizations ?? none;
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set());
  const [open, showOpen] = useState<Open>(null);
  const list = useRef<HTMLDivElement>(null);
  const focusTree = useCallback(() => list.current?.focus(), []);
  useListFocus(focusTree);
  const returnFocus = useReturnFocus(focusTree);
  const setOpen = (next: Open) => {
    if (open === null) returnFocus.note();
    askBeforeLeaving(() => showOpen(next));
  };

  const nodes = useMemo(() => {
    const all = flattenTree(organizations);
    const within = organizationId === null ? null : subtreeIds(organizations, organizationId);
    const scoped = within === null ? all : all.filter(({ organization }) => within.has(organization.id));
    return search === '' ? visibleNodes(scoped, closed) : matchingNodes(scoped, matcherOf(search));
  }, [organizations, organizationId, search, closed]);

  const close = () =>
    askBeforeLeaving(() => {
      showOpen(null);
      returnFocus.goBack();
    });
  const parents = organizations.filter((each) => organizations.some((child) => child.parentId === each.id));
  const opened = open?.mode === 'one' ? organizations.find((each) => each.id === open.id) : undefined;
  useOpenRequest('organizations', (asked) => {
    setView('tree');
    setChosenDay(null);
    if (asked.is === 'step') showOpen({ mode: 'step', id: asked.id, kind: asked.kind });
    else showOpen(asked.is === 'unit' ? { mode: 'one', id: asked.id } : { mode: 'add', parentId: null });
  });
  const unitInStep = open?.mode === 'step' ? organizations.find((each) => each.id === open.id) : undefined;
  const scopeNotThere = organizationId !== null && !organizations.some((each) => each.id === organizationId);
  const showDay = (day: string) =>
    askBeforeLeaving(() => {
      setChosenDay(day === today() ? null : day);
      if (open?.mode === 'step') showOpen({ mode: 'one', id: open.id });
    });
  const showView = (next: typeof view) =>
    askBeforeLeaving(() => {
      showOpen(null);
      setView(next);
    });
  const addUnder = (parentId: number | null) => setOpen({ mode: 'add', parentId });

  if (view === 'operations') return <OperationsPage search={search} onBack={() => showView('tree')} />;
  const panel = () => {
    if (open?.mode === 'add')
      return (
        <AddOrganizationPanel
          key={open.parentId}
          parentId={open.parentId}
          organizations={organizations}
          onClose={close}
          onAdded={(id) => showOpen({ mode: 'one', id })}
        />
      );
    if (open?.mode === 'step' && unitInStep)
      return (
        <StepOfUnit
          key={`${open.kind}-${open.id}`}
          kind={open.kind}
          unit={unitInStep}
          shownDay={shownDay}
          onClose={() => setOpen({ mode: 'one', id: unitInStep.id, from: open.kind })}
          onDone={(unitIds) => {
            // The unit that goes on; it is shown when the tree of the day has it.
            const id = unitIds.at(-1);
            showOpen(id === undefined ? null : { mode: 'one', id });
            if (!isFocusTaken()) focusTree();
          }}
          onSeeDay={showDay}
        />
      );
    return (
      opened && (
        <OrganizationPanel
          key={opened.id}
          focusStep={open?.mode === 'one' ? open.from : undefined}
          organization={opened}
          organizations={organizations}
          isToday={isToday}
          onClose={close}
          onAddUnder={() => addUnder(opened.id)}
          onStep={(kind) => setOpen({ mode: 'step', id: opened.id, kind })}
        />
      )
    );
  };
  return (
    <Page
      title={pageNames.organizations}
      head={
        tree.data &&
        (organizations.length > 0 || !isToday) && (
          <>
            <TreeDayField day={shownDay} onChange={showDay} />
            {search === '' && parents.length > 0 && (
              <Button
                small
                variant="quiet"
                onClick={() => setClosed(closed.size > 0 ? new Set() : new Set(parents.map(({ id }) => id)))}
              >
                {closed.size > 0 ? organizationsText.expandAll : organizationsText.collapseAll}
              </Button>
            )}
            <Button small variant="quiet" onClick={() => showView('operations')}>
              <IconHistory size={16} aria-hidden />
              {operationsText.open}
            </Button>
            {isToday && (
              <Button small onClick={() => addUnder(opened?.id ?? organizationId)}>
                <IconPlus size={16} aria-hidden />
                {organizationsText.add}
              </Button>
            )}
          </>
        )
      }
      panel={panel()}
      foot={
        <>
          <output>{organizationsText.count(organizations.length)}</output>
          <span>{organizationsText.keysHint}</span>
        </>
      }
    >
      {!isToday && (
        <div className={dayStyles.note} role="status">
          <strong>{organizationsText.treeOn(formatDate(shownDay))}</strong>
          <Button small onClick={() => showDay(today())}>
            {organizationsText.backToToday}
          </Button>
          <span>{organizationsText.treeOnText}</span>
        </div>
      )}
      {tree.isError ? (
        <FailedState error={tree.error} onRetry={() => void tree.refetch()} />
      ) : !tree.data ? (
        <Loading />
      ) : organizations.length === 0 && !isToday ? (
        <EmptyState icon={IconSitemap} title={organizationsText.emptyDayTitle}>
          {organizationsText.emptyDayText(formatDate(shownDay))}
        </EmptyState>
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
      ) : scopeNotThere ? (
        <EmptyState
          icon={IconListSearch}
          title={organizationsText.scopeNotThereTitle}
          actions={<Button onClick={() => setOrganization(null)}>{organizationsText.showAllUnits}</Button>}
        >
          {organizationsText.scopeNotThereText}
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
          openId={open === null || open.mode === 'add' ? null : open.id}
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

/** In the place of the tree: what changed it, with the way back to it in the head. */
function OperationsPage({ search, onBack }: { search: string; onBack: () => void }) {
  const count = useOperations().data?.operations.length;
  return (
    <Page
      title={operationsText.title}
      lead={
        <IconButton small label={operationsText.back} autoFocus onClick={onBack}>
          <IconArrowLeft size={18} aria-hidden />
        </IconButton>
      }
      foot={count !== undefined && <output>{operationsText.count(count)}</output>}
    >
      <OperationsList search={search} />
    </Page>
  );
}
