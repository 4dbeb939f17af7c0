import type { Cart, HandlerInput, SignedIn } from '@shared/contract';
import { AppError } from '@shared/errors';
import { addMoney, type Quantity, ZERO } from '@shared/money';
import type { LocalTransaction, Mutation } from '../../store';
import type { ShopDeps } from '../deps';
import { type BillCustomer, billCustomer } from './cart-customer';
import { type ExchangeRow, exchangeOf, readExchange, showExchange, viewExchange, writeExchange } from './cart-exchange';
import { lineOf, place } from './cart-lines';
import { discountColumns, priceWithCredit } from './cart-pricing';
import {
  type CartLineOfProduct,
  type CartLineRow,
  type CartRow,
  deleteCartLine,
  insertOpenCart,
  readCartLines,
  readOpenCart,
  writeCart,
  writeCartLine,
} from './cart-rows';
import { isShort, stockWanted, viewCart } from './cart-view';
import { goodsForSale, type NewLine } from './goods';
import { hasGoodsOf, orderOfCart, refuseOtherCustomer } from './order-bill';
import { readBill } from './stored-bill';
import type { TaxRates } from './tax-rates';

/** What `undo` puts back. Lives as long as the process: after a restart the cart is as it was left. */
interface Taken {
  readonly cart: CartRow;
  readonly lines: readonly CartLineRow[];
  readonly exchange: ExchangeRow | null;
  /** The revision right after the removal: any later change makes the removal final. */
  readonly revision: number;
}

export interface Draft {
  readonly tx: LocalTransaction;
  readonly lines: readonly CartLineOfProduct[];
  /** Fields of the cart itself; change by assigning. */
  cart: CartRow;
}

/**
 * The open bill of this terminal. Every change is one transaction that also prices the result: what cannot be priced is
 * refused and nothing is changed. A crash loses no line, and a scan does not wait for the disk (`store.draft`).
 */
export class CartDesk {
  readonly #deps: ShopDeps;
  readonly #rates: TaxRates;
  #taken: Taken | null = null;

  constructor(deps: ShopDeps, rates: TaxRates) {
    this.#deps = deps;
    this.#rates = rates;
  }

  /** The open cart; the first time, one is opened. */
  read(staffId: string): Cart {
    const cart = this.#open(staffId);
    return this.#view(cart, readCartLines(this.#deps.store, cart.id));
  }

