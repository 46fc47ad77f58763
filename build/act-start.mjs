import { run, SetupError } from './process.mjs';
import { ensureWindow } from './setup.mjs';

/** `npm start`: the program on the person's own data. */
export async function act(args) {
  const electron = await ensureWindow();
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new SetupError('There is no display to open a window on. `npm run demo` works without one.');
  }
  return run(electron.executable, [...electron.args, ...args]);
}
