import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { classes } from './classes.ts';

interface ButtonProps extends ComponentProps<'button'> {
  /** primary: the one main act of a page. quiet: no border until the pointer is over it. */
  variant?: 'primary' | 'default' | 'quiet';
  small?: boolean;
}

export function Button({ variant = 'default', small = false, className, ...props }: ButtonProps) {
  return (
    <button
      type="button"
      {...props}
      className={classes(
        styles.button,
        variant === 'primary' && styles.primary,
        variant === 'quiet' && styles.quiet,
        small && styles.small,
        props['aria-pressed'] === true && styles.pressed,
        className,
      )}
    />
  );
}

interface IconButtonProps extends ButtonProps {
  /** Read by screen readers and shown when the pointer rests on it. */
  label: string;
}

export function IconButton({ label, variant = 'quiet', className, ...props }: IconButtonProps) {
  return (
    <Button
      title={label}
      aria-label={label}
      variant={variant}
      {...props}
      className={classes(styles.icon, className)}
    />
  );
}
