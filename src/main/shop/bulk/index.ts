/** One change of many products: previewed, made without stopping the counter, told, and taken back. docs/bulk-edit.md */
import type { BulkProgress } from '@shared/contract';
import type { AnyReaderJob } from '../../store';
import { actorOf } from '../actor';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { BulkDesk } from './desk';
import { bulkPlanJob, bulkPreviewJob } from './preview';

export { BulkDesk } from './desk';

export const bulkJobs: readonly AnyReaderJob[] = [bulkPreviewJob, bulkPlanJob];

export interface BulkEdits {
  readonly handlers: Handlers<Extract<keyof Handlers, `bulk.${string}`>>;
  /** To be called once at the start: a change that was cut short is made to its end. */
  resume(): Promise<void>;
  /** Stops between two transactions; what was decided goes on at the next start. */
  close(): Promise<void>;
}

export function createBulkEdits(deps: ShopDeps, onProgress: (progress: BulkProgress) => void): BulkEdits {
  const desk = new BulkDesk(deps, onProgress);
  return {
    handlers: {
      'bulk.preview': (input) => desk.preview(input),
      'bulk.run': (input, context) => desk.run(input, actorOf(context).staffId),
      'bulk.stop': ({ requestId }) => {
        desk.stop(requestId);
        return null;
      },
      'bulk.undo': ({ requestId }, context) => desk.undo(requestId, actorOf(context).staffId),
      'bulk.progress': () => desk.progress(),
    },
    resume: async () => {
      await desk.resume();
    },
    close: () => desk.close(),
  };
}
