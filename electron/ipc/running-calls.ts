import { AppError } from '../../db/contract/errors.ts';

const MAX_ID_LENGTH = 100;

/** The calls of the window that are under way and can be cancelled, by the id that the window gave them. */
export interface RunningCalls {
  /** Runs `act` with a signal that `cancel(callId)` fires. A call without an id cannot be cancelled. */
  run<T>(callId: unknown, act: (signal: AbortSignal) => Promise<T>): Promise<T>;
  cancel(callId: unknown): void;
}

export function createRunningCalls(): RunningCalls {
  const running = new Map<string, AbortController>();
  return {
    run: async (callId, act) => {
      const controller = new AbortController();
      if (typeof callId !== 'string') return act(controller.signal);
      if (callId.length > MAX_ID_LENGTH || running.has(callId)) throw new AppError('BUSY');
      running.set(callId, controller);
      try {
        return await act(controller.signal);
      } finally {
        running.delete(callId);
      }
    },
    cancel: (callId) => {
      if (typeof callId === 'string') running.get(callId)?.abort();
    },
  };
}
