import type { DocumentInput, WorkbookInput } from '../../../db/contract/documents.ts';
import { remediationText as text } from '../../../db/contract/vi/remediation.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { Button } from '../../components/button.tsx';
import { Popover } from '../../components/popover.tsx';
import { desktop } from '../../lib/api.ts';
import { hasCode } from '../../lib/app-error.ts';
import styles from './remediation.module.css';

interface PapersPopoverProps {
  /** Null: of every year, and a plan is of one. */
  plan: DocumentInput | null;
  report: DocumentInput | null;
  list: WorkbookInput;
  onPreview: (input: DocumentInput) => void;
}

async function saveWorkbook(input: WorkbookInput): Promise<void> {
  try {
    const saved = await desktop('documents.saveWorkbook', input);
    if (saved !== null) notifyDone(text.saved(saved.fileName));
  } catch (error) {
    if (!hasCode(error, 'CANCELLED')) notifyError(error);
  }
}

/** Plan, follow-up report and the list as it is shown. */
export function PapersPopover({ plan, report, list, onPreview }: PapersPopoverProps) {
  return (
    <Popover label={text.papers} title={text.papersTitle}>
      <div className={styles.papers}>
        <Button small disabled={plan === null} onClick={() => plan && onPreview(plan)}>
          {text.plan}
        </Button>
        <Button small disabled={report === null} onClick={() => report && onPreview(report)}>
          {text.report}
        </Button>
        {plan === null && <p>{text.ofOneYear}</p>}
        <Button small onClick={() => onPreview(list)}>
          {text.listPaper}
        </Button>
        <Button small onClick={() => saveWorkbook(list)}>
          {text.saveList}
        </Button>
      </div>
    </Popover>
  );
}
