import { useState } from 'react';
import { useIsAsked } from '../../app/open-request.ts';
import { askBeforeLeaving } from '../../app/router.ts';
import { OfficialsList } from './officials-list.tsx';
import { ReviewView } from './review-view.tsx';

export default function OfficialsPage() {
  const [checking, setChecking] = useState(false);
  // What is asked for is shown beside the list.
  if (useIsAsked('officials') && checking) setChecking(false);
  return checking ? (
    <ReviewView onBack={() => askBeforeLeaving(() => setChecking(false))} />
  ) : (
    <OfficialsList onCheck={() => askBeforeLeaving(() => setChecking(true))} />
  );
}
