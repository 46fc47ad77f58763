import type { ElectronApplication, Page } from '@playwright/test';
import type { MethodName } from '../../db/contract/method-list.ts';
import type { MethodInput, MethodOutput } from '../../db/contract/methods.ts';

/** Calls a method of the service through the window, in the session that is open there. */
export async function callIn<M extends MethodName>(
  page: Page,
  method: M,
  input: MethodInput<M>,
): Promise<MethodOutput<M>> {
  const reply = await page.evaluate(([name, asked]) => window.api.call(name as MethodName, asked as never), [
    method,
    input,
  ] as const);
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  return reply.value as MethodOutput<M>;
}

export interface HeldAnswers {
  /** How many answers wait. */
  waiting: () => Promise<number>;
  letGo: () => Promise<void>;
}

/** Lets every answer of a method wait in main until it is let go: what a slow disk does, without a clock. */
export async function holdAnswers(app: ElectronApplication, method: MethodName): Promise<HeldAnswers> {
  await app.evaluate(({ ipcMain }, held) => {
    type Handler = (event: unknown, ...args: unknown[]) => Promise<unknown>;
    const { _invokeHandlers: handlers } = ipcMain as unknown as { _invokeHandlers: Map<string, Handler> };
    const call = handlers.get('call');
    if (!call) throw new Error('no handler');
    const hold = { waiting: 0, letGo: () => {} };
    const gate = new Promise<void>((open) => {
      hold.letGo = () => {
        handlers.set('call', call);
        open();
      };
    });
    Object.assign(globalThis, { hold });
    handlers.set('call', async (event, name, ...rest) => {
      const answer = await call(event, name, ...rest);
      if (name === held) {
        hold.waiting += 1;
        await gate;
      }
      return answer;
    });
  }, method);
  return {
    waiting: () => app.evaluate(() => (globalThis as unknown as { hold: { waiting: number } }).hold.waiting),
    letGo: () => app.evaluate(() => (globalThis as unknown as { hold: { letGo: () => void } }).hold.letGo()),
  };
}
