import { addDays, startOfDay } from '@shared/clock';
import { type Money, money, multiply, type Quantity, quantity } from '@shared/money';
import type { Reads } from '../../../store';
import { reorderLines, valueStock } from '../../purchases';
import type { ReportQuery } from '../question';

interface Shelf {
  readonly id: string;
  readonly name: string;
  readonly sku: string | null;
  readonly category: string | null;
  readonly unit: string;
  readonly price: Money;
  readonly cost: Money | null;
  readonly onHand: Quantity;
}

/** Products whose stock is counted, at today's cost and price. What is below nothing is worth less than nothing. */
export const stock: ReportQuery = (reads) =>
  reads
    .sql<[], Shelf>(
      `SELECT p.id, p.name, p.sku, c.name AS category, p.unit, p.price, k.cost, l.quantity AS onHand
       FROM stock_level AS l CROSS JOIN product AS p ON p.id = l.product_id
       LEFT JOIN category AS c ON c.id = p.category_id LEFT JOIN product_cost AS k ON k.id = p.id AND k.deleted_at IS NULL
       WHERE p.track_stock = 1 AND (p.deleted_at IS NULL OR l.quantity <> 0)`,
    )
    .all()
    .map(({ id, name, sku, category, unit, price, cost, onHand }) => {
      const atCost = cost === null ? null : multiply(money(cost), quantity(onHand));
      return {
        id,
        cells: [name, sku, category, onHand, unit, cost, atCost, price, multiply(money(price), quantity(onHand))],
      };
    });

/** Counted products that lack: a level that is negative, nothing, or not above the reorder level. */
const lacking = `FROM product AS p LEFT JOIN stock_level AS l ON l.product_id = p.id
  WHERE p.deleted_at IS NULL AND p.active = 1 AND p.track_stock = 1
    AND (l.quantity <= coalesce(p.reorder_level, 0) OR (l.quantity IS NULL AND p.reorder_level IS NOT NULL))`;

const state = `CASE WHEN l.quantity < 0 THEN 'oversold' WHEN coalesce(l.quantity, 0) = 0 THEN 'out' ELSE 'low' END`;

interface Shortage {
  readonly id: string;
  readonly name: string;
  readonly sku: string | null;
  readonly unit: string;
  readonly state: 'low' | 'out' | 'oversold';
  readonly onHand: number;
  readonly reorderAt: number | null;
  readonly reorder: number | null;
}

export const shortages: ReportQuery = (reads) =>
  reads
    .sql<[], Shortage>(
      `SELECT p.id, p.name, p.sku, p.unit, ${state} AS state, coalesce(l.quantity, 0) AS onHand, p.reorder_level AS reorderAt,
         p.reorder_quantity AS reorder ${lacking}`,
    )
    .all()
    .map((it) => ({ id: it.id, cells: [it.name, it.sku, it.state, it.onHand, it.reorderAt, it.reorder, it.unit] }));

/** At the end of a day, by the moving average and by first in, first out. docs/stock.md */
export const valuation: ReportQuery = (reads, { period, timeZone }) =>
  valueStock(reads, startOfDay(addDays(period.to, 1), timeZone)).map((it) => ({
    id: it.id,
    cells: [it.name, it.sku, it.category, it.onHand, it.unit, it.cost, it.average, it.fifo],
  }));

/** As the office's list has it, for files and paper. */
export const reorder: ReportQuery = (reads, { now }) =>
  reorderLines(reads, now).map((it) => ({
    id: it.id,
    cells: [it.supplier, it.name, it.sku, it.stock, it.reorderLevel, it.sold, it.inDrafts, it.suggested, it.unit],
  }));

interface Made {
  readonly day: string;
  readonly id: string;
  readonly name: string;
  readonly sku: string | null;
  readonly category: string | null;
  readonly unit: string;
  readonly made: Quantity;
  readonly entries: number;
}

/** What was made of each product on each day, in today's name and category; what was taken back is in none. */
export const production: ReportQuery = (reads, { period }) =>
  reads
    .sql<[string, string], Made>(
      `SELECT g.made_day AS day, p.id, p.name, p.sku, c.name AS category, p.unit, sum(g.quantity) AS made, count(*) AS entries
       FROM production_log AS g JOIN product AS p ON p.id = g.product_id LEFT JOIN category AS c ON c.id = p.category_id
       WHERE g.made_day BETWEEN ? AND ? AND NOT EXISTS (SELECT 1 FROM production_reversal WHERE log_id = g.id)
       GROUP BY g.made_day, p.id`,
    )
    .all(period.from, period.to)
    .map((it) => ({
      id: `${it.id} ${it.day}`,
      leads: it.id,
      cells: [it.day, it.name, it.sku, it.category, it.made, it.unit, it.entries],
    }));

export function countShortages(reads: Reads): Record<Shortage['state'], number> {
  const found = reads.sql<[], { state: Shortage['state']; n: number }>(
    `SELECT ${state} AS state, count(*) AS n ${lacking} GROUP BY 1`,
  );
  return { oversold: 0, out: 0, low: 0, ...Object.fromEntries(found.all().map(({ state: of, n }) => [of, n])) };
}
