// `npm start`: everything from a fresh clone to the open app. Runs on Node 20 with built-ins only, because it is what
// installs everything else. Arguments after `--` go to the app.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { ensureBuilt } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ensureElectron } from './lib/electron.mjs';
import { isHeadless, startHeadless } from './lib/headless.mjs';
import { root } from './lib/paths.mjs';
import { forwardSignals } from './lib/run.mjs';
import { main, say } from './lib/say.mjs';
import { ensureSystemPackages } from './lib/system.mjs';

const retryFlag = '--retry-electron';

await main(async () => {
  const args = process.argv.slice(2);

  await ensureDependencies();
  await ensureSystemPackages(isHeadless ? 'headless' : 'window');
  const electron = await ensureElectron({ retry: args.includes(retryFlag) });
  await ensureBuilt();

  if (isHeadless) say('no display here: the app runs on a virtual one (1920x1200)');
  const services = isHeadless ? await startHeadless(process.env) : undefined;
  try {
    return await open(electron.path, appArguments(args), { ...process.env, ...services?.env });
  } finally {
    await services?.stop();
  }
});

/** @param {readonly string[]} args */
function appArguments(args) {
  // Chromium refuses to run as root inside its sandbox. Only then, and only here: the app itself never asks for this.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [root, ...sandbox, ...args.filter((arg) => arg !== retryFlag)];
}

/**
 * Runs the app until it ends and answers its exit code.
 * @param {string} path
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
function open(path, args, { ELECTRON_RUN_AS_NODE: _, ...env }) {
  return new Promise((resolve, reject) => {
    const app = spawn(path, args, { env, stdio: 'inherit' });
    const stopForwarding = forwardSignals(app);
    app.once('error', reject);
    app.once('exit', (code, signal) => {
      stopForwarding();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}
