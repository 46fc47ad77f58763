import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { CycleSubject } from '../../../db/contract/cycles.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import {
  outReasonNames,
  reviewBasisNames,
  reviewPlaceNames,
  reviewStatusNames,
  subjectGroupShortNames,
  cycleText as text,
} from '../../../db/contract/vi/cycles.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { type OutReason, outReasons } from '../../../db/domain/cycle.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { useUnsavedGuard } from '../../app/use-unsaved-guard.ts';
import { Button } from '../../components/button.tsx';
import { DetailPanel, Facts, PanelSection } from '../../components/detail-panel.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { call } from '../../lib/api.ts';
import { showFieldErrors } from '../../lib/form-errors.ts';
import { formatDate } from '../../lib/format.ts';
import styles from './cycle.module.css';

interface SubjectPanelProps {
  subject: CycleSubject;
  mayWrite: boolean;
  onClose: () => void;
  onChanged: () => void;
}

const groups = ['noPost', 'leader', 'outsideSystem'] as const;
type PersonGroup = (typeof groups)[number];

/** One row of the cycle: why it is there, whether it counts, in which group. */
export function SubjectPanel({ subject, mayWrite, onClose, onChanged }: SubjectPanelProps) {
  const change = useChange(subject, onChanged);
  return (
    <DetailPanel title={subject.name} subtitle={subject.organizationName} onClose={onClose}>
      <Facts
        facts={[
          { label: text.place, value: reviewPlaceNames[subject.place] },
          { label: text.group, value: subjectGroupShortNames[subject.subjectGroup] },
          { label: text.state, value: reviewStatusNames[subject.status] },
          {
            label: text.basis,
            value: [reviewBasisNames[subject.basis], subject.basisReason].filter(Boolean).join(': '),
          },
          ...(subject.birthDate === null
            ? []
            : [{ label: text.birthDate, value: formatDate(subject.birthDate) }]),
          ...(subject.outReason === null
            ? []
            : [
                {
                  label: text.out,
                  value: [outReasonNames[subject.outReason], subject.outNote].filter(Boolean).join(': '),
                },
              ]),
        ]}
      />
      {mayWrite && (
        <>
          {subject.officialId !== null && subject.status === 'notFiled' && (
            <PanelSection title={text.changeGroup}>
              <div className={styles.choices}>
                {groups.map((group) => (
                  <Button
                    key={group}
                    small
                    aria-pressed={group === subject.subjectGroup}
                    disabled={group === subject.subjectGroup}
                    onClick={() => change.group(group)}
                  >
                    {subjectGroupShortNames[group]}
                  </Button>
                ))}
              </div>
            </PanelSection>
          )}
          <PanelSection title={subject.outReason === null ? text.takeOut : text.takeIn}>
            {subject.outReason === null ? (
              <OutForm subject={subject} onOut={change.out} />
            ) : (
              <Button onClick={() => change.out(null, '').catch(notifyError)}>{text.takeIn}</Button>
            )}
          </PanelSection>
          {subject.basis !== 'drawn' && subject.status === 'notFiled' && (
            <Button variant="quiet" onClick={() => change.remove()}>
              {text.remove}
            </Button>
          )}
        </>
      )}
    </DetailPanel>
  );
}

/** The acts on a row, each with its way back. */
function useChange({ reviewId, version, name, ...subject }: CycleSubject, onChanged: () => void) {
  const queryClient = useQueryClient();
  const done = async (words: string, undo?: () => Promise<unknown>) => {
    await queryClient.invalidateQueries();
    onChanged();
    const run = async () => {
      await undo?.();
      await queryClient.invalidateQueries();
    };
    notifyDone(words, undo ? { actions: [{ label: commonText.undo, run }] } : {});
  };
  return {
    out: async (outReason: OutReason | null, outNote: string) => {
      await call('cycles.setOut', { reviewId, version, outReason, outNote });
      const before = { outReason: subject.outReason, outNote: subject.outNote };
      await done(outReason === null ? text.changedIn(name) : text.changedOut(name), () =>
        call('cycles.setOut', { reviewId, version: version + 1, ...before }),
      );
    },
    group: async (subjectGroup: PersonGroup) => {
      const set = (group: PersonGroup, at: number) =>
        call('cycles.setGroup', { reviews: [{ reviewId, version: at }], subjectGroup: group });
      try {
        await set(subjectGroup, version);
        const before = subject.subjectGroup;
        await done(text.groupChanged(name), () =>
          before === 'collective' ? Promise.resolve() : set(before, version + 1),
        );
      } catch (error) {
        notifyError(error);
      }
    },
    remove: async () => {
      try {
        await call('cycles.removeSubject', { reviewId, version });
        await done(text.removed);
      } catch (error) {
        notifyError(error);
      }
    },
  };
}

interface OutValues {
  outReason: OutReason;
  outNote: string;
}

function OutForm({
  subject,
  onOut,
}: {
  subject: CycleSubject;
  onOut: (reason: OutReason, note: string) => Promise<void>;
}) {
  const form = useForm<OutValues>({ defaultValues: { outReason: 'exempt', outNote: '' } });
  const { isSubmitting, isDirty, errors } = form.formState;
  useUnsavedGuard(isDirty && !isSubmitting);
  const submit = form.handleSubmit(async ({ outReason, outNote }) => {
    try {
      await onOut(outReason, outNote);
    } catch (error) {
      if (!showFieldErrors(error, ['outReason', 'outNote'], form.setError)) notifyError(error);
    }
  });
  return (
    <form
      className={styles.small}
      onSubmit={submit}
      noValidate
      aria-label={`${text.takeOut}: ${subject.name}`}
    >
      <SelectField label={text.outReason} error={errors.outReason?.message} {...form.register('outReason')}>
        {outReasons.map((reason) => (
          <option key={reason} value={reason}>
            {outReasonNames[reason]}
          </option>
        ))}
      </SelectField>
      <TextField
        label={text.outNote}
        error={errors.outNote?.message}
        maxLength={300}
        {...form.register('outNote', {
          validate: (note, { outReason }) =>
            outReason !== 'other' || note.trim() !== '' || fieldErrorMessage('REQUIRED'),
        })}
      />
      <Button type="submit" disabled={isSubmitting}>
        {text.takeOut}
      </Button>
    </form>
  );
}
