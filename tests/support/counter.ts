import type { Day } from '@shared/clock';
import type { CallInput, HandlerInput } from '@shared/contract';
import type { Row } from '@shared/entities';
import { type Money, money, type Quantity, quantity, type Rate } from '@shared/money';
import { alertHandlers } from '../../src/main/shop/alerts';
import { ApprovalDesk } from '../../src/main/shop/approvals';
import type { CallContext } from '../../src/main/shop/call';
import { createShopDeps } from '../../src/main/shop/deps';
import { createSales } from '../../src/main/shop/sales';
import { shiftHandlers } from '../../src/main/shop/shift';
import { stockHandlers } from '../../src/main/shop/stock';
import type { Store } from '../../src/main/store';
import { customerRow, productRow } from './sale-rows';
import { settingsRow } from './settings-row';

const staffId = '00000000-0000-7000-8000-00000000c001';

export const cashier: CallContext = {
  session: { user: { staffId, name: 'Asha', role: 'owner' } },
};

export interface ShopSetup {
  readonly settings?: Partial<Row<'business_settings'>>;
  readonly products?: readonly (Partial<Row<'product'>> & { id: string })[];
  /** On the shelf at the start, thousandths, by product. */
  readonly opening?: Readonly<Record<string, number>>;
  readonly customers?: readonly (Partial<Row<'customer'>> & { id: string })[];
}

/** Tax classes of the test shop: `gst<rate>`, with cess `tobacco`, and `later`, which begins in 2027. */
const gstRates = [0, 5, 12, 18, 28];

/** Fills an empty file with a shop in Maharashtra: GST inside the price, terminal A1, one member of staff. */
export function foundShop(store: Store, { settings, products = [], opening = {}, customers = [] }: ShopSetup): void {
  store.mutate({ name: 'test.shop', kind: 'request', actor: staffId }, (m) => {
    m.put('business_settings', { ...settingsRow(m.at), ...settings });
    m.put('terminal', { id: store.terminalId, name: 'Counter 1', series: 'A1', role: 'office', created_at: m.at });
    const pin_hash = 'not for signing in';
    m.put('staff', { id: staffId, name: 'Asha', role: 'owner', pin_hash, language: null, active: 1, created_at: m.at });
    for (const percent of gstRates) putTaxClass(m, `gst${percent}`, '2017-07-01', percent);
    putTaxClass(m, 'later', '2027-01-01', 18);
    for (const product of products) m.put('product', productRow(product.id, { unit: 'PCS', ...product }));
    for (const customer of customers) m.put('customer', customerRow(customer.id, customer));
    for (const [productId, thousandths] of Object.entries(opening)) {
      m.move({
        id: `opening:${productId}`,
        product_id: productId,
        quantity: quantity(thousandths),
        reason: 'opening',
        document_type: null,
        document_id: null,
        line_no: null,
        note: null,
        at: m.at,
        day: '2026-11-21' as Day, // proof: written out as a day
        staff_id: staffId,
        terminal_id: store.terminalId,
      });
    }
  });
}

function putTaxClass(
  m: Parameters<Parameters<Store['mutate']>[1]>[0],
  id: string,
  from: string,
  percent: number,
): void {
  m.put('tax_class', {
    id,
    name: id,
    active: 1,
    rates: [
      {
        effective_from: from as Day, // proof: written out as a day by the callers above
        position: 0,
        kind: 'gst',
        rate: (percent * 10_000) as Rate, // proof: a whole percent
        per_unit: 0 as Row<'tax_class'>['rates'][number]['per_unit'], // proof: zero
        compound: 0,
      },
    ],
  });
}

