/** The sale: the open bill, paying it, bills as they were, goods that come back. */
import { actorOf } from '../actor';
import type { CallContext, Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { viewBill } from './bill-view';
import { BillList } from './bills';
import { CartDesk } from './cart-desk';
import { completeSale } from './complete';
import { returnGoods } from './return';
import { type ReturnWithoutBill, returnWithoutBill } from './return-without-bill';
import { scan } from './scan';
import { TaxRates } from './tax-rates';

export type { NewLine } from './goods';
export type { ReturnWithoutBill } from './return-without-bill';

type SalesCall = Extract<keyof Handlers, `sales.${string}`>;

/** The sale's calls, and what other use-cases of the shop do with it that no screen calls. */
export interface Sales {
  readonly handlers: Handlers<SalesCall>;
  /** Adds goods, and their customer, to the open bill in one transaction; at other than the shelf's price where given. */
  readonly addGoods: CartDesk['add'];
  readonly returnWithoutBill: (input: ReturnWithoutBill, context: CallContext) => ReturnType<typeof returnWithoutBill>;
}

export function createSales(deps: ShopDeps): Sales {
  const { store } = deps;
  const rates = new TaxRates(store);
  const desk = new CartDesk(deps, rates);
  const bills = new BillList(store);
  const staff = (context: CallContext) => actorOf(context).staffId;
  return {
    handlers: {
      'sales.cart': (_input, context) => desk.read(staff(context)),
      'sales.scan': ({ code, quantity }, context) => scan(deps, desk, staff(context), code, quantity),
      'sales.addLine': (line, context) => desk.add(staff(context), [line]),
      'sales.setQuantity': ({ lineNo, quantity }, context) => desk.setQuantity(staff(context), lineNo, quantity),
      'sales.setDiscount': ({ lineNo, discount }, context) => desk.setDiscount(staff(context), lineNo, discount),
      'sales.removeLine': ({ lineNo }, context) => desk.removeLine(staff(context), lineNo),
      'sales.undo': (_input, context) => desk.undo(staff(context)),
      'sales.clear': (_input, context) => desk.clear(staff(context)),
      'sales.setCustomer': ({ customerId }, context) => desk.setCustomer(staff(context), customerId),
      'sales.complete': (input, context) => completeSale(deps, rates, actorOf(context), input),
      'sales.bills': (question) => bills.page(question),
      'sales.bill': ({ id }) => viewBill(store, id),
      'sales.return': (input, context) => returnGoods(deps, actorOf(context), input),
    },
    addGoods: (staffId, goods, customerId) => desk.add(staffId, goods, customerId),
    returnWithoutBill: (input, context) => returnWithoutBill(deps, rates, actorOf(context), input),
  };
}
