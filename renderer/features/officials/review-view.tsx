import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import { type ReactNode, useState } from 'react';
import { qualityText } from '../../../db/contract/vi/quality.ts';
import { askBeforeLeaving } from '../../app/router.ts';
import { Button } from '../../components/button.tsx';
import { DuplicatesView } from './duplicates-view.tsx';
import { QualityView } from './quality-view.tsx';
import styles from './review-view.module.css';

type Tab = 'findings' | 'duplicates';

/** Going through the book: what is missing or odd, and who may stand in it twice. */
export function ReviewView({ onBack }: { onBack: () => void }) {
  const [tab, setTab] = useState<Tab>('findings');
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
    <DuplicatesView lead={lead} tabs={tabs} />
  );
}
