import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import type { QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportPreview, PreviewRow, RowOutcome } from '../../../db/contract/imports.ts';
import {
  importKindNames,
  importsText,
  rowOutcomeExplanations,
  rowOutcomeNames,
} from '../../../db/contract/vi/imports.ts';
import { formatNumber } from '../../../db/contract/vi/numbers.ts';
import { officialsText } from '../../../db/contract/vi/officials.ts';
import { ratingLevelShortNames, unratedName } from '../../../db/contract/vi/ratings.ts';
import { ratingLevels } from '../../../db/domain/ratings.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Progress } from '../../components/progress.tsx';
import { backToChoice, commit, type ImportFlow } from './import-flow.ts';
import styles from './imports.module.css';
import { countOf, outcomeIcons, outcomes } from './outcomes.ts';
import { PreviewTable } from './preview-table.tsx';
import { isSensitiveKey, previewKeys } from './preview-values.ts';
import { RowPanel } from './row-panel.tsx';
import { UnitsPanel } from './units-panel.tsx';

/** One thing at a time at the right: the units, or the row that was opened. */
type Panel = PreviewRow | 'units' | null;

type PreviewFlow = Extract<ImportFlow, { step: 'preview' | 'committing' }>;

/** What the file would change, row by row; then the one act that writes it. */
export function PreviewStep({ flow, queryClient }: { flow: PreviewFlow; queryClient: QueryClient }) {
  const { preview, staged } = flow;
  const [filter, setFilter] = useState<RowOutcome | null>(null);
  const [revealed, setRevealed] = useState(false);
  const sheet = staged.sheets.find((each) => each.name === preview.sheet);
  const keys = previewKeys(preview.kind, sheet?.columns.map(({ field }) => field) ?? []);
  const { counts } = preview;
  const writable = counts.new + counts.changed;
  const unwritten = counts.conflict + counts.rejected;
  const toCreate = preview.units.filter((unit) => !unit.exists).length;
  // Units that will be created are shown at once; zoomed in there is no room beside the table.
  const [panel, setPanel] = useState<Panel>(() =>
    toCreate > 0 && window.innerWidth >= 1100 ? 'units' : null,
  );

  return (
    <div className={styles.preview}>
      <div className={styles.work}>
        <Headline preview={preview} />
        <div className={styles.filters}>
          <Filters preview={preview} filter={filter} onFilter={setFilter} />
          <div className={styles.filterButtons}>
            {keys.some(isSensitiveKey) && (
              <Button small variant="quiet" aria-pressed={revealed} onClick={() => setRevealed(!revealed)}>
                {revealed ? <IconEyeOff size={16} aria-hidden /> : <IconEye size={16} aria-hidden />}
                {officialsText.revealLabel}
              </Button>
            )}
            {preview.units.length > 0 && (
              <Button
                small
                aria-expanded={panel === 'units'}
                onClick={() => setPanel(panel === 'units' ? null : 'units')}
              >
                {toCreate > 0 ? importsText.unitsToCreate(toCreate) : importsText.unitsTitle}
              </Button>
            )}
          </div>
        </div>
        <PreviewTable
          key={`${preview.previewId}-${filter}`}
          previewId={preview.previewId}
          filter={filter}
          keys={keys}
          openRow={panel === null || panel === 'units' ? null : panel}
          revealed={revealed}
          onOpenRow={setPanel}
        />
        <div className={styles.acts}>
          <Button onClick={backToChoice}>{importsText.backToMapping}</Button>
          <span className={styles.actsNote}>
            {writable === 0
              ? counts.same > 0
                ? importsText.nothingToCommit
                : importsText.nothingUsable
              : unwritten > 0
                ? importsText.leftOut(unwritten)
                : importsText.previewSafe}
          </span>
          <Button variant="primary" disabled={writable === 0} onClick={() => void commit(queryClient)}>
            {importsText.commit(writable)}
          </Button>
        </div>
      </div>
      {panel === 'units' ? (
        <UnitsPanel preview={preview} onClose={() => setPanel(null)} />
      ) : (
        panel !== null && (
          <RowPanel row={panel} keys={keys} revealed={revealed} onClose={() => setPanel(null)} />
        )
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

function Headline({ preview }: { preview: ImportPreview }) {
  const { kind, year, units, levels } = preview;
  const people = units.reduce((sum, unit) => sum + unit.rows, 0) || totalOf(preview);
  return (
    <div className={styles.headline}>
      <h2 className={styles.headlineText}>
        {kind === 'officials'
          ? importsText.headlineOfficials(people, units.length)
          : importsText.headlineRatings(people, units.length)}
      </h2>
      <p className={styles.muted}>
        {importsText.previewTitle(importKindNames[kind], year)} · {importsText.previewSafe}
      </p>
      {levels !== null && (
        <p className={styles.levels}>
          {ratingLevels
            .map((level) => `${ratingLevelShortNames[level]} ${formatNumber(levels[level])}`)
            .join(' · ')}
          {` · ${unratedName} ${formatNumber(levels.unrated)}`}
        </p>
      )}
    </div>
  );
}

const totalOf = (preview: ImportPreview): number => preview.rowsRead;

interface FiltersProps {
  preview: ImportPreview;
  filter: RowOutcome | null;
  onFilter: (filter: RowOutcome | null) => void;
}

function Filters({ preview, filter, onFilter }: FiltersProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields; these are buttons
    <div className={styles.filterButtons} role="group" aria-label={importsText.filterLabel}>
      <Button small aria-pressed={filter === null} onClick={() => onFilter(null)}>
        {importsText.allRows} {formatNumber(totalOf(preview))}
      </Button>
      {outcomes.map((outcome) => {
        const Icon = outcomeIcons[outcome];
        return (
          <Button
            key={outcome}
            small
            aria-pressed={filter === outcome}
            title={rowOutcomeExplanations[outcome]}
            onClick={() => onFilter(outcome)}
          >
            <Icon size={16} aria-hidden />
            {rowOutcomeNames[outcome]} {formatNumber(countOf(preview, outcome))}
          </Button>
        );
      })}
    </div>
  );
}
