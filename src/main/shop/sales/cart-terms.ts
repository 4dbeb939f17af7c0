import type { Cart, HandlerInput, SignedIn } from '@shared/contract';
import { AppError } from '@shared/errors';
import { QUANTITY_SCALE, type Rate, WHOLE } from '@shared/money';
import type { Mutation } from '../../store';
import { type ApprovalDesk, discountLimit } from '../approvals';
import type { ShopDeps } from '../deps';
import { cleanText } from '../text';
import type { CartDesk } from './cart-desk';
import { lineOf } from './cart-lines';
import { discountColumns } from './cart-pricing';
import { type CartLineOfProduct, type CartLineRow, type CartRow, writeCartLine } from './cart-rows';
import { billLetOff, type LetOff, lineLetOff } from './discount-share';

/** The terms of the open bill: what is let off, a price that somebody made, what is noted. */
export class CartTerms {
  readonly #deps: ShopDeps;
  readonly #desk: CartDesk;
  readonly #approvals: ApprovalDesk;

  constructor(deps: ShopDeps, desk: CartDesk, approvals: ApprovalDesk) {
    this.#deps = deps;
    this.#desk = desk;
    this.#approvals = approvals;
  }

  /**
   * Of a line, or of the whole bill.
   *
   * @throws AppError `not_found`, `discount_above_price`, `cart_empty`, `approval_required`, `approval_invalid`
   */
  setDiscount(user: SignedIn, { lineNo, discount, approval }: HandlerInput<'sales.setDiscount'>): Cart {
    const limit = this.#limit(user);
    return this.#change(user, (draft, m) => {
      const { tx, lines } = draft;
      if (lineNo !== undefined) {
        const line = { ...lineOf(lines, lineNo), ...discountColumns(discount) };
        const approved = this.#allow(m, user, draft.cart, line, lineLetOff(line), [approval]);
        writeCartLine(tx, draft.cart.id, { ...line, approved_rate: approved });
        return;
      }
      // An amount off an empty bill would be more than the first thing scanned.
      if (lines.length === 0 && discount) throw new AppError('cart_empty', 'There is nothing to take a discount off');
      const cart = { ...draft.cart, ...discountColumns(discount) };
      const approved = this.#allow(m, user, cart, null, billLetOff(cart, lines, limit), [approval]);
      draft.cart = { ...cart, approved_rate: approved };
    });
  }

  /** Null puts the catalogue's price back. @throws AppError `not_found`, `above_mrp`, `approval_required` … */
  setPrice(user: SignedIn, { lineNo, price, approval }: HandlerInput<'sales.setPrice'>): Cart {
    return this.#change(user, ({ tx, cart, lines }, m) => {
      const line = lineOf(lines, lineNo);
      const to = price ?? line.list_price;
      if (to !== line.list_price) {
        this.#refuseAboveMrp(line, to);
        const need = { action: 'price', subject: `${cart.id}:${lineNo}`, value: to } as const;
        const document = { type: 'cart', id: cart.id };
        const facts = { product: line.name, before: line.list_price };
        this.#approvals.demand(m, user, { ...need, document, tokens: [approval], facts });
      }
      writeCartLine(tx, cart.id, { ...line, unit_price: to });
    });
  }

  /** Of a line, or of the whole bill. @throws AppError `not_found` */
  setNote(user: SignedIn, { lineNo, note }: HandlerInput<'sales.setNote'>): Cart {
    return this.#desk.change(user.staffId, (draft) => {
      const text = cleanText(note);
      if (lineNo === undefined) draft.cart = { ...draft.cart, note: text };
      else writeCartLine(draft.tx, draft.cart.id, { ...lineOf(draft.lines, lineNo), note: text });
    });
  }

  /**
   * At the payment, the discounts once more: a fixed amount off a bill that has lost lines since has become a larger part
   * of it, and whoever takes the money may have lower limits than whoever gave it.
   */
  checkDiscounts(
    m: Mutation,
    user: SignedIn,
    cart: CartRow,
    lines: readonly CartLineOfProduct[],
    tokens: readonly string[],
  ): void {
    for (const line of lines) {
      const letOff = lineLetOff(line);
      if (letOff.share > (line.approved_rate ?? 0)) this.#allow(m, user, cart, line, letOff, tokens);
    }
    const letOff = billLetOff(cart, lines, this.#limit(user));
    if (letOff.share > (cart.approved_rate ?? 0)) this.#allow(m, user, cart, null, letOff, tokens);
  }

  #change(user: SignedIn, work: (draft: Parameters<Parameters<CartDesk['change']>[1]>[0], m: Mutation) => void): Cart {
    return this.#approvals.during(() => this.#desk.changeWithRecord(user, work));
  }

  /** Of a line, or of the whole bill (null). Answers the share itself: what was allowed once is allowed until it grows. */
  #allow(
    m: Mutation,
    user: SignedIn,
    cart: CartRow,
    line: CartLineOfProduct | null,
    { share, before, after }: LetOff,
    tokens: readonly (string | undefined)[],
  ): Rate | null {
    if (share === 0) return null;
    if (share > WHOLE) throw new AppError('discount_above_price', 'A discount is at most the price');
    const subject = line === null ? cart.id : `${cart.id}:${line.line_no}`;
    const document = { type: 'cart', id: cart.id };
    const facts = { ...(line && { product: line.name }), before, after };
    this.#approvals.demand(m, user, { action: 'discount', subject, value: share, document, tokens, facts });
    return share;
  }

  #limit(user: SignedIn): Rate {
    return discountLimit(this.#deps.settings(), user.role);
  }

  /**
   * Legal Metrology (Packaged Commodities) Rules 2011, rule 18(2): nobody sells above the retail price printed on the
   * package. It is printed per piece, and prices of other units have no MRP of their own.
   */
  #refuseAboveMrp(line: CartLineRow & { readonly name: string; readonly mrp: number | null }, price: number): void {
    if (line.mrp === null || line.factor !== QUANTITY_SCALE || price <= line.mrp || price <= line.list_price) return;
    if (this.#deps.settings().prices_include_tax === 0) return;
    throw new AppError('above_mrp', `${line.name} has a lower MRP`, { product: line.name, mrp: line.mrp });
  }
}
