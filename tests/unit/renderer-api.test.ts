import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DesktopEvent } from '../../db/contract/desktop.ts';
import { AppError, type SerializedError } from '../../db/contract/errors.ts';
import { call, desktop, setSessionGuard } from '../../renderer/lib/api.ts';

const refused = (code: SerializedError['code']): { ok: false; error: SerializedError } => ({
  ok: false,
  error: { code, params: {}, fieldErrors: {} },
});

const events: Array<(event: DesktopEvent) => void> = [];
const api = {
  call: vi.fn(),
  desktop: vi.fn(),
  cancel: vi.fn(),
  onEvent: (listener: (event: DesktopEvent) => void) => {
    events.push(listener);
    return () => {};
  },
};
vi.stubGlobal('window', { api });

beforeEach(() => {
  api.call.mockReset();
  api.desktop.mockReset();
  api.cancel.mockReset();
  setSessionGuard(async () => false);
});

describe('answers', () => {
  it('gives the value, and throws the error with its code and parameters', async () => {
    api.call.mockResolvedValueOnce({ ok: true, value: { cycles: [] } });
    await expect(call('cycles.list', {})).resolves.toEqual({ cycles: [] });
    api.call.mockResolvedValueOnce({
      ok: false,
      error: {
        code: 'ORGANIZATION_NAME_TAKEN',
        params: { name: 'Chi bộ 1' },
        fieldErrors: { name: 'REQUIRED' },
      },
    });
    const error = await call('cycles.list', {}).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({
      code: 'ORGANIZATION_NAME_TAKEN',
      params: { name: 'Chi bộ 1' },
      fieldErrors: { name: 'REQUIRED' },
    });
  });

  it('throws AppError, and nothing else, when the wire itself breaks', async () => {
    api.desktop.mockRejectedValueOnce(new Error('wire'));
    await expect(desktop('app.info', {})).rejects.toMatchObject({ code: 'INTERNAL' });
  });
});

describe('a session that has ended', () => {
  it('makes the refused call again after the login', async () => {
    const guard = vi.fn(async () => true);
    setSessionGuard(guard);
    api.call
      .mockResolvedValueOnce(refused('SESSION_REQUIRED'))
      .mockResolvedValueOnce({ ok: true, value: 'done' });
    await expect(call('overview.get', {})).resolves.toBe('done');
    expect(guard).toHaveBeenCalledTimes(1);
    expect(api.call).toHaveBeenCalledTimes(2);
  });

  it('gives the refusal on when another person logs in', async () => {
    api.call.mockResolvedValueOnce(refused('SESSION_REQUIRED'));
    await expect(call('overview.get', {})).rejects.toMatchObject({ code: 'SESSION_REQUIRED' });
    expect(api.call).toHaveBeenCalledTimes(1);
  });

  it('never waits for a login inside the login itself', async () => {
    const guard = vi.fn(async () => true);
    setSessionGuard(guard);
    api.call.mockResolvedValueOnce(refused('SESSION_REQUIRED'));
    await expect(call('auth.current', {})).rejects.toMatchObject({ code: 'SESSION_REQUIRED' });
    expect(guard).not.toHaveBeenCalled();
  });
});

describe('long calls', () => {
  it('hears the progress of its own call only', async () => {
    const heard: number[] = [];
    let finish: (value: unknown) => void = () => {};
    api.call.mockReturnValueOnce(
      new Promise((resolve) => {
        finish = resolve;
      }),
    );
    const done = call(
      'imports.commit',
      { previewId: 'p' },
      { onProgress: (progress) => heard.push(progress.done) },
    );
    const callId: string = api.call.mock.calls[0]?.[2];
    const tell = (id: string, part: number) => {
      for (const listener of events) listener({ type: 'progress', callId: id, done: part, total: 10 });
    };
    tell(callId, 3);
    tell('another', 9);
    finish({ ok: true, value: {} });
    await done;
    tell(callId, 10);
    expect(heard).toEqual([3]);
  });

  it('cancels by the id of its call', async () => {
    const stop = new AbortController();
    let finish: (value: unknown) => void = () => {};
    api.call.mockReturnValueOnce(
      new Promise((resolve) => {
        finish = resolve;
      }),
    );
    const done = call('imports.commit', { previewId: 'p' }, { signal: stop.signal });
    stop.abort();
    expect(api.cancel).toHaveBeenCalledWith(api.call.mock.calls[0]?.[2]);
    finish(refused('CANCELLED'));
    await expect(done).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('does not begin what was cancelled before', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(call('overview.get', {}, { signal: stop.signal })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(api.call).not.toHaveBeenCalled();
  });
});
