import type { DesktopEvent } from '../../db/contract/desktop.ts';

type Listener = (event: DesktopEvent) => void;

const listeners = new Set<Listener>();
let connected = false;

/** One subscription to the preload for the life of the page; returns the way to stop listening. */
export function onDesktopEvent(listener: Listener): () => void {
  if (!connected) {
    connected = true;
    window.api.onEvent((event) => {
      for (const each of [...listeners]) each(event);
    });
  }
  listeners.add(listener);
  return () => listeners.delete(listener);
}
