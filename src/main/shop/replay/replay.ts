import type { ManualClock } from '@shared/clock';
import { AppError } from '@shared/errors';
import { addMoney, type Money, money, multiply, negQuantity, type Quantity, ZERO } from '@shared/money';
import { auditLevels, type Store } from '../../store';
import type { CallContext } from '../call';
import { createProduct } from '../catalogue';
import { createShopDeps, type ShopDeps } from '../deps';
import { createSales, type Sales } from '../sales';
import { createShop } from '../setup';
import { customersOf, type Invoice, invoicesOf, productsOf } from './invoices';
import type { SkippedRow, SourceLine, Transactions } from './read-transactions';
import { SoldLines, Tally } from './sold-lines';

/** The kept file is a shop like any other; this opens it. */
export const replayOwner = { name: 'Replay', pin: '4817' } as const;

export interface ReplayResult {
  readonly products: number;
  readonly customers: number;
  readonly bills: number;
  readonly returns: number;
  /** Of these, the credit notes that name the bill they are of. */
  readonly linkedReturns: number;
  /** Lines of the file that were sold or taken back. */
  readonly lines: number;
  readonly salesTotal: Money;
  readonly returnsTotal: Money;
  readonly total: Money;
  readonly skipped: readonly SkippedRow[];
  /** Selling alone: without reading the file and putting the catalogue in. */
  readonly sellingMs: number;
}

export interface Progress {
  readonly done: number;
  readonly of: number;
}

/**
 * Sells a file of transactions in a new shop, invoice by invoice, through the calls that the counter makes; the clock
 * stands at each invoice's time. Afterwards stock and money in the file are held against the transactions: a difference
 * is a bug and throws. The rules for messy rows are in docs/replay.md.
 *
 * @param clock the one the store was opened with
 */
export async function replayTransactions(
  store: Store,
  clock: ManualClock,
  { lines, skipped }: Transactions,
  onProgress: (progress: Progress) => void = () => {},
): Promise<ReplayResult> {
  const invoices = invoicesOf(lines);
  clock.set(invoices[0]?.at ?? clock.now());
  const deps = createShopDeps(store);
  const owner = await foundShop(deps);
  const context: CallContext = { session: { user: owner } };
  const replay = new Replay(
    deps,
    context,
    putCatalogue(deps, owner.staffId, lines),
    putCustomers(deps, owner.staffId, lines),
  );

  const started = performance.now();
  for (const [index, invoice] of invoices.entries()) {
    clock.set(invoice.at);
    if (invoice.sold.length > 0) await replay.attempt(invoice.sold, () => replay.sell(invoice));
    if (invoice.returned.length > 0) await replay.attempt(invoice.returned, () => replay.takeBack(invoice));
    onProgress({ done: index + 1, of: invoices.length });
  }
  const sellingMs = performance.now() - started;
  return { ...replay.checked(), skipped: [...skipped, ...replay.refused], sellingMs };
}

/** British prices without tax, stock that may go below zero: the file knows only half of what came in. */
async function foundShop(deps: ShopDeps) {
  const owner = await createShop(deps, {
    name: 'Replayed shop',
    country: 'GB',
    language: 'en',
    timeZone: 'UTC',
    owner: replayOwner.name,
    pin: replayOwner.pin,
  });
  deps.store.mutate({ name: 'settings.edit', kind: 'request', actor: owner.staffId }, (m) =>
    m.set('business_settings', deps.settings().id, {
      tax_regime: 'none',
      prices_include_tax: 0,
      negative_stock: 'allow',
      round_off_unit: ZERO,
      cash_rounding_unit: ZERO,
    }),
  );
  return owner;
}

