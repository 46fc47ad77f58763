import { expect, test } from 'vitest';
import { createWindowSession } from '../../electron/ipc/session.ts';

const user = { username: 'quantri', displayName: '', role: 'administrator' };

test.each(['office.create', 'auth.login'] as const)('%s: the token stays in main', (method) => {
  const session = createWindowSession();
  expect(session.takeToken(method, { token: 'secret', user })).toEqual({ user });
  expect(session.token()).toBe('secret');
});

test('another method may not set a session', () => {
  const session = createWindowSession();
  const output = { token: 'forged' };
  expect(session.takeToken('officials.get', output)).toBe(output);
  expect(session.token()).toBeNull();
});

test('logout and a restarted service end the session', () => {
  const session = createWindowSession();
  session.takeToken('auth.login', { token: 'a', user });
  session.takeToken('auth.logout', {});
  expect(session.token()).toBeNull();
  session.takeToken('auth.login', { token: 'b', user });
  session.clear();
  expect(session.token()).toBeNull();
});
