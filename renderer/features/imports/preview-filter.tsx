import type { ImportPreview, PreviewRows, ProblemCode, RowOutcome } from '../../../db/contract/imports.ts';
import { importsText, rowOutcomeExplanations, rowOutcomeNames } from '../../../db/contract/vi/imports.ts';
import { previewText, problemNames } from '../../../db/contract/vi/imports-preview.ts';
import { formatNumber } from '../../../db/contract/vi/numbers.ts';
import { Button } from '../../components/button.tsx';
import styles from './imports.module.css';
import { countOf, outcomeIcons, outcomes } from './outcomes.ts';

/** Which rows of the preview are shown. */
export interface PreviewFilter {
  class: RowOutcome | null;
  problem: ProblemCode | null;
  only: 'fixed' | 'toConfirm' | 'changedSince' | null;
}

export const allRows: PreviewFilter = { class: null, problem: null, only: null };

export type PreviewRow = PreviewRows['rows'][number];

interface PreviewFiltersProps {
  preview: ImportPreview;
  filter: PreviewFilter;
  onFilter: (filter: PreviewFilter) => void;
}

/** By class, by problem, and by what was done to the rows. */
export function PreviewFilters({ preview, filter, onFilter }: PreviewFiltersProps) {
  const marks = [
    { only: 'fixed', count: preview.fixedRows, label: previewText.onlyFixed },
    { only: 'toConfirm', count: preview.toConfirm, label: previewText.onlyToConfirm },
    { only: 'changedSince', count: preview.changedSince, label: previewText.onlyChangedSince },
  ] as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields; these are buttons
    <div className={styles.filterButtons} role="group" aria-label={importsText.filterLabel}>
      <Button
        small
        aria-pressed={filter.class === null && filter.problem === null && filter.only === null}
        onClick={() => onFilter(allRows)}
      >
        {importsText.allRows} {formatNumber(preview.rowsRead)}
      </Button>
      {outcomes.map((outcome) => {
        const Icon = outcomeIcons[outcome];
        const count = countOf(preview, outcome);
        if (outcome === 'leftOut' && count === 0) return null;
        return (
          <Button
            key={outcome}
            small
            aria-pressed={filter.class === outcome}
            title={rowOutcomeExplanations[outcome]}
            onClick={() => onFilter({ ...allRows, class: outcome })}
          >
            <Icon size={16} aria-hidden />
            {rowOutcomeNames[outcome]} {formatNumber(count)}
          </Button>
        );
      })}
      {marks.map(({ only, count, label }) =>
        count === 0 ? null : (
          <Button
            key={only}
            small
            aria-pressed={filter.only === only}
            onClick={() => onFilter({ ...allRows, only })}
          >
            {label(count)}
          </Button>
        ),
      )}
      {preview.problems.length > 0 && (
        <select
          className={styles.problemSelect}
          aria-label={previewText.problemFilter}
          value={filter.problem ?? ''}
          onChange={(event) =>
            onFilter({
              ...allRows,
              problem: preview.problems.find(({ code }) => code === event.target.value)?.code ?? null,
            })
          }
        >
          <option value="">{previewText.anyProblem}</option>
          {preview.problems.map(({ code, rows }) => (
            <option key={code} value={code}>
              {previewText.problemChoice(problemNames[code], rows)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
