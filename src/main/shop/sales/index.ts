/** The sale: the open bill, paying it, bills as they were, goods that come back. */
import type { Cart, SignedIn } from '@shared/contract';
import type { Money } from '@shared/money';
import { actorOf } from '../actor';
import { ApprovalDesk } from '../approvals';
import type { CallContext, Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { viewBill, viewReturn } from './bill-view';
import { BillList, findBill } from './bills';
import { CartDesk } from './cart-desk';
import { CartTerms } from './cart-terms';
import { completeSale, type SaleDesk } from './complete';
import { billOrder } from './from-order';
import { HeldBills } from './held';
import { returnGoods } from './return';
import { type ReturnWithoutBill, returnWithoutBill } from './return-without-bill';
import { returnWorth } from './return-worth';
import { scan } from './scan';
import { TaxRates } from './tax-rates';
import { upiRequest } from './upi-request';
import { voidBill } from './void';
import { type LineToPrice, worthOf } from './worth';

export { amountColumns, settingColumns, taxRows } from './bill-row';
export { viewBill, viewReturn } from './bill-view';
export { customerBalance, placeOfSupply } from './cart-customer';
export { readOpenCart } from './cart-rows';
export { readCompletedBill } from './completed';
export type { NewLine } from './goods';
export { advanceOf, standingBill } from './order-bill';
export type { ReturnWithoutBill } from './return-without-bill';
export { TaxRates } from './tax-rates';
export { upiRequest } from './upi-request';
export { viewVoid } from './void';
export { worthOf } from './worth';

type SalesCall = Extract<keyof Handlers, `sales.${string}`>;

/** The sale's calls, and what other use-cases of the shop do with it that no screen calls. */
export interface Sales {
  readonly handlers: Handlers<SalesCall>;
  /** Adds goods, and their customer, to the open bill in one transaction; at other than the shelf's price where given. */
  readonly addGoods: CartDesk['add'];
  /** The open bill, without opening one. */
  readonly openBill: () => Cart | null;
  /** Makes the open bill of an order. */
  readonly billOrder: (user: SignedIn, orderId: string) => Cart;
  /** What lines come to, taxes and rounding in it, without a bill. */
  readonly worth: (lines: readonly LineToPrice[], customerId: string | null) => Money;
  readonly returnWithoutBill: (input: ReturnWithoutBill, context: CallContext) => ReturnType<typeof returnWithoutBill>;
}

export function createSales(deps: ShopDeps, approvals = new ApprovalDesk(deps)): Sales {
  const { store } = deps;
  const rates = new TaxRates(store);
  const desk = new CartDesk(deps, rates);
  const terms = new CartTerms(deps, desk, approvals);
  const held = new HeldBills(deps, desk, rates);
  const sale: SaleDesk = { deps, rates, terms, approvals };
  const bills = new BillList(store);
  const staff = (context: CallContext) => actorOf(context).staffId;
  return {
    handlers: {
      'sales.cart': (_input, context) => desk.read(staff(context)),
      'sales.scan': ({ code, quantity }, context) => scan(deps, desk, staff(context), code, quantity),
      'sales.addLine': (line, context) => desk.add(staff(context), [line]),
      'sales.setQuantity': ({ lineNo, quantity }, context) => desk.setQuantity(staff(context), lineNo, quantity),
      'sales.setDiscount': (input, context) => terms.setDiscount(actorOf(context), input),
      'sales.setPrice': (input, context) => terms.setPrice(actorOf(context), input),
      'sales.setNote': (input, context) => terms.setNote(actorOf(context), input),
      'sales.removeLine': ({ lineNo }, context) => desk.removeLine(staff(context), lineNo),
      'sales.undo': (_input, context) => desk.undo(staff(context)),
      'sales.clear': (_input, context) => desk.clear(staff(context)),
      'sales.setCustomer': ({ customerId }, context) => desk.setCustomer(staff(context), customerId),
      'sales.setExchange': (input, context) => desk.setExchange(staff(context), input),
      'sales.hold': (input, context) => held.hold(actorOf(context), input),
      'sales.held': () => held.list(),
      'sales.recall': ({ id }, context) => held.recall(actorOf(context), id),
      'sales.dropHeld': ({ id }, context) => held.drop(actorOf(context), id),
      'sales.restoreHeld': ({ id }, context) => held.restore(actorOf(context), id),
      'sales.upiLink': ({ amount, reference }) => upiRequest(deps, amount, reference),
      'sales.complete': (input, context) => completeSale(sale, actorOf(context), input),
      'sales.bills': (question) => bills.page(question),
      'sales.bill': ({ id }) => viewBill(store, id),
      'sales.findBill': ({ code }) => findBill(store, code),
      'sales.creditNote': ({ id }) => viewReturn(store, id),
      'sales.returnWorth': (input) => returnWorth(deps, input),
      'sales.return': (input, context) => returnGoods(deps, approvals, actorOf(context), input),
      'sales.void': (input, context) => voidBill(deps, approvals, actorOf(context), input),
    },
    openBill: () => desk.look(),
    addGoods: (staffId, goods, customerId) => desk.add(staffId, goods, customerId),
    billOrder: (user, orderId) => billOrder(deps, desk, user, orderId),
    worth: (lines, customerId) => worthOf(deps, rates, lines, customerId),
    returnWithoutBill: (input, context) => returnWithoutBill(deps, rates, actorOf(context), input),
  };
}
