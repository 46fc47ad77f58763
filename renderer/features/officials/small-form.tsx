import { type KeyboardEvent, type ReactNode, type SubmitEventHandler, useId } from 'react';
import { commonText } from '../../../db/contract/vi/common.ts';
import { askBeforeClosing } from '../../app/router.ts';
import { Button } from '../../components/button.tsx';
import { onFormKey } from './form-keys.ts';
import styles from './official-form.module.css';

interface SmallFormProps {
  title: string;
  /** The word on the button that does it. */
  act: string;
  busy: boolean;
  /** There is nobody or nothing to do it to. */
  impossible?: boolean;
  onSubmit: SubmitEventHandler<HTMLFormElement>;
  onClose: () => void;
  children: ReactNode;
  /** More buttons beside the main one. */
  more?: ReactNode;
}

/** A short form inside the panel. Esc closes it, not the panel, and asks when something was typed. */
export function SmallForm({
  title,
  act,
  busy,
  impossible = false,
  onSubmit,
  onClose,
  children,
  more,
}: SmallFormProps) {
  const titleId = useId();
  const close = () => askBeforeClosing(onClose);
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    onFormKey(event);
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    close();
  };
  return (
    <form
      className={styles.small}
      aria-labelledby={titleId}
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      noValidate
    >
      <h3 id={titleId}>{title}</h3>
      {children}
      <div className={styles.smallActs}>
        <Button type="submit" variant="primary" disabled={busy || impossible}>
          {busy ? commonText.saving : act}
        </Button>
        <Button onClick={close}>{commonText.cancel}</Button>
        {more}
      </div>
    </form>
  );
}
