import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import type { ReactNode } from 'react';
import { disciplineText as text } from '../../../db/contract/vi/discipline.ts';
import { Button } from '../../components/button.tsx';
import { PanelSection } from '../../components/detail-panel.tsx';
import type { Revealed } from '../../lib/use-revealed.ts';
import styles from './person-panel.module.css';

interface DisciplineSectionProps {
  title: string;
  disciplines: Omit<Revealed<unknown>, 'take'>;
  mayWrite: boolean;
  onAdd: () => void;
  /** Said of entries that are shown. */
  shown: (count: number) => string;
  none: string;
  children?: ReactNode;
}

/** Stands there whether there are entries or not, so that a hidden one does not show by its place. */
export function DisciplineSection(props: DisciplineSectionProps) {
  const { title, disciplines, mayWrite, onAdd, shown, none, children } = props;
  const { list, busy, reveal, hide } = disciplines;
  const hint = !mayWrite
    ? text.notAllowed
    : list === null
      ? text.hidden
      : list.length === 0
        ? none
        : shown(list.length);
  return (
    <PanelSection
      title={title}
      end={
        mayWrite &&
        (list === null ? (
          <Button small disabled={busy} onClick={() => reveal()}>
            <IconEye size={16} aria-hidden />
            {text.reveal}
          </Button>
        ) : (
          <span className={styles.headActs}>
            <Button small onClick={onAdd}>
              {text.add}
            </Button>
            <Button small onClick={hide}>
              <IconEyeOff size={16} aria-hidden />
              {text.hide}
            </Button>
          </span>
        ))
      }
    >
      {hint !== '' && <p className={styles.hint}>{hint}</p>}
      {children}
    </PanelSection>
  );
}
