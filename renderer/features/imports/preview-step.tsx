import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import type { QueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { ImportPreview } from '../../../db/contract/imports.ts';
import { importKindNames, importsText } from '../../../db/contract/vi/imports.ts';
import { confirmTextsOf, previewText } from '../../../db/contract/vi/imports-preview.ts';
import { formatNumber } from '../../../db/contract/vi/numbers.ts';
import { officialsText } from '../../../db/contract/vi/officials.ts';
import { ratingLevelShortNames, unratedName } from '../../../db/contract/vi/ratings.ts';
import { ratingLevels } from '../../../db/domain/ratings.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Progress } from '../../components/progress.tsx';
import { backToChoice, commit, type ImportFlow } from './import-flow.ts';
import styles from './imports.module.css';
import { PoliciesPanel } from './policies-panel.tsx';
import { allRows, type PreviewFilter, PreviewFilters, type PreviewRow } from './preview-filter.tsx';
import { decide, saveReturned } from './preview-flow.ts';
import { PreviewTable } from './preview-table.tsx';
import { isSensitiveKey, nameKeys, previewKeys } from './preview-values.ts';
import { sensitiveLetters } from './problem-texts.ts';
import { RowPanel } from './row-panel.tsx';
import { UnitsPanel } from './units-panel.tsx';

/** One thing at a time at the right: the units, the policies, or the row that was opened. */
type Panel = PreviewRow | 'units' | 'policies' | null;

type PreviewFlow = Extract<ImportFlow, { step: 'preview' | 'committing' }>;

/** What the file would change, row by row; then the one act that writes it. */
export function PreviewStep({ flow, queryClient }: { flow: PreviewFlow; queryClient: QueryClient }) {
  const { preview, staged } = flow;
  const [filter, setFilter] = useState<PreviewFilter>(allRows);
  const [revealed, setRevealed] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const sheet = staged.sheets.find((each) => each.name === preview.sheet);
  const keys = previewKeys(preview.kind, sheet?.columns.map(({ field }) => field) ?? []);
  const masked = useMemo(
    () => (revealed ? null : sheet === undefined ? new Set<string>() : sensitiveLetters(sheet)),
    [revealed, sheet],
  );
  const { counts } = preview;
  const writable = counts.new + counts.changed;
  const toCreate = preview.units.filter((unit) => !unit.exists).length;
  // Units that will be created are shown at once; zoomed in there is no room beside the table.
  const [panel, setPanel] = useState<Panel>(() =>
    toCreate > 0 && window.innerWidth >= 1100 ? 'units' : null,
  );
  const openRow = typeof panel === 'object' ? panel : null;
  const toggle = (name: 'units' | 'policies') => setPanel(panel === name ? null : name);
  const keepOpen = useCallback(
    (row: PreviewRow) =>
      setPanel((current) => (typeof current === 'object' && current?.row === row.row ? row : current)),
    [],
  );

  return (
    <div className={styles.preview}>
      <div className={styles.work}>
        <Headline preview={preview} />
        <div className={styles.filters}>
          <PreviewFilters preview={preview} filter={filter} onFilter={setFilter} />
          <div className={styles.filterButtons}>
            {keys.some(isSensitiveKey) && (
              <Button small variant="quiet" aria-pressed={revealed} onClick={() => setRevealed(!revealed)}>
                {revealed ? <IconEyeOff size={16} aria-hidden /> : <IconEye size={16} aria-hidden />}
                {officialsText.revealLabel}
              </Button>
            )}
            {counts.conflict + counts.rejected > 0 && (
              <Button small onClick={() => saveReturned(preview.previewId)}>
                {previewText.saveRejected(counts.conflict + counts.rejected)}
              </Button>
            )}
            <Button small aria-expanded={panel === 'policies'} onClick={() => toggle('policies')}>
              {previewText.policies}
            </Button>
            {preview.units.length > 0 && (
              <Button small aria-expanded={panel === 'units'} onClick={() => toggle('units')}>
                {toCreate > 0 ? importsText.unitsToCreate(toCreate) : importsText.unitsTitle}
              </Button>
            )}
          </div>
        </div>
        <PreviewTable
          key={`${preview.previewId}-${JSON.stringify(filter)}`}
          previewId={preview.previewId}
          revision={preview.revision}
          filter={filter}
          nameKey={nameKeys[preview.kind]}
          masked={masked}
          keys={keys}
          openRow={openRow?.row ?? null}
          revealed={revealed}
          onReveal={() => setRevealed(true)}
          onOpenRow={setPanel}
          onRowChanged={keepOpen}
        />
        <p className={styles.sum}>
          {previewText.sum(preview.rowsRead, counts, preview.leftOut)} · {previewText.editHint}
        </p>
        <div className={styles.acts}>
          <Button onClick={backToChoice}>{importsText.backToMapping}</Button>
          <span className={styles.actsNote}>{noteOf(preview, writable)}</span>
          <Button
            variant="primary"
            disabled={writable === 0}
            onClick={() => (preview.toConfirm > 0 ? setConfirming(true) : void commit(queryClient))}
          >
            {importsText.commit(writable)}
          </Button>
        </div>
      </div>
      {panel === 'units' && <UnitsPanel preview={preview} onClose={() => setPanel(null)} />}
      {panel === 'policies' && <PoliciesPanel preview={preview} keys={keys} onClose={() => setPanel(null)} />}
      {openRow !== null && (
        <RowPanel
          row={openRow}
          kind={preview.kind}
          keys={keys}
          revealed={revealed}
          shiftedRows={preview.shiftedRows}
          masked={masked}
          onClose={() => setPanel(null)}
        />
      )}
      {confirming && (
        <ConfirmDialog
          texts={confirmTextsOf(preview.kind)}
          rows={preview.toConfirm}
          onLook={() => {
            setConfirming(false);
            setRevealed(true);
            setFilter({ ...allRows, only: 'toConfirm' });
          }}
          onConfirm={async () => {
            setConfirming(false);
            await decide({ type: 'confirm', rows: 'all' });
            await commit(queryClient);
          }}
        />
      )}
      {flow.step === 'committing' && (
        <Dialog
          title={importsText.committing}
          onClose={() => flow.stop.abort()}
          actions={<Button onClick={() => flow.stop.abort()}>{importsText.cancelCommit}</Button>}
        >
          <Progress label={staged.fileName} progress={flow.progress} />
        </Dialog>
      )}
    </div>
  );
}

function noteOf({ counts }: ImportPreview, writable: number): string {
  const unwritten = counts.conflict + counts.rejected;
  if (writable === 0) return counts.same > 0 ? importsText.nothingToCommit : importsText.nothingUsable;
  return unwritten > 0 ? importsText.leftOut(unwritten) : importsText.previewSafe;
}

interface ConfirmDialogProps {
  texts: ReturnType<typeof confirmTextsOf>;
  rows: number;
  onLook: () => void;
  onConfirm: () => void;
}

/** What the program filled in by itself is written only at the person's word. */
function ConfirmDialog({ texts, rows, onLook, onConfirm }: ConfirmDialogProps) {
  return (
    <Dialog
      title={texts.title}
      onClose={onLook}
      actions={
        <>
          <Button data-first-focus onClick={onLook}>
            {previewText.confirmLook}
          </Button>
          <Button variant="primary" onClick={onConfirm}>
            {previewText.confirmAll}
          </Button>
        </>
      }
    >
      <p>{texts.text(rows)}</p>
    </Dialog>
  );
}

function Headline({ preview }: { preview: ImportPreview }) {
  const { kind, year, ratingList, units, levels } = preview;
  const inUnits = units.reduce((sum, unit) => sum + unit.rows, 0);
  // In a list of organisations the units are only those above its rows that it does not list itself.
  const rows = kind === 'organizations' ? preview.rowsRead : inUnits || preview.rowsRead;
  const differing = preview.writtenCounts.filter(({ written, read }) => written !== read);
  return (
    <div className={styles.headline}>
      <h2 className={styles.headlineText}>{importsText.headlines[kind](rows, units.length)}</h2>
      <p className={styles.muted}>
        {importsText.previewTitle(importKindNames[kind], year, ratingList)} · {importsText.previewSafe}
      </p>
      {levels !== null && (
        <p className={styles.levels}>
          {ratingLevels
            .map((level) => `${ratingLevelShortNames[level]} ${formatNumber(levels[level])}`)
            .join(' · ')}
          {` · ${unratedName} ${formatNumber(levels.unrated)}`}
        </p>
      )}
      {differing.length > 0 && (
        <p className={styles.differs}>
          <IconAlertTriangle size={16} aria-hidden />
          {differing
            .map(({ label, written, read }) => previewText.totalDiffers(label, written, read))
            .join(' ')}
        </p>
      )}
    </div>
  );
}
