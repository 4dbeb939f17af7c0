import type { CallInput, CallOutput, Cart, CartLine, CommandName, ProductSummary, ScanResult } from '@shared/contract';
import { addQuantity, type Quantity, quantity, subQuantity } from '@shared/money';
import { replaceEqualDeep } from '@tanstack/react-query';
import { asFailure, type CallFailure, call } from '../../live';

/** Something the cashier must see, until the next thing happens. */
export type Notice =
  | { readonly kind: 'damaged' | 'refused'; readonly code: string }
  /** `quantity`: how many of it were asked for. */
  | { readonly kind: 'unknown'; readonly code: string; readonly quantity: Quantity | null }
  | {
      readonly kind: 'ambiguous';
      readonly code: string;
      readonly quantity: Quantity | null;
      readonly products: readonly ProductSummary[];
    }
  | { readonly kind: 'missed'; readonly code: string; readonly failure: CallFailure };

export interface CounterState {
  /** Null until main has answered for the first time. */
  readonly cart: Cart | null;
  /** The line that keys act on. */
  readonly selected: number | null;
  /** The line that just changed; `times` tells two changes of one line apart. */
  readonly lit: { readonly lineNo: number; readonly times: number } | null;
  readonly notice: Notice | null;
  /** The bill was already open when the counter came up. */
  readonly restored: boolean;
}

export type CartStore = ReturnType<typeof createCartStore>;

/** One piece, one kilo. */
const one = quantity(1000);

/**
 * The open bill on the screen. Main owns it: every change is a call, every answer is the whole bill, priced. Calls are sent
 * at once and answered in order; an answer that was overtaken is dropped, so a fast run of scans never flickers back.
 */
