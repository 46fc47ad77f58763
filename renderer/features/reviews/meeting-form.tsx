import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { DocumentInput } from '../../../db/contract/documents.ts';
import type { Meeting } from '../../../db/contract/meetings.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { periodWords, subjectName } from '../../../db/contract/vi/cycles.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { meetingsText as text } from '../../../db/contract/vi/meetings.ts';
import { reviewsText } from '../../../db/contract/vi/reviews.ts';
import { partOfPeriod } from '../../app/draft-parts.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { RecordNotes } from '../../app/record-notes.tsx';
import { useRecordForm } from '../../app/use-record-form.ts';
import { Button } from '../../components/button.tsx';
import { TextAreaField, TextField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import { Page } from '../../components/page.tsx';
import { call } from '../../lib/api.ts';
import { hasCode, toAppError } from '../../lib/app-error.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { useSaveInTurn } from '../../lib/use-save-in-turn.ts';
import { AttachmentsSection } from '../attachments/attachments-section.tsx';
import { onFormKey } from '../officials/form-keys.ts';
import { isFullDay } from '../officials/full-day.ts';
import { useMayWrite } from '../officials/use-may-write.ts';
import { BackButton } from './back-button.tsx';
import { rowsOf, textOfRows } from './ballot-grid.ts';
import { BallotTable } from './ballot-table.tsx';
import styles from './meeting.module.css';
import {
  type MeetingValues,
  type MinuteField,
  meetingFields,
  type SheetField,
  saveInputOf,
  sheetFields,
  sheetOf,
  typedSheetFaults,
  valuesOf,
} from './meeting-model.ts';
import { ProposeDialog } from './propose-dialog.tsx';

interface MeetingFormProps {
  period: { year: number; quarter: number };
  meeting: Meeting;
  onMeeting: (meeting: Meeting) => void;
  onStale: () => void;
  onBack: () => void;
  onPreview: (input: DocumentInput) => void;
}

const hints: Partial<Record<MinuteField, string>> = {
  startsAt: text.startsAtHint,
  counters: text.countersHint,
  absentNote: text.absentNoteHint,
  content: text.contentHint,
};

/** Minutes, counts and votes of one meeting. Sums are checked while they are typed; Ctrl+Enter saves. */
export function MeetingForm({ period, meeting, onMeeting, onStale, onBack, onPreview }: MeetingFormProps) {
  const queryClient = useQueryClient();
  const mayWrite = useMayWrite();
  const [proposing, setProposing] = useState(false);
  const body = useRef<HTMLFormElement>(null);
  const current = valuesOf(meeting);
  const form = useForm<MeetingValues>({ defaultValues: current });
  const { errors, isSubmitting, isDirty } = form.formState;
  const record = useRecordForm(form, current, {
    key: {
      form: 'meeting',
      recordId: meeting.organizationId,
      partId: partOfPeriod(period, meeting.meetingId ?? 0),
    },
    version: meeting.version === 0 ? null : meeting.version,
    title: () => meeting.organizationName,
  });
  const { newer } = record;
  const values = useWatch({ control: form.control }) as MeetingValues;
  const faults = typedSheetFaults(values);
  const { meetingId } = meeting;

  const save = useSaveInTurn(form, async (typed) => {
    try {
      const saved = await call('meetings.save', saveInputOf({ ...period, meeting }, typed));
      record.saved(typed, valuesOf(saved));
      onMeeting(saved);
      notifyDone(text.saved(meeting.organizationName), {
        actions: [{ label: commonText.undo, run: () => takeBack(saved) }],
      });
      return true;
    } catch (error) {
      if (hasCode(error, 'STALE_VERSION')) {
        newer.refused();
        onStale();
        return false;
      }
      const inGrid = Object.entries(toAppError(error).fieldErrors).find(([path]) =>
        path.startsWith('results.'),
      );
      if (inGrid) form.setError('ballots', { message: fieldErrorMessage(inGrid[1]) });
      if (showFieldErrors(error, meetingFields, form.setError)) return false;
      if (inGrid) body.current?.querySelector<HTMLElement>('table [aria-invalid]')?.focus();
      else notifyError(error);
      return false;
    }
  });
  const submit = (event?: FormEvent) => {
    // The grid is no registered field: its refusal would stand, and stop every later save, after other counts mend it.
    form.clearErrors('ballots');
    save(event);
  };
  /** What the meeting said before this save; a new one is removed again. */
  const takeBack = async (saved: Meeting) => {
    if (meeting.meetingId === null) {
      await call('meetings.remove', { meetingId: saved.meetingId ?? 0, version: saved.version });
      await queryClient.invalidateQueries();
      onBack();
    } else
      onMeeting(await call('meetings.save', saveInputOf({ ...period, meeting: saved }, valuesOf(meeting))));
    notifyDone(text.restored(meeting.organizationName));
  };
  const remove = async (id: number) => {
    try {
      const { operationId } = await call('meetings.remove', { meetingId: id, version: meeting.version });
      record.saved();
      form.reset(current);
      await queryClient.invalidateQueries();
      onBack();
      const run = async () => {
        await call('operations.undo', { operationId });
        await queryClient.invalidateQueries();
        notifyDone(text.restored(meeting.organizationName));
      };
      notifyDone(text.removed(meeting.organizationName), { actions: [{ label: commonText.undo, run }] });
    } catch (error) {
      notifyError(error);
    }
  };
  const minute = (field: MinuteField) => (
    <div>
      <TextField
        label={text[field]}
        hint={hints[field]}
        error={errors[field]?.message}
        disabled={!mayWrite}
        {...form.register(field)}
      />
      <NewerField newer={newer} field={field} />
    </div>
  );
  const area = (field: MinuteField) => (
    <div className={styles.wide}>
      <TextAreaField
        label={text[field]}
        hint={hints[field]}
        error={errors[field]?.message}
        disabled={!mayWrite}
        {...form.register(field)}
      />
      <NewerField newer={newer} field={field} />
    </div>
  );
  const count = (field: SheetField) => {
    const fault = faults[field];
    return (
      <div key={field}>
        <TextField
          label={field === 'present' ? text.presentCount : text[field]}
          inputMode="numeric"
          error={fault ? fieldErrorMessage(fault) : errors[field]?.message}
          disabled={!mayWrite}
          {...form.register(field)}
        />
        <NewerField newer={newer} field={field} />
      </div>
    );
  };
  const title = text.title(meeting.organizationName, periodWords(period.year, period.quarter));
  const proposable = meeting.subjects.some(({ outcome }) => outcome?.level);
  return (
    <Page
      title={title}
      lead={<BackButton label={text.back} onBack={onBack} />}
      head={
        <>
          {meetingId !== null && (
            <>
              <Button onClick={() => onPreview({ kind: 'meeting-minutes', meetingId })}>
                {text.printMinutes}
              </Button>
              <Button onClick={() => onPreview({ kind: 'count-minutes', meetingId })}>
                {text.printCount}
              </Button>
            </>
          )}
          <Button
            onClick={() => onPreview({ kind: 'ballot', ...period, organizationId: meeting.organizationId })}
          >
            {text.printBallot}
          </Button>
          {mayWrite && meetingId !== null && (
            <Button
              disabled={isDirty || !proposable}
              title={isDirty ? text.proposeSaveFirst : proposable ? undefined : text.proposeNone}
              onClick={() => setProposing(true)}
            >
              {text.propose}
            </Button>
          )}
          {mayWrite && (
            <Button variant="primary" disabled={isSubmitting || !isDirty} onClick={() => submit()}>
              {isSubmitting ? commonText.saving : commonText.save}
            </Button>
          )}
        </>
      }
    >
      <form
        ref={body}
        className={styles.body}
        aria-label={title}
        onSubmit={submit}
        onKeyDown={onFormKey}
        noValidate
      >
        <div className={styles.column}>
          <RecordNotes record={record} />
          <section className={styles.section} aria-label={text.minutes}>
            <h2>{text.minutes}</h2>
            <div className={styles.minutes}>
              <div>
                <TextField
                  label={text.heldOn}
                  placeholder={reviewsText.dateExample}
                  error={errors.heldOn?.message}
                  disabled={!mayWrite}
                  autoFocus={meetingId === null}
                  {...form.register('heldOn', { validate: isFullDay })}
                />
                <NewerField newer={newer} field="heldOn" />
              </div>
              {minute('startsAt')}
              {minute('endsAt')}
              {minute('placeName')}
              {minute('chair')}
              {minute('secretary')}
              {area('counters')}
              {area('absentNote')}
              {area('content')}
            </div>
          </section>
          <section className={styles.section} aria-label={text.counts}>
            <h2>{text.counts}</h2>
            <div className={styles.counts}>{sheetFields.map(count)}</div>
          </section>
          <section className={styles.section} aria-label={text.grid}>
            <h2>{text.grid}</h2>
            <p className={styles.hint}>{text.gridHint}</p>
            {meeting.subjects.length === 0 ? (
              <p>{text.nobody}</p>
            ) : (
              <BallotTable
                meeting={meeting}
                rows={rowsOf(values.ballots)}
                sheet={sheetOf(values)}
                disabled={!mayWrite}
                onChange={(rows) => {
                  form.setValue('ballots', textOfRows(rows), { shouldDirty: true });
                  form.clearErrors('ballots');
                }}
              />
            )}
            {errors.ballots && (
              <p className={styles.fault} role="alert">
                {errors.ballots.message}
              </p>
            )}
            <NewerField newer={newer} field="ballots" show={(json) => readable(meeting, json)} />
          </section>
          {meetingId !== null && (
            <AttachmentsSection owner={{ entity: 'meeting', entityId: meetingId }} mayWrite={mayWrite} />
          )}
          {mayWrite && meetingId !== null && (
            <div>
              <Button variant="quiet" onClick={() => remove(meetingId)}>
                {text.remove}
              </Button>
            </div>
          )}
        </div>
      </form>
      {proposing && meetingId !== null && (
        <ProposeDialog meeting={{ ...meeting, meetingId }} onClose={() => setProposing(false)} />
      )}
    </Page>
  );
}

/** "Lò Văn Bình: 9/8/0/0; ..." */
const readable = (meeting: Meeting, json: string): string => {
  const rows = rowsOf(json);
  return meeting.subjects
    .flatMap((subject) => {
      const row = rows[subject.reviewId];
      return row ? [`${subjectName(subject)}: ${row.votes.join('/')}`] : [];
    })
    .join('; ');
};
