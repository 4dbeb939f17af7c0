/** Reports: counted on reader threads, shown, and written to files. docs/reports.md */
import type { CallName } from '@shared/contract';
import type { Handlers } from './call';
import type { ShopDeps } from './deps';
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
      'reports.page': async (input) => (await open()).page(input),
      'reports.dashboard': async () => (await open()).dashboard(),
      'reports.export': async (input) => (await open()).export(input),
      'reports.gst': async (input) => (await open()).gst(input),
      'reports.exportGst': async (input) => (await open()).exportGst(input),
    },
    prepare: async () => (await open()).prepare(),
    close: async () => (await desk)?.close(),
  };
}
