import { StaleNote } from '../components/newer-note.tsx';
import { DraftNote } from './draft-note.tsx';
import type { RecordForm } from './use-record-form.ts';

interface RecordNotesProps {
  record: RecordForm;
  /** What the other session made of the record, where the fields do not show it. */
  detail?: string;
}

/** Above the fields of a form over a record: that it began with a draft, and that another session saved first. */
export function RecordNotes({ record, detail }: RecordNotesProps) {
  return (
    <>
      <DraftNote draft={record.draft} onDrop={record.giveUp} />
      {record.newer.stale && <StaleNote detail={detail} />}
    </>
  );
}
