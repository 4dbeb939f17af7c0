export type { CompleteCopy } from './copy';
export { Pending } from './pending';
export { Records } from './records';
export type { NewIdentity } from './rekey';
export { type Attention, type Batch, Replica, type SyncState } from './replica';
export { Versions } from './versions';
