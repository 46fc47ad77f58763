import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

/**
 * One build, a mode for each part (build/vite-build.mjs runs them):
 * main, preload, services, reader -> CommonJS for Node; renderer -> the page.
 * The targets are the oldest that each part runs on: Electron 25 (Node 18, Chrome 114) in tests, and Node 22.12
 * for the data service, because of its database driver.
 */
const outDir = process.env.TUDUONG_BUILD_DIR ?? path.resolve('out/app');

/** Native code stays a package of its own: it is found in node_modules, or unpacked beside the packaged app. */
const external = ['electron', 'better-sqlite3'];

interface NodePart {
  target: 'node18' | 'node22';
  entries: Record<string, string>;
}

const nodeParts: Record<string, NodePart> = {
  main: { target: 'node18', entries: { main: 'electron/main/main.ts' } },
  preload: { target: 'node18', entries: { preload: 'electron/preload/preload.ts' } },
  services: { target: 'node22', entries: { entry: 'db/service/entry.ts', cli: 'db/service/cli.ts' } },
  // Apart from the services: it runs in a utility process, on Node 18 where the tests run.
  reader: { target: 'node18', entries: { 'reader-entry': 'db/excel/reader-entry.ts' } },
};

function nodeConfig(mode: string, part: NodePart): UserConfig {
  return {
    build: {
      outDir: path.join(outDir, mode),
      emptyOutDir: true,
      target: part.target,
      ssr: true,
      minify: false,
      sourcemap: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: part.entries,
        external,
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
        },
      },
    },
    ssr: { noExternal: true, external, target: 'node' },
  };
}

const rendererConfig: UserConfig = {
  root: 'renderer',
  base: '/',
  plugins: [react()],
  build: {
    outDir: path.join(outDir, 'renderer'),
    emptyOutDir: true,
    target: 'chrome114',
    minify: true,
    sourcemap: false,
    // A data: font or picture would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: path.resolve('renderer/app/index.html') },
  },
};

export default defineConfig(({ mode }) => {
  const part = nodeParts[mode];
  if (part) return nodeConfig(mode, part);
  if (mode === 'renderer') return rendererConfig;
  throw new Error(`Unknown part of the build: ${mode}`);
});
