import { beforeEach, describe, expect, test } from 'vitest';
import type { FromService, ToService } from '../../db/contract/wire.ts';
import { createDataService, type ServiceState } from '../../electron/main/data-service.ts';
import type { ServiceListeners } from '../../electron/main/services.ts';

/** Processes that only exist here: what was posted to each, and its ways to answer or die. */
interface FakeProcess {
  posted: ToService[];
  killed: boolean;
  answer(message: FromService): void;
  die(code?: number): void;
}

let processes: FakeProcess[];
let states: ServiceState[];
let now: number;

const fork = (listeners: ServiceListeners) => {
  const posted: ToService[] = [];
  const fake: FakeProcess = {
    posted,
    killed: false,
    answer: listeners.message,
    die: (code = 1) => listeners.exit(code),
  };
  processes.push(fake);
  return {
    pid: () => 1,
    post: (message: ToService) => void posted.push(message),
    kill: () => {
      fake.killed = true;
      fake.die();
    },
  };
};

const newest = (): FakeProcess => {
  const last = processes.at(-1);
  if (!last) throw new Error('no process was started');
  return last;
};
const service = () => {
  const created = createDataService({ fork, onState: (state) => states.push(state), now: () => now });
  created.start();
  return created;
};
const noToken = { token: null };

beforeEach(() => {
  processes = [];
  states = [];
  now = 0;
});

describe('the start', () => {
  test('comes with the first call, once', () => {
    const { call, start } = createDataService({ fork, onState: (state) => states.push(state) });
    expect(processes).toHaveLength(0);
    void call('office.status', {}, noToken);
    void call('office.status', {}, noToken);
    start();
    expect(processes).toHaveLength(1);
    expect(newest().posted).toHaveLength(2);
  });

  test('does not come after the close', async () => {
    const { call, shutdown } = createDataService({ fork, onState: (state) => states.push(state) });
    await shutdown();
    await expect(call('office.status', {}, noToken)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(processes).toHaveLength(0);
  });
});

describe('calls', () => {
  test('carry token and input, and resolve with their own answer', async () => {
    const { call } = service();
    const first = call('officials.get', { id: 1 }, { token: 't' });
    const second = call('officials.get', { id: 2 }, noToken);
    expect(newest().posted).toEqual([
      { type: 'call', id: 1, token: 't', method: 'officials.get', input: { id: 1 } },
      { type: 'call', id: 2, token: null, method: 'officials.get', input: { id: 2 } },
    ]);
    newest().answer({ type: 'result', id: 2, value: 'two' });
    newest().answer({
      type: 'error',
      id: 1,
      error: { code: 'STALE_VERSION', params: { n: 1 }, fieldErrors: {} },
    });
    expect(await second).toBe('two');
    await expect(first).rejects.toMatchObject({ code: 'STALE_VERSION', params: { n: 1 } });
  });

  test('report progress until they end', async () => {
    const seen: number[] = [];
    const { call } = service();
    const running = call('imports.commit', {}, { token: null, onProgress: (done) => seen.push(done) });
    newest().answer({ type: 'progress', id: 1, done: 3, total: 9 });
    newest().answer({ type: 'result', id: 1, value: null });
    newest().answer({ type: 'progress', id: 1, done: 9, total: 9 });
    await running;
    expect(seen).toEqual([3]);
  });

  test('are cancelled by the service, which alone knows whether the work was done', async () => {
    const controller = new AbortController();
    const { call } = service();
    const running = call('imports.commit', {}, { token: null, signal: controller.signal });
    controller.abort();
    expect(newest().posted.at(-1)).toEqual({ type: 'cancel', id: 1 });
    newest().answer({ type: 'result', id: 1, value: 'done before' });
    expect(await running).toBe('done before');
  });
});

describe('a dead service', () => {
  test('fails its calls and is started again', async () => {
    const { call } = service();
    newest().answer({ type: 'ready' });
    const lost = call('overview.get', {}, noToken);
    newest().die();
    await expect(lost).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(processes).toHaveLength(2);
    newest().answer({ type: 'ready' });
    expect(states).toEqual(['up', 'restarting', 'up']);
    const next = call('overview.get', {}, noToken);
    newest().answer({ type: 'result', id: 2, value: 'again' });
    expect(await next).toBe('again');
  });

  test('is given up after the fourth death in a minute', async () => {
    const { call, state } = service();
    for (let death = 0; death < 4; death++) newest().die();
    expect(processes).toHaveLength(4);
    expect(state()).toBe('gone');
    await expect(call('overview.get', {}, noToken)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });

  test('is started again when the person asks for it, with all its chances', async () => {
    const { call, revive, state } = service();
    for (let death = 0; death < 4; death++) newest().die();
    revive();
    expect(processes).toHaveLength(4);
    const next = call('office.status', {}, noToken);
    expect(processes).toHaveLength(5);
    newest().answer({ type: 'ready' });
    newest().answer({ type: 'result', id: 1, value: 'back' });
    expect(await next).toBe('back');
    expect(states.slice(-3)).toEqual(['gone', 'restarting', 'up']);
    for (let death = 0; death < 3; death++) newest().die();
    expect(state()).toBe('restarting');
  });

  test('that runs is not started twice by the same wish', () => {
    const { call, revive } = service();
    newest().answer({ type: 'ready' });
    revive();
    void call('office.status', {}, noToken);
    expect(processes).toHaveLength(1);
  });

  test('may die again when the earlier deaths are more than a minute ago', () => {
    const { state } = service();
    for (let death = 0; death < 10; death++) {
      now += 30_000;
      newest().die();
    }
    expect(state()).not.toBe('gone');
    expect(processes).toHaveLength(11);
  });

  test('says nothing any more: a late answer is not taken for its successor', async () => {
    const { call } = service();
    const old = newest();
    old.die();
    const next = call('overview.get', {}, noToken);
    old.answer({ type: 'result', id: 1, value: 'from the dead' });
    old.die();
    expect(processes).toHaveLength(2);
    newest().answer({ type: 'result', id: 1, value: 'from the living' });
    expect(await next).toBe('from the living');
  });

  test('that cannot be started at all is gone, not an exception', () => {
    const broken = createDataService({
      fork: () => {
        throw new Error('no such file');
      },
      onState: (state) => states.push(state),
    });
    broken.start();
    expect(broken.state()).toBe('gone');
    expect(states).toEqual(['gone']);
  });
});

describe('the close', () => {
  test('waits for the last word and for the end of the process', async () => {
    const { shutdown, call } = service();
    const done = shutdown();
    expect(newest().posted).toEqual([{ type: 'shutdown' }]);
    await expect(call('overview.get', {}, noToken)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    newest().answer({ type: 'closed' });
    newest().die(0);
    await done;
    expect(newest().killed).toBe(false);
    expect(processes).toHaveLength(1);
    expect(states).not.toContain('restarting');
  });

  test('ends a process that stays after its last word', async () => {
    const { shutdown } = service();
    const done = shutdown();
    newest().answer({ type: 'closed' });
    await done;
    expect(newest().killed).toBe(true);
    expect(processes).toHaveLength(1);
  });

  test('has nothing to wait for when the service is gone', async () => {
    const { shutdown } = service();
    for (let death = 0; death < 4; death++) newest().die();
    await shutdown();
  });
});
