import { defineConfig } from '@playwright/test';

/** End-to-end tests in the real Electron. `npm run e2e` brings the display, the message bus and the build. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Two files side by side: an app waits more than it works, and each has a display of its own. So no test fails for being
  // slow, and the times that tills-in-step prints were measured beside another app: `npm run bench` measures alone.
  workers: 2,
  // A test that passes only the second time is a defect in the test or in the app.
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
});
