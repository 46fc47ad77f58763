import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import type { MethodName } from '../../db/contract/method-list.ts';
import type { MethodInput, MethodOutput } from '../../db/contract/methods.ts';
import type { FromService, ToService } from '../../db/contract/wire.ts';

const ENTRY = resolve('out/app/services/entry.cjs');

/** The built data service as a real process of its own, spoken to over its wire. */
export interface ServiceProcess {
  child: ChildProcess;
  /** Rejects with the error object of the wire. */
  call<M extends MethodName>(
    method: M,
    input: MethodInput<M>,
    onProgress?: (done: number) => void,
  ): Promise<MethodOutput<M>>;
  token: string | null;
  send(message: ToService): void;
  ended: Promise<unknown>;
}

export async function startService(dataFolder: string): Promise<ServiceProcess> {
  if (!existsSync(ENTRY)) throw new Error(`${ENTRY} is missing: run "npm run build" first`);
  const child = fork(ENTRY, [`--data=${dataFolder}`], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const ended = once(child, 'exit');
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const waiting = new Map<
    number,
    {
      resolve(value: never): void;
      reject(error: unknown): void;
      onProgress?: ((done: number) => void) | undefined;
    }
  >();
  const ready = new Promise<void>((resolveReady) => {
    child.on('message', (message) => {
      const answer = message as FromService;
      switch (answer.type) {
        case 'ready':
          resolveReady();
          return;
        case 'progress':
          waiting.get(answer.id)?.onProgress?.(answer.done);
          return;
        case 'result':
          waiting.get(answer.id)?.resolve(answer.value as never);
          return;
        case 'error':
          waiting.get(answer.id)?.reject(answer.error);
      }
    });
  });
  let lastId = 0;
  const service: ServiceProcess = {
    child,
    token: null,
    ended,
    send: (message) => child.send(message),
    call: (method, input, onProgress) =>
      new Promise((resolveCall, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve: resolveCall, reject, onProgress });
        service.send({ type: 'call', id: lastId, token: service.token, method, input });
      }),
  };
  await ready;
  return service;
}
