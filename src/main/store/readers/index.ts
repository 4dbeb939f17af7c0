export { type AnyReaderJob, type Reader, type ReaderJob, readerJob } from './job';
export { ReaderPool, type StartReaderThread } from './pool';
export { type SandboxOrder, sandboxJob, sandboxMark } from './sandbox';
export { backupJob, checkpointJob, type Integrity, integrityJob, storeJobs } from './store-jobs';
export { serveReaderJobs } from './thread';
