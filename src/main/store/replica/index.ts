export type { CompleteCopy } from './copy';
export { giveUpFirstCopy } from './first-copy';
export { Pending } from './pending';
export type { Attention, Unsettled } from './queue';
export { Records } from './records';
export type { NewIdentity } from './rekey';
export { type Batch, Replica } from './replica';
export type { SyncState } from './state';
export { Versions } from './versions';
