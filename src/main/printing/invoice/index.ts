/** The tax invoice: as a page, as a PDF, and on its way to the customer. */
export { createInvoiceDesk, type InvoiceDesk, type InvoicePorts } from './desk';
export { orderLink } from './share';
