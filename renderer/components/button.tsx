import { type ComponentProps, type MouseEvent, useEffect, useRef } from 'react';
import styles from './button.module.css';
import { classes } from './classes.ts';

interface ButtonProps extends Omit<ComponentProps<'button'>, 'onClick'> {
  /** An act that takes time answers with its promise: until that ends, a second press does not begin it again. */
  onClick?: (event: MouseEvent<HTMLButtonElement>) => unknown;
  /** primary: the one main act of a page. quiet: no border until the pointer is over it. */
  variant?: 'primary' | 'default' | 'quiet';
  small?: boolean;
}

export function Button({
  variant = 'default',
  small = false,
  className,
  ref,
  onClick,
  ...props
}: ButtonProps) {
  const underWay = useRef(false);
  const press = (event: MouseEvent<HTMLButtonElement>): void => {
    if (underWay.current) return;
    const act = onClick?.(event);
    if (!(act instanceof Promise)) return;
    underWay.current = true;
    void act.finally(() => {
      underWay.current = false;
    });
  };
  const own = useKeptFocus(props.disabled === true);
  return (
    <button
      type="button"
      {...props}
      onClick={onClick && press}
      ref={(button) => {
        own.current = button;
        if (typeof ref === 'function') ref(button);
        else if (ref) ref.current = button;
      }}
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

/**
 * A button that is disabled while its act runs loses the focus to nothing, and the keys with it: it takes the focus
 * up again when it can be pressed again and nothing else has it.
 */
function useKeptFocus(disabled: boolean) {
  const own = useRef<HTMLButtonElement>(null);
  const lost = useRef(false);
  useEffect(() => {
    const button = own.current;
    const onBlur = () => {
      lost.current = button?.disabled === true;
    };
    button?.addEventListener('blur', onBlur);
    return () => button?.removeEventListener('blur', onBlur);
  }, []);
  useEffect(() => {
    if (disabled || !lost.current) return;
    lost.current = false;
    if (document.activeElement === null || document.activeElement === document.body) own.current?.focus();
  }, [disabled]);
  return own;
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
