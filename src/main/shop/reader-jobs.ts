/** What of the shop runs on reader threads, for `reader-worker.ts`. */
import type { AnyReaderJob } from '../store';
import { attendanceDayJob, attendanceSheetJob, clockStateJob } from './attendance';
import { bulkJobs } from './bulk';
import { productListJob, stockLevelsJob, stockSummaryJob } from './catalogue';
import { countFiguresJob, countListJob, countReviewJob, countSheetJob } from './counts';
import { customerAccountsJob, customerSearchJob } from './customers';
import { findJob } from './find';
import { changesJob } from './history';
import { importJobs } from './imports';
import { overdueJob } from './notices';
import { orderListJob } from './orders';
import { payAccountJob, paySheetJob } from './pay';
import { recipeJob, recipeListJob } from './production';
import { purchaseListJob, reorderGroupsJob, reorderJob } from './purchases';
import { reportJobs } from './reports';
import { stockPeriodJob } from './stock';

export const shopJobs: readonly AnyReaderJob[] = [
  productListJob,
  stockLevelsJob,
  stockSummaryJob,
  stockPeriodJob,
  countListJob,
  countSheetJob,
  countReviewJob,
  countFiguresJob,
  customerSearchJob,
  customerAccountsJob,
  findJob,
  changesJob,
  overdueJob,
  clockStateJob,
  attendanceSheetJob,
  attendanceDayJob,
  orderListJob,
  paySheetJob,
  payAccountJob,
  purchaseListJob,
  recipeListJob,
  recipeJob,
  reorderJob,
  reorderGroupsJob,
  ...bulkJobs,
  ...importJobs,
  ...reportJobs,
];
