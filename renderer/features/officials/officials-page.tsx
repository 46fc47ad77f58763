import { useState } from 'react';
import type { PairOfPeople } from '../../../db/contract/duplicates.ts';
import { useIsAsked } from '../../app/open-request.ts';
import { askBeforeLeaving } from '../../app/router.ts';
import { OfficialsList } from './officials-list.tsx';
import { ReviewView } from './review-view.tsx';

export default function OfficialsPage() {
  const [checking, setChecking] = useState<{ pair: PairOfPeople | null } | null>(null);
  // What is asked for is shown beside the list, or by the list in its own place.
  if (useIsAsked('officials') && checking !== null) setChecking(null);
  return checking !== null ? (
    <ReviewView pair={checking.pair} onBack={() => askBeforeLeaving(() => setChecking(null))} />
  ) : (
    <OfficialsList
      onCheck={() => askBeforeLeaving(() => setChecking({ pair: null }))}
      onCompare={(pair) => setChecking({ pair })}
    />
  );
}
