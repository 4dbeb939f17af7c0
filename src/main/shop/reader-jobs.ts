/** What of the shop runs on reader threads, for `reader-worker.ts`. */
import type { AnyReaderJob } from '../store';
import { productListJob } from './catalogue';
import { customerSearchJob } from './customers';
import { importJobs } from './imports';
import { reportJobs } from './reports';

export const shopJobs: readonly AnyReaderJob[] = [productListJob, customerSearchJob, ...importJobs, ...reportJobs];
