import type { Page } from '@playwright/test';

/** Types as a Vietnamese keyboard with composition does: the word under the cursor is rewritten until it is done. */
export async function compose(page: Page, words: ReadonlyArray<readonly string[]>): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const [index, steps] of words.entries()) {
    if (index > 0) await page.keyboard.type(' ');
    for (const step of steps)
      await session.send('Input.imeSetComposition', {
        text: step,
        selectionStart: step.length,
        selectionEnd: step.length,
      });
    await session.send('Input.insertText', { text: steps.at(-1) ?? '' });
  }
  await session.detach();
}
