import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { ensureElectron } from '../../scripts/lib/electron.mjs';
import type { RunningApp } from './support/app';
import { call, createProduct, createShop, sell } from './support/calls';
import { expect, test } from './support/fixtures';

const logOf = (userData: string) => readFileSync(join(userData, 'logs/galla.log'), 'utf8');
const linesOf = (userData: string, message: string) => logOf(userData).split(`"msg":"${message}"`).length - 1;

/** Runs in the window as it is now: Playwright does not follow a page through the end of its process. */
function inWindow(app: RunningApp, script: string): Promise<unknown> {
  return app.electron.evaluate(
    ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code),
    script,
  );
}

test("when the window's process dies, it says so kindly, and the open bill is still there", async ({ launch }) => {
  const app = await launch();
  await createShop(app.page);
  const dal = await createProduct(app.page, 'Toor dal', 10, 2);
  await call(app.page, 'sales.addLine', { productId: dal.id, quantity: 3_000 });

  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  await expect.poll(() => linesOf(app.userData, 'window crashed')).toBe(1);
  await expect
    .poll(() => inWindow(app, 'document.querySelector("h1")?.textContent'))
    .toBe('Galla had a problem with this window');
  expect(await inWindow(app, 'document.querySelector("p").textContent')).toContain('Your bill is safe');
  // Enter goes on: the one control has the focus.
  expect(await inWindow(app, 'document.activeElement.textContent')).toBe('Continue');
  await inWindow(app, 'document.activeElement.click()');
  await expect.poll(() => inWindow(app, 'document.documentElement.dataset.ready')).toBe('counter');
  const lines = await inWindow(app, 'galla.call("sales.cart", {}).then((answer) => answer.value.lines)');
  expect(lines).toMatchObject([{ name: 'Toor dal', quantity: 3_000 }]);
});

test('when main dies of a bug, it is written down and a fresh process takes over', async ({ launch }) => {
  const app = await launch();
  await createShop(app.page);
  const gone = once(app.process, 'exit');
  await app.electron.evaluate(() => {
    setTimeout(() => {
      throw new Error('a bug on purpose, seen by 98765 43210');
    });
  });
  await gone;
  expect(app.process.exitCode).toBe(1);
  try {
    await expect.poll(() => linesOf(app.userData, 'started'), { timeout: 60_000 }).toBe(2);
    expect(logOf(app.userData)).toContain('a bug on purpose');
    expect(logOf(app.userData)).not.toContain('98765');
    await expect.poll(() => readFileSync(join(app.userData, 'restarts.json'), 'utf8')).toContain('"told":true');
  } finally {
    // Chromium's own note of who has the folder: `<host>-<pid>`.
    const holder = readlinkSync(join(app.userData, 'SingletonLock'));
    process.kill(Number(holder.split('-').at(-1)), 'SIGKILL');
  }
});

test('a second start brings the first window forward and ends', async ({ launch }) => {
  const app = await launch();
  const { path } = await ensureElectron();
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const rootOnly = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const second = spawn(path, [...rootOnly, `--user-data-dir=${app.userData}`, process.cwd()], { stdio: 'ignore' });
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
  await expect
    .poll(() => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.isMinimized())))
    .toEqual([false]);
});

test('diagnostics hold versions, settings and logs, and nothing of people', async ({ launch }, testInfo) => {
  const { page, electron } = await launch();
  await createShop(page);
  const dal = await createProduct(page, 'Toor dal', 10, 2);
  await sell(page, [[dal.id, 1]]);
  await call(page, 'customers.save', {
    name: 'Meera Nair',
    phone: '+91 98765 43210',
    gstin: null,
    stateCode: null,
    address: '12 Market Road',
    email: null,
    creditLimit: null,
    note: null,
  });
  const target = testInfo.outputPath('diagnostics.zip');
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, target);
  expect(await call(page, 'system.saveDiagnostics', {})).toEqual({ file: target });

  const files = unzipSync(readFileSync(target));
  expect(Object.keys(files).sort()).toEqual(['facts.json', 'logs/galla.log']);
  const all = Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .join('\n');
  const facts: unknown = JSON.parse(strFromU8(files['facts.json'] ?? new Uint8Array()));
  expect(facts).toMatchObject({
    version: '0.1.0',
    versions: { electron: expect.any(String), node: expect.any(String) },
    mainLoopDelayMs: { p99: expect.any(Number) },
    shop: {
      pragmas: { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, trusted_schema: 0 },
      rows: { product: 1, bill: 1, customer: 1 },
      settings: { country: 'IN', currency: 'INR' },
    },
  });
  for (const secret of ['Asha', 'Meera', '98765', 'Market Road', 'Toor dal', 'scrypt', '482605']) {
    expect(all).not.toContain(secret);
  }
});

test('diagnostics are not written when the person cancels', async ({ launch }) => {
  const { page, electron } = await launch();
  await electron.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
  });
  expect(await call(page, 'system.saveDiagnostics', {})).toEqual({ file: null });
});
