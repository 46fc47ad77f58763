import path from 'node:path';
import { root } from './paths.mjs';
import { run, toolNodePath } from './process.mjs';
import { onScreen } from './screen.mjs';
import { ensureWindow } from './setup.mjs';

/** `npm run bench -- start|import|officials|quality|cycle|papers`: figures for a person to read, never a timed test. */
export async function act(args) {
  await ensureWindow();
  const bench = path.join(root, 'tests', 'bench', 'main.ts');
  const [command, commandArgs] = onScreen(toolNodePath(), ['--no-warnings', bench, ...args]);
  return run(command, commandArgs);
}
