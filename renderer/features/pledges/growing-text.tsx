import type { ComponentProps } from 'react';
import styles from './pledges.module.css';

interface GrowingTextProps extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange'> {
  value: string;
  onText: (value: string) => void;
}

/** As high as its text: an unseen copy of the text under it takes the place. */
export function GrowingText({ value, onText, ...props }: GrowingTextProps) {
  return (
    <span className={styles.growing} data-copy={`${value} `}>
      <textarea
        rows={1}
        spellCheck={false}
        {...props}
        value={value}
        onChange={(event) => onText(event.target.value)}
      />
    </span>
  );
}
