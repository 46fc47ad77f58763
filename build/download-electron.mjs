import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { electronPackageDir } from './paths.mjs';
import { driverNodePath, isWindows, run, say } from './process.mjs';

const PROBE_MS = 5_000;
const DOWNLOAD_MS = 15 * 60_000;

function readPackageJson(name) {
  return JSON.parse(readFileSync(path.join(electronPackageDir, name), 'utf8'));
}

function releaseFolder(version) {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  return mirror
    ? `${mirror}${version}/`
    : `https://github.com/electron/electron/releases/download/v${version}/`;
}

async function isReachable(url) {
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) });
    return answer.ok;
  } catch {
    return false;
  }
}

/** Electron's installer needs Node 22.12; this does the same on Windows with an older Node and its tar.exe. */
async function downloadOnWindows(url, archive) {
  const answer = await fetch(url, { signal: AbortSignal.timeout(DOWNLOAD_MS) });
  if (!answer.ok) return `the server answered ${answer.status}`;
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (createHash('sha256').update(bytes).digest('hex') !== readPackageJson('checksums.json')[archive]) {
    return 'the downloaded file does not match its checksum';
  }
  const unpacking = path.join(electronPackageDir, 'dist.unpacking');
  const zip = path.join(electronPackageDir, archive);
  rmSync(unpacking, { recursive: true, force: true });
  mkdirSync(unpacking, { recursive: true });
  writeFileSync(zip, bytes);
  const code = await run('tar.exe', ['-xf', zip, '-C', unpacking], { output: 'setup' });
  rmSync(zip, { force: true });
  if (code !== 0) return 'the archive could not be unpacked';
  const dist = path.join(electronPackageDir, 'dist');
  rmSync(dist, { recursive: true, force: true });
  renameSync(unpacking, dist);
  writeFileSync(path.join(electronPackageDir, 'path.txt'), 'electron.exe');
  return null;
}

/**
 * Brings the official Electron of package.json into node_modules/electron.
 * @returns {Promise<string | null>} why it did not work; null when it did
 */
export async function downloadElectron() {
  const { version } = readPackageJson('package.json');
  const archive = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  const url = `${releaseFolder(version)}${archive}`;
  if (!(await isReachable(url))) return 'its download server cannot be reached';
  say(`Downloading Electron ${version} ...`);
  const node = driverNodePath();
  if (node) {
    const code = await run(node, [path.join(electronPackageDir, 'install.js')], { output: 'setup' });
    return code === 0 ? null : `its installer ended with code ${code}`;
  }
  if (!isWindows) return 'its installer needs Node 22.12 or later';
  try {
    return await downloadOnWindows(url, archive);
  } catch (error) {
    return String(error);
  }
}
