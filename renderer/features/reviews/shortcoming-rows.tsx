import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconTrash from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs';
import { useEffect, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import type { Review } from '../../../db/contract/reviews.ts';
import { reviewsText as text } from '../../../db/contract/vi/reviews.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import styles from './editor.module.css';
import { linesOf, SHORTCOMINGS, type ShortcomingLine, textOfLines } from './review-model.ts';
import type { SectionProps } from './section-fields.tsx';

/** Shortcomings with their causes, one a line. The lines are one field of the form, as they are saved as one. */
export function ShortcomingRows({ review, section, form, newer, locked }: SectionProps) {
  const lines = linesOf(useWatch({ control: form.control, name: SHORTCOMINGS }) ?? '');
  const error = form.formState.errors[SHORTCOMINGS]?.message;
  const root = useRef<HTMLDivElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    [...(root.current?.querySelectorAll('textarea') ?? [])].at(-2)?.focus();
  });
  const set = (next: readonly ShortcomingLine[]) => {
    form.setValue(SHORTCOMINGS, textOfLines(next), { shouldDirty: true });
    // The rows are no registered field: their refusal would stand and stop every later save.
    form.clearErrors(SHORTCOMINGS);
  };
  const change = (index: number, part: Partial<ShortcomingLine>) =>
    set(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  const tasksOf = (line: ShortcomingLine): number => taskCount(review, line.id);
  return (
    <div ref={root} className={styles.section}>
      {lines.length > 0 && (
        <div className={`${styles.line} ${styles.heads}`} aria-hidden>
          <span>{text.shortcoming}</span>
          <span>{text.cause}</span>
        </div>
      )}
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a new line has no id yet, and lines keep their order
        <div key={index} className={styles.line}>
          <Area
            label={text.shortcomingOf(index + 1)}
            value={line.text}
            disabled={locked}
            invalid={error !== undefined && line.text.trim() === ''}
            onChange={(typed) => change(index, { text: typed })}
          />
          <Area
            label={text.causeOf(index + 1)}
            value={line.cause}
            disabled={locked}
            onChange={(typed) => change(index, { cause: typed })}
          />
          {!locked && (
            <IconButton
              small
              label={text.removeShortcoming(index + 1)}
              onClick={() => set(lines.filter((_, at) => at !== index))}
            >
              <IconTrash size={16} aria-hidden />
            </IconButton>
          )}
          {tasksOf(line) > 0 && <span className={styles.meta}>{text.shortcomingTasks(tasksOf(line))}</span>}
        </div>
      ))}
      {error !== undefined && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      <NewerField newer={newer} field={SHORTCOMINGS} show={readable} />
      {!locked && (
        <Button
          small
          className={styles.add}
          onClick={() => {
            added.current = true;
            set([...lines, { id: null, sectionId: section.id, text: '', cause: '' }]);
          }}
        >
          <IconPlus size={16} aria-hidden />
          {text.addShortcoming}
        </Button>
      )}
    </div>
  );
}

const taskCount = (review: Review, id: number | null): number =>
  review.shortcomings.find((each) => each.id === id)?.tasks ?? 0;

/** "Ghi sổ chưa đủ (Thiếu kiểm tra); ..." */
const readable = (json: string): string =>
  linesOf(json)
    .map((line) => (line.cause === '' ? line.text : `${line.text} (${line.cause})`))
    .join('; ');

interface AreaProps {
  label: string;
  value: string;
  disabled: boolean;
  invalid?: boolean;
  onChange: (typed: string) => void;
}

const Area = ({ label, value, disabled, invalid = false, onChange }: AreaProps) => (
  <textarea
    className={styles.area}
    aria-label={label}
    aria-invalid={invalid || undefined}
    rows={1}
    spellCheck={false}
    value={value}
    disabled={disabled}
    onChange={(event) => onChange(event.target.value)}
  />
);
