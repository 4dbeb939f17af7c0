/** What this terminal has to print, in the shop file, and who works it off. */
export { insertJob, type NewJob, type PaperOwed, queueDrawer, queueReceipt } from './enqueue';
export { Jobs, mayBeOnPaper } from './jobs';
export type { JobRow, PrinterRow } from './rows';
export { PrintWorker, type WorkerPorts } from './worker';
