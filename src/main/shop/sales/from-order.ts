import type { Cart, SignedIn } from '@shared/contract';
import { AppError } from '@shared/errors';
import type { ShopDeps } from '../deps';
import type { CartDesk } from './cart-desk';
import { readExchange } from './cart-exchange';
import { deleteCart, insertOpenCart, readCartLines, readOpenCart, writeCart, writeCartLine } from './cart-rows';
import { linesOfOrder, noteOrderSeen, orderToBill } from './order-bill';

/**
 * Makes the open bill of an order: its lines at the prices agreed, its customer, and its advance as a payment made. The
 * order stays as it is until the bill is paid, so a bill that is cleared leaves it to be taken up again.
 *
 * @throws AppError `not_found`, `cart_not_empty`, `order_billed`, `order_closed`, `order_words`
 */
export function billOrder({ store, ids, clock }: ShopDeps, desk: CartDesk, { staffId }: SignedIn, id: string): Cart {
  const { customer_id } = orderToBill(store, id);
  store.draft((tx) => {
    const open = readOpenCart(store);
    if (open && (readCartLines(store, open.id).length > 0 || readExchange(store, open.id))) {
      throw new AppError('cart_not_empty', 'Another bill is open');
    }
    if (open) deleteCart(tx, open.id);
    const cart = { id: ids.next(), staffId, at: clock.now() };
    insertOpenCart(tx, cart);
    const terms = { note: null, discount_percent: null, discount_amount: null, approved_rate: null };
    writeCart(tx, { id: cart.id, customer_id, ...terms, order_id: id, revision: 1, updated_at: cart.at });
    noteOrderSeen(store, cart.id, id);
    for (const line of linesOfOrder(store, id)) writeCartLine(tx, cart.id, line);
    tx.touch('cart', open ? [open.id, cart.id] : [cart.id]);
  });
  return desk.read(staffId);
}
