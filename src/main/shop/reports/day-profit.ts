import type { DayFigures } from '@shared/contract';
import {
  addMoney,
  addQuantity,
  type Money,
  money,
  multiply,
  type Quantity,
  quantity,
  subMoney,
  ZERO,
} from '@shared/money';
import type { Reads } from '../../store';
import { wallClock } from './local-time';
import { returnedBetween, soldBetween } from './queries';
import type { Asked } from './question';

interface Sold {
  readonly id: string | null;
  readonly count: number;
  readonly taxable: number;
  readonly cost: number | null;
}

/**
 * What a day has earned up to a time on the wall, as the profit report counts it: net sales before tax less today's cost of the
 * goods. What is sold of goods whose cost nobody knows stands beside it, and is in no profit.
 *
 * @param until ms since midnight
 */
export function dayProfit(
  reads: Reads,
  { period, timeZone }: Pick<Asked, 'period' | 'timeZone'>,
  until: number,
): Pick<DayFigures, 'profit' | 'uncosted'> {
  const read = (document: string, lines: string, between: string) =>
    reads
      .sql<[string, string, number], Sold>(
        `SELECT l.product_id AS id, sum(l.stock_quantity) AS count, sum(l.taxable) AS taxable, k.cost
         FROM ${document} CROSS JOIN ${lines} LEFT JOIN product_cost AS k ON k.id = l.product_id AND k.deleted_at IS NULL
         WHERE ${between} AND ${wallClock(`${document.slice(-1)}.at`, period, timeZone)} % 86400000 <= ?
         GROUP BY l.product_id`,
      )
      .all(period.from, period.to, until);
  const byProduct = new Map<string | null, { count: Quantity; taxable: Money; cost: Money | null }>();
  for (const { id, count, taxable, cost } of [
    ...read('bill AS b', 'bill_line AS l ON l.bill_id = b.id', soldBetween),
    ...read('bill_return AS r', 'bill_return_line AS l ON l.return_id = r.id', returnedBetween),
  ]) {
    const before = byProduct.get(id);
    byProduct.set(id, {
      count: addQuantity(before?.count ?? quantity(0), quantity(count)),
      taxable: addMoney(before?.taxable ?? ZERO, money(taxable)),
      cost: cost === null ? null : money(cost),
    });
  }
  let profit = ZERO;
  let uncosted = ZERO;
  let isKnown = byProduct.size === 0;
  for (const { count, taxable, cost } of byProduct.values()) {
    if (cost === null) uncosted = addMoney(uncosted, taxable);
    else {
      isKnown = true;
      // Rounded by the product, as the report has it.
      profit = addMoney(profit, subMoney(taxable, multiply(cost, count)));
    }
  }
  return { profit: isKnown ? profit : null, uncosted };
}
