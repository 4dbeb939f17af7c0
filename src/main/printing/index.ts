/** What the shop prints: receipts on paper, the queue that gets them there, invoices as PDF. Decisions: docs/printing.md. */
export { type PrintingHandlers, printingHandlers } from './handlers';
export { html, type Markup } from './html';
export { orderLink } from './invoice';
export type { Documents } from './papers';
export type { GreyPicture, HiddenPage, PagePort, PdfPaper } from './ports';
export { Printing, type PrintingCall, type PrintingPorts } from './printing';
export { type PaperOwed, queueDrawer, queueReceipt } from './queue';
export { mailTo, messageTo } from './share';
