import type { DesktopEvent, DesktopInput, DesktopOutput } from './desktop.ts';
import type { SerializedError } from './errors.ts';
import type { DesktopMethodName, MethodName } from './method-list.ts';
import type { MethodInput, MethodOutput } from './methods.ts';

/** Errors cross the context bridge as values, so that code, parameters and field errors arrive whole. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: SerializedError };

/** Outputs that carry a session token lose it on the way to the window. */
export type WindowOutput<T> = T extends { token: string } ? Omit<T, 'token'> : T;

/** `window.api`, as the preload builds it. `callId` names a long call for its progress events and its cancel. */
export interface WindowApi {
  call<M extends MethodName>(
    method: M,
    input: MethodInput<M>,
    callId?: string,
  ): Promise<Reply<WindowOutput<MethodOutput<M>>>>;
  desktop<M extends DesktopMethodName>(
    method: M,
    input: DesktopInput<M>,
    callId?: string,
  ): Promise<Reply<DesktopOutput<M>>>;
  cancel(callId: string): void;
  /** Whether the page holds something unsaved: main asks before it closes or lets the session end. */
  setUnsaved(unsaved: boolean): void;
  onEvent(listener: (event: DesktopEvent) => void): () => void;
}
