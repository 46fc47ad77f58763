import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lockFile, modulesDir } from './paths.mjs';
import { npmSpawn, runOrFail, say } from './process.mjs';

const stampFile = path.join(modulesDir, '.installed-lock');
const npmOwnLock = path.join(modulesDir, '.package-lock.json');

/** npm writes both files in one run, a few seconds apart and in no fixed order. */
const SAME_RUN_MS = 60_000;

function lockHash() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

function isInstalled(hash) {
  if (existsSync(stampFile)) return readFileSync(stampFile, 'utf8') === hash;
  // Installed by hand with npm: believe it when it is not older than the lock file.
  return existsSync(npmOwnLock) && statSync(npmOwnLock).mtimeMs + SAME_RUN_MS >= statSync(lockFile).mtimeMs;
}

/**
 * Makes node_modules what package-lock.json says.
 * Install scripts stay off: no package here needs one, and an older npm, which does not know `allowScripts`,
 * would start a compiler for the database driver although its binary is in the package.
 */
export async function ensurePackages() {
  const hash = lockHash();
  if (!isInstalled(hash)) {
    say('Installing npm packages (npm ci) ...');
    await runOrFail(
      npmSpawn.command,
      ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      'npm ci failed',
      {
        shell: npmSpawn.shell,
      },
    );
  }
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== hash) writeFileSync(stampFile, hash);
}
