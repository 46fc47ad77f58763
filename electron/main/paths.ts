import path from 'node:path';
import { app } from 'electron';

/** The built app: out/app in development, inside app.asar in the product. This file is bundled into its main/. */
const appRoot = path.resolve(__dirname, '..');

/** Programs of their own start from real files: the packaged app keeps them beside the archive. */
const unpackedRoot = appRoot.replace(/app\.asar(?=[\\/]|$)/, 'app.asar.unpacked');

export const preloadFile = path.join(appRoot, 'preload', 'preload.cjs');
export const rendererFolder = path.join(appRoot, 'renderer');
export const serviceFile = path.join(unpackedRoot, 'services', 'entry.cjs');
export const readerFile = path.join(unpackedRoot, 'reader', 'reader-entry.cjs');

/** The office's data: chosen by the environment (several offices, tests), else beside the person's settings. */
export function dataFolder(): string {
  return process.env.TUDUONG_DATA || path.join(app.getPath('userData'), 'data');
}
