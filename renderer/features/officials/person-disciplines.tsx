import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import { disciplineText as text } from '../../../db/contract/vi/discipline.ts';
import { Button } from '../../components/button.tsx';
import { PanelSection } from '../../components/detail-panel.tsx';
import styles from './person-panel.module.css';
import type { Disciplines } from './use-disciplines.ts';

interface PersonDisciplinesProps {
  disciplines: Disciplines;
  mayWrite: boolean;
  onAdd: () => void;
}

/**
 * Stands above the thread whether there are entries or not, so that a hidden one does not show by its place.
 * Revealed, the entries stand in the thread.
 */
export function PersonDisciplines({ disciplines, mayWrite, onAdd }: PersonDisciplinesProps) {
  const { list, busy, reveal, hide } = disciplines;
  return (
    <PanelSection
      title={text.title}
      end={
        mayWrite &&
        (list === null ? (
          <Button small disabled={busy} onClick={() => void reveal()}>
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
      <p className={styles.hint}>
        {!mayWrite
          ? text.notAllowed
          : list === null
            ? text.hidden
            : list.length === 0
              ? text.none
              : text.shown(list.length)}
      </p>
    </PanelSection>
  );
}
