import type { Icon } from '@tabler/icons-react';
import IconBan from '@tabler/icons-react/dist/esm/icons/IconBan.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleDashed from '@tabler/icons-react/dist/esm/icons/IconCircleDashed.mjs';
import IconClockExclamation from '@tabler/icons-react/dist/esm/icons/IconClockExclamation.mjs';
import IconHourglass from '@tabler/icons-react/dist/esm/icons/IconHourglass.mjs';
import IconProgress from '@tabler/icons-react/dist/esm/icons/IconProgress.mjs';
import IconRotate from '@tabler/icons-react/dist/esm/icons/IconRotate.mjs';
import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs';
import type { TaskRow } from '../../../db/contract/remediation.ts';
import { taskStateNames, taskTimingNames } from '../../../db/contract/vi/remediation-rules.ts';
import type { TaskState } from '../../../db/domain/cycle.ts';
import styles from './remediation.module.css';

const stateIcons = {
  planned: IconCircleDashed,
  doing: IconProgress,
  done: IconCircleCheck,
  verified: IconShieldCheck,
  reopened: IconRotate,
  notFitting: IconBan,
} as const satisfies Record<TaskState, Icon>;
const timingIcons = { overdue: IconClockExclamation, dueSoon: IconHourglass } as const;

/** Icon and word of the state; overdue and due soon come first: they are what is looked for. */
export function TaskStateMark({ task: { state, timing } }: { task: Pick<TaskRow, 'state' | 'timing'> }) {
  const StateIcon = stateIcons[state];
  const TimingIcon = timing === null ? null : timingIcons[timing];
  return (
    <span className={styles.state}>
      {TimingIcon !== null && timing !== null && (
        <b className={timing === 'overdue' ? styles.overdue : styles.soon}>
          <TimingIcon size={16} aria-hidden />
          {taskTimingNames[timing]}
        </b>
      )}
      <span>
        <StateIcon size={16} aria-hidden />
        {taskStateNames[state]}
      </span>
    </span>
  );
}
