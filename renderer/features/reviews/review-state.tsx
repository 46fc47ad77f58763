import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleDashed from '@tabler/icons-react/dist/esm/icons/IconCircleDashed.mjs';
import IconFileCheck from '@tabler/icons-react/dist/esm/icons/IconFileCheck.mjs';
import IconUsersGroup from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs';
import { reviewStatusNames } from '../../../db/contract/vi/cycles.ts';
import type { ReviewStatus } from '../../../db/domain/cycle.ts';
import styles from './reviews.module.css';

const icons = {
  notFiled: IconCircleDashed,
  filed: IconFileCheck,
  discussed: IconUsersGroup,
  closed: IconCircleCheck,
} as const satisfies Record<ReviewStatus, unknown>;

/** The step of a review: a word and an icon. */
export function ReviewState({ status }: { status: ReviewStatus }) {
  const StatusIcon = icons[status];
  return (
    <span className={styles.state}>
      <StatusIcon size={16} stroke={1.5} aria-hidden />
      {reviewStatusNames[status]}
    </span>
  );
}
