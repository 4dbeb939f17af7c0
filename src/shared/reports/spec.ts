import type { ReportId } from '../report-ids';
import { booksReports } from './specs/books';
import { salesReports } from './specs/sales';
import type { ReportColumn, ReportSpec } from './specs/spec';
import { stockReports } from './specs/stock';

export type { Cell, CellKind, ReportColumn, ReportRow, ReportSpec } from './specs/spec';

/** Every report as screen, files and tests know it; `src/main/shop/reports/queries` fills in the rows. docs/reports.md */
export const reportSpecs: Readonly<Record<ReportId, ReportSpec>> = {
  ...salesReports,
  ...booksReports,
  ...stockReports,
};

/** Where a column stands in every row. A key that the report does not have is a bug. */
export function columnAt(spec: ReportSpec, key: ReportColumn['key']): number {
  const index = spec.columns.findIndex((column) => column.key === key);
  if (index < 0) throw new Error(`No column ${key}`);
  return index;
}
