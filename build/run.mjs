/**
 * The one entry of every npm script: `node build/run.mjs start|demo|test|ops|bench|build|package [arguments]`.
 * It is the first thing that runs on a bare machine, so it and what it imports use Node's own modules only.
 * Each act makes sure of what it needs (packages, system packages, Electron, a fresh build), then runs.
 */
import { SetupError, say } from './process.mjs';

const acts = {
  start: () => import('./act-start.mjs'),
  demo: () => import('./act-demo.mjs'),
  test: () => import('./act-test.mjs'),
  ops: () => import('./act-ops.mjs'),
  bench: () => import('./act-bench.mjs'),
  build: () => import('./act-build.mjs'),
  package: () => import('./act-package.mjs'),
};

const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(acts, name) ? acts[name] : null;
if (load) {
  try {
    process.exitCode = await (await load()).act(args);
  } catch (error) {
    say(error instanceof SetupError ? error.message : String(error instanceof Error ? error.stack : error));
    process.exitCode = 1;
  }
} else {
  say(`Usage: node build/run.mjs ${Object.keys(acts).join('|')} [arguments]`);
  process.exitCode = 2;
}
