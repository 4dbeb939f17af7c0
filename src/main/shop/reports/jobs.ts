import type { Dashboard, HandlerInput, ReportPage } from '@shared/contract';
import type { ReportId } from '@shared/reports';
import { type AnyReaderJob, readerJob } from '../../store';
import { type Answer, answerOf, pageOf } from './answer';
import { readDashboard } from './dashboard';
import { type FileOrder, writeFileOf } from './files';
import { gstJob, gstr1Job } from './gst';
import type { Asked, MonthSums, Question } from './question';
import { tallyJob } from './tally';

/** What a thread answers, and what it has found on the way that is worth keeping. */
interface Found<T> {
  readonly value: T;
  readonly found: readonly MonthSums[];
}

export type PageOrder = Question &
  Pick<HandlerInput<'reports.page'>, 'report' | 'sort' | 'descending' | 'offset' | 'limit'>;

export const pageJob = readerJob('reports.page', (reader, order: PageOrder): Found<ReportPage> => {
  const asked: Asked = { ...order, found: [] };
  return { value: pageOf(answerOf(reader, asked, order.stamp), order), found: asked.found };
});

export const dashboardJob = readerJob('reports.dashboard', (reader, order: Question): Found<Dashboard> => {
  const found: MonthSums[] = [];
  return { value: readDashboard(reader, { ...order, found }), found };
});

export type ExportOrder = Question & FileOrder & { readonly report: ReportId };

/** Writes the whole report to a file; of a PDF it answers the page to be printed instead. */
export const exportJob = readerJob('reports.export', async (reader, order: ExportOrder) => {
  const asked: Asked = { ...order, found: [] };
  const answer: Answer = answerOf(reader, asked, order.stamp);
  return { value: await writeFileOf(answer, order), found: asked.found };
});

export const reportJobs: readonly AnyReaderJob[] = [pageJob, dashboardJob, exportJob, gstJob, gstr1Job, tallyJob];