  /** The open cart for somebody who only looks; null when there is none. */
  look(): Cart | null {
    const cart = readOpenCart(this.#deps.store);
    return cart ? this.#view(cart, readCartLines(this.#deps.store, cart.id)) : null;
  }

  /**
   * Adds goods, in one transaction. A line adds up with one of the same product, unit and price that has no discount and
   * no note. Answers the number of the last line touched.
   *
   * @param customerId makes the bill this customer's; undefined leaves it as it is
   * @throws AppError `not_found`, `deleted`, `inactive`, `too_many_lines`, `stock_blocked`, `bad_bill`
   */
  add(staffId: string, goods: readonly NewLine[], customerId?: string | null): { lineNo: number; cart: Cart } {
    let touched = 0;
    const wares = goods.map((one) => goodsForSale(this.#deps.store, one));
    const cart = this.change(
      staffId,
      (draft) => {
        const { tx, cart, lines } = draft;
        if (customerId !== undefined) this.#giveTo(draft, customerId);
        const known: CartLineRow[] = [...lines];
        for (const ware of wares) {
          const line = place(known, ware);
          touched = line.line_no;
          writeCartLine(tx, cart.id, line);
        }
      },
      new Set(wares.map((ware) => ware.product_id)),
    );
    return { lineNo: touched, cart };
  }

  /** @throws AppError `not_found`, `stock_blocked`, `bad_bill` */
  setQuantity(staffId: string, lineNo: number, to: Quantity): Cart {
    const increased = new Set<string>();
    return this.change(
      staffId,
      ({ tx, cart, lines }) => {
        const line = lineOf(lines, lineNo);
        if (to > line.quantity) increased.add(line.product_id);
        writeCartLine(tx, cart.id, { ...line, quantity: to });
      },
      increased,
    );
  }

  /** @throws AppError `not_found`, `deleted`, `order_customer` while it carries an order that somebody else has paid for */
  setCustomer(staffId: string, customerId: string | null): Cart {
    return this.change(staffId, (draft) => this.#giveTo(draft, customerId));
  }

  /** The last line takes the bill's discount with it; the last of an order's goods the order. @throws AppError `not_found`, `discount_above_price` */
  removeLine(staffId: string, lineNo: number): Cart {
    return this.#take(staffId, (draft) => {
      const line = lineOf(draft.lines, lineNo);
      deleteCartLine(draft.tx, draft.cart.id, lineNo);
      const left = draft.lines.filter(({ line_no }) => line_no !== lineNo);
      if (left.length === 0) draft.cart = { ...draft.cart, ...discountColumns(null), approved_rate: null };
      const { order_id } = draft.cart;
      if (order_id !== null && !hasGoodsOf(this.#deps.store, order_id, left)) {
        draft.cart = { ...draft.cart, order_id: null };
      }
      return [line];
    });
  }

  /**
   * Goods of an earlier bill that come back for those on this one; null: none after all. The bill becomes its customer's
   * when it is nobody's yet.
   *
   * @throws AppError as a return does
   */
  setExchange(staffId: string, { exchange }: HandlerInput<'sales.setExchange'>): Cart {
    return this.change(staffId, (draft) => {
      const row = exchange && exchangeOf(exchange);
      if (row) viewExchange(this.#deps.store, row);
      writeExchange(draft.tx, draft.cart.id, row);
      if (!row || draft.cart.customer_id !== null) return;
      const { customer_id } = readBill(this.#deps.store, row.billId).header;
      if (customer_id !== null) draft.cart = { ...draft.cart, customer_id };
    });
  }

  /** Takes everything off: lines, discount, customer, exchange. */
  clear(staffId: string): Cart {
    return this.#take(staffId, (draft) => {
      for (const line of draft.lines) deleteCartLine(draft.tx, draft.cart.id, line.line_no);
      writeExchange(draft.tx, draft.cart.id, null);
      const none = { approved_rate: null, customer_id: null, note: null, order_id: null };
      draft.cart = { ...draft.cart, ...discountColumns(null), ...none };
      return draft.lines;
    });
  }

  /** Puts back what the last change took. @throws AppError `nothing_to_undo` when something else came after it */
  undo(staffId: string): Cart {
    const taken = this.#taken;
    return this.change(staffId, (draft) => {
      const { cart, tx } = draft;
      if (!taken || taken.cart.id !== cart.id || taken.revision !== cart.revision) {
        throw new AppError('nothing_to_undo', 'There is nothing to put back');
      }
      for (const line of taken.lines) writeCartLine(tx, cart.id, line);
      writeExchange(tx, cart.id, taken.exchange);
      draft.cart = { ...taken.cart, revision: cart.revision };
    });
  }

  #giveTo(draft: Draft, customerId: string | null): void {
    if (customerId !== null && billCustomer(this.#deps.store, customerId).deleted_at !== null) {
      throw new AppError('deleted', 'The customer is deleted', { entity: 'customer', id: customerId });
    }
    const { order_id } = draft.cart;
    if (order_id !== null) {
      const { store } = this.#deps;
      refuseOtherCustomer(store, orderOfCart(store, order_id, customerId), customerId);
    }
    draft.cart = { ...draft.cart, customer_id: customerId };
  }

  #take(staffId: string, work: (draft: Draft) => readonly CartLineRow[]): Cart {
    let before: CartRow | undefined;
    let lines: readonly CartLineRow[] = [];
    let exchange: ExchangeRow | null = null;
    const cart = this.change(staffId, (draft) => {
      before = draft.cart;
      exchange = readExchange(this.#deps.store, draft.cart.id);
      lines = work(draft);
    });
    if (before) this.#taken = { cart: before, lines, exchange, revision: cart.revision };
    return cart;
  }

  /** One change of the open bill, priced before it is kept. `increased` are products that there shall be more of. */
  change(staffId: string, work: (draft: Draft) => void, increased: ReadonlySet<string> = new Set()): Cart {
    this.#open(staffId);
    return this.#deps.store.draft((tx): Cart => this.#apply(tx, work, increased));
  }

  /** The same for a change that others hear of: that somebody allowed it. */
  changeWithRecord(user: SignedIn, work: (draft: Draft, m: Mutation) => void): Cart {
    this.#open(user.staffId);
    const intent = { name: 'sale.terms', kind: 'fact', actor: user.staffId } as const;
    return this.#deps.store.mutate(intent, (m): Cart => this.#apply(m, (draft) => work(draft, m), new Set())).value;
  }

  #apply(tx: LocalTransaction, work: (draft: Draft) => void, increased: ReadonlySet<string>): Cart {
    const { store, clock } = this.#deps;
    const cart = readOpenCart(store);
    if (!cart) throw new Error('The open cart went away');
    const { id } = cart;
    const draft: Draft = { tx, cart, lines: readCartLines(store, id) };
    work(draft);
    const changed = { ...draft.cart, revision: cart.revision + 1, updated_at: clock.now() };
    writeCart(tx, changed);
    const lines = readCartLines(store, id);
    this.#refuseBlocked(lines, increased);
    tx.touch('cart', [id]);
    return this.#view(changed, lines);
  }

  #open(staffId: string): CartRow {
    const { store, clock, ids } = this.#deps;
    const open = readOpenCart(store);
    if (open) return open;
    store.draft((tx) => insertOpenCart(tx, { id: ids.next(), staffId, at: clock.now() }));
    return this.#open(staffId);
  }

  #view(cart: CartRow, lines: readonly CartLineOfProduct[]): Cart {
    const settings = this.#deps.settings();
    const customer: BillCustomer | null = cart.customer_id ? billCustomer(this.#deps.store, cart.customer_id) : null;
    const at = this.#deps.clock.now();
    const back = readExchange(this.#deps.store, cart.id);
    const exchange = back && showExchange(this.#deps.store, back);
    const order = cart.order_id === null ? null : orderOfCart(this.#deps.store, cart.order_id, cart.customer_id);
    const credit = addMoney(exchange?.credit ?? ZERO, order?.advance ?? ZERO);
    const priced =
      lines.length > 0 ? priceWithCredit(settings, this.#rates, { cart, lines, customer, at }, credit) : null;
    return viewCart(settings, { cart, lines, customer, priced, exchange, order });
  }

  /** Only what was just asked for more of: stock that fell meanwhile must not stop the cashier from doing other things. */
  #refuseBlocked(lines: readonly CartLineOfProduct[], increased: ReadonlySet<string>): void {
    if (increased.size === 0) return;
    const wanted = stockWanted(lines);
    const shopRule = this.#deps.settings().negative_stock;
    for (const line of lines) {
      if (!increased.has(line.product_id) || (line.negative_stock ?? shopRule) !== 'block') continue;
      if (!isShort(line, wanted)) continue;
      const params = { product: line.name, stock: line.stock ?? 0, wanted: wanted.get(line.product_id) ?? 0 };
      throw new AppError('stock_blocked', `There is not enough of ${line.name}`, params);
    }
  }
}
