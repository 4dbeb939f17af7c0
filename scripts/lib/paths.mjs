import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What the scripts remember between runs and may always be deleted. */
export const cacheDir = join(root, '.cache');

/** A file or folder inside node_modules. */
export const inModules = (/** @type {string[]} */ ...parts) => join(root, 'node_modules', ...parts);

/** The project's own Node, from npm: the version better-sqlite3's prebuilt file and Electron agree with. */
export const projectNode = inModules('node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
