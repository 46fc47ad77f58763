import IconAlertCircle from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs';
import styles from './start.module.css';

/** What went wrong with the form as a whole. */
export function Problem({ text }: { text: string }) {
  return (
    <p className={styles.problem} role="alert">
      <IconAlertCircle size={18} aria-hidden />
      <span>{text}</span>
    </p>
  );
}
