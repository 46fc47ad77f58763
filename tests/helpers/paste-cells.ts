import type { Page } from '@playwright/test';

/**
 * Pastes onto the page itself what Excel puts on the clipboard: cells as text (tabs and lines) and, where given, as an
 * HTML table. Nothing has the focus then, so that no field takes it.
 */
export const pasteCells = (page: Page, cells: string, html = ''): Promise<void> =>
  page.evaluate(
    ([plain, markup]) => {
      (document.activeElement as HTMLElement | null)?.blur();
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', plain);
      if (markup !== '') clipboardData.setData('text/html', markup);
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    [cells, html] as const,
  );
