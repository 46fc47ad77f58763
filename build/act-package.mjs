import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { modulesDir, outDir, root } from './paths.mjs';
import { isWindows, run, SetupError, toolNodePath } from './process.mjs';
import { buildApp } from './setup-app.mjs';
import { copyElectron, ensureElectron } from './setup-electron.mjs';
import { ensurePackages } from './setup-packages.mjs';

const configFile = path.join(root, 'build', 'electron-builder.yml');

/**
 * Where Electron cannot be downloaded, the package is made with the one of tests: for a look at its layout,
 * never for a person. That one is older than one of the fuses.
 */
function fallbackOptions() {
  const dist = path.join(outDir, 'electron-package');
  copyElectron(dist);
  const config = path.join(outDir, 'electron-builder.yml');
  writeFileSync(
    config,
    readFileSync(configFile, 'utf8').replace(/^.*grantFileProtocolExtraPrivileges.*\n/m, ''),
  );
  return ['--config', config, `-c.electronDist=${dist}`, '-c.electronVersion=25.1.1'];
}

/** `npm run package`: the Windows installer on Windows; on Linux a plain folder, to check what is in the package. */
export async function act(args) {
  if (!isWindows && process.platform !== 'linux')
    throw new SetupError('The package is built on Windows or Linux.');
  await ensurePackages();
  const electron = await ensureElectron();
  await buildApp();
  rmSync(path.join(root, 'dist'), { recursive: true, force: true });
  return run(toolNodePath(), [
    path.join(modulesDir, 'electron-builder', 'cli.js'),
    isWindows ? '--win' : '--linux',
    ...(isWindows ? [] : ['--dir']),
    ...(electron.kind === 'fallback' ? fallbackOptions() : ['--config', configFile]),
    ...args,
  ]);
}
