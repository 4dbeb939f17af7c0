/** What the app has to say and no other list of main has: dues that are late. Alerts of stock and what the tills could not settle have their own. */
import { addDays, type Day, dayOf, isDay } from '@shared/clock';
import type { OverdueNotice } from '@shared/contract';
import { addMoney, type Money, ZERO } from '@shared/money';
import { type Reads, readerJob } from '../../store';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { duesOf, earmarkedOf } from '../khata';
import { badValue } from '../text';

/** Through which due day somebody at this terminal has seen who is late. A fact about this file, not of the shop. */
const readKey = 'notices.overdue.read_through';

interface Question {
  readonly today: Day;
  readonly timeZone: string;
}

type Late = Omit<OverdueNotice, 'isRead'>;

export function noticeHandlers({
  store,
  clock,
  settings,
}: ShopDeps): Handlers<'notices.overdue' | 'notices.readOverdue'> {
  return {
    'notices.overdue': async () => {
      const { time_zone: timeZone } = settings();
      const late = await store.readers.run(overdueJob, { today: dayOf(clock.now(), timeZone), timeZone });
      const readThrough = store.meta.get(readKey) ?? '';
      return { ...late, isRead: late.latest === null || late.latest <= readThrough };
    },
    /** @throws AppError `bad_value` */
    'notices.readOverdue': ({ through }) => {
      if (!isDay(through)) throw badValue('through', 'No day');
      // Only what is late can have been seen: a day to come would keep this till silent until then, and for everybody.
      const yesterday = addDays(dayOf(clock.now(), settings().time_zone), -1);
      store.meta.set(readKey, through < yesterday ? through : yesterday);
      return null;
    },
  };
}

/** Adds up every khata that is open, as the counter does for one customer: off the thread that sells. */
export const overdueJob = readerJob('notices.overdue', (reads: Reads, { today, timeZone }: Question): Late => {
  let customers = 0;
  let amount: Money = ZERO;
  let latest: string | null = null;
  for (const { id, opening, since } of debtors(reads)) {
    const late = duesOf(reads, { kind: 'customer', id, opening, since: dayOf(since, timeZone) }, today).filter(
      ({ overdue }) => overdue,
    );
    if (late.length > 0) customers += 1;
    for (const { open, day, dueDay } of late) {
      amount = addMoney(amount, open);
      const due = dueDay ?? day;
      if (latest === null || due > latest) latest = due;
    }
  }
  return { customers, amount, latest };
});

/** Whoever owes anything and is on the list that the notice leads to: of who was removed nothing can be received. */
function debtors(reads: Reads): { readonly id: string; readonly opening: Money; readonly since: number }[] {
  return reads
    .sql<[], { id: string; opening: Money; since: number }>(
      `SELECT c.id, c.opening_balance AS opening, c.created_at AS since
       FROM customer AS c LEFT JOIN (SELECT party_id, sum(amount) AS sum FROM party_transaction
         WHERE party_type = 'customer' GROUP BY party_id) AS t ON t.party_id = c.id
       WHERE c.deleted_at IS NULL AND c.opening_balance + coalesce(t.sum, 0) + ${earmarkedOf('c.id')} > 0`,
    )
    .all();
}
