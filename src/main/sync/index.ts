/** The terminal's side of the hub's protocol (docs/sync.md). */
export { SyncEngine } from './engine';
export type { Line, SyncPhase, SyncPorts, SyncStatus } from './ports';
