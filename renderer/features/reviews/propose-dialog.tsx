import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Meeting } from '../../../db/contract/meetings.ts';
import { voteSentence } from '../../../db/contract/vi/ballots.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { subjectName } from '../../../db/contract/vi/cycles.ts';
import { meetingsText as text } from '../../../db/contract/vi/meetings.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { call } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { levelName } from '../../lib/level-name.ts';
import styles from './meeting.module.css';

interface ProposeDialogProps {
  meeting: Meeting & { meetingId: number };
  onClose: () => void;
}

/** The list to confirm before the levels of the ballots are written as the proposed ones; one step to take back. */
export function ProposeDialog({ meeting, onClose }: ProposeDialogProps) {
  const queryClient = useQueryClient();
  const proposals = meeting.subjects.flatMap((subject) =>
    subject.outcome?.level ? [{ subject, outcome: subject.outcome, level: subject.outcome.level }] : [],
  );
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    () => new Set(proposals.map(({ subject }) => subject.reviewId)),
  );
  const [reason, setReason] = useState<string>(text.reasonDefault);
  const [busy, setBusy] = useState(false);
  const write = async () => {
    setBusy(true);
    const { meetingId, version } = meeting;
    try {
      const { operationId, changed } = await call('meetings.propose', {
        meetingId,
        version,
        reviewIds: [...chosen],
        reason,
      });
      await queryClient.invalidateQueries();
      onClose();
      const run = async () => {
        await call('operations.undo', { operationId });
        await queryClient.invalidateQueries();
        notifyDone(text.unproposed);
      };
      notifyDone(text.proposed(changed), { actions: [{ label: commonText.undo, run }] });
    } catch (error) {
      notifyError(error);
      setBusy(false);
    }
  };
  const toggle = (reviewId: number) =>
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(reviewId)) next.add(reviewId);
      return next;
    });
  return (
    <Dialog
      title={text.proposeTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{commonText.cancel}</Button>
          <Button
            variant="primary"
            data-first-focus
            disabled={busy || chosen.size === 0}
            onClick={() => write()}
          >
            {text.propose}
          </Button>
        </>
      }
    >
      <p>{text.proposeText(meeting.organizationName, formatDate(meeting.heldOn))}</p>
      <ul className={styles.list}>
        {proposals.map(({ subject, outcome, level }) => (
          <li key={subject.reviewId}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(subject.reviewId)}
                onChange={() => toggle(subject.reviewId)}
              />
              <span>
                <b>{subjectName(subject)}</b>: {levelName(level)}
                {subject.proposedLevel !== null && ` (${text.now(levelName(subject.proposedLevel))})`}
                <br />
                <span className={styles.hint}>{voteSentence(outcome)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <TextField label={text.reason} value={reason} onChange={(event) => setReason(event.target.value)} />
    </Dialog>
  );
}
