import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { type QualityFinding, type QualityRule, qualityRules } from '../../../db/contract/official-edits.ts';
import { formatNumber } from '../../../db/contract/vi/numbers.ts';
import {
  officialFieldLabels,
  personLabels,
  qualityRuleNames,
  qualityText,
} from '../../../db/contract/vi/officials.ts';
import { useListFocus } from '../../app/list-focus.ts';
import { askBeforeLeaving } from '../../app/router.ts';
import { useScope } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { numberColumnWidth } from '../../components/number-column.ts';
import { Page } from '../../components/page.tsx';
import { EmptyState, FailedState, Loading } from '../../components/state.tsx';
import tableStyles from '../../components/table.module.css';
import { type Column, type TableHandle, VirtualTable } from '../../components/virtual-table.tsx';
import { call } from '../../lib/api.ts';
import { matcherOf } from '../../lib/matches.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { isFormField } from './official-form-values.ts';
import { type PersonAct, PersonPanel } from './person-panel.tsx';
import styles from './quality-view.module.css';

/** Where a finding is put right: the form at its field, the transfer, or the posts of the person. */
export function actOfFinding(finding: Pick<QualityFinding, 'field'>): PersonAct | undefined {
  if (isFormField(finding.field)) return { is: 'edit', field: finding.field };
  return finding.field === 'organizationId' ? { is: 'transfer' } : undefined;
}

const columnsFor = (total: number): ReadonlyArray<Column<QualityFinding>> => [
  {
    id: 'rowNo',
    title: personLabels.rowNo,
    width: numberColumnWidth(total),
    align: 'right',
    frozen: true,
    render: (_finding, index) => formatNumber(index + 1),
  },
  {
    id: 'fullName',
    title: officialFieldLabels.fullName,
    width: 184,
    frozen: true,
    render: (finding) => <span className={tableStyles.strong}>{finding.fullName}</span>,
    tip: (finding) => finding.fullName,
  },
  {
    id: 'organization',
    title: personLabels.organization,
    width: 160,
    grow: 1,
    render: (finding) => finding.organizationName,
    tip: (finding) => finding.organizationName,
  },
  {
    id: 'message',
    title: qualityText.finding,
    width: 240,
    grow: 3,
    render: (finding) => finding.message,
    tip: (finding) => finding.message,
  },
];

/** What is missing or odd in the unit of the top bar, a group for each rule; each row opens where it is put right. */
export function QualityView({ onBack }: { onBack: () => void }) {
  const { organizationId, search } = useScope();
  const [wanted, setRule] = useState<QualityRule | null>(null);
  const [open, setOpen] = useState<QualityFinding | null>(null);
  const [cursor, setCursor] = useState(0);
  const table = useRef<TableHandle>(null);
  useListFocus(useCallback(() => table.current?.focus(), []));
  const quality = useQuery({
    queryKey: [...queryKeys.officials, 'quality', organizationId],
    queryFn: () => call('quality.list', { organizationId }),
    placeholderData: (before) => before,
  });
  const findings = useMemo(() => {
    const matches = matcherOf(search);
    return (quality.data?.findings ?? []).filter((finding) => matches(finding.fullName));
  }, [quality.data, search]);
  const groups = groupsOf(findings);
  // A group that was put right to the end gives its place to the first that is left.
  const rule = groups.some((group) => group.rule === wanted) ? wanted : (groups[0]?.rule ?? null);
  const rows = findings.filter((finding) => finding.rule === rule);
  const active = Math.min(cursor, Math.max(0, rows.length - 1));

  const closePanel = () => {
    setOpen(null);
    table.current?.focus();
  };
  const openAt = (index: number) => {
    const finding = rows[index];
    if (finding) askBeforeLeaving(() => setOpen(finding));
  };
  return (
    <Page
      title={qualityText.open}
      lead={
        <Button small onClick={onBack}>
          <IconArrowLeft size={16} aria-hidden />
          {qualityText.backToList}
        </Button>
      }
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
            {qualityText.summary(findings.length, new Set(findings.map((each) => each.officialId)).size)}
          </output>
          {rows.length > 0 && <span>{qualityText.neverBlocks}</span>}
        </>
      }
    >
      {quality.isError ? (
        <FailedState error={quality.error} onRetry={() => void quality.refetch()} />
      ) : !quality.data ? (
        <Loading />
      ) : rows.length === 0 ? (
        <EmptyState icon={IconCircleCheck} title={qualityText.cleanTitle}>
          {qualityText.cleanText}
        </EmptyState>
      ) : (
        <>
          <fieldset className={styles.groups}>
            <legend className="visually-hidden">{qualityText.rules}</legend>
            {groups.map((group) => (
              <Button
                key={group.rule}
                small
                aria-pressed={group.rule === rule}
                onClick={() => {
                  setRule(group.rule);
                  setCursor(0);
                }}
              >
                {qualityText.ruleCount(qualityRuleNames[group.rule], group.count)}
              </Button>
            ))}
          </fieldset>
          <VirtualTable
            ref={table}
            label={qualityText.table}
            columns={columnsFor(rows.length)}
            count={rows.length}
            rowAt={(index) => rows[index]}
            rowKey={(index) => rows[index]?.officialId ?? index}
            active={active}
            onActive={setCursor}
            onOpen={openAt}
            onEscape={open === null ? undefined : () => askBeforeLeaving(closePanel)}
          />
        </>
      )}
    </Page>
  );
}

/** The rules that found something, in the order of the rules. */
export function groupsOf(
  findings: ReadonlyArray<Pick<QualityFinding, 'rule'>>,
): Array<{ rule: QualityRule; count: number }> {
  const counts = new Map<QualityRule, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return qualityRules.flatMap((rule) => {
    const count = counts.get(rule);
    return count === undefined ? [] : [{ rule, count }];
  });
}
