import type { DesktopInput, DesktopOutput } from '../../db/contract/desktop.ts';
import { AppError } from '../../db/contract/errors.ts';
import type { DesktopMethodName, MethodName } from '../../db/contract/method-list.ts';
import type { MethodInput, MethodOutput } from '../../db/contract/methods.ts';
import type { Reply, WindowOutput } from '../../db/contract/window-api.ts';
import { onDesktopEvent } from './desktop-events.ts';

export interface Progress {
  done: number;
  total: number;
}

export interface CallOptions {
  onProgress?: (progress: Progress) => void;
  /** Aborting asks the service to cancel; the call then fails with CANCELLED and nothing is half done. */
  signal?: AbortSignal;
}

/** A call id must not meet one of the same page before a reload. */
const prefix = Date.now().toString(36);
let lastCall = 0;
const progressListeners = new Map<string, (progress: Progress) => void>();
let listening = false;

function listenToProgress(): void {
  if (listening) return;
  listening = true;
  onDesktopEvent((event) => {
    if (event.type === 'progress') progressListeners.get(event.callId)?.(event);
  });
}

/** Waits for a new login and says whether the refused call may be made again. */
type SessionGuard = () => Promise<boolean>;
let sessionGuard: SessionGuard | null = null;
export function setSessionGuard(guard: SessionGuard): void {
  sessionGuard = guard;
}

async function send<T>(invoke: (callId: string) => Promise<Reply<T>>, options: CallOptions): Promise<T> {
  lastCall += 1;
  const callId = `${prefix}-${lastCall}`;
  const { signal, onProgress } = options;
  if (signal?.aborted) throw new AppError('CANCELLED');
  const cancel = () => window.api.cancel(callId);
  if (onProgress) {
    listenToProgress();
    progressListeners.set(callId, onProgress);
  }
  signal?.addEventListener('abort', cancel);
  try {
    const reply = await invoke(callId);
    if (reply.ok) return reply.value;
    throw AppError.from(reply.error);
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('INTERNAL', { cause: error });
  } finally {
    progressListeners.delete(callId);
    signal?.removeEventListener('abort', cancel);
  }
}

/** A call refused for want of a session changed nothing, so it is safe to make it again after the login. */
async function sendInSession<T>(
  invoke: (callId: string) => Promise<Reply<T>>,
  options: CallOptions,
): Promise<T> {
  try {
    return await send(invoke, options);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'SESSION_REQUIRED' || !sessionGuard) throw error;
    if (!(await sessionGuard())) throw error;
    return send(invoke, options);
  }
}

/**
 * Calls a method of the data service. Throws AppError, and nothing else.
 * @example await call('officials.get', { id: 12 })
 */
export function call<M extends MethodName>(
  method: M,
  input: MethodInput<M>,
  options: CallOptions = {},
): Promise<WindowOutput<MethodOutput<M>>> {
  const invoke = (callId: string) => window.api.call(method, input, callId);
  return method === 'auth.login' || method === 'auth.current' || method === 'auth.logout'
    ? send(invoke, options)
    : sendInSession(invoke, options);
}

/** Asks the main process for an act of the desktop: files, printing. Throws AppError, and nothing else. */
export function desktop<M extends DesktopMethodName>(
  method: M,
  input: DesktopInput<M>,
  options: CallOptions = {},
): Promise<DesktopOutput<M>> {
  return sendInSession((callId) => window.api.desktop(method, input, callId), options);
}
