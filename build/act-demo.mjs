import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { demoDir, modulesDir, root } from './paths.mjs';
import { run, toolNodePath } from './process.mjs';
import { onScreen } from './screen.mjs';
import { ensureWindow } from './setup.mjs';

/** `npm run demo`: the main job on the sample sheets, in a sample office, in the real window. */
export async function act() {
  await ensureWindow();
  rmSync(demoDir, { recursive: true, force: true });
  mkdirSync(demoDir, { recursive: true });
  const playwright = path.join(modulesDir, '@playwright', 'test', 'cli.js');
  const [command, args] = onScreen(toolNodePath(), [
    playwright,
    'test',
    '--config=playwright.demo.config.ts',
  ]);
  const code = await run(command, args);
  if (code === 0) {
    process.stdout.write(`\nThe demo left these files in ${demoDir}:\n`);
    for (const name of readdirSync(demoDir).sort()) {
      process.stdout.write(`  ${path.join(path.relative(root, demoDir), name)}\n`);
    }
  }
  return code;
}
