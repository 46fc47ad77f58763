import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StagedImport } from '../../../db/contract/imports.ts';
import type { ShownPack } from '../../../db/contract/settings.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { criteriaText as text } from '../../../db/contract/vi/criteria.ts';
import type { SubjectGroup } from '../../../db/domain/rule-packs.ts';
import { notifyError } from '../../app/notifier/notices.ts';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/field.tsx';
import { FailedState } from '../../components/state.tsx';
import { call, desktop } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { chosenTables, isReady } from './criteria-choice.ts';
import { CriteriaFaults } from './criteria-faults.tsx';
import { CriteriaForm } from './criteria-form.tsx';
import { CriteriaPreview } from './criteria-preview.tsx';
import styles from './settings.module.css';

/** A province's tables of criteria: base pack, file, what was read of it, and the document it comes from. */
export function CriteriaImport({ packs }: { packs: readonly ShownPack[] }) {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <div className={styles.criteriaStart}>
        <Button onClick={() => setOpen(true)}>{text.add}</Button>
      </div>
    );
  return (
    <CriteriaPanel bases={packs.filter((pack) => pack.basedOn === null)} onClose={() => setOpen(false)} />
  );
}

function CriteriaPanel({ bases, onClose }: { bases: readonly ShownPack[]; onClose: () => void }) {
  const [basePackId, setBase] = useState(bases.at(-1)?.id ?? '');
  const [staged, setStaged] = useState<StagedImport | null>(null);
  const [parts, setParts] = useState<Record<string, string>>({});
  const [groups, setGroups] = useState<Record<string, SubjectGroup[]>>({});
  const [reading, setReading] = useState(false);
  const choose = async () => {
    setReading(true);
    try {
      const file = await desktop('workbooks.choose', {});
      if (!file) return;
      setParts({});
      setGroups({});
      setStaged(file);
    } catch (error) {
      notifyError(error);
    } finally {
      setReading(false);
    }
  };
  const stageId = staged?.stageId ?? '';
  const read = useQuery({
    queryKey: [...queryKeys.settings, 'criteria', stageId, basePackId, parts],
    queryFn: () => call('rulePacks.read', { stageId, basePackId, parts }),
    enabled: staged !== null,
    placeholderData: (before) => before,
  });
  const chosen = chosenTables(read.data?.tables ?? [], groups);
  return (
    <section className={styles.cap} aria-label={text.panelTitle}>
      <h3>{text.panelTitle}</h3>
      <p className={styles.hint}>{text.onlyChosen}</p>
      <div className={styles.criteriaFields}>
        <SelectField
          label={text.base}
          hint={staged ? text.file(staged.fileName) : undefined}
          value={basePackId}
          className={styles.wide}
          onChange={(event) => {
            setParts({});
            setBase(event.target.value);
          }}
        >
          {bases.toReversed().map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
        <div className={styles.acts}>
          <Button onClick={() => choose()} disabled={reading}>
            {reading ? text.reading : text.choose}
          </Button>
          <Button onClick={onClose}>{commonText.close}</Button>
        </div>
      </div>
      {read.isError && <FailedState error={read.error} onRetry={() => void read.refetch()} />}
      {staged && read.data && (
        <>
          <CriteriaFaults faults={read.data.faults} />
          {chosen.length > 0 && <p className={styles.hint}>{text.groupsHint}</p>}
          {chosen.map((one) => (
            <CriteriaPreview
              key={one.table.key}
              chosen={one}
              parts={read.data.parts}
              onGroups={(next) => setGroups((before) => ({ ...before, [one.table.key]: next }))}
              onPart={(row, partId) =>
                setParts((before) => ({ ...before, [`${one.table.sheetIndex}.${row}`]: partId }))
              }
            />
          ))}
          {isReady(chosen) && !read.isPlaceholderData && (
            <CriteriaForm
              basePackId={basePackId}
              fileName={staged.fileName}
              tables={chosen.filter((one) => one.groups.length > 0)}
              onSaved={onClose}
            />
          )}
          {chosen.length > 0 && chosen.every((one) => one.groups.length === 0) && (
            <p role="alert">{text.subjectsNeeded}</p>
          )}
        </>
      )}
    </section>
  );
}
