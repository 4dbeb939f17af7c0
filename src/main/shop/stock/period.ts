import type { StockPeriod } from '@shared/contract';
import type { StockReason } from '@shared/entities';
import { addQuantity, type Quantity, quantity } from '@shared/money';
import { type Reads, readerJob } from '../../store';
import type { Span } from './days';
import { levelAt } from './history';

type Part = 'received' | 'sold' | 'returned' | 'used' | 'adjusted';

/** Under which figure of a period each reason is summed; a reason without a row here does not compile. */
const partOf: Readonly<Record<StockReason, Part>> = {
  opening: 'received',
  purchase: 'received',
  purchase_return: 'received',
  production: 'received',
  sale: 'sold',
  return: 'returned',
  void: 'returned',
  consumption: 'used',
  adjustment: 'adjusted',
  damage: 'adjusted',
  expiry: 'adjusted',
  own_use: 'adjusted',
  found: 'adjusted',
  count: 'adjusted',
  transfer: 'adjusted',
};

/** Visits each movement of the period, so it runs on a reader thread. */
export const stockPeriodJob = readerJob(
  'stock.period',
  (reads: Reads, { productId, since, until }: Span & { readonly productId: string }): StockPeriod => {
    const parts: Record<Part, Quantity> = {
      received: quantity(0),
      sold: quantity(0),
      returned: quantity(0),
      used: quantity(0),
      adjusted: quantity(0),
    };
    const sums = reads.sql<[string, number, number], { reason: StockReason; quantity: number }>(
      `SELECT reason, sum(quantity) AS quantity FROM stock_movement WHERE product_id = ? AND at >= ? AND at < ?
       GROUP BY reason`,
    );
    for (const sum of sums.all(productId, since, until)) {
      // A newer version's reason is at least a change that is seen.
      const part = partOf[sum.reason] ?? 'adjusted';
      parts[part] = addQuantity(parts[part], quantity(sum.quantity));
    }
    return { atStart: levelAt(reads, productId, since), ...parts, atEnd: levelAt(reads, productId, until) };
  },
);
