import {
  addMoney,
  type Money,
  money,
  multiply,
  quantity,
  type Rate,
  rateOf,
  subMoney,
  subQuantity,
  tenthsOfPercent,
  wholePercents,
  ZERO,
} from '@shared/money';
import type { ReportRow } from '@shared/reports';
import type { Reads } from '../../../store';
import { addCells } from '../cells';
import { type Part, readSums, selectSums, sumsOf } from '../months';
import type { Asked, ReportQuery } from '../question';
import { returnedBetween, soldBetween } from './conditions';

/** By product: sold and come back in its own unit, both counted up; then taxable, tax and total, net. Charges: key ''. */
const goods: Part = {
  name: 'goods',
  width: 5,
  *read(reads, { from, to }) {
    const amounts = ['sum(l.taxable)', 'sum(l.tax)', 'sum(l.total)'];
    const ofBills = `${selectSums("coalesce(l.product_id, '')", ['sum(l.stock_quantity)', '0', ...amounts])}
      FROM bill AS b CROSS JOIN bill_line AS l ON l.bill_id = b.id WHERE ${soldBetween} GROUP BY l.product_id`;
    const ofReturns = `${selectSums("coalesce(l.product_id, '')", ['0', '-sum(l.stock_quantity)', ...amounts])}
      FROM bill_return AS r CROSS JOIN bill_return_line AS l ON l.return_id = r.id
      WHERE ${returnedBetween} GROUP BY l.product_id`;
    for (const sql of [ofBills, ofReturns]) yield* readSums(reads, sql, from, to);
  },
};

interface Sold {
  readonly productId: string;
  readonly sold: number;
  readonly back: number;
  readonly taxable: number;
  readonly tax: number;
  readonly total: number;
}

function soldGoods(reads: Reads, asked: Asked): Sold[] {
  return [...sumsOf(reads, asked, goods)].map(
    ([productId, [sold = 0, back = 0, taxable = 0, tax = 0, total = 0]]): Sold => {
      return { productId, sold, back, taxable, tax, total };
    },
  );
}

interface ProductRow {
  readonly id: string;
  readonly name: string;
  readonly sku: string | null;
  readonly unit: string;
  readonly group_id: string | null;
}

function productsOf(reads: Reads, group: 'category_id' | 'brand_id'): Map<string, ProductRow> {
  return new Map(
    reads
      .sql<[], ProductRow>(`SELECT id, name, sku, unit, ${group} AS group_id FROM product`)
      .all()
      .map((row) => [row.id, row]),
  );
}

/** Under the names that products have today. */
export const products: ReportQuery = (reads, asked) => {
  const known = productsOf(reads, 'category_id');
  return soldGoods(reads, asked).map(({ productId, sold, back, taxable, tax, total }) => {
    const { name = null, sku = null, unit = null } = known.get(productId) ?? {};
    return { id: productId, cells: [name, sku, sold, back, unit, taxable, tax, total] };
  });
};

/**
 * What goods earned: net sales before tax, less what as much of them costs today. The ledger of stock has no costs of its own, so
 * a product whose cost is not known has no profit either; its sales stand in the last column, and nothing is guessed.
 */
export const profit: ReportQuery = (reads, asked) => {
  const known = productsOf(reads, 'category_id');
  const costs = new Map(
    reads
      .sql<[], { id: string; cost: Money }>('SELECT id, cost FROM product_cost WHERE deleted_at IS NULL')
      .all()
      .map(({ id, cost }) => [id, money(cost)]),
  );
  return soldGoods(reads, asked).map(({ productId, sold, back, taxable }) => {
    const { name = null, sku = null, unit = null } = known.get(productId) ?? {};
    const earned = money(taxable);
    const count = subQuantity(quantity(sold), quantity(back));
    const each = costs.get(productId);
    const head = [name, sku, count, unit, earned];
    if (each === undefined) return { id: productId, cells: [...head, null, null, null, earned] };
    const cost = multiply(each, count);
    const left = subMoney(earned, cost);
    return { id: productId, cells: [...head, cost, left, marginOf(left, earned), ZERO] };
  });
};

/** Whole percents, of sales that came to something. */
function marginOf(left: Money, earned: Money): Rate | null {
  const exact = earned > 0 ? rateOf(left, earned) : null;
  return exact === null ? null : wholePercents(exact);
}

export const categories: ReportQuery = (reads, asked) =>
  grouped(reads, asked, 'category_id', 'SELECT id, name FROM category');

export const brands: ReportQuery = (reads, asked) => grouped(reads, asked, 'brand_id', 'SELECT id, name FROM brand');

/** By the group that products are in today; `share` is of all that was sold, in tenths of a percent. */
function grouped(reads: Reads, asked: Asked, group: 'category_id' | 'brand_id', groups: string): ReportRow[] {
  const known = productsOf(reads, group);
  const names = new Map(
    reads
      .sql<[], { id: string; name: string }>(groups)
      .all()
      .map(({ id, name }) => [id, name]),
  );
  const sums = new Map<string, [products: number, taxable: number, tax: number, total: number]>();
  let all = ZERO;
  for (const { productId, taxable, tax, total } of soldGoods(reads, asked)) {
    const id = known.get(productId)?.group_id ?? '';
    const sum = sums.get(id) ?? [0, 0, 0, 0];
    sums.set(id, [sum[0] + 1, addCells(sum[1], taxable), addCells(sum[2], tax), addCells(sum[3], total)]);
    all = addMoney(all, money(total));
  }
  return [...sums].map(([id, sum]) => {
    const [count, taxable, tax, total] = sum;
    const share = rateOf(money(total), all);
    const tenths = share === null ? null : tenthsOfPercent(share);
    return { id, cells: [names.get(id) ?? null, count, taxable, tax, total, tenths] };
  });
}
