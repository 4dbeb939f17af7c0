/// <reference types="electron-vite/node" />
/**
 * What the app's bundle carries for the store: the migrations as text (native code cannot read inside the ASAR) and
 * the reader thread. Understood by electron-vite only; plain Node uses `loadMigrationsFromFolder`.
 */
import startReaderThread from './reader-worker?nodeWorker';
import { parseMigrations } from './store';

export const bundledMigrations = parseMigrations(
  import.meta.glob<string>('../../migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
);

export { startReaderThread };
