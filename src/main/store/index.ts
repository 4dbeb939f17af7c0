/**
 * The shop's SQLite file: opening it safely, writing it through mutations, reading it, keeping backups of it. Nothing
 * outside this folder imports better-sqlite3. Decisions: docs/store.md.
 */
export type { BackupFile, BackupKind } from './backup-files';
export { type ChangeEvent, ChangeFeed, type ChangeListener } from './changes';
export { type Housekeeping, startHousekeeping } from './housekeeping';
export { loadMigrationsFromFolder, type Migration, parseMigrations } from './migrations';
export type { FieldsOf, Mutation } from './mutation';
export { type OpenOptions, openStore } from './open';
export { type Intent, payloadHash } from './outbox';
export {
  asDatabaseProblem,
  DatabaseProblem,
  type DatabaseProblemCode,
  type WhatIsSafe,
  type WhatToDo,
} from './problem';
export { putAway } from './put-away';
export {
  type AnyReaderJob,
  type Integrity,
  type Reader,
  type ReaderJob,
  readerJob,
  type SandboxOrder,
  type StartReaderThread,
  serveReaderJobs,
  storeJobs,
} from './readers';
export type { Compilable, Reads } from './reads';
export { type Backup, listBackups, type Restored, restoreBackup } from './recovery';
export type { Attention, Batch, CompleteCopy, NewIdentity, Replica, SyncState, Unsettled } from './replica';
export type { Schema } from './schema';
export { auditLevels, type LevelChange, type LevelDifference } from './stock-levels';
export type { Mutated, Store } from './store';
export type { LocalTransaction, SyncOnly } from './transaction';
