import type { Cart, HandlerInput, HeldBill, SignedIn } from '@shared/contract';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import { type Money, ZERO } from '@shared/money';
import type { Reads } from '../../store';
import type { ShopDeps } from '../deps';
import { cleanName, cleanText } from '../text';
import { billCustomer } from './cart-customer';
import type { CartDesk } from './cart-desk';
import { readExchange } from './cart-exchange';
import { priceCart } from './cart-pricing';
import {
  type CartLineOfProduct,
  deleteCart,
  insertOpenCart,
  readCartLines,
  readHeldLines,
  readOpenCart,
  writeCart,
  writeCartLine,
} from './cart-rows';
import { isAsOrdered, noteOrderSeen } from './order-bill';
import type { TaxRates } from './tax-rates';

type HeldRow = Omit<Row<'held_bill'>, 'lines'> & { deleted_at: number | null };

/** Bills put aside: any terminal sees them and may take them up again. */
export class HeldBills {
  readonly #deps: ShopDeps;
  readonly #desk: CartDesk;
  readonly #rates: TaxRates;

  constructor(deps: ShopDeps, desk: CartDesk, rates: TaxRates) {
    this.#deps = deps;
    this.#desk = desk;
    this.#rates = rates;
  }

  /** Puts the open bill aside, as it is, and opens an empty one. @throws AppError `cart_empty`, `exchange_open` */
  hold({ staffId }: SignedIn, { name, note }: HandlerInput<'sales.hold'>): Cart {
    const { store, ids } = this.#deps;
    store.mutate({ name: 'sale.hold', kind: 'request', actor: staffId }, (m) => {
      const cart = readOpenCart(store);
      const lines = cart ? readCartLines(store, cart.id) : [];
      if (!cart || lines.length === 0) throw new AppError('cart_empty', 'There is nothing on the bill');
      if (readExchange(store, cart.id)) {
        throw new AppError('exchange_open', 'Goods that come back wait for nobody: take them off the bill first');
      }
      m.put('held_bill', {
        // Not the cart's: a copy of this file has the same cart and may hold it too.
        id: ids.next(),
        name: cleanName(name),
        note: cleanText(note ?? cart.note),
        terminal_id: m.terminalId,
        staff_id: staffId,
        customer_id: cart.customer_id,
        discount_percent: cart.discount_percent,
        discount_amount: cart.discount_amount,
        approved_rate: cart.approved_rate,
        order_id: cart.order_id,
        held_at: m.at,
        state: 'held',
        taken_terminal: null,
        taken_by: null,
        taken_at: null,
        lines: lines.map(heldLine),
      });
      deleteCart(m, cart.id);
      insertOpenCart(m, { id: ids.next(), staffId, at: m.at });
      m.touch('cart', [cart.id]);
    });
    return this.#desk.read(staffId);
  }

  /**
   * Takes a held bill up under a new id, so that two terminals which take one while they cannot see each other make two
   * bills and never one twice.
   *
   * @throws AppError `cart_not_empty`, `already_taken` with `by` and `terminal`, `deleted`, `not_found`
   */
  recall({ staffId }: SignedIn, id: string): Cart {
    const { store, ids } = this.#deps;
    store.mutate({ name: 'sale.recall', kind: 'request', actor: staffId }, (m) => {
      const held = readHeld(store, id);
      refuseTaken(store, held);
      if (held.deleted_at !== null) throw new AppError('deleted', 'It was dropped', { entity: 'held_bill', id });
      const open = readOpenCart(store);
      if (open && (readCartLines(store, open.id).length > 0 || readExchange(store, open.id))) {
        throw new AppError('cart_not_empty', 'Another bill is open');
      }
      m.set('held_bill', id, { state: 'taken', taken_terminal: m.terminalId, taken_by: staffId, taken_at: m.at });
      if (open) deleteCart(m, open.id);
      const cart = { id: ids.next(), staffId, at: m.at, heldId: id };
      insertOpenCart(m, cart);
      const { customer_id, note, discount_percent, discount_amount, approved_rate, order_id } = held;
      const terms = { customer_id, note, discount_percent, discount_amount, approved_rate, order_id };
      writeCart(m, { id: cart.id, ...terms, revision: 1, updated_at: m.at });
      const lines = readHeldLines(store, id);
      for (const line of lines) writeCartLine(m, cart.id, line);
      if (order_id !== null && isAsOrdered(store, order_id, lines)) noteOrderSeen(store, cart.id, order_id);
      m.touch('cart', open ? [open.id, cart.id] : [cart.id]);
    });
    return this.#desk.read(staffId);
  }

