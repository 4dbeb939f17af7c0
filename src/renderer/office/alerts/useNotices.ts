import type { Alert, AttentionItem, OverdueNotice, PrintJob } from '@shared/contract';
import { useCommand, useLive } from '../../live';

/** One thing the app has to say. Each is a record of main's that goes, or is marked, where it belongs; nothing of it is kept here. */
export type Notice =
  | { readonly kind: 'stock'; readonly id: string; readonly at: number; readonly alert: Alert }
  | { readonly kind: 'attention'; readonly id: string; readonly at: number; readonly item: AttentionItem }
  | { readonly kind: 'printer'; readonly id: string; readonly at: number; readonly job: PrintJob }
  | { readonly kind: 'overdue'; readonly id: string; readonly at: number; readonly overdue: OverdueNotice };

/** As many alerts as one command takes. */
const most = 200;

/**
 * Alerts of stock, what needs attention, papers that somebody has to decide about, and dues that are late: the newest
 * first. What is oversold has two lists that know it; it is said once.
 */
export function useNotices() {
  const alerts = useLive('alerts.list', { state: 'open', limit: most });
  const attention = useLive('attention.list', {});
  const jobs = useLive('printing.jobs', { limit: 50 });
  const overdue = useLive('notices.overdue', {});
  const acknowledge = useCommand('alerts.acknowledge');
  const act = useCommand('attention.act');
  const seen = useCommand('notices.readOverdue');
  const all = [alerts, attention, jobs, overdue];
  const notices: Notice[] = [
    ...(alerts.data?.rows ?? [])
      .filter(({ kind }) => kind !== 'oversold')
      .map((alert) => ({ kind: 'stock' as const, id: alert.id, at: alert.raisedAt, alert })),
    ...(attention.data ?? []).map((item) => ({ kind: 'attention' as const, id: item.id, at: item.at, item })),
    ...(jobs.data ?? [])
      .filter(({ state }) => state === 'failed' || state === 'uncertain')
      .map((job) => ({ kind: 'printer' as const, id: job.id, at: job.at, job })),
    ...(overdue.data && !overdue.data.isRead && overdue.data.latest !== null
      ? [
          {
            kind: 'overdue' as const,
            id: 'overdue',
            at: Date.parse(overdue.data.latest),
            overdue: overdue.data,
          },
        ]
      : []),
  ];

  /** Marks it where it belongs; false for what only a decision settles. */
  const mayMark = (notice: Notice): boolean =>
    notice.kind === 'printer' ? false : notice.kind !== 'attention' || notice.item.actions.includes('dismiss');
  const mark = async (marked: readonly Notice[]): Promise<void> => {
    const ids = marked.flatMap((notice) => (notice.kind === 'stock' ? [notice.alert.id] : []));
    if (ids.length > 0) await acknowledge.run({ ids });
    for (const notice of marked) {
      if (notice.kind === 'attention' && mayMark(notice)) await act.run({ id: notice.item.id, action: 'dismiss' });
      if (notice.kind === 'overdue' && notice.overdue.latest !== null)
        await seen.run({ through: notice.overdue.latest });
    }
  };
  return {
    notices: notices.sort((a, b) => b.at - a.at),
    isLoading: all.some(({ state }) => state === 'loading'),
    failed: all.find((each) => each.state === 'failed') ?? null,
    mayMark,
    mark,
    isMarking: acknowledge.pending || act.pending || seen.pending,
  };
}
