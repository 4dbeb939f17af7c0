import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { pages } from './electron.vite.config';

/**
 * The customer's page, built by itself into the same folder: in one build with the till's, what both use would be cut out
 * into chunks of its own, and the till's first screen would have to wait for more files than it does.
 */
export default defineConfig({
  ...pages,
  base: './',
  build: {
    ...pages.build,
    outDir: resolve(import.meta.dirname, 'out/renderer'),
    emptyOutDir: false,
    rollupOptions: { input: { display: resolve(import.meta.dirname, 'src/renderer/display.html') } },
  },
});
