import IconFileSpreadsheet from '@tabler/icons-react/dist/esm/icons/IconFileSpreadsheet.mjs';
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import { useRef, useState } from 'react';
import type { OfficialColumnId } from '../../../db/contract/official-list.ts';
import {
  LIST_WORKBOOK_LIMIT,
  type OfficialListDocument,
  PRINT_LIMIT,
  type SensitiveFieldId,
  sensitiveFieldIds,
} from '../../../db/contract/officials.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { exportText as text } from '../../../db/contract/vi/official-list.ts';
import { officialFieldLabels, personLabels } from '../../../db/contract/vi/officials.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { CheckField } from '../../components/field.tsx';
import { Progress } from '../../components/progress.tsx';
import { desktop, type Progress as ProgressValue } from '../../lib/api.ts';
import { hasCode } from '../../lib/app-error.ts';
import styles from './export-dialog.module.css';
import { toggledValue } from './list-filter.ts';
import { titleOfColumn } from './official-columns.tsx';

interface ExportDialogProps {
  /** Filter and order of the screen. */
  list: Omit<OfficialListDocument, 'kind' | 'columns' | 'officialIds'>;
  columns: readonly OfficialColumnId[];
  total: number;
  selectedIds: readonly number[];
  mayReveal: boolean;
  onPreview: (document: OfficialListDocument) => void;
  onClose: () => void;
}

const isSensitive = (id: OfficialColumnId): id is SensitiveFieldId =>
  sensitiveFieldIds.some((each) => each === id);

/** What is printed or saved: whom, and whether what is masked on the screen goes along. */
export function ExportDialog(props: ExportDialogProps) {
  const { list, columns, total, selectedIds, mayReveal, onPreview, onClose } = props;
  const [onlySelected, setOnlySelected] = useState(selectedIds.length > 0);
  const [sensitive, setSensitive] = useState<readonly SensitiveFieldId[]>([]);
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState<ProgressValue | null>(null);
  const stop = useRef(new AbortController());
  const first = useRef<HTMLButtonElement>(null);

  // A masked column of the screen comes along only where it was ticked; one that is ticked comes at its place or last.
  const plain = columns.filter((id) => !isSensitive(id) || sensitive.includes(id));
  const taken = [...plain, ...sensitive.filter((id) => !plain.includes(id))];
  const count = onlySelected ? selectedIds.length : total;
  const document: OfficialListDocument = {
    ...list,
    kind: 'officials-list',
    columns: taken,
    officialIds: onlySelected ? [...selectedIds] : null,
  };
  const save = async () => {
    setBusy(true);
    stop.current = new AbortController();
    try {
      const { signal } = stop.current;
      const saved = await desktop('documents.saveWorkbook', document, { signal, onProgress: setProgress });
      if (saved === null) return;
      notifyDone(text.saved(saved.fileName));
      onClose();
    } catch (error) {
      if (!hasCode(error, 'CANCELLED')) notifyError(error);
    } finally {
      setBusy(false);
      setProgress(null);
    }
  };
  /** A workbook under way is stopped first: nothing was written yet. */
  const close = () => (busy ? stop.current.abort() : onClose());
  const titles = [personLabels.rowNo, officialFieldLabels.fullName, ...taken.map(titleOfColumn)];
  return (
    <Dialog
      title={text.title}
      onClose={close}
      initialFocus={first}
      actions={
        <>
          <Button onClick={close}>{busy ? text.stop : commonText.cancel}</Button>
          <Button disabled={busy || count === 0 || count > LIST_WORKBOOK_LIMIT} onClick={() => save()}>
            <IconFileSpreadsheet size={18} aria-hidden />
            {text.workbook}
          </Button>
          <Button
            ref={first}
            variant="primary"
            disabled={busy || count === 0 || count > PRINT_LIMIT}
            onClick={() => onPreview(document)}
          >
            <IconFileText size={18} aria-hidden />
            {text.preview}
          </Button>
        </>
      }
    >
      <fieldset className={styles.group}>
        <legend>{text.who}</legend>
        <label className={styles.check}>
          <input type="radio" checked={!onlySelected} onChange={() => setOnlySelected(false)} />
          {text.shown(total)}
        </label>
        {selectedIds.length > 0 && (
          <label className={styles.check}>
            <input type="radio" checked={onlySelected} onChange={() => setOnlySelected(true)} />
            {text.selected(selectedIds.length)}
          </label>
        )}
      </fieldset>
      <p className={styles.text}>{text.columns(titles.join(', '))}</p>
      <fieldset className={styles.group}>
        <legend>{text.sensitive}</legend>
        {mayReveal &&
          sensitiveFieldIds.map((id) => (
            <CheckField
              key={id}
              label={officialFieldLabels[id]}
              checked={sensitive.includes(id)}
              onChange={() => setSensitive(toggledValue(sensitive, id))}
            />
          ))}
        <p className={styles.hint}>{mayReveal ? text.sensitiveHint : text.sensitiveRefused}</p>
      </fieldset>
      {count > PRINT_LIMIT && (
        <p className={styles.hint} role="status">
          {count > LIST_WORKBOOK_LIMIT ? text.tooManyAtAll(LIST_WORKBOOK_LIMIT) : text.tooMany(PRINT_LIMIT)}
        </p>
      )}
      {busy && <Progress label={text.writing} progress={progress} />}
    </Dialog>
  );
}
