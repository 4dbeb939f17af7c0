import { z } from 'zod';
import type { AlertKind } from '../entities';
import type { Money } from '../money';
import { command, query } from './call';
import { day, empty } from './inputs';

/** Dues that are late, all customers' together. */
export interface OverdueNotice {
  readonly customers: number;
  readonly amount: Money;
  /** The latest day that was missed; null when none was. */
  readonly latest: string | null;
  /** Somebody at this till has seen it, and no later day was missed since. */
  readonly isRead: boolean;
}

/** Which native notifications this machine shows, by what they tell. The lists in the app have everything. */
export type NoticeChoice = Readonly<Record<NoticeKind, boolean>>;
/** Beside alerts of stock: an order that was taken at another till. */
export type NoticeKind = AlertKind | 'new_order';

export const noticeCalls = {
  'notices.overdue': query<OverdueNotice>()({ permission: 'member', input: () => empty }),
  /** Seen, on this till, as far as `latest` said; of what is to come nothing can have been. @throws `bad_value` */
  'notices.readOverdue': command<null>()({ permission: 'member', input: () => z.strictObject({ through: day }) }),
  'system.notices': query<NoticeChoice>()({ permission: 'member', input: () => empty }),
  'system.setNotices': command<NoticeChoice>()({
    permission: 'settings.edit',
    input: () =>
      z.strictObject({
        low_stock: z.boolean(),
        out_of_stock: z.boolean(),
        oversold: z.boolean(),
        new_order: z.boolean(),
      }),
  }),
} as const;
