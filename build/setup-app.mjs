import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { appDir, root } from './paths.mjs';
import { runOrFail, say, toolNodePath } from './process.mjs';

const sources = [
  'electron',
  'renderer',
  'db',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'build/vite-build.mjs',
];

/** Newest change under a path; folders count too, so that a deleted file is seen. */
function newestChange(file) {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(file).reduce(
    (newest, name) => Math.max(newest, newestChange(path.join(file, name))),
    stat.mtimeMs,
  );
}

/** `out/app/package.json` is written last, so it dates the whole build. */
function isFresh() {
  const stamp = path.join(appDir, 'package.json');
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  return sources.every((source) => newestChange(path.join(root, source)) < built);
}

/** Builds out/app (all of it, or only the named parts). */
export function buildApp(parts = []) {
  return runOrFail(
    toolNodePath(),
    [path.join(root, 'build', 'vite-build.mjs'), ...parts],
    'The build failed',
  );
}

/** Builds when a source is newer than what was built. */
export async function ensureApp() {
  if (isFresh()) return;
  say('Building ...');
  await buildApp();
}