/** The counter of a shop in this file, with the calls that its screen makes. */
export function openCounter(store: Store) {
  const deps = createShopDeps(store);
  const sales = createSales(deps);
  const { handlers } = sales;
  const stock = stockHandlers(deps);
  const alerts = alertHandlers(deps);
  const shifts = shiftHandlers(deps, new ApprovalDesk(deps));
  // Every handler of these areas answers at once; only its type allows a promise.
  const now = <T>(value: T | Promise<T>): T => {
    if (value instanceof Promise) throw new Error('A handler of the counter answered later');
    return value;
  };
  const cart = () => now(handlers['sales.cart']({}, cashier));
  return {
    deps,
    sales,
    cart,
    scan: (code: string, thousandths?: number) =>
      now(
        handlers['sales.scan'](
          thousandths === undefined ? { code } : { code, quantity: quantity(thousandths) },
          cashier,
        ),
      ),
    add: (productId: string, thousandths = 1000, unitPrice?: Money) =>
      sales.addGoods(staffId, [{ productId, quantity: quantity(thousandths), unitPrice }]),
    setQuantity: (lineNo: number, thousandths: number) =>
      now(handlers['sales.setQuantity']({ lineNo, quantity: quantity(thousandths) }, cashier)),
    discount: (discount: { percent: number } | { amount: number } | null, lineNo?: number) =>
      now(
        handlers['sales.setDiscount'](
          {
            // proof: literal integers of the tests
            discount: discount as { percent: Rate } | { amount: Money } | null,
            ...(lineNo === undefined ? {} : { lineNo }),
          },
          cashier,
        ),
      ),
    remove: (lineNo: number) => now(handlers['sales.removeLine']({ lineNo }, cashier)),
    clear: () => now(handlers['sales.clear']({}, cashier)),
    undo: () => now(handlers['sales.undo']({}, cashier)),
    customer: (customerId: string | null) => now(handlers['sales.setCustomer']({ customerId }, cashier)),
    /** Pays the open cart; in cash and exactly, unless told otherwise. */
    pay(...payments: readonly [method: Method, amount: number][]) {
      const { id, revision, totals } = cart();
      const tenders: readonly [Method, number][] = payments.length > 0 ? payments : [['cash', totals.cashDue]];
      return this.complete(id, revision, tenders);
    },
    complete: (cartId: string, revision: number, payments: readonly [method: Method, amount: number][]) =>
      now(
        handlers['sales.complete'](
          {
            cartId,
            revision,
            payments: payments.map(([method, amount]) => ({ method, amount: money(amount) })),
            refund: 'cash',
            approvals: [],
            confirm: [],
          },
          cashier,
        ),
      ),
    bill: (id: string) => now(handlers['sales.bill']({ id }, cashier)),
    bills: ({ offset = 0, limit = 50, state = 'all', ...question }: Partial<HandlerInput<'sales.bills'>> = {}) =>
      now(handlers['sales.bills']({ offset, limit, state, ...question }, cashier)),
    giveBack: (
      billId: string,
      lines: readonly [lineNo: number, thousandths: number][],
      refund: Refund = 'cash',
      returnId = deps.ids.next(),
    ) =>
      now(
        handlers['sales.return'](
          {
            returnId,
            billId,
            lines: lines.map(([lineNo, thousandths]) => ({ lineNo, quantity: quantity(thousandths), restock: true })),
            reason: 'damaged',
            refund,
          },
          cashier,
        ),
      ),
    voidBill: (billId: string) => now(handlers['sales.void']({ billId, reason: 'wrong' }, cashier)),
    openShift: (float: number) =>
      now(shifts['shift.open']({ shiftId: deps.ids.next(), float: money(float), confirm: [] }, cashier)),
    /** Counted as one coin of a rupee. */
    closeShift: (shiftId: string) => {
      const counts = [{ denomination: money(100), count: 1 }];
      return now(shifts['shift.close']({ shiftId, counts, confirm: [] }, cashier));
    },
    currentShift: () => now(shifts['shift.current']({}, cashier)),
    adjust: (productId: string, thousandths: number) =>
      now(
        stock['stock.adjust'](
          { productId, quantity: quantity(thousandths), reason: 'adjustment', note: 'counted' },
          cashier,
        ),
      ),
    history: (productId: string, offset = 0, limit = 50) =>
      now(stock['stock.history']({ productId, offset, limit }, cashier)),
    alerts: (state: 'open' | 'all' = 'open') => now(alerts['alerts.list']({ state, offset: 0, limit: 200 }, cashier)),
    acknowledge: (ids: string[]) => now(alerts['alerts.acknowledge']({ ids }, cashier)),
    /** Thousandths. */
    level: (productId: string): Quantity =>
      store
        .sql<[string], { quantity: Quantity }>('SELECT quantity FROM stock_level WHERE product_id = ?')
        .get(productId)?.quantity ?? quantity(0),
  };
}

type Method = CallInput<'sales.complete'>['payments'][number]['method'];
type Refund = HandlerInput<'sales.return'>['refund'];
export type Counter = ReturnType<typeof openCounter>;
