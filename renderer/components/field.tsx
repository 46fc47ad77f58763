import IconAlertCircle from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import styles from './field.module.css';

interface FieldFrameProps {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
}

/** Label above, the control, then its error or its hint, tied together for screen readers. */
function useFieldFrame({ label, hint, error }: FieldFrameProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = Boolean(error) || (hint !== undefined && hint !== null && hint !== '');
  return {
    control: {
      id,
      'aria-invalid': error ? true : undefined,
      'aria-describedby': hasNote ? noteId : undefined,
    },
    labelElement: (
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
    ),
    note: hasNote ? <FieldNote id={noteId} error={error} hint={hint} /> : null,
  };
}

function FieldNote({ id, error, hint }: { id: string; error: string | undefined; hint: ReactNode }) {
  return error ? (
    <span id={id} className={styles.error} role="alert">
      <IconAlertCircle size={16} aria-hidden />
      {error}
    </span>
  ) : (
    <span id={id} className={styles.hint}>
      {hint}
    </span>
  );
}

type TextFieldProps = FieldFrameProps &
  ComponentProps<'input'> & {
    /** A button inside the right end of the field. */
    end?: ReactNode;
  };

/** A plain input: no completion, no rewriting while a Vietnamese keyboard composes. */
export function TextField({ label, hint, error, end, className, ...props }: TextFieldProps) {
  const frame = useFieldFrame({ label, hint, error });
  const input = (
    <input
      type="text"
      autoComplete="off"
      autoCorrect="off"
      spellCheck={false}
      {...props}
      {...frame.control}
      className={styles.input}
    />
  );
  return (
    <div className={classes(styles.field, className)}>
      {frame.labelElement}
      {end === undefined ? (
        input
      ) : (
        <div className={styles.withButton}>
          {input}
          {end}
        </div>
      )}
      {frame.note}
    </div>
  );
}

type TextAreaFieldProps = FieldFrameProps & ComponentProps<'textarea'>;

/** Several lines of plain text; Enter begins a new one. */
export function TextAreaField({ label, hint, error, className, rows = 3, ...props }: TextAreaFieldProps) {
  const frame = useFieldFrame({ label, hint, error });
  return (
    <div className={classes(styles.field, className)}>
      {frame.labelElement}
      <textarea
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        rows={rows}
        {...props}
        {...frame.control}
        className={styles.input}
      />
      {frame.note}
    </div>
  );
}

type SelectFieldProps = FieldFrameProps & ComponentProps<'select'>;

export function SelectField({ label, hint, error, className, children, ...props }: SelectFieldProps) {
  const frame = useFieldFrame({ label, hint, error });
  return (
    <div className={classes(styles.field, className)}>
      {frame.labelElement}
      <select {...props} {...frame.control} className={styles.input}>
        {children}
      </select>
      {frame.note}
    </div>
  );
}

type CheckFieldProps = Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode };

/** A box to tick, and what it stands for beside it. */
export function CheckField({ label, title, className, ...props }: CheckFieldProps) {
  return (
    <label className={classes(styles.check, className)} title={title}>
      <input type="checkbox" {...props} />
      {label}
    </label>
  );
}
