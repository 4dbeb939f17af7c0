import type { Cart, DisplayScreen, DisplayView, HandlerInput } from '@shared/contract';
import { AppError } from '@shared/errors';
import { addMoney, type Money, maxMoney, ZERO } from '@shared/money';
import type { ShopDeps } from '../deps';
import { readCompletedBill, readOpenCart, upiRequest } from '../sales';
import { hasShop } from '../status';
import { billOf, doneOf } from './view';

/** What the shop needs of the machine that has a screen for customers. */
export interface DisplayPorts {
  /** For when nothing is being sold. */
  readonly message: () => string;
  /** There is something else to show. */
  readonly changed: () => void;
}

/** A bill that is being paid. The amounts hold for this revision of it. */
interface Paying {
  readonly cartId: string;
  readonly revision: number;
  readonly received: Money;
  /** Null: all of it. */
  readonly left: Money | null;
  readonly upi: Money | null;
}

/** For how long a customer is thanked, unless the next one's goods come first. */
const thankedMs = 20_000;

/**
 * What the customer may see. The counter says what it is doing; lines, totals, savings and change are read here, from the
 * shop file, at the moment somebody looks: what was told cannot outlive the bill it was told of.
 */
export class DisplayDesk {
  readonly #deps: ShopDeps;
  readonly #openBill: () => Cart | null;
  readonly #ports: DisplayPorts;
  #paying: Paying | null = null;
  #done: { readonly billId: string; readonly at: number } | null = null;
  /** The lines as they were when somebody looked last: what differs now is what has just been scanned. */
  #seen: { readonly cartId: string; readonly lines: Cart['lines']; readonly latest: number | null } | null = null;

  constructor(deps: ShopDeps, openBill: () => Cart | null, ports: DisplayPorts) {
    this.#deps = deps;
    this.#openBill = openBill;
    this.#ports = ports;
  }

  /** @throws AppError `not_found` for a bill that there is not */
  tell(told: HandlerInput<'display.tell'>): void {
    const { store, clock } = this.#deps;
    const { billId } = told;
    if (billId !== undefined && !readCompletedBill(store, billId)) {
      throw new AppError('not_found', 'There is no such bill', { entity: 'bill', id: billId });
    }
    const paying = told.mode === 'pay' ? this.#payingOf(told) : null;
    this.#paying = paying;
    // Whoever has just paid is thanked although the cashier has gone on.
    if (told.mode === 'pay') this.#done = null;
    if (billId !== undefined) this.#done = { billId, at: clock.now() };
    this.#ports.changed();
  }

  /** @param isManned false: nobody is signed in, and the shop does not sell */
  view(isManned: boolean): DisplayView {
    const { store } = this.#deps;
    const training = store.isSandbox;
    if (!hasShop(store)) return { shop: null, training, screen: this.#idle(null) };
    const { name, country, currency, language, receipt_logo } = this.#deps.settings();
    const screen = (isManned ? this.#sale() : this.#thanks()) ?? this.#idle(receipt_logo);
    return { shop: { name, country, currency, language }, training, screen };
  }

  /** Not priced here: the counter must not wait for it, and most tills have no such screen. */
  #payingOf({ received = ZERO, left, upi }: HandlerInput<'display.tell'>): Paying | null {
    const cart = readOpenCart(this.#deps.store);
    return cart ? { cartId: cart.id, revision: cart.revision, received, left: left ?? null, upi: upi ?? null } : null;
  }

  #sale(): DisplayScreen | null {
    const cart = this.#openBill();
    if (!cart || (cart.lines.length === 0 && cart.exchange === null)) return this.#thanks();
    this.#done = null;
    if (this.#paying?.cartId === cart.id) return this.#payment(cart, this.#paying);
    return { show: 'bill', ...billOf(cart, this.#latestOf(cart), this.#deps.settings().prices_include_tax === 1) };
  }

  #payment(cart: Cart, paying: Paying): DisplayScreen {
    const { toPay, discount } = cart.totals;
    const stands = paying.revision === cart.revision && !isMore(paying, cart);
    const upi = stands ? paying.upi : null;
    const request = upi === null ? null : upiRequest(this.#deps, upi, cart.id);
    return {
      show: 'pay',
      due: (stands ? paying.left : null) ?? toPay,
      total: toPay,
      received: stands ? paying.received : ZERO,
      saved: discount,
      code: request && upi !== null ? { link: request.link, amount: upi } : null,
    };
  }

  #thanks(): DisplayScreen | null {
    const { store, clock } = this.#deps;
    if (!this.#done) return null;
    const { billId, at } = this.#done;
    const forMs = at + thankedMs - clock.now();
    // A clock that was put back must not thank for hours.
    const bill = forMs > 0 && forMs <= thankedMs ? readCompletedBill(store, billId) : undefined;
    if (!bill) this.#done = null;
    return bill ? { show: 'done', ...doneOf(store, bill), forMs } : null;
  }

  #idle(logo: string | null): DisplayScreen {
    return { show: 'idle', message: this.#ports.message(), logo };
  }

  /** The line that is not as it was; the one from before while nothing has changed or it was taken away. */
  #latestOf({ id, lines }: Cart): number | null {
    const before = this.#seen?.cartId === id ? this.#seen : null;
    const known = new Map(before?.lines.map((line) => [line.lineNo, line]));
    const isNew = (line: Cart['lines'][number]) => {
      const old = known.get(line.lineNo);
      return old?.quantity !== line.quantity || old.net !== line.net;
    };
    const stays = lines.some((line) => line.lineNo === before?.latest) ? before?.latest : undefined;
    const latest = lines.findLast(isNew)?.lineNo ?? stays ?? lines.at(-1)?.lineNo ?? null;
    this.#seen = { cartId: id, lines, latest };
    return latest;
  }
}

/** Nobody is asked for more than the bill, whatever the counter says. */
function isMore({ received, left, upi }: Paying, { totals }: Cart): boolean {
  const most = maxMoney(totals.toPay, totals.cashDue);
  return addMoney(received, maxMoney(left ?? ZERO, upi ?? ZERO)) > maxMoney(most, ZERO);
}
