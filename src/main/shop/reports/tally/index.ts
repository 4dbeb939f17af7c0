/** Vouchers and the ledgers they need, as XML that Tally imports. docs/gst-returns.md */
export { tallyJob } from './jobs';
