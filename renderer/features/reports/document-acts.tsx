import IconDeviceFloppy from '@tabler/icons-react/dist/esm/icons/IconDeviceFloppy.mjs';
import IconFileSpreadsheet from '@tabler/icons-react/dist/esm/icons/IconFileSpreadsheet.mjs';
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs';
import IconFileTypeDocx from '@tabler/icons-react/dist/esm/icons/IconFileTypeDocx.mjs';
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
import { useState } from 'react';
import { hasWorkbook } from '../../../db/contract/document-kinds.ts';
import type { DocumentInput } from '../../../db/contract/documents.ts';
import { reportsText } from '../../../db/contract/vi/reports.ts';
import { useCommand } from '../../app/commands.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { Button } from '../../components/button.tsx';
import { desktop } from '../../lib/api.ts';
import { hasCode } from '../../lib/app-error.ts';
import styles from './document-acts.module.css';

type Act = 'documents.savePdf' | 'documents.saveWord' | 'documents.saveWorkbook' | 'documents.print';

async function run(act: Act, input: DocumentInput): Promise<void> {
  try {
    if (act === 'documents.print') {
      const { printed, batch } = await desktop(act, input);
      if (printed)
        notifyDone(reportsText.sentToPrinter, batch ? { detail: reportsText.paperWithoutNumbers } : {});
      return;
    }
    if (act === 'documents.saveWorkbook' && !hasWorkbook(input)) return;
    // Null: the person closed the dialog.
    const saved = await desktop(act, input);
    if (saved === null) return;
    const wordAsks = 'batch' in saved && saved.batch;
    notifyDone(reportsText.savedAs(saved.fileName), wordAsks ? { detail: reportsText.wordAsks } : {});
  } catch (error) {
    if (!hasCode(error, 'CANCELLED')) notifyError(error);
  }
}

/** Ctrl+P in the preview; a page around it previews first. */
function PrintKey({ onPrint }: { onPrint: () => void }) {
  useCommand('print', onPrint);
  return null;
}

interface DocumentActsProps {
  input: DocumentInput;
  /** Left out in the preview itself. */
  onPreview?: () => void;
}

/** The acts on the printable document: preview, PDF, workbook, printer. */
export function DocumentActs({ input, onPreview }: DocumentActsProps) {
  const [busy, setBusy] = useState<Act | null>(null);
  const start = async (act: Act) => {
    setBusy(act);
    await run(act, input);
    setBusy(null);
  };
  return (
    <>
      {!onPreview && (
        <PrintKey
          onPrint={() => {
            if (busy === null) void start('documents.print');
          }}
        />
      )}
      <Button small disabled={busy !== null} onClick={() => start('documents.savePdf')}>
        <IconDeviceFloppy size={16} className={styles.picture} aria-hidden />
        {reportsText.savePdf}
      </Button>
      <Button small disabled={busy !== null} onClick={() => start('documents.saveWord')}>
        <IconFileTypeDocx size={16} className={styles.picture} aria-hidden />
        {reportsText.saveWord}
      </Button>
      {hasWorkbook(input) && (
        <Button small disabled={busy !== null} onClick={() => start('documents.saveWorkbook')}>
          <IconFileSpreadsheet size={16} className={styles.picture} aria-hidden />
          {reportsText.saveWorkbook}
        </Button>
      )}
      <Button
        small
        variant={onPreview ? 'default' : 'primary'}
        disabled={busy !== null}
        onClick={() => start('documents.print')}
      >
        <IconPrinter size={16} className={styles.picture} aria-hidden />
        {reportsText.print}
      </Button>
      {onPreview && (
        <Button small variant="primary" onClick={onPreview}>
          <IconFileText size={16} className={styles.picture} aria-hidden />
          {reportsText.preview}
        </Button>
      )}
    </>
  );
}
