/** The terminal's side of the hub's protocol (docs/sync.md). */
export {
  type LineListener,
  type OpenLine,
  type SyncClient,
  type SyncClientOptions,
  startSync,
} from './client';
export { SyncEngine } from './engine';
export type { Line, SyncPhase, SyncPorts, SyncStatus } from './ports';
