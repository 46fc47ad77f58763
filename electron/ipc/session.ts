import type { MethodName } from '../../db/contract/method-list.ts';

/** The session of the window: its token stays in main, so that a script in the page could never carry it off. */
export interface WindowSession {
  token(): string | null;
  clear(): void;
  /** Looks at a method's output: keeps a new token, forgets it at logout, and returns what the window may see. */
  takeToken(method: MethodName, output: unknown): unknown;
}

const opening: ReadonlySet<MethodName> = new Set<MethodName>(['office.create', 'auth.login']);

export function createWindowSession(): WindowSession {
  let token: string | null = null;
  return {
    token: () => token,
    clear: () => {
      token = null;
    },
    takeToken: (method, output) => {
      if (method === 'auth.logout') token = null;
      if (!opening.has(method) || typeof output !== 'object' || output === null || !('token' in output)) {
        return output;
      }
      const { token: opened, ...rest } = output;
      token = typeof opened === 'string' ? opened : null;
      return rest;
    },
  };
}
