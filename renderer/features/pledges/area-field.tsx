import { type ComponentProps, useId } from 'react';
import styles from './pledges.module.css';

interface AreaFieldProps extends ComponentProps<'textarea'> {
  label: string;
  hint?: string;
}

/** Several lines under a label; Enter is a new line. */
export function AreaField({ label, hint, ...props }: AreaFieldProps) {
  const id = useId();
  return (
    <div className={styles.area}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        spellCheck={false}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        {...props}
      />
      {hint !== undefined && <span id={`${id}-hint`}>{hint}</span>}
    </div>
  );
}
