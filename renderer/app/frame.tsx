import { Suspense, useEffect, useState } from 'react';
import type { SessionUser } from '../../db/contract/office.ts';
import { navigationText } from '../../db/contract/vi/navigation.ts';
import { Loading } from '../components/state.tsx';
import { useStore } from '../lib/store.ts';
import { useCommand } from './commands.ts';
import { DraftOffers } from './draft-offers.tsx';
import styles from './frame.module.css';
import { Navigation } from './navigation.tsx';
import { PageBoundary } from './page-boundary.tsx';
import { pages } from './pages.ts';
import { askBeforeLeaving, currentPage, goTo } from './router.ts';
import { SearchOverlay } from './search-overlay.tsx';
import { logout } from './session.ts';
import { TopBar } from './top-bar.tsx';

/** One frame everywhere: navigation, top bar, page. */
export function Frame({ user }: { user: SessionUser }) {
  const page = useStore(currentPage);
  const CurrentPage = pages[page].Component;
  const [searching, setSearching] = useState(false);
  // Not over a question that waits for its answer.
  const search = () => setSearching(document.querySelector('dialog[open]') === null);
  useCommand('search', search);
  useCommand('help', () => goTo('help'));
  useCommand('logout', () => askBeforeLeaving(() => void logout()));
  useCommand('openFile', () => {
    goTo('imports');
    void import('../features/imports/import-flow.ts').then((flow) => flow.chooseFile());
  });
  useEffect(() => {
    performance.mark(`page-${page}`);
  }, [page]);

  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={focusPage}>
        {navigationText.skipToContent}
      </button>
      <Navigation page={page} user={user} />
      <TopBar page={page} onSearch={search} />
      {searching && <SearchOverlay onClose={() => setSearching(false)} />}
      <DraftOffers />
      <main className={styles.page} id="page" tabIndex={-1}>
        <PageBoundary key={page}>
          <Suspense fallback={<Loading />}>
            <CurrentPage />
          </Suspense>
        </PageBoundary>
      </main>
    </div>
  );
}

function focusPage(): void {
  document.getElementById('page')?.focus();
}
