/** A file of transactions sold again, in a new shop, through the calls of the counter. */
export {
  readTransactions,
  type SkippedRow,
  type SourceLine,
  type Transactions,
} from './read-transactions';
export { type Progress, type ReplayResult, replayOwner, replayTransactions } from './replay';
