/**
 * Builds the parts of the app into out/app: all of them, or those named as arguments.
 * A whole build goes to a folder of its own and takes the place of the old one only when every part is there,
 * so that a failed build never leaves half an app behind.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { appDir, outDir, root } from './paths.mjs';

const allParts = ['main', 'preload', 'services', 'reader', 'renderer'];

function writeAppPackage(dir) {
  const { productName, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const content = { name: 'tu-duong', productName, version, main: 'main/main.cjs' };
  writeFileSync(path.join(dir, 'package.json'), `${JSON.stringify(content, null, 2)}\n`);
}

async function buildParts(parts, dir) {
  process.env.TUDUONG_BUILD_DIR = dir;
  await Promise.all(
    parts.map((mode) => build({ mode, configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn' })),
  );
}

async function buildAll() {
  const started = Date.now();
  const building = path.join(outDir, `app.building-${process.pid}`);
  const old = path.join(outDir, `app.old-${process.pid}`);
  mkdirSync(building, { recursive: true });
  try {
    await buildParts(allParts, building);
    // Dated with the start of the build: a source saved meanwhile makes the next command build again.
    writeAppPackage(building);
    utimesSync(path.join(building, 'package.json'), new Date(), new Date(started));
    if (existsSync(appDir)) renameSync(appDir, old);
    renameSync(building, appDir);
  } finally {
    rmSync(building, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
  process.stderr.write(
    `Built ${path.relative(root, appDir)} in ${((Date.now() - started) / 1000).toFixed(1)} s\n`,
  );
}

async function buildSome(parts) {
  const unknown = parts.filter((part) => !allParts.includes(part));
  if (unknown.length > 0)
    throw new Error(`Unknown part: ${unknown.join(', ')}. Parts: ${allParts.join(', ')}`);
  if (!existsSync(path.join(appDir, 'package.json'))) return buildAll();
  await buildParts(parts, appDir);
}

// Paths in vite.config.ts are of the repository, from wherever this is run.
process.chdir(root);
const parts = process.argv.slice(2);
try {
  await (parts.length === 0 ? buildAll() : buildSome(parts));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
