import type { ReportPage, ReportQuestion } from '@shared/contract';
import { type Cell, type ReportColumn, type ReportId, reportSpecs } from '@shared/reports';
import { createShopDeps } from '../../src/main/shop/deps';
import { ReportDesk, type ReportPorts } from '../../src/main/shop/reports/desk';
import type { Store } from '../../src/main/store';

/** A row by the keys of its columns. */
export type NamedRow = { readonly id: string } & Partial<Record<ReportColumn['key'], Cell>>;

const named = (report: ReportId, cells: readonly Cell[]): Partial<Record<ReportColumn['key'], Cell>> =>
  Object.fromEntries(reportSpecs[report].columns.map(({ key }, index) => [key, cells[index] ?? null]));

/** The reports of a shop file, all their pages in one, their rows by column. */
export function openReports(store: Store, ports: Partial<ReportPorts> = {}) {
  const noPages = () => Promise.reject(new Error('This test prints nothing'));
  const desk = new ReportDesk(createShopDeps(store), {
    pages: { picture: noPages, pdf: noPages },
    chooseReportFile: async () => null,
    ...ports,
  });
  const page = (question: ReportQuestion): Promise<ReportPage> => desk.page({ ...question, offset: 0, limit: 200 });
  return {
    desk,
    page,
    async read(question: ReportQuestion) {
      const { report } = question;
      const first = await page(question);
      const rows = [...first.rows];
      while (rows.length < first.total) {
        rows.push(...(await desk.page({ ...question, offset: rows.length, limit: 200 })).rows);
      }
      return {
        rows: rows.map(({ id, cells }): NamedRow => ({ id, ...named(report, cells) })),
        totals: named(report, first.totals),
        roundOff: first.roundOff,
        chart: first.chart,
      };
    },
  };
}
