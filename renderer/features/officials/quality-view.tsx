import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconUserSearch from '@tabler/icons-react/dist/esm/icons/IconUserSearch.mjs';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import type { QualityFinding, QualityRule } from '../../../db/contract/quality.ts';
import { officialsText } from '../../../db/contract/vi/officials.ts';
import { qualityMessages, qualityRuleNames, qualityText } from '../../../db/contract/vi/quality.ts';
import { useListFocus } from '../../app/list-focus.ts';
import { askBeforeLeaving } from '../../app/router.ts';
import { setSearch, useScope } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { EmptyState, FailedState, Loading } from '../../components/state.tsx';
import { type TableHandle, VirtualTable } from '../../components/virtual-table.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { usePaged } from '../../lib/use-paged.ts';
import { isFormField } from './official-form-values.ts';
import { type PersonAct, PersonPanel } from './person-panel.tsx';
import { qualityColumns } from './quality-columns.tsx';
import styles from './quality-view.module.css';

/** Where a finding is put right: the form at its field, the transfer, or the posts of the person. */
function actOfFinding(finding: Pick<QualityFinding, 'field'>): PersonAct | undefined {
  if (isFormField(finding.field)) return { is: 'edit', field: finding.field };
  return finding.field === 'organizationId' ? { is: 'transfer' } : undefined;
}

interface QualityViewProps {
  lead: ReactNode;
  tabs: ReactNode;
}

/** What is missing or odd in the unit of the top bar, a group for each rule; each row opens where it is put right. */
export function QualityView({ lead, tabs }: QualityViewProps) {
  const scope = useScope();
  const { organizationId } = scope;
  const search = scope.search.trim();
  const [wanted, setRule] = useState<QualityRule | null>(null);
  const [unit, setUnit] = useState<{ organizationId: number | null; id: number } | null>(null);
  const [open, setOpen] = useState<QualityFinding | null>(null);
  const [cursor, setCursor] = useState(0);
  const table = useRef<TableHandle>(null);
  useListFocus(useCallback(() => table.current?.focus(), []));

  const counts = useQuery({
    queryKey: [...queryKeys.officials, 'quality', 'counts', organizationId],
    queryFn: () => call('quality.counts', { organizationId }),
    placeholderData: (before) => before,
  });
  const groups = counts.data?.counts ?? [];
  // A group that was put right to the end gives its place to the first that is left.
  const group = groups.find(({ rule }) => rule === wanted) ?? groups[0];
  const rule = group?.rule ?? null;
  const units = useQuery({
    queryKey: [...queryKeys.officials, 'quality', 'units', organizationId, rule],
    queryFn: () => call('quality.units', { organizationId, rule: rule ?? 'UNIT_MISSING' }),
    enabled: rule !== null,
    placeholderData: (before) => before,
  });
  const unitIds = units.data?.units.map((each) => each.organizationId) ?? [];
  // A unit is chosen inside the one of the top bar, and only as long as it has findings of the group.
  const unitId =
    unit !== null && unit.organizationId === organizationId && unitIds.includes(unit.id) ? unit.id : null;

  const filter = { rule: rule ?? 'UNIT_MISSING', organizationId: unitId ?? organizationId, search } as const;
  const list = usePaged<QualityFinding>({
    key: JSON.stringify(filter),
    queryKey: (offset) => [...queryKeys.officials, 'quality', 'page', filter, offset],
    fetch: (offset, limit) => call('quality.list', { ...filter, offset, limit }),
    enabled: rule !== null,
  });
  const total = list.total ?? 0;
  const active = Math.min(cursor, Math.max(0, total - 1));

  const closePanel = () => {
    setOpen(null);
    table.current?.focus();
  };
  const openAt = (index: number) => {
    const finding = list.rowAt(index);
    if (finding) askBeforeLeaving(() => setOpen(finding));
  };
  const error = counts.error ?? list.error;
  const found = groups.reduce((sum, { count }) => sum + count, 0);
  return (
    <Page
      title={qualityText.open}
      lead={lead}
      head={tabs}
      panel={
        open !== null && (
          <PersonPanel
            key={`${open.rule} ${open.officialId}`}
            id={open.officialId}
            firstAct={actOfFinding(open)}
            onClose={closePanel}
          />
        )
      }
      foot={
        <>
          <output>
            {qualityText.summary(found)}
            {group && total < group.count && ` · ${qualityText.shown(total, group.count)}`}
          </output>
          {total > 0 && <span>{qualityText.neverBlocks}</span>}
        </>
      }
    >
      {error !== null ? (
        <FailedState
          error={error}
          onRetry={() => {
            void counts.refetch();
            list.retry();
          }}
        />
      ) : !counts.data || (group && list.total === null) ? (
        <Loading />
      ) : !group ? (
        <EmptyState icon={IconCircleCheck} title={qualityText.cleanTitle}>
          {qualityText.cleanText}
        </EmptyState>
      ) : (
        <>
          <fieldset className={styles.groups}>
            <legend className="visually-hidden">{qualityText.rules}</legend>
            {groups.map((each) => (
              <Button
                key={each.rule}
                small
                aria-pressed={each.rule === rule}
                onClick={() => {
                  setRule(each.rule);
                  setUnit(null);
                  setCursor(0);
                }}
              >
                {qualityText.ruleCount(qualityRuleNames[each.rule], each.count)}
              </Button>
            ))}
          </fieldset>
          <div className={styles.rule}>
            <p className={styles.message}>{qualityMessages[group.rule]}</p>
            <select
              className={styles.unit}
              aria-label={qualityText.unit}
              value={unitId ?? ''}
              onChange={(event) => {
                const id = Number(event.target.value);
                setUnit(id === 0 ? null : { organizationId, id });
                setCursor(0);
              }}
            >
              <option value="">{qualityText.allUnits(unitIds.length)}</option>
              {units.data?.units.map((each) => (
                <option key={each.organizationId} value={each.organizationId}>
                  {qualityText.unitCount(each.name, each.count)}
                </option>
              ))}
            </select>
          </div>
          {total === 0 ? (
            <EmptyState
              icon={IconUserSearch}
              title={qualityText.notFoundTitle}
              actions={<Button onClick={() => setSearch('')}>{officialsText.clearSearch}</Button>}
            >
              {qualityText.notFoundText(search, group.count)}
            </EmptyState>
          ) : (
            <VirtualTable
              ref={table}
              label={qualityText.table}
              columns={qualityColumns(total)}
              count={total}
              rowAt={list.rowAt}
              current={list.current}
              rowKey={(index) => list.rowAt(index)?.officialId ?? `row-${index}`}
              active={active}
              onActive={setCursor}
              onOpen={openAt}
              onEscape={open === null ? undefined : () => askBeforeLeaving(closePanel)}
              onRange={list.onRange}
            />
          )}
        </>
      )}
    </Page>
  );
}
