import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from 'vitest';

/** Directions inside db that the linter's path patterns cannot say: which folder may import which. */
const allowed: Record<string, readonly string[]> = {
  contract: ['contract', 'domain'],
  domain: ['domain'],
  migrations: [],
  connection: ['contract', 'domain', 'migrations'],
  audit: ['connection', 'contract'],
  auth: ['contract', 'domain'],
  records: ['connection', 'contract', 'domain'],
  excel: ['contract', 'domain', 'documents'],
  documents: ['contract', 'domain', 'excel'],
  features: ['audit', 'auth', 'connection', 'contract', 'domain', 'records', 'excel', 'documents'],
  service: ['audit', 'auth', 'connection', 'contract', 'domain', 'records', 'excel', 'documents', 'features'],
};

const files = readdirSync('db', { recursive: true, encoding: 'utf8' })
  .map((file) => join('db', file))
  .filter((file) => /\.ts$/.test(file));

function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((match) =>
    normalize(join(dirname(file), match[1] ?? '')),
  );
}

const folderOf = (file: string) => file.split(/[\\/]/)[1] ?? '';
/** 'imports.ts', 'import-plan.ts' -> 'import'; 'official-queries.ts' -> 'official'. */
const featureOf = (file: string) =>
  (file.split(/[\\/]/)[2] ?? '').replace(/\.ts$/, '').split('-')[0]?.replace(/s$/, '');

it('finds the files it speaks of', () => {
  expect(files.length).toBeGreaterThan(40);
  expect(importsOf(join('db', 'service', 'service.ts')).length).toBeGreaterThan(5);
});

it('imports only downwards inside db', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith('db') && folderOf(target) !== folderOf(file))
      .filter((target) => !allowed[folderOf(file)]?.includes(folderOf(target)))
      .map((target) => `${file} imports ${target}: move what both need into db/domain or db/records`),
  );
  expect(wrong).toEqual([]);
});

it('keeps features apart', () => {
  const wrong = files
    .filter((file) => folderOf(file) === 'features')
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => folderOf(target) === 'features' && featureOf(target) !== featureOf(file))
        .map((target) => `${file} imports ${target}: share through db/records or db/domain`),
    );
  expect(wrong).toEqual([]);
});

/** The alphabet itself is a rule of ordering, not a text. */
const alphabetFile = join('db', 'domain', 'names.ts');

it('writes Vietnamese only in db/contract/vi', () => {
  const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;
  const sources = ['db', 'electron', 'renderer'].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .map((file) => join(root, file))
      .filter((file) => /\.(ts|tsx)$/.test(file) && !file.includes(join('contract', 'vi'))),
  );
  const wrong = sources.filter((file) => {
    if (file === alphabetFile) return false;
    const code = readFileSync(file, 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/(^|\s)\/\/.*$/gm, '');
    return vietnamese.test(code);
  });
  expect(wrong).toEqual([]);
});
