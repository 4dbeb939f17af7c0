/** A shift's figures on one sheet: X while it is open, Z once it is closed. */
export { Difference } from './Difference';
export { Report, ReportFoot, XReport } from './Report';
