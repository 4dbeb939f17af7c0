export { lastBackup } from './backup';
export { HubFileGone } from './place';
export { openSqliteHub, prepareHub, type SqliteHubOptions, SqliteHubStore } from './sqlite';
export type * from './types';
