import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Every place that the build scripts use; nothing is written outside of these. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const inRoot = (...parts) => path.join(root, ...parts);

export const modulesDir = inRoot('node_modules');
export const lockFile = inRoot('package-lock.json');
export const outDir = inRoot('out');
export const appDir = inRoot('out', 'app');
export const demoDir = inRoot('out', 'demo');
export const testReportDir = inRoot('out', 'test');
export const fallbackElectronDir = inRoot('.cache', 'electron-25');
export const electronPackageDir = inRoot('node_modules', 'electron');