export function createCartStore() {
  let state: CounterState = { cart: null, selected: null, lit: null, notice: null, restored: false };
  const listeners = new Set<() => void>();
  /** Changes that main has not answered yet. */
  const pending = new Set<Promise<unknown>>();
  let asked = 0;
  let answered = 0;
  /** Quantities on their way to main, so that five quick presses of + are five more and not one. */
  const wanted = new Map<number, Quantity>();

  const set = (next: Partial<CounterState>) => {
    // A scan says that no notice stands, and mostly none does: nothing is painted for that.
    if (Object.entries(next).every(([name, value]) => Object.is(state[name as keyof CounterState], value))) return; // proof: its own keys
    state = { ...state, ...next };
    for (const listener of [...listeners]) listener();
  };

  /** Lines that did not change keep their identity, and are not painted again. */
  const take = (cart: Cart, ticket: number, touched: number | null) => {
    if (ticket < answered) return;
    answered = ticket;
    const next: Cart = state.cart ? replaceEqualDeep(state.cart, cart) : cart;
    const seen = touched ?? cameBack(state.cart, next);
    const has = (lineNo: number | null) => lineNo !== null && next.lines.some((line) => line.lineNo === lineNo);
    const selected = has(seen) ? seen : has(state.selected) ? state.selected : (next.lines.at(-1)?.lineNo ?? null);
    const lit = seen === null ? state.lit : { lineNo: seen, times: (state.lit?.times ?? 0) + 1 };
    // Another bill than the one that was there when the counter came up.
    const restored = state.restored && state.cart?.id === next.id;
    set({ cart: next, selected, lit, restored });
  };

  const change = <N extends CommandName>(
    name: N,
    input: CallInput<N>,
    read: (output: CallOutput<N>) => { cart: Cart; touched: number | null },
  ): Promise<{ value: CallOutput<N> } | { failure: CallFailure }> => {
    const done = ask(name, input, read).finally(() => pending.delete(done));
    pending.add(done);
    return done;
  };

  const ask = async <N extends CommandName>(
    name: N,
    input: CallInput<N>,
    read: (output: CallOutput<N>) => { cart: Cart; touched: number | null },
  ): Promise<{ value: CallOutput<N> } | { failure: CallFailure }> => {
    asked += 1;
    const ticket = asked;
    try {
      const value = await call(name, input);
      const { cart, touched } = read(value);
      take(cart, ticket, touched);
      return { value };
    } catch (error) {
      return { failure: asFailure(error) };
    }
  };

  const plain = (cart: Cart) => ({ cart, touched: null });

  const store = {
    get: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** Asks main how the bill stands. */
    async refresh(): Promise<CallFailure | null> {
      asked += 1;
      const ticket = asked;
      try {
        const cart = await call('sales.cart', {});
        const isFirst = state.cart === null;
        take(cart, ticket, null);
        if (isFirst && cart.lines.length > 0) set({ restored: true });
        return null;
      } catch (error) {
        return asFailure(error);
      }
    },

    /** True while a change is on its way: what is on the screen is about to be overtaken. */
    isPending: () => pending.size > 0,
    /** When everything that was scanned and pressed so far is on the bill. */
    async settled(): Promise<void> {
      while (pending.size > 0) await Promise.all(pending);
    },

    select: (lineNo: number | null) => set({ selected: lineNo }),
    notify: (notice: Notice | null) => set({ notice }),
    forgetRestored: () => state.restored && set({ restored: false }),

    /** Selects the line above (−1) or below (+1). */
    step(by: 1 | -1): void {
      const lines = state.cart?.lines ?? [];
      const index = lines.findIndex((line) => line.lineNo === state.selected);
      const to = lines[Math.max(0, Math.min(lines.length - 1, index + by))];
      if (to) set({ selected: to.lineNo });
    },

    /** A scanned code, or one typed in full. Whatever it is, the notice of the last scan is over. */
    async scan(code: string, times: Quantity | null): Promise<ScanResult | null> {
      set({ notice: null, restored: false });
      const input = times === null ? { code } : { code, quantity: times };
      const done = await change('sales.scan', input, (result) => ({
        cart: result.cart,
        touched: result.outcome === 'added' ? result.lineNo : null,
      }));
      if ('failure' in done) {
        set({ notice: { kind: 'missed', code, failure: done.failure } });
        return null;
      }
      const result = done.value;
      if (result.outcome === 'ambiguous') {
        set({ notice: { kind: 'ambiguous', code, quantity: times, products: result.products } });
      } else if (result.outcome === 'unknown') {
        set({ notice: { kind: 'unknown', code, quantity: times } });
      } else if (result.outcome !== 'added') {
        set({ notice: { kind: result.outcome, code } });
      }
      return result;
    },

    async add(product: Pick<ProductSummary, 'id' | 'name'>, times: Quantity | null): Promise<boolean> {
      set({ notice: null, restored: false });
      const input = times === null ? { productId: product.id } : { productId: product.id, quantity: times };
      const done = await change('sales.addLine', input, ({ cart, lineNo }) => ({ cart, touched: lineNo }));
      if ('failure' in done) set({ notice: { kind: 'missed', code: product.name, failure: done.failure } });
      return 'value' in done;
    },

    /** One more or one less of a line; never below one: taking away is `remove`. */
    async bump(line: CartLine, by: 1 | -1): Promise<CallFailure | null> {
      const from = wanted.get(line.lineNo) ?? line.quantity;
      const to = by === 1 ? addQuantity(from, one) : subQuantity(from, one);
      return to > 0 ? store.setQuantity(line.lineNo, to) : null;
    },

    async setQuantity(lineNo: number, to: Quantity): Promise<CallFailure | null> {
      wanted.set(lineNo, to);
      const done = await change('sales.setQuantity', { lineNo, quantity: to }, (cart) => ({ cart, touched: lineNo }));
      if (wanted.get(lineNo) === to) wanted.delete(lineNo);
      return 'failure' in done ? done.failure : null;
    },

    setDiscount: (input: CallInput<'sales.setDiscount'>) => failureOf(change('sales.setDiscount', input, plain)),
    setPrice: (input: CallInput<'sales.setPrice'>) => failureOf(change('sales.setPrice', input, plain)),
    setNote: (input: CallInput<'sales.setNote'>) => failureOf(change('sales.setNote', input, plain)),
    removeLine: (lineNo: number) => failureOf(change('sales.removeLine', { lineNo }, plain)),
    undo: () => failureOf(change('sales.undo', {}, plain)),
    clear: () => failureOf(change('sales.clear', {}, plain)),
    setCustomer: (customerId: string | null) => failureOf(change('sales.setCustomer', { customerId }, plain)),
    /** Goods of an earlier bill that pay for the new ones; null: none after all. */
    setExchange: (exchange: CallInput<'sales.setExchange'>['exchange']) =>
      failureOf(change('sales.setExchange', { exchange }, plain)),
    /** Puts the bill aside; what is on the screen then is a fresh one. */
    hold: (input: CallInput<'sales.hold'>) => failureOf(change('sales.hold', input, plain)),
    recall: (id: string) => failureOf(change('sales.recall', { id }, plain)),
    /** The bill of an order. */
    billOrder: (id: string) => failureOf(change('orders.toBill', { id }, plain)),
  };
  return store;
}

/** The line that an undo brought back; null when there is none, or when the whole bill is new. */
function cameBack(before: Cart | null, next: Cart): number | null {
  if (before?.id !== next.id) return null;
  const old = new Set(before.lines.map((line) => line.lineNo));
  const added = next.lines.filter((line) => !old.has(line.lineNo));
  return added.length === 1 ? (added[0]?.lineNo ?? null) : null;
}

async function failureOf(done: Promise<{ value: unknown } | { failure: CallFailure }>): Promise<CallFailure | null> {
  const result = await done;
  return 'failure' in result ? result.failure : null;
}
