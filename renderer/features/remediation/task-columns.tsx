import IconRepeat from '@tabler/icons-react/dist/esm/icons/IconRepeat.mjs';
import type { TaskRow } from '../../../db/contract/remediation.ts';
import { dueWords, stateWords, remediationText as text } from '../../../db/contract/vi/remediation.ts';
import { numberColumn } from '../../components/number-column.ts';
import type { Column } from '../../components/virtual-table.tsx';
import { formatDate } from '../../lib/format.ts';
import styles from './remediation.module.css';
import { TaskStateMark } from './task-state.tsx';

const plain = (
  id: 'shortcomingText' | 'measure' | 'coordinatingBody' | 'result',
  title: string,
  width: number,
  grow: number,
  spare?: number,
): Column<TaskRow> => ({
  id,
  title,
  width,
  grow,
  ...(spare === undefined ? {} : { spare }),
  render: (row) => row[id],
  tip: (row) => row[id],
});

export const taskColumns = (total: number): Column<TaskRow>[] => [
  { ...numberColumn(text.number, total), spare: 1 },
  {
    id: 'shortcoming',
    title: text.shortcoming,
    width: 130,
    grow: 3,
    frozen: true,
    render: (row) => <b className={styles.name}>{row.shortcomingText}</b>,
    tip: (row) => row.shortcomingText,
  },
  plain('measure', text.measureShort, 120, 3),
  {
    id: 'assignee',
    title: text.assignee,
    width: 116,
    grow: 1,
    render: (row) => row.assigneeName,
    tip: (row) => row.assigneeName,
  },
  plain('coordinatingBody', text.coordinatingBody, 90, 1, 4),
  {
    id: 'dueOn',
    title: text.dueShort,
    width: 108,
    render: (row) => (
      <span className={styles.due}>
        {formatDate(row.dueOn)}
        {row.continuous && <IconRepeat size={15} role="img" aria-label={text.continuous} />}
      </span>
    ),
    tip: dueWords,
  },
  {
    id: 'progress',
    title: text.progress,
    width: 66,
    spare: 2,
    align: 'right',
    render: (row) => text.percent(row.progress),
  },
  {
    id: 'state',
    title: text.state,
    width: 246,
    render: (row) => <TaskStateMark task={row} />,
    tip: stateWords,
  },
  plain('result', text.resultShort, 90, 2, 3),
];
