import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@shared': resolve(import.meta.dirname, 'src/shared') } },
  test: {
    // For a test that hangs: on a busy machine many take ten times as long as alone, and none fails for that.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        // What runs in main and the hub keeps nothing in its modules: one process takes file after file, and has
        // the sources loaded and compiled once. That saves a fifth of the run.
        test: {
          name: 'node',
          include: ['tests/{unit,contract,crash,simulation}/**/*.test.ts'],
          environment: 'node',
          isolate: false,
        },
      },
      {
        extends: true,
        // A page has modules that are its state, as a window has one bill and one language.
        test: { name: 'page', include: ['src/**/*.test.{ts,tsx}'], environment: 'node' },
      },
    ],
  },
});