/** Product ids by stock code. */
function putCatalogue(deps: ShopDeps, actor: string, lines: readonly SourceLine[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  deps.store.mutate({ name: 'product.import', kind: 'request', actor }, (m) => {
    for (const { stockCode, name, price } of productsOf(lines)) {
      const id = deps.ids.next();
      ids.set(stockCode, id);
      createProduct(m, deps, {
        id,
        fields: {
          name,
          sku: stockCode,
          brand_id: null,
          category_id: null,
          hsn: null,
          unit: 'PCS',
          price,
          mrp: null,
          tax_class_id: null,
          reorder_level: null,
          reorder_quantity: null,
          track_stock: 1,
          by_weight: 0,
          favourite: 0,
          negative_stock: null,
          active: 1,
          barcodes: [],
          units: [],
        },
        cost: null,
        openingStock: null,
      });
    }
  });
  return ids;
}

/** Customer ids by the file's number. */
function putCustomers(deps: ShopDeps, actor: string, lines: readonly SourceLine[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  deps.store.mutate({ name: 'customer.import', kind: 'request', actor }, (m) => {
    for (const { code, country } of customersOf(lines)) {
      const id = deps.ids.next();
      ids.set(code, id);
      const unknown = {
        phone: null,
        gstin: null,
        state_code: null,
        email: null,
        credit_limit: null,
        credit_days: null,
        note: null,
      };
      const address = country === '' ? null : country;
      m.put('customer', { id, name: `Customer ${code}`, address, ...unknown, opening_balance: ZERO, created_at: m.at });
    }
  });
  return ids;
}

class Replay {
  readonly refused: SkippedRow[] = [];
  readonly #deps: ShopDeps;
  readonly #sales: Sales;
  readonly #context: CallContext;
  readonly #products: ReadonlyMap<string, string>;
  readonly #customers: ReadonlyMap<string, string>;
  readonly #sold = new SoldLines();
  /** What the stock must come to: minus what the file sold. */
  readonly #moved = new Tally();
  #lines = 0;
  #linked = 0;
  #fileTotal = ZERO;

  constructor(
    deps: ShopDeps,
    context: CallContext,
    products: ReadonlyMap<string, string>,
    customers: ReadonlyMap<string, string>,
  ) {
    this.#deps = deps;
    this.#context = context;
    this.#products = products;
    this.#customers = customers;
    this.#sales = createSales(deps);
  }

  /** What the shop refuses is counted by its rows, with the shop's reason; the open bill is emptied. */
  async attempt(lines: readonly SourceLine[], work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      for (const { row } of lines) this.refused.push({ row, reason: `refused: ${error.code}` });
      await this.#sales.handlers['sales.clear']({}, this.#context);
      return;
    }
    for (const line of lines) {
      this.#lines += 1;
      this.#fileTotal = addMoney(this.#fileTotal, this.#amountOf(line));
      this.#moved.add(this.#productOf(line), negQuantity(line.quantity));
    }
  }

  async sell({ number, customer, sold }: Invoice): Promise<void> {
    const { handlers, addGoods } = this.#sales;
    const goods = sold.map((line) => ({
      productId: this.#productOf(line),
      quantity: line.quantity,
      unitPrice: line.price,
    }));
    const { cart } = addGoods(this.#staffId, goods, this.#customerOf(customer));
    const { id, revision, totals } = cart;
    const cash = { method: 'cash', amount: totals.cashDue, reference: number } as const;
    const payments = totals.cashDue > 0 ? [cash] : [];
    const { billId } = await handlers['sales.complete'](
      // Wholesale invoices are larger than any drawer.
      { cartId: id, revision, payments, refund: 'cash', approvals: [], confirm: ['cash_limit'] },
      this.#context,
    );
    if (customer === null) return;
    for (const [index, line] of cart.lines.entries()) {
      this.#sold.add(customer, line.productId, line.unitPrice, { billId, lineNo: index + 1, left: line.quantity });
    }
  }

  async takeBack({ number, customer, returned }: Invoice): Promise<void> {
    const reason = `Invoice ${number}`;
    const bill = customer === null ? null : this.#sold.take(customer, returned, (line) => this.#productOf(line));
    if (bill) {
      const input = {
        returnId: this.#deps.ids.next(),
        billId: bill.billId,
        lines: bill.parts.map((part) => ({ ...part, restock: true })),
        reason,
      };
      await this.#sales.handlers['sales.return']({ ...input, refund: 'cash' }, this.#context);
      this.#linked += 1;
      return;
    }
    const lines = returned.map((line) => ({
      productId: this.#productOf(line),
      quantity: negQuantity(line.quantity),
      unitPrice: line.price,
    }));
    const customerId = this.#customerOf(customer);
    this.#sales.returnWithoutBill({ lines, customerId, reason, refund: 'cash' }, this.#context);
  }

  /** What stands in the shop's file, after it was held against the transactions. */
  checked() {
    const { store } = this.#deps;
    const bills = this.#sum('bill');
    const returns = this.#sum('bill_return');
    const total = addMoney(bills.total, returns.total);
    const cash = store.sql<[], { n: number | null }>('SELECT sum(amount) AS n FROM cashbook_entry').get()?.n ?? 0;
    if (total !== this.#fileTotal) throw new Error(`bills come to ${total}, the transactions to ${this.#fileTotal}`);
    if (cash !== total) throw new Error(`the drawer has ${cash}, bills come to ${total}`);
    this.#checkStock();
    return {
      products: this.#products.size,
      customers: this.#customers.size,
      bills: bills.count,
      returns: returns.count,
      linkedReturns: this.#linked,
      lines: this.#lines,
      salesTotal: bills.total,
      returnsTotal: returns.total,
      total,
    };
  }

  #checkStock(): void {
    const { store } = this.#deps;
    if (auditLevels(store).length > 0) throw new Error('a stock level is not the sum of its movements');
    const levels = store
      .sql<[], { product_id: string; quantity: Quantity }>('SELECT product_id, quantity FROM stock_level')
      .all();
    const stock = new Map(levels.map((level) => [level.product_id, level.quantity]));
    for (const [productId, quantity] of this.#moved.sums) {
      if ((stock.get(productId) ?? 0) !== quantity) throw new Error(`the stock of ${productId} is not the file's`);
    }
  }

  #sum(table: 'bill' | 'bill_return'): { count: number; total: Money } {
    const row = this.#deps.store
      .sql<[], { count: number; total: number | null }>(`SELECT count(*) AS count, sum(total) AS total FROM ${table}`)
      .get();
    return { count: row?.count ?? 0, total: money(row?.total ?? 0) };
  }

  /** Signed as the quantity is; rounded away from zero, as the bill is. */
  #amountOf({ price, quantity }: SourceLine): Money {
    return multiply(price, quantity);
  }

  #productOf({ stockCode }: SourceLine): string {
    const id = this.#products.get(stockCode);
    if (id === undefined) throw new Error(`No product for ${stockCode}`);
    return id;
  }

  #customerOf(code: string | null): string | null {
    return code === null ? null : (this.#customers.get(code) ?? null);
  }

  get #staffId(): string {
    return this.#context.session.user?.staffId ?? '';
  }
}
