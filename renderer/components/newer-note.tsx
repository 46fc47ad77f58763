import { newerText } from '../../db/contract/vi/drafts.ts';
import type { Newer } from '../lib/use-newer.ts';
import { Button } from './button.tsx';
import styles from './newer-note.module.css';

/** Below a field: what another session wrote there, and the way to take it. */
export function NewerValue({ shown, onTake }: { shown: string; onTake: () => void }) {
  return (
    <p className={styles.newer}>
      <span>
        {newerText.value} <strong>{shown === '' ? newerText.empty : shown}</strong>
      </span>
      <Button small onClick={onTake}>
        {newerText.take}
      </Button>
    </p>
  );
}

interface NewerFieldProps {
  newer: Newer;
  field: string;
  /** A choice by its name. */
  show?: (value: string) => string;
}

/** The same for a field of `useNewer`; nothing while both sides agree. */
export function NewerField({ newer, field, show = (value) => value }: NewerFieldProps) {
  const value = newer.values.get(field);
  if (value === undefined) return null;
  const shown = typeof value === 'string' ? show(value) : value ? newerText.ticked : newerText.notTicked;
  return <NewerValue shown={shown} onTake={() => newer.take(field)} />;
}

/** Above a form: another session saved first. */
export function StaleNote({ detail }: { detail?: string | undefined }) {
  return (
    <div className={styles.note} role="alert">
      <p>
        <strong>{newerText.title}</strong> {newerText.text} {detail}
      </p>
    </div>
  );
}
