/** India's GST return: counted on a reader thread, shown, and written for the portal. docs/gst-returns.md */
export { documentsOf, type GstDocument } from './documents';
export { gstJob, gstr1Job } from './jobs';
