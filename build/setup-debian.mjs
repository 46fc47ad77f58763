import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { isRoot, outputOf, runOrFail, SetupError, say } from './process.mjs';

/** What Electron's binary is linked against. */
const electronPackages =
  'libgtk-3-0 libnss3 libnspr4 libasound2 libatk1.0-0 libatk-bridge2.0-0 libatspi2.0-0 libcups2 libdrm2 libgbm1 libxkbcommon0 libxcomposite1 libxdamage1 libxfixes3 libxrandr2 libx11-6 libxcb1 libxext6 libxss1 libxtst6 libcairo2 libpango-1.0-0 libglib2.0-0'.split(
    ' ',
  );

/** A screen without a display, the font with all Vietnamese letters, and the readers of PDF that tests use. */
const otherPackages = ['xvfb', 'xauth', 'fonts-liberation2', 'poppler-utils'];

const debianPackages = [...otherPackages, ...electronPackages];

function isDebian() {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

function missingPackages() {
  // One call for all; it fails as a whole when one name is unknown, and still prints the others.
  const { stdout } = spawnSync('dpkg-query', ['-s', ...debianPackages], { encoding: 'utf8' });
  const installed = new Set(
    [...(stdout ?? '').matchAll(/^Package: (\S+)\nStatus: install ok installed$/gm)].map((match) => match[1]),
  );
  return debianPackages.filter((name) => !installed.has(name));
}

/** Libraries that the loader does not find, on a Linux whose package names are unknown to us. */
function missingLibraries(executable) {
  const listed = outputOf('ldd', [executable]) ?? '';
  return [...listed.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1]);
}

function ensureOnDebian() {
  const missing = missingPackages();
  if (missing.length === 0) return Promise.resolve();
  const install = ['install', '-y', '--no-install-recommends', ...missing];
  if (!isRoot) {
    throw new SetupError(
      `Some Debian packages are missing. Run this once, then the same command again:\n  sudo apt-get update && sudo apt-get ${install.join(' ')}`,
    );
  }
  say(`Installing Debian packages: ${missing.join(' ')} ...`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return runOrFail('apt-get', ['update', '-q'], 'apt-get update failed', { env }).then(() =>
    runOrFail('apt-get', ['-q', ...install], 'apt-get install failed', { env }),
  );
}

/**
 * Makes sure that a Linux machine can run Electron with a window: installs on Debian as root,
 * else says the exact command. Nothing to do on Windows.
 * @param {string} executable the Electron binary that will run
 */
export async function ensureSystemPackages(executable) {
  if (process.platform !== 'linux') return;
  if (isDebian()) return ensureOnDebian();
  const libraries = missingLibraries(executable);
  const needsScreen = !process.env.DISPLAY && outputOf('xvfb-run', ['--help']) === null;
  if (libraries.length === 0 && !needsScreen) return;
  throw new SetupError(
    `Missing on this system: ${[...libraries, ...(needsScreen ? ['xvfb-run'] : [])].join(', ')}.\n` +
      `Install what corresponds to these Debian packages, then run the same command again:\n  apt-get install ${debianPackages.join(' ')}`,
  );
}
