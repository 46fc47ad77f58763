/**
 * `npm run bench -- start [runs]`, or another name of the list below: figures for a person to read, never timed tests.
 * A benchmark is a file of this folder that exports `bench<Name>(args)`.
 */
import { existsSync } from 'node:fs';

const [name = '', ...args] = process.argv.slice(2);
const file = new URL(`./${name}.ts`, import.meta.url);
if (!/^[a-z]+$/.test(name) || name === 'main' || !existsSync(file)) {
  console.error('Usage: npm run bench -- start|import|officials|quality|cycle|papers');
  process.exit(2);
}
const module: Record<string, unknown> = await import(file.href);
const bench = module[`bench${name.charAt(0).toUpperCase()}${name.slice(1)}`];
if (typeof bench !== 'function') throw new Error(`${file.pathname} exports no benchmark`);
await bench(args);
