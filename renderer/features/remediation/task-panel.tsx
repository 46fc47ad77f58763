import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Task } from '../../../db/contract/remediation.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { dueWords, stepNames, remediationText as text } from '../../../db/contract/vi/remediation.ts';
import { taskStateNames } from '../../../db/contract/vi/remediation-rules.ts';
import type { TaskState } from '../../../db/domain/cycle.ts';
import { taskTransitions } from '../../../db/domain/remediation-rules.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { askBeforeLeaving } from '../../app/router.ts';
import { Button } from '../../components/button.tsx';
import { DetailPanel, Facts, PanelSection } from '../../components/detail-panel.tsx';
import { FailedState, Loading } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { AttachmentsSection } from '../attachments/attachments-section.tsx';
import { useMayWrite } from '../officials/use-may-write.ts';
import { NoteForm } from './note-form.tsx';
import styles from './remediation.module.css';
import { type FormStep, StepForm } from './step-form.tsx';
import { TaskForm } from './task-form.tsx';
import { TaskCarried, TaskHistory } from './task-history.tsx';
import { TaskStateMark } from './task-state.tsx';
import { contentOfTask } from './task-values.ts';

/** What is open in the panel beside the facts. */
export type TaskAct = 'edit' | 'note' | FormStep;

interface TaskPanelProps {
  taskId: number;
  act?: TaskAct | null;
  onClose: () => void;
  onRemoved: () => void;
}

export function TaskPanel(props: TaskPanelProps) {
  const { taskId, onClose } = props;
  const task = useQuery({
    queryKey: queryKeys.remediationTask(taskId),
    queryFn: () => call('remediation.get', { taskId }),
  });
  if (task.data) return <OpenTask {...props} task={task.data} />;
  return (
    <DetailPanel title={text.taskTitle} onClose={onClose}>
      {task.isError ? <FailedState error={task.error} onRetry={() => void task.refetch()} /> : <Loading />}
    </DetailPanel>
  );
}

function OpenTask({ task, act: asked = null, onClose, onRemoved }: TaskPanelProps & { task: Task }) {
  const [act, setAct] = useState<TaskAct | null>(asked);
  const mayWrite = useMayWrite();
  const { begin, remove } = useActs(task, onRemoved);
  const close = () => setAct(null);
  const open = (next: TaskAct) => askBeforeLeaving(() => setAct(next));
  if (act === 'edit')
    return (
      <TaskForm subject={{ is: 'task', task }} onClose={() => askBeforeLeaving(close)} onSaved={close} />
    );
  const steps: readonly TaskState[] = taskTransitions[task.state].map(({ to }) => to);
  const isNew = task.state === 'planned' && task.notes.length === 0;
  return (
    <DetailPanel
      title={text.taskTitle}
      subtitle={text.ofYear(task.organizationName, task.year)}
      onClose={onClose}
      actions={
        mayWrite && (
          <>
            {steps.map((to) =>
              to === 'doing' ? (
                <Button key={to} small onClick={() => begin()}>
                  {stepNames[to]}
                </Button>
              ) : (
                to !== 'planned' && (
                  <Button key={to} small aria-pressed={act === to} onClick={() => open(to)}>
                    {stepNames[to]}
                  </Button>
                )
              ),
            )}
            <Button small aria-pressed={act === 'note'} onClick={() => open('note')}>
              {text.addNote}
            </Button>
            <Button small onClick={() => open('edit')}>
              {commonText.edit}
            </Button>
          </>
        )
      }
    >
      <div className={styles.meter}>
        <TaskStateMark task={task} />
      </div>
      <div className={styles.meter}>
        <meter min={0} max={100} value={task.progress} aria-label={text.progress} />
        <b>{text.percent(task.progress)}</b>
      </div>
      {act === 'note' ? (
        <NoteForm task={task} onClose={close} />
      ) : (
        act !== null && <StepForm key={act} task={task} to={act} onClose={close} />
      )}
      <Facts facts={factsOf(task)} />
      <PanelSection title={text.history}>
        <TaskHistory task={task} />
      </PanelSection>
      <AttachmentsSection owner={{ entity: 'remediationTask', entityId: task.taskId }} mayWrite={mayWrite} />
      {task.shortcomingId !== null && (
        <PanelSection title={text.carried}>
          <TaskCarried task={task} />
        </PanelSection>
      )}
      {mayWrite && isNew && (
        <Button variant="quiet" title={text.removeHint} onClick={() => remove()}>
          {text.remove}
        </Button>
      )}
    </DetailPanel>
  );
}

const long = (words: string) => (words === '' ? '' : <span className={styles.long}>{words}</span>);
const known = (label: string, value: string) => (value === '' ? [] : [{ label, value: long(value) }]);

const factsOf = (task: Task) => [
  { label: text.shortcoming, value: long(task.shortcomingText) },
  ...known(text.reviewOf, task.reviewOf),
  ...known(text.cause, task.cause),
  { label: text.measureShort, value: long(task.measure) },
  { label: text.assignee, value: task.assigneeName },
  { label: text.coordinatingBody, value: task.coordinatingBody },
  ...known(text.startsOn, formatDate(task.startsOn)),
  { label: text.dueOn, value: dueWords(task) },
  ...known(text.product, task.product),
  ...known(text.result, task.result),
  ...known(text.doneOn, formatDate(task.doneOn)),
  ...known(text.lateReason, task.lateReason),
  ...known(text.verifiedBy, task.verifiedByName),
  ...known(text.verifiedOn, formatDate(task.verifiedOn)),
  ...known(text.note, task.note),
];

/** The acts that ask for no words. */
function useActs(task: Task, onRemoved: () => void) {
  const queryClient = useQueryClient();
  const { taskId, version } = task;
  return {
    begin: async () => {
      try {
        await call('remediation.step', { taskId, version, to: 'doing' });
        await queryClient.invalidateQueries();
        notifyDone(text.stepped(taskStateNames.doing));
      } catch (error) {
        notifyError(error);
      }
    },
    remove: async () => {
      try {
        await call('remediation.remove', { taskId, version });
        onRemoved();
        await queryClient.invalidateQueries();
        const undo = async () => {
          const { year, shortcomingId } = task;
          await call('remediation.save', {
            taskId: null,
            version: 0,
            year,
            shortcomingId,
            ...contentOfTask(task),
          });
          await queryClient.invalidateQueries();
          notifyDone(text.restored);
        };
        notifyDone(text.removed, { actions: [{ label: commonText.undo, run: undo }] });
      } catch (error) {
        notifyError(error);
      }
    },
  };
}
