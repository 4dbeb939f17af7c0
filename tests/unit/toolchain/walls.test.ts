import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkWalls } from '../../../scripts/walls/check';

/** A house with one or two modules in every room, each importing what its room may. */
const house: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    dependencies: { 'better-sqlite3': '1', kysely: '1', zod: '1' },
    devDependencies: { react: '1', electron: '1' },
  }),
  'migrations/0001.sql': 'create table t (x);',
  'src/shared/errors.ts': `import { z } from 'zod';\nexport const schema = z.string();`,
  'src/shared/money/index.ts': `export { round } from './round';`,
  'src/shared/money/round.ts': `import { schema } from '../errors';\nexport const round = schema;`,
  'src/main/store/index.ts': `import Database from 'better-sqlite3';\nimport { readFileSync } from 'node:fs';
    import { round } from '@shared/money';\nimport sql from '../../../migrations/0001.sql?raw';
    export const store = [Database, readFileSync, round, sql];`,
  'src/main/shop/sales.ts': `import { store } from '../store';\nimport { sql } from 'kysely';\nexport const sales = [store, sql];`,
  'src/main/sync/index.ts': `import { store } from '../store';\nexport const sync = store;`,
  'src/main/devices/index.ts': `import { round } from '@shared/money';\nexport const devices = round;`,
  'src/main/ipc/index.ts': `import { sales } from '../shop/sales';\nimport { sync } from '../sync';
    import { devices } from '../devices';\nexport const ipc = [sales, sync, devices];`,
  'src/main/shell/index.ts': `export { open } from './links';\nexport { listen } from './listen';`,
  'src/main/shell/links.ts': `import { shell } from 'electron';\nexport const open = (url: string) => shell.openExternal(url);`,
  'src/main/shell/listen.ts': `import { ipcMain } from 'electron';\nexport const listen = ipcMain;`,
  'src/main/thread.ts': `import { store } from './store';\nexport const thread = store;`,
  'src/main/index.ts': `import { app } from 'electron';\nimport { open } from './shell';\nimport { ipc } from './ipc';
    new Worker(new URL('./thread.ts', import.meta.url));\nawait Promise.all([app, open, ipc]);`,
  'src/preload/index.ts': `import { ipcRenderer } from 'electron';\nimport type { Bridge } from './bridge';
    export const bridge: Bridge = ipcRenderer;`,
  'src/preload/bridge.ts': `import type { schema } from '@shared/errors';\nexport type Bridge = typeof schema;`,
  'src/renderer/app.tsx': `import { useState } from 'react';\nimport type { Bridge } from '../preload/bridge';
    import { round } from '@shared/money';\nexport const App = (bridge: Bridge) => <p>{useState(round)}</p>;`,
  'src/hub/index.ts': `import { round } from '@shared/money';\nimport { createServer } from 'node:http';
    export const hub = [round, createServer];`,
  'src/portal/page.tsx': `import { round } from '@shared/money';\nexport const page = round;`,
};

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'galla-walls-'));
  for (const [path, text] of Object.entries(house)) plant(path, text);
});

afterEach(() => rmSync(root, { recursive: true }));

