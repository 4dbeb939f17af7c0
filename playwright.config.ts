import { defineConfig } from '@playwright/test';

/** End-to-end tests in the real Electron. `npm run e2e` brings the display, the message bus and the build. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // One at a time: each test is a whole application, and two of them on two cores would measure each other.
  workers: 1,
  // A test that passes only the second time is a defect in the test or in the app.
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
});
