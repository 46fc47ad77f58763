import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import { type ReactNode, useState } from 'react';
import type { PairOfPeople } from '../../../db/contract/duplicates.ts';
import { qualityText } from '../../../db/contract/vi/quality.ts';
import { askBeforeLeaving } from '../../app/router.ts';
import { Button } from '../../components/button.tsx';
import { DuplicatesView } from './duplicates-view.tsx';
import { QualityView } from './quality-view.tsx';
import styles from './review-view.module.css';

type Tab = 'findings' | 'duplicates';

interface ReviewViewProps {
  /** Two people to begin with. */
  pair: PairOfPeople | null;
  onBack: () => void;
}

/** Going through the book: what is missing or odd, and who may stand in it twice. */
export function ReviewView({ pair, onBack }: ReviewViewProps) {
  const [tab, setTab] = useState<Tab>(pair === null ? 'findings' : 'duplicates');
  const lead = (
    <Button small onClick={onBack}>
      <IconArrowLeft size={16} aria-hidden />
      {qualityText.backToList}
    </Button>
  );
  const tabs: ReactNode = (
    <fieldset className={styles.tabs}>
      <legend className="visually-hidden">{qualityText.tabs}</legend>
      {(['findings', 'duplicates'] as const).map((each) => (
        <Button
          key={each}
          small
          aria-pressed={each === tab}
          onClick={() => askBeforeLeaving(() => setTab(each))}
        >
          {qualityText[each]}
        </Button>
      ))}
    </fieldset>
  );
  return tab === 'findings' ? (
    <QualityView lead={lead} tabs={tabs} />
  ) : (
    <DuplicatesView first={pair} lead={lead} tabs={tabs} />
  );
}
