import { test as base, type TestInfo } from '@playwright/test';
import { startHeadless } from '../../../scripts/lib/headless.mjs';
import { type LaunchOptions, launchApp, type RunningApp, readLogs, removeUserData } from './app';
import { layLine, type NetworkLine, withoutMulticast } from './network-line';
import { type NotificationService, startNotificationService } from './notification-service';
import { hostShop, joinShop } from './tills-in-step';

interface Fixtures {
  /**
   * Starts the app, as often as a test likes; each start has its own data unless it names an earlier one's. Whatever
   * still runs at the end is closed, and when the test failed, its output, logs and last screen are attached.
   */
  readonly launch: (options?: LaunchOptions) => Promise<RunningApp>;
  /** Two tills of one shop: `a` hosts it, `b` has joined under that name, over a line in the test's hands. */
  readonly tillsOnALine: (
    name: string,
  ) => Promise<{ readonly a: RunningApp; readonly b: RunningApp; readonly line: NetworkLine }>;
  /** A desktop's notification service that records. Asking for it connects every app of the test to it. */
  readonly notifications: NotificationService;
}

/** What the apps of one test share; it ends after they have, or they would lose their message bus while they run. */
interface Session {
  env: NodeJS.ProcessEnv;
  stop: () => Promise<void>;
}

/**
 * A display and a bus of the worker's own: its apps neither open windows in front of a person nor notify them, and the
 * tests beside it take no keys from them.
 */
async function withDesk(use: () => Promise<void>): Promise<void> {
  if (process.platform !== 'linux') return use();
  const { env, stop } = await startHeadless({});
  Object.assign(process.env, env);
  try {
    await use();
  } finally {
    await stop();
  }
}

export const test = base.extend<Fixtures & { readonly session: Session }, { readonly desk: undefined }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  desk: [async ({}, use) => withDesk(() => use(undefined)), { scope: 'worker', auto: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  session: async ({}, use) => {
    const session: Session = { env: {}, stop: async () => {} };
    await use(session);
    await session.stop();
  },

  notifications: async ({ session }, use) => {
    const service = await startNotificationService();
    Object.assign(session, { env: service.env, stop: service.stop });
    await use(service);
  },

  launch: async ({ session }, use, testInfo) => {
    const started: RunningApp[] = [];
    await use(async (options = {}) => {
      const app = await launchApp({ ...options, env: { ...session.env, ...options.env } });
      started.push(app);
      return app;
    });
    try {
      for (const [index, app] of started.entries()) {
        if (testInfo.status !== testInfo.expectedStatus) await attachEvidence(app, `app ${index + 1}`, testInfo);
        await app.close();
      }
    } finally {
      for (const { process } of started) process.kill('SIGKILL');
      for (const folder of new Set(started.map(({ userData }) => userData))) removeUserData(folder);
    }
  },

  tillsOnALine: async ({ launch }, use) => {
    const lines: NetworkLine[] = [];
    await use(async (name) => {
      const a = await launch();
      const { port } = await hostShop(a);
      const line = await layLine(port);
      lines.push(line);
      const b = await launch();
      await withoutMulticast(b);
      await joinShop(a, b, line.address, name);
      return { a, b, line };
    });
    await Promise.all(lines.map((line) => line.close()));
  },
});

async function attachEvidence(app: RunningApp, name: string, testInfo: TestInfo): Promise<void> {
  await testInfo.attach(`output of ${name}`, { body: app.output(), contentType: 'text/plain' });
  await testInfo.attach(`logs of ${name}`, { body: readLogs(app.userData), contentType: 'text/plain' });
  // There is no picture of a window that is gone.
  const screen = await app.page.screenshot({ timeout: 5_000 }).catch(() => undefined);
  if (screen) await testInfo.attach(`last screen of ${name}`, { body: screen, contentType: 'image/png' });
}

export { expect } from '@playwright/test';
