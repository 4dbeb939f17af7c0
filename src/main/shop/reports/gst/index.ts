/** India's GST return: counted on a reader thread, shown, and written for the portal. docs/gst-returns.md */

export { documentsOf, type GstDocument } from './documents';
export { gstExportJob, gstJob } from './jobs';
export { byRate } from './return';
