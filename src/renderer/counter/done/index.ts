/** After a sale: the change, loud, and the receipt. Loaded while the first goods are being scanned. */
export { DonePane as default } from './DonePane';
export { ReceiptPane } from './ReceiptPane';
