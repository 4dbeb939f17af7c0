import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@shared': resolve(import.meta.dirname, 'src/shared') } },
  test: {
    include: ['tests/{unit,contract,crash,simulation}/**/*.test.{ts,tsx}', 'src/**/*.test.{ts,tsx}'],
    environment: 'node',
    // For a test that hangs: on a busy machine many take ten times as long as alone, and none fails for that.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
