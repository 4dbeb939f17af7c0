/** What a report is: its columns, its period, its words. Screen, files and the queries in main all come from here. */
export { type ExportFormat, exportFormats, type ReportId, reportIds, reportPermissions } from '../report-ids';
export {
  type Cell,
  type CellKind,
  columnAt,
  type ReportColumn,
  type ReportRow,
  type ReportSpec,
  reportSpecs,
} from './spec';
export { type ReportWords, reportWords } from './words';
