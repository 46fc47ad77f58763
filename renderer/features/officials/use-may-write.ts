import { session } from '../../app/session.ts';
import { useStore } from '../../lib/store.ts';

/** Leaders read; clerks and administrators write. The service checks it again. */
export function useMayWrite(): boolean {
  const current = useStore(session);
  return current.phase === 'open' && current.user.role !== 'leader';
}