function plant(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test('a house in which every room keeps to its walls has no violation, and every module was read', () => {
  const modules = Object.keys(house).filter((path) => path.startsWith('src/')).length;
  expect(checkWalls(root)).toEqual({ modules, violations: [] });
});

/** A module in each room, and what a planted line in it must be refused for. */
const table: readonly (readonly [room: string, forbidden: readonly string[]])[] = [
  [
    'src/shared/new.ts',
    [
      `'../main/store'`,
      `'../main/shell'`,
      `'../hub'`,
      `'../renderer/app'`,
      `'../preload/bridge'`,
      `'node:fs'`,
      `'fs'`,
      `'electron'`,
      `'kysely'`,
      `'react'`,
    ],
  ],
  [
    'src/main/store/new.ts',
    [`'../shop/sales'`, `'../sync'`, `'../devices'`, `'../ipc'`, `'../shell'`, `'electron'`, `'react'`, `'../../hub'`],
  ],
  [
    'src/main/shop/new.ts',
    [`'../sync'`, `'../devices'`, `'../ipc'`, `'../shell'`, `'../index'`, `'electron'`, `'better-sqlite3'`],
  ],
  ['src/main/sync/new.ts', [`'../shop/sales'`, `'../devices'`, `'../ipc'`, `'../shell'`, `'electron'`, `'../../hub'`]],
  ['src/main/devices/new.ts', [`'../store'`, `'../shop/sales'`, `'../sync'`, `'../ipc'`, `'../shell'`, `'electron'`]],
  ['src/main/ipc/new.ts', [`'../store'`, `'../shell'`, `'../thread'`, `'electron'`, `'better-sqlite3'`]],
  ['src/main/shell/new.ts', [`'../store'`, `'../shop/sales'`, `'../sync'`, `'../devices'`, `'../ipc'`, `'react'`]],
  ['src/main/new.ts', [`'electron'`, `'../hub'`, `'../preload/bridge'`, `'../renderer/app'`, `'react'`]],
  ['src/main/index.ts', [`'../hub'`, `'../preload/bridge'`, `'../renderer/app'`, `'react'`]],
  ['src/preload/new.ts', [`'../main/shell'`, `'../main/store'`, `'../renderer/app'`, `'node:fs'`, `'react'`]],
  [
    'src/renderer/new.ts',
    [`'../main/store'`, `'../main/shell'`, `'../preload/bridge'`, `'../hub'`, `'node:fs'`, `'electron'`, `'kysely'`],
  ],
  ['src/hub/new.ts', [`'../main/store'`, `'../main/sync'`, `'../renderer/app'`, `'electron'`, `'react'`]],
  ['src/portal/new.ts', [`'../hub'`, `'../renderer/app'`, `'../main/store'`, `'node:fs'`, `'electron'`, `'kysely'`]],
];

describe.each(table)('%s', (path, forbidden) => {
  test.each(forbidden)('may not import %s', (specifier) => {
    plant(path, `${house[path] ?? ''}\nimport { x } from ${specifier};`);
    expect(checkWalls(root).violations).toContainEqual(expect.stringContaining(`imports ${specifier.slice(1, -1)}:`));
  });
});

/** All ways in which a module can lead to another one. */
test.each([
  `import x from '../sync';`,
  `import '../sync';`,
  `import type { X } from '../sync';`,
  `export { x } from '../sync';`,
  `export * from '../sync';`,
  `export type { X } from '../sync';`,
  `const x = await import('../sync');`,
  'const x = await import(`../sync`);',
  `let x: import('../sync').X;`,
  `import x = require('../sync');`,
  `const x = require('../sync');`,
  `new Worker(new URL('../sync', import.meta.url));`,
  `import x from '../sync?nodeWorker';`,
])('is seen: %s', (line) => {
  plant('src/main/shop/new.ts', line);
  expect(checkWalls(root).violations).toEqual([expect.stringMatching(/^src\/main\/shop\/new\.ts:1: .*main\/shop may/)]);
});

/** One planted fault of each other kind, and what is said of it. */
test.each([
  [
    'a renderer that takes a value from the preload',
    'src/renderer/new.ts',
    `import { b } from '../preload/bridge';`,
    'only types',
  ],
  [
    'a folder entered beside its index.ts',
    'src/hub/new.ts',
    `import { round } from '@shared/money/round';`,
    'entered through its index.ts',
  ],
  [
    'a room entered beside its index.ts',
    'src/main/new.ts',
    `import { open } from './shell/links';`,
    'entered through its index.ts',
  ],
  ['a second user of ipcMain', 'src/main/shell/new.ts', `import { ipcMain } from 'electron';`, 'ipcMain has one door'],
  [
    'a second user of ipcRenderer',
    'src/preload/new.ts',
    `import { ipcRenderer as r } from 'electron';`,
    'ipcRenderer has one door',
  ],
  [
    'a second user of shell.openExternal',
    'src/main/shell/new.ts',
    `import { shell as s } from 'electron';\ns.openExternal('x');`,
    'shell.openExternal has one door',
  ],
  [
    'a part of electron re-exported',
    'src/main/shell/new.ts',
    `export { ipcMain } from 'electron';`,
    'ipcMain has one door',
  ],
  [
    'the whole of electron',
    'src/main/shell/new.ts',
    `import * as electron from 'electron';`,
    'import what is used by name',
  ],
  [
    'electron by require',
    'src/main/shell/new.ts',
    `const { ipcMain } = require('electron');`,
    'import what is used by name',
  ],
  [
    'an import with a computed target',
    'src/main/shop/new.ts',
    'const f = (x: string) => import(x);',
    'cannot be checked',
  ],
  ['an import of nothing', 'src/main/shop/new.ts', `import x from './nothing';`, 'no such file'],
  ['an undeclared package', 'src/main/shop/new.ts', `import x from 'left-pad';`, 'dependencies of package.json'],
  ['the tests', 'src/main/shop/new.ts', `import x from '../../../tests/tool';`, 'tests or scripts'],
  ['a new room without a rule', 'src/main/attic/new.ts', 'export {};', 'belongs to no area'],
  ['a new process without a rule', 'src/kiosk/new.ts', 'export {};', 'belongs to no area'],
  ['a module that cannot be parsed', 'src/main/shop/new.ts', 'import {', 'src/main/shop/new.ts'],
  ['a cycle', 'src/main/shop/new.ts', `import './newer';`, 'import cycle'],
  ['a cycle of types', 'src/main/shop/new.ts', `import type { N } from './newer';`, 'import cycle'],
])('%s is caught', (_name, path, text, said) => {
  plant('tests/tool.ts', 'export {};');
  plant('src/main/shop/newer.ts', `import './new';`);
  plant(path, text);
  if (path !== 'src/main/shop/new.ts') plant('src/main/shop/new.ts', 'export {};');
  expect(checkWalls(root).violations).toEqual([expect.stringContaining(said)]);
});

test("only a page may enter a folder inside a folder through the inner one's index.ts", () => {
  for (const folder of ['src/renderer/ui', 'src/main/shop/sales']) {
    plant(`${folder}/index.ts`, 'export {};');
    plant(`${folder}/inner/index.ts`, `export * from './part';`);
    plant(`${folder}/inner/part.ts`, 'export {};');
  }
  rmSync(join(root, 'src/main/shop/sales.ts'));
  plant('src/renderer/office/new.ts', `import '../ui/inner';`);
  expect(checkWalls(root).violations).toEqual([]);
  plant('src/renderer/office/newer.ts', `import '../ui/inner/part';`);
  plant('src/main/shop/new.ts', `import './sales/inner';`);
  expect(checkWalls(root).violations).toEqual([
    expect.stringContaining('src/main/shop/sales is entered through its index.ts'),
    expect.stringContaining('src/renderer/ui/inner is entered through its index.ts'),
  ]);
});

test('tests beside the code may look behind the walls', () => {
  plant('src/shared/money/round.test.ts', `import { store } from '../../main/store';`);
  expect(checkWalls(root).violations).toEqual([]);
});
