import { ensureApp } from './setup-app.mjs';
import { ensureSystemPackages } from './setup-debian.mjs';
import { ensureElectron } from './setup-electron.mjs';
import { ensurePackages } from './setup-packages.mjs';

/**
 * All that a window needs: packages, Electron, the system's libraries, a fresh build.
 * @returns the Electron to start and the arguments that start our app
 */
export async function ensureWindow() {
  await ensurePackages();
  const electron = await ensureElectron();
  await ensureSystemPackages(electron.executable);
  await ensureApp();
  return electron;
}
