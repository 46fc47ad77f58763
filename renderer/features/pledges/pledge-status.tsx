import type { Icon } from '@tabler/icons-react';
import IconArrowBackUp from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleDashed from '@tabler/icons-react/dist/esm/icons/IconCircleDashed.mjs';
import IconSend from '@tabler/icons-react/dist/esm/icons/IconSend.mjs';
import { pledgeStatusNames } from '../../../db/contract/vi/pledges.ts';
import type { PledgeStatus } from '../../../db/domain/cycle.ts';
import styles from './pledges.module.css';

const icons: Record<PledgeStatus, Icon> = {
  notFiled: IconCircleDashed,
  filed: IconSend,
  confirmed: IconCircleCheck,
  returned: IconArrowBackUp,
};

export function PledgeState({ status }: { status: PledgeStatus }) {
  const StateIcon = icons[status];
  return (
    <span className={styles.state}>
      <StateIcon size={16} aria-hidden />
      {pledgeStatusNames[status]}
    </span>
  );
}
