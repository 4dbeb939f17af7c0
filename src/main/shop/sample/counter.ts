import { dayOf } from '@shared/clock';
import { type Money, money, type Quantity, quantity, roundUpToUnit, timesQuantity, wholeUnits } from '@shared/money';
import { watchLevel } from '../alerts';
import type { CallContext } from '../call';
import type { ShopDeps } from '../deps';
import { createSales, type Sales } from '../sales';
import type { Chance } from './chance';
import { businesses } from './people';
import { fill, type SampleCustomer, type Stocked } from './stocking';

/** The counter of the sample month: every sale goes the way that a cashier's does. */
export class SampleCounter {
  readonly #deps: ShopDeps;
  readonly #sales: Sales;
  readonly #chance: Chance;
  readonly #goods: readonly Stocked[];
  readonly #customers: readonly SampleCustomer[];

  constructor(deps: ShopDeps, chance: Chance, goods: readonly Stocked[], customers: readonly SampleCustomer[]) {
    this.#deps = deps;
    this.#sales = createSales(deps);
    this.#chance = chance;
    this.#goods = goods;
    this.#customers = customers;
  }

  /** One customer, from the first item to the change; sometimes something comes back. */
  sell(cashier: CallContext): void {
    const chance = this.#chance;
    const staffId = cashier.session.user?.staffId ?? '';
    const customer = chance.percent(35) ? chance.pick(this.#customers) : null;
    const isBusiness = customer !== null && businesses.has(customer.name);
    const { cart } = this.#sales.addGoods(staffId, this.#basket(isBusiness), customer?.id ?? null);
    const { id: cartId, revision, totals } = cart;
    const method = this.#method(customer !== null, isBusiness);
    const amount = method === 'cash' ? handedOver(totals.cashDue, chance) : totals.total;
    const payments = [{ method, amount }];
    const rest = { refund: 'cash' as const, approvals: [], confirm: ['credit_limit' as const] };
    const sold = this.#sales.handlers['sales.complete']({ cartId, revision, payments, ...rest }, cashier);
    if (sold instanceof Promise) throw new Error('A sale is completed at once');
    if (chance.percent(1.5)) this.#takeBack(sold.billId, cashier);
    this.#forgetNotices();
  }

  /** A visit to the wholesaler: what has run low comes in, most of it. */
  restock(by: CallContext | undefined): void {
    const { store, ids, settings } = this.#deps;
    const staffId = by?.session.user?.staffId ?? '';
    const levels = new Map(
      store
        .sql<[], { product_id: string; quantity: Quantity }>('SELECT product_id, quantity FROM stock_level')
        .all()
        .map(({ product_id, quantity: level }) => [product_id, level]),
    );
    store.mutate({ name: 'stock.adjust', kind: 'fact', actor: staffId }, (m) => {
      for (const product of this.#goods) {
        if ((levels.get(product.id) ?? 0) > product.keep || this.#chance.percent(15)) continue;
        const level = m.move({
          id: ids.next(),
          product_id: product.id,
          quantity: fill(product, this.#chance),
          reason: 'purchase',
          document_type: null,
          document_id: null,
          line_no: null,
          note: null,
          at: m.at,
          day: dayOf(m.at, settings().time_zone),
          staff_id: staffId,
          terminal_id: m.terminalId,
        });
        watchLevel(m, this.#deps, { id: product.id, reorder_level: product.keep, negative_stock: null }, level);
      }
    });
    this.#forgetNotices();
  }

  #basket(isBusiness: boolean): { productId: string; quantity: Quantity }[] {
    const chance = this.#chance;
    const lines = isBusiness ? chance.whole(4, 9) : chance.weighted([1, 2, 3, 4, 5, 6, 8], (count) => 10 - count);
    const basket = new Map<string, Quantity>();
    for (let line = 0; line < lines; line++) {
      const product = chance.weighted(this.#goods, ({ demand }) => demand);
      const pieces = isBusiness ? chance.whole(2, 5) : chance.weighted([1, 2, 3], (count) => 4 - count);
      // Weighed goods come from a quarter of a kilo on.
      basket.set(product.id, product.byWeight ? timesQuantity(scaleStep, chance.whole(5, 40)) : wholeUnits(pieces));
    }
    return [...basket].map(([productId, each]) => ({ productId, quantity: each }));
  }

  #method(isKnown: boolean, isBusiness: boolean): 'cash' | 'upi' | 'card' | 'on_account' {
    if (isBusiness && this.#chance.percent(60)) return 'on_account';
    const isIndia = this.#deps.settings().country === 'IN';
    const drawn = this.#chance.weighted(
      [
        { method: 'cash', weight: 52 },
        { method: isIndia ? 'upi' : 'card', weight: 42 },
        { method: 'card', weight: isKnown ? 8 : 4 },
      ] as const,
      ({ weight }) => weight,
    );
    return drawn.method;
  }

  #takeBack(billId: string, cashier: CallContext): void {
    const bill = this.#sales.handlers['sales.bill']({ id: billId }, cashier);
    if (bill instanceof Promise) throw new Error('A bill is read at once');
    const line = this.#chance.pick(bill.lines);
    if (bill.due > 0 || line.returnable <= 0) return;
    this.#sales.handlers['sales.return'](
      {
        returnId: this.#deps.ids.next(),
        billId,
        lines: [{ lineNo: line.lineNo, quantity: line.returnable, restock: true }],
        reason: this.#chance.pick(['Damaged pack', 'Wrong size', 'Not wanted']),
        refund: 'cash',
      },
      cashier,
    );
  }

  /** Nobody wants a native notification for what ran low three weeks ago. */
  #forgetNotices(): void {
    const { store } = this.#deps;
    store.run(store.kysely.deleteFrom('alert_notice'));
  }
}

/** 50 g. */
const scaleStep = quantity(50);

/** What people hand over: often the exact amount, else the next notes up. */
function handedOver(due: Money, chance: Chance): Money {
  if (chance.percent(40)) return due;
  const notes = chance.pick([money(5_000), money(10_000), money(50_000)]);
  return roundUpToUnit(due, notes);
}
