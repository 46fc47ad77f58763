import path from 'node:path';
import { appDir } from './paths.mjs';
import { driverNodePath, run } from './process.mjs';
import { ensureApp } from './setup-app.mjs';
import { ensureElectron } from './setup-electron.mjs';
import { ensurePackages } from './setup-packages.mjs';

/** Where there is no Node for the database driver, Electron itself serves as one. */
async function nodeForDriver() {
  const node = driverNodePath();
  if (node) return { command: node, env: process.env };
  const electron = await ensureElectron();
  return { command: electron.executable, env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } };
}

/** `npm run --silent ops -- ...`: the command line of the data service; only it writes to stdout. */
export async function act(args) {
  await ensurePackages();
  await ensureApp();
  const { command, env } = await nodeForDriver();
  return run(command, [path.join(appDir, 'services', 'cli.cjs'), ...args], { env });
}
