import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SessionUser } from '../../db/contract/office.ts';
import { serviceText } from '../../db/contract/vi/common.ts';
import { LoginOverlay } from '../features/login/login-overlay.tsx';
import { onDesktopEvent } from '../lib/desktop-events.ts';
import { createQueryClient } from '../lib/query-client.ts';
import { listenToCommands } from './commands.ts';
import { DropTarget } from './drop-target.tsx';
import { Frame } from './frame.tsx';
import { notifyDone } from './notifier/notices.ts';
import { Notifier } from './notifier/notifier.tsx';
import { forgetUnsaved } from './router.ts';
import { serviceState } from './service-state.ts';
import { UnsavedDialog } from './unsaved-dialog.tsx';
import { flushDrafts } from './use-draft.ts';

/** The computer's session ends and there is no time to ask: what was typed is kept and offered at the next login. */
const keepAtSessionEnd = (): (() => void) =>
  onDesktopEvent((event) => {
    if (event.type !== 'sessionEnd') return;
    void flushDrafts().then(() => {
      forgetUnsaved();
      window.close();
    });
  });

/** Everything behind the login. It stays mounted under the login overlay when the session ends. */
export default function Workspace({ user, expired }: { user: SessionUser; expired: boolean }) {
  const [queryClient] = useState(createQueryClient);
  useEffect(listenToCommands, []);
  useEffect(keepAtSessionEnd, []);
  useEffect(() => {
    let before = serviceState.get();
    return serviceState.subscribe(() => {
      const now = serviceState.get();
      if (now === 'up' && before === 'restarting') {
        notifyDone(serviceText.back);
        void queryClient.invalidateQueries();
      }
      before = now;
    });
  }, [queryClient]);

  return (
    <QueryClientProvider client={queryClient}>
      <Frame user={user} />
      <DropTarget />
      <Notifier />
      <UnsavedDialog />
      {expired && <LoginOverlay username={user.username} />}
    </QueryClientProvider>
  );
}
