/** Reports: counted on reader threads, shown, and written to files. Loaded by the first of their calls. docs/reports.md */
export { ReportDesk, type ReportPorts } from './desk';
export { reportJobs } from './jobs';
