import { Suspense, useEffect, useLayoutEffect } from 'react';
import { commonText } from '../../db/contract/vi/common.ts';
import { StartScreen } from '../features/login/start-screen.tsx';
import { useStore } from '../lib/store.ts';
import { prefetchWorkspace, workspace } from './prefetch.ts';
import { ServiceNotice } from './service-notice.tsx';
import { session } from './session.ts';

const Workspace = workspace.Component;

/** Login and first run are a chunk of their own; the rest is fetched once they stand on the screen. */
export function App() {
  const current = useStore(session);
  const { phase } = current;
  // Before the paint that shows it: tests and benchmarks read it off.
  useLayoutEffect(() => {
    document.documentElement.dataset.screen = phase;
    performance.mark(`screen-${phase}`);
  }, [phase]);
  useEffect(() => {
    if (phase !== 'starting') prefetchWorkspace();
  }, [phase]);

  return (
    <>
      {current.phase === 'open' ? (
        <Suspense fallback={<p role="status">{commonText.loading}</p>}>
          <Workspace key={current.serial} user={current.user} expired={current.expired} />
        </Suspense>
      ) : (
        <StartScreen session={current} />
      )}
      <ServiceNotice />
    </>
  );
}
