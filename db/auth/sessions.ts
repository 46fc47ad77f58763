import { randomBytes } from 'node:crypto';
import type { SessionUser } from '../contract/office.ts';

export interface Actor extends SessionUser {
  userId: number;
}

/** Open sessions of this process; they end with it, so a restarted service asks for the password again. */
export class Sessions {
  readonly #actors = new Map<string, Actor>();

  open(actor: Actor): string {
    const token = randomBytes(32).toString('base64url');
    this.#actors.set(token, actor);
    return token;
  }

  find(token: string | null): Actor | null {
    return token === null ? null : (this.#actors.get(token) ?? null);
  }

  /** @returns true when it was the last one */
  close(token: string): boolean {
    this.#actors.delete(token);
    return this.#actors.size === 0;
  }
}
