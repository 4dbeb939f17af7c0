/**
 * Who may import whom (docs/architecture.md has the reasons). Areas are folders below src/; a module belongs to the
 * longest area that its path starts with, and a module in no area is itself a violation.
 */
export interface AreaRule {
  /** The rule is for files directly in the folder; each folder in it needs a rule of its own. */
  readonly filesOnly?: true;
  /** Other areas it may import; its own it always may. */
  readonly areas: readonly string[];
  /** Areas of which it may import types only. */
  readonly typesOf?: readonly string[];
  /** Whether it may import Node's built-in modules. */
  readonly node?: true;
  /** Whether it may import electron. */
  readonly electron?: true;
  /**
   * npm packages: those that run in Node (`dependencies` of package.json), those that are bundled for a page
   * (`devDependencies`), or only the ones that run anywhere.
   */
  readonly packages: 'node' | 'page' | 'anywhere';
  /**
   * Whether the face of a folder inside a folder may be imported from outside both. Pages need it: what one index.ts
   * exports is loaded together, and a screen must not wait for what another one shows.
   */
  readonly innerFaces?: true;
}

const rooms = [
  'src/shared',
  'src/main/store',
  'src/main/shop',
  'src/main/printing',
  'src/main/sync',
  'src/main/network',
  'src/main/devices',
  'src/main/ipc',
  'src/main/shell',
];

export const areas: Readonly<Record<string, AreaRule>> = {
  'src/shared': { areas: [], packages: 'anywhere' },

  'src/main/store': { areas: ['src/shared'], node: true, packages: 'node' },
  'src/main/shop': { areas: ['src/shared', 'src/main/store', 'src/main/printing'], node: true, packages: 'node' },
  'src/main/printing': { areas: ['src/shared', 'src/main/store'], node: true, packages: 'node' },
  'src/main/sync': { areas: ['src/shared', 'src/main/store'], node: true, packages: 'node' },
  'src/main/network': {
    areas: ['src/shared', 'src/main/store', 'src/main/shop', 'src/main/sync'],
    node: true,
    packages: 'node',
  },
  'src/main/devices': { areas: ['src/shared'], node: true, packages: 'node' },
  'src/main/ipc': {
    areas: ['src/shared', 'src/main/shop', 'src/main/sync', 'src/main/devices'],
    node: true,
    packages: 'node',
  },
  'src/main/shell': { areas: ['src/shared'], node: true, electron: true, packages: 'node' },
  // What stands directly in src/main puts the rooms together: the app itself and the entries of its threads.
  'src/main': { filesOnly: true, areas: rooms, node: true, packages: 'node' },
  'src/main/start.ts': { areas: ['src/main', 'src/main/index.ts'], node: true, electron: true, packages: 'node' },
  'src/main/index.ts': { areas: [...rooms, 'src/main'], node: true, electron: true, packages: 'node' },

  'src/preload': { areas: ['src/shared'], electron: true, packages: 'anywhere' },
  'src/renderer': { areas: ['src/shared'], typesOf: ['src/preload'], packages: 'page', innerFaces: true },
  'src/hub': { areas: ['src/shared'], node: true, packages: 'node' },
  'src/portal': { areas: ['src/shared'], packages: 'page', innerFaces: true },
};

/** npm packages without Node, DOM or Electron in them. */
export const packagesForAnywhere: readonly string[] = ['uqr', 'zod'];

/** Packages that only these areas may import. */
export const packageOwners: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['src/main/store', 'src/hub'],
};

/** Things of Electron that go through one door: at most one module may touch each. */
export const doors: readonly { readonly export: string; readonly member?: string }[] = [
  { export: 'ipcMain' },
  { export: 'ipcRenderer' },
  { export: 'shell', member: 'openExternal' },
];
