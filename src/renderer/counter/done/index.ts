/** After a sale: the change, loud, and the receipt. */
export { DonePane } from './DonePane';
export { ReceiptPane } from './ReceiptPane';
