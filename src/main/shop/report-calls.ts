/** Reports: counted on reader threads, shown, and written to files. docs/reports.md */
import type { CallName, ReportQuestion } from '@shared/contract';
import { AppError } from '@shared/errors';
import { reportPermissions } from '@shared/report-ids';
import { isAllowed } from '@shared/roles';
import { actorOf } from './actor';
import type { CallContext, Handlers } from './call';
import type { ShopDeps } from './deps';
import { knowsOffice } from './office';
import type { ReportDesk, ReportPorts } from './reports';

export type { ReportPorts } from './reports';

export interface Reports {
  readonly handlers: Handlers<Extract<CallName, `reports.${string}`>>;
  /** See `ReportDesk.prepare`; for later, when the start is over. */
  prepare(): Promise<void>;
  close(): Promise<void>;
}

/** Everything behind these calls is loaded by the first of them: a till that starts counts nothing. */
export function createReports(deps: ShopDeps, ports: ReportPorts): Reports {
  let desk: Promise<ReportDesk> | undefined;
  const open = () => {
    desk ??= import('./reports').then(({ ReportDesk: Desk }) => new Desk(deps, ports));
    return desk;
  };
  return {
    handlers: {
      'reports.page': async (input, context) => {
        mayRead(deps, input, context);
        return (await open()).page(input);
      },
      'reports.dashboard': async () => (await open()).dashboard(),
      'reports.export': async (input, context) => {
        mayRead(deps, input, context);
        return (await open()).export(input);
      },
      'reports.gst': async (input) => (await open()).gst(input),
      'reports.exportGst': async (input) => (await open()).exportGst(input),
    },
    prepare: async () => (await open()).prepare(),
    close: async () => (await desk)?.close(),
  };
}

/** @throws AppError `not_allowed`, `office_only` where a report says more than the role or the till may know */
function mayRead(deps: ShopDeps, { report }: Pick<ReportQuestion, 'report'>, context: CallContext): void {
  const permission = reportPermissions[report];
  if (permission && !isAllowed(actorOf(context).role, permission)) {
    throw new AppError('not_allowed', 'This report is for others', { permission });
  }
  if (permission === 'pay.edit' && !knowsOffice(deps)) {
    throw new AppError('office_only', 'Pay is kept by the office tills alone');
  }
}
