import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { inModules, projectNode, root } from './paths.mjs';
import { run } from './run.mjs';
import { Refusal, say } from './say.mjs';
import { hashTree, readStampRecord, writeStamp } from './stamp.mjs';

/** Everything the bundles in out/ are made from. */
const inputs = [
  'src',
  'migrations',
  'resources',
  'electron.vite.config.ts',
  'display.vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
const stampFile = join(root, 'out', '.built.json');

/** Builds the app into out/ when anything it is made from has changed since the last time. */
export async function ensureBuilt() {
  if (isBuilt()) return;
  await withLock('build', async () => {
    if (isBuilt()) return;
    // Taken before the build: a file saved while it runs must lead to another one.
    const state = hashTree(root, inputs);
    say('building the app');
    await build([inModules('electron-vite', 'bin', 'electron-vite.js'), 'build']);
    // After the first, which empties the folder.
    await build([inModules('vite', 'bin', 'vite.js'), 'build', '--config', 'display.vite.config.ts']);
    writeStamp(stampFile, { inputs: state });
  });
}

/** @param {string[]} command a tool of node_modules and its arguments */
async function build(command) {
  const { code, output } = await run(projectNode, command, {
    output: 'collect',
    // What is collected may end up in a log, where colours are noise.
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  if (code !== 0) throw new Refusal(`${output}\nthe build failed`);
}

function isBuilt() {
  return existsSync(stampFile) && readStampRecord(stampFile).inputs === hashTree(root, inputs);
}
