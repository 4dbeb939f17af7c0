import { copyFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { inModules, projectNode, root } from '../../../scripts/lib/paths.mjs';
import { run } from '../../../scripts/lib/run.mjs';

/** Builds one of tests/bench/fixtures with the app's own settings and answers the folder that Electron is to open. */
export async function buildFixture(name: 'empty-window' | 'echo-window'): Promise<string> {
  const source = resolve(import.meta.dirname, '../fixtures', name);
  const out = join(root, '.cache/bench', name);
  const { code, output } = await run(
    projectNode,
    [
      ...[inModules('electron-vite', 'bin', 'electron-vite.js'), 'build'],
      ...['--config', join(source, 'electron.vite.config.ts'), '--outDir', out],
    ],
    { output: 'collect' },
  );
  if (code !== 0) throw new Error(`the fixture ${name} could not be built:\n${output}`);
  copyFileSync(join(source, 'package.json'), join(out, 'package.json'));
  return out;
}
