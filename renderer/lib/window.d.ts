import type { WindowApi } from '../../db/contract/window-api.ts';

declare global {
  interface Window {
    /** Built by the preload; the only way out of the page. */
    readonly api: WindowApi;
  }
}