  /** @throws AppError `not_found`, `already_taken` */
  drop({ staffId }: SignedIn, id: string): null {
    const { store } = this.#deps;
    store.mutate({ name: 'sale.dropHeld', kind: 'request', actor: staffId }, (m) => {
      refuseTaken(store, readHeld(store, id));
      m.del('held_bill', id);
    });
    return null;
  }

  /** @throws AppError `not_found` */
  restore({ staffId }: SignedIn, id: string): null {
    this.#deps.store.mutate({ name: 'sale.restoreHeld', kind: 'request', actor: staffId }, (m) =>
      m.undel('held_bill', id),
    );
    return null;
  }

  /** Those that nobody has taken up, the longest waiting first. */
  list(): HeldBill[] {
    const { store } = this.#deps;
    return store
      .sql<[number], HeldRow & { terminal: string; staff: string; customer: string | null }>(
        `SELECT h.*, coalesce(t.name, '') AS terminal, coalesce(s.name, '') AS staff, c.name AS customer
         FROM held_bill AS h
         LEFT JOIN terminal AS t ON t.id = h.terminal_id
         LEFT JOIN staff AS s ON s.id = h.staff_id
         LEFT JOIN customer AS c ON c.id = h.customer_id
         WHERE h.state = 'held' AND h.deleted_at IS NULL ORDER BY h.held_at, h.id LIMIT ?`,
      )
      .all(mostShown)
      .map((held) => {
        const lines = readHeldLines(store, held.id);
        return {
          id: held.id,
          name: held.name,
          note: held.note,
          terminal: held.terminal,
          mine: held.terminal_id === store.terminalId,
          staff: held.staff,
          customer: held.customer,
          lines: lines.length,
          total: this.#totalOf(held, lines),
          heldAt: held.held_at,
        };
      });
  }

  /** What it would come to today. */
  #totalOf(held: HeldRow, lines: readonly CartLineOfProduct[]): Money {
    if (lines.length === 0) return ZERO;
    const { store, clock, settings } = this.#deps;
    const customer = held.customer_id === null ? null : billCustomer(store, held.customer_id);
    const cart = { ...held, revision: 0, updated_at: held.held_at };
    return priceCart(settings(), this.#rates, { cart, lines, customer, at: clock.now() }).total;
  }
}

const mostShown = 200;

function readHeld(reads: Reads, id: string): HeldRow {
  const row = reads.sql<[string], HeldRow>('SELECT * FROM held_bill WHERE id = ?').get(id);
  if (!row) throw new AppError('not_found', `No held bill ${id}`, { entity: 'held_bill', id });
  return row;
}

function refuseTaken(reads: Reads, { id, state, taken_by, taken_terminal }: HeldRow): void {
  if (state === 'held') return;
  const name = (table: 'staff' | 'terminal', of: string | null) =>
    reads.sql<[string | null], { name: string }>(`SELECT name FROM ${table} WHERE id = ?`).get(of)?.name ?? '';
  const params = { id, by: name('staff', taken_by), terminal: name('terminal', taken_terminal) };
  throw new AppError('already_taken', 'Somebody has taken it up', params);
}

function heldLine(line: CartLineOfProduct): Row<'held_bill'>['lines'][number] {
  return {
    line_no: line.line_no,
    product_id: line.product_id,
    barcode: line.barcode,
    unit: line.unit,
    factor: line.factor,
    quantity: line.quantity,
    unit_price: line.unit_price,
    list_price: line.list_price,
    discount_percent: line.discount_percent,
    discount_amount: line.discount_amount,
    approved_rate: line.approved_rate,
    note: line.note,
  };
}
