import type { Alert, AttentionItem, OverdueNotice, PrintJob } from '@shared/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { liveKey, useCommand, useLive } from '../../live';

/** One thing the app has to say. Each is a record of main's that goes, or is marked, where it belongs; nothing of it is kept here. */
export type Notice =
  | { readonly kind: 'stock'; readonly id: string; readonly at: number; readonly alert: Alert }
  | { readonly kind: 'attention'; readonly id: string; readonly at: number; readonly item: AttentionItem }
  | { readonly kind: 'printer'; readonly id: string; readonly at: number; readonly job: PrintJob }
  | { readonly kind: 'overdue'; readonly id: string; readonly at: number; readonly overdue: OverdueNotice };

/** Names it in the list. */
export const keyOfNotice = ({ kind, id }: Notice): string => `${kind} ${id}`;

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
  const client = useQueryClient();
  const [marking, setMarking] = useState<readonly string[]>([]);
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
  /** "All" takes what there is to know, not what there is to decide: a refused bill would be gone with its way to retry. */
  const isForAll = (notice: Notice): boolean =>
    mayMark(notice) && (notice.kind !== 'attention' || notice.item.kind === 'oversold');
  const readThrough = async (through: string): Promise<void> => {
    const { ok } = await seen.run({ through });
    // That it was seen is this till's own note: no record changes, and no push tells of it.
    if (ok)
      client.setQueryData<OverdueNotice>(
        liveKey('notices.overdue', {}),
        (last) => last && { ...last, isRead: last.latest === null || last.latest <= through },
      );
  };
  const mark = async (marked: readonly Notice[]): Promise<void> => {
    const keys = marked.map(keyOfNotice);
    setMarking((others) => [...others, ...keys]);
    const ids = marked.flatMap((notice) => (notice.kind === 'stock' ? [notice.alert.id] : []));
    if (ids.length > 0) await acknowledge.run({ ids });
    for (const notice of marked) {
      if (notice.kind === 'attention' && mayMark(notice)) await act.run({ id: notice.item.id, action: 'dismiss' });
      if (notice.kind === 'overdue' && notice.overdue.latest !== null) await readThrough(notice.overdue.latest);
    }
    setMarking((others) => others.filter((key) => !keys.includes(key)));
  };
  return {
    notices: notices.sort((a, b) => b.at - a.at),
    isLoading: all.some(({ state }) => state === 'loading'),
    failed: all.find((each) => each.state === 'failed') ?? null,
    /** Older alerts of stock that the list has no room for. */
    more: alerts.data ? Math.max(0, alerts.data.open - alerts.data.rows.length) : 0,
    mayMark,
    isForAll,
    mark,
    /** Names of those that are being marked. */
    marking,
  };
}
