import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin, Rollup } from 'vite';

const alias = { '@shared': resolve(import.meta.dirname, 'src/shared') };

/** What the till's page and the customer's (display.vite.config.ts) are built alike in. */
export const pages = {
  root: 'src/renderer',
  resolve: { alias },
  plugins: [react()],
  // The app:// handler puts a fresh nonce here on every answer.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    target: 'chrome140',
    minify: 'oxc' as const,
    // No polyfill for what every Electron we run on has; no data: fonts, which the policy refuses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
};

/**
 * Gives the page a script that comes before every other: what is pressed while the rest is read is not lost. The bundler
 * makes one entry of all scripts of a page, and reads what that imports first; so this is an entry of its own.
 */
const firstScript = (name: string): Plugin => ({
  name: 'first-script',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      const chunk = Object.values(bundle).find((each) => each.type === 'chunk' && each.isEntry && each.name === name);
      if (chunk?.type !== 'chunk') throw new Error(`${name} is not among the entries`);
      if (chunk.imports.length > 0) throw new Error(`${name} waits for ${chunk.imports.join(', ')}`);
      const attrs = { type: 'module', crossorigin: true, src: `./${chunk.fileName}` };
      return [{ tag: 'script', attrs, injectTo: 'head-prepend' }];
    },
  },
});

const shared = /src.shared/;

/** The modules that main's first part loads before there is a window. */
const beforeTheWindow = (graph: Pick<Rollup.PluginContext, 'getModuleInfo'>) => {
  const seen = new Set<string>();
  const waiting = [resolve(import.meta.dirname, 'src/main/index.ts')];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []));
  }
  return seen;
};

/**
 * Three bundles. `target` is stated because electron-vite's own table does not know the Electron we pin;
 * Electron 42 (the oldest we run on) has Node 24 and Chromium 148.
 */
export default defineConfig({
  main: {
    resolve: { alias },
    build: {
      target: 'node24',
      // Half as much to read at every start. A stack in the log is read with the maps beside the bundles.
      minify: 'oxc',
      sourcemap: true,
      // Only the native module stays outside: one file to read at start instead of hundreds.
      externalizeDeps: {
        exclude: [
          'zod',
          'kysely',
          'pino',
          'rotating-file-stream',
          'csv-parse',
          'ws',
          'bonjour-service',
          '@peculiar/x509',
          'reflect-metadata',
          'uqr',
          '@point-of-sale/codepage-encoder',
          '@point-of-sale/receipt-printer-encoder',
        ],
      },
      rollupOptions: {
        input: {
          index: resolve(import.meta.dirname, 'src/main/start.ts'),
          // The hub inside a till is a process of its own.
          hub: resolve(import.meta.dirname, 'src/hub/embedded.ts'),
        },
        // Not ES modules: those read every export of Node's own modules at once, crypto's and http's lazy ones too, for
        // which the window would wait 30 ms.
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: 'chunks/[name]-[hash].cjs',
          // Parts of their own, for src/main/load-till.ts. What the window waits for is kept out of them.
          codeSplitting: {
            groups: [
              {
                name: (id, graph) => (shared.test(id) && beforeTheWindow(graph).has(id) ? 'window' : null),
                priority: 1,
              },
              { name: 'kysely', test: /node_modules.kysely/ },
              { name: 'shared', test: shared },
            ],
          },
        },
      },
    },
  },
  preload: {
    resolve: { alias },
    build: {
      target: 'node24',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve(import.meta.dirname, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    ...pages,
    plugins: [...pages.plugins, firstScript('early-keys')],
    build: {
      ...pages.build,
      rollupOptions: {
        input: {
          'early-keys': resolve(import.meta.dirname, 'src/renderer/early-keys.ts'),
          index: resolve(import.meta.dirname, 'src/renderer/index.html'),
        },
        // All that the first screen needs in one file, one of styles beside it: each file is asked for through main, which
        // is busy with the shop then.
        output: {
          codeSplitting: {
            groups: [
              { name: 'early', test: /early-keys/, priority: 1 },
              { name: 'first', tags: ['$initial'] },
            ],
          },
        },
      },
    },
  },
});
