import { onDesktopEvent } from '../lib/desktop-events.ts';
import { createStore } from '../lib/store.ts';

export type ServiceState = 'up' | 'restarting' | 'gone';

/** What the main process says of the data service. */
export const serviceState = createStore<ServiceState>('up');

export function listenToService(): void {
  onDesktopEvent((event) => {
    if (event.type === 'service') serviceState.set(event.state);
  });
}
