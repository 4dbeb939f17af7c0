import type { HandlerInput } from '@shared/contract';
import { type Quantity, quantity } from '@shared/money';
import {
  countFiguresJob,
  countHandlers,
  countListJob,
  countReviewJob,
  countSheetJob,
} from '../../src/main/shop/counts';
import type { Reader, Store } from '../../src/main/store';
import { cashier } from './counter';
import { openPurchases } from './purchases';

const now = <T>(value: T | Promise<T>): T => {
  if (value instanceof Promise) throw new Error('A handler of counts answered later');
  return value;
};

/** The calls of stock-taking at one till, each answered at once; quantities in pieces. */
export function openCounts(store: Store) {
  const office = openPurchases(store);
  const counts = countHandlers(office.deps);
  const reader = store as unknown as Reader; // proof: the jobs only read, which a store does too
  const pieces = (count: number) => quantity(count * 1000);
  return {
    ...office,
    store,
    begin: (scope: HandlerInput<'counts.begin'>['scope'] = { what: 'free' }, blind = true) =>
      now(counts['counts.begin']({ name: 'November', scope, blind }, cashier)).id,
    scan: (countId: string, code: string, times?: number) =>
      now(counts['counts.scan']({ countId, code, ...(times !== undefined && { times: pieces(times) }) }, cashier)),
    add: (countId: string, productId: string, count: number) =>
      now(counts['counts.add']({ countId, productId, quantity: pieces(count) }, cashier)),
    set: (countId: string, productId: string, count: number) =>
      now(counts['counts.set']({ countId, productId, quantity: pieces(count) }, cashier)),
    clear: (countId: string, productId: string) => now(counts['counts.clear']({ countId, productId }, cashier)),
    take: (countId: string, productId: string, terminalId: string) =>
      now(
        counts['counts.take'](
          { countId, productId, terminalId, staffId: cashier.session.user?.staffId ?? '' },
          cashier,
        ),
      ),
    sheet: (id: string) => now(countSheetJob.run(reader, { id })),
    sheets: () => now(countListJob.run(reader, { open: false, offset: 0, limit: 50 })).rows,
    entries: (countId: string) => now(counts['counts.entries']({ countId, offset: 0, limit: 50 }, cashier)).rows,
    review: (countId: string, show: HandlerInput<'counts.review'>['show'] = 'counted') =>
      now(countReviewJob.run(reader, { countId, show, offset: 0, limit: 50, role: 'owner' })).rows,
    figures: (countId: string) => now(countFiguresJob.run(reader, { countId, role: 'owner' })),
    finish: (id: string, missing: 'leave' | 'zero' = 'leave') => now(counts['counts.post']({ id, missing }, cashier)),
    cancel: (id: string) => now(counts['counts.cancel']({ id }, cashier)),
    level: (productId: string): Quantity => office.level(productId),
  };
}
