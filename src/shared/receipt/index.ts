/** The shop's papers, written in its language: one source for the printer, the screen and plain text. */
export { billReceipt, type Copy } from './bill';
export { type CashSlip, cashSlip, paymentReceipt } from './cash';
export { returnReceipt } from './return';
export { shiftPaper } from './shift';
export { testPage } from './test-page';
export { trainingPaper } from './training';
export { voidSlip } from './void';
export { fill, type PaperWords, paperWords } from './words';
export { createWriter, type ReceiptSettings, type Writer } from './writer';
