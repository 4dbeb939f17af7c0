// `npm run dev`: the app with reload on change, for developers.
import { ensureDependencies } from './lib/dependencies.mjs';
import { ensureElectron } from './lib/electron.mjs';
import { isHeadless, startHeadless } from './lib/headless.mjs';
import { inModules, projectNode } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { main } from './lib/say.mjs';
import { ensureSystemPackages } from './lib/system.mjs';

await main(async () => {
  await ensureDependencies();
  await ensureSystemPackages(isHeadless ? 'headless' : 'window');
  const electron = await ensureElectron();
  const services = isHeadless ? await startHeadless(process.env) : undefined;
  try {
    const sandbox = process.getuid?.() === 0 ? ['--noSandbox'] : [];
    const args = [inModules('electron-vite', 'bin', 'electron-vite.js'), 'dev', '--watch', ...sandbox];
    const env = { ...process.env, ...services?.env, ELECTRON_EXEC_PATH: electron.path };
    const { code } = await run(projectNode, [...args, ...process.argv.slice(2)], { env, output: 'inherit' });
    return code;
  } finally {
    await services?.stop();
  }
});
