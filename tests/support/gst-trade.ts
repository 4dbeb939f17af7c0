import { addDays, type Day, dayOf } from '@shared/clock';
import { fineMoney, money, rate } from '@shared/money';
import fc from 'fast-check';
import type { Store } from '../../src/main/store';
import { foundShop, openCounter, type ShopSetup } from './counter';
import { morning, type TestShop } from './shop-store';

/** A shop in Maharashtra whose trade has everything that a GST return tells apart. */

const id = (kind: number, n: number) => `00000000-0000-7000-80${kind}0-00000000000${n}`;

/** What a clerk has to know of each product to file a return by hand. */
export const goods = [
  {
    id: id(1, 1),
    name: 'Soap',
    hsn: '34011190',
    taxClass: 'gst18',
    percent: 18,
    unit: 'PCS',
    uqc: 'PCS',
    price: 35_50,
  },
  {
    id: id(1, 2),
    name: 'Biscuits',
    hsn: '190531',
    taxClass: 'gst5',
    percent: 5,
    unit: 'PKT',
    uqc: 'PAC',
    price: 10_00,
  },
  { id: id(1, 3), name: 'Milk', hsn: '0401', taxClass: 'gst0', percent: 0, unit: 'PKT', uqc: 'PAC', price: 28_00 },
  { id: id(1, 4), name: 'Atlas', hsn: '4901', taxClass: null, percent: null, unit: 'PCS', uqc: 'PCS', price: 240_00 },
  { id: id(1, 5), name: 'Cola', hsn: '220210', taxClass: 'cess', percent: 28, unit: 'BTL', uqc: 'BTL', price: 40_00 },
  { id: id(1, 6), name: 'Rice', hsn: '1006', taxClass: 'gst5', percent: 5, unit: 'KG', uqc: 'KGS', price: 61_35 },
  {
    id: id(1, 7),
    name: 'Repair',
    hsn: '998719',
    taxClass: 'gst18',
    percent: 18,
    unit: 'HRS',
    uqc: 'NA',
    price: 350_00,
  },
  {
    id: id(1, 8),
    name: 'Freezer',
    hsn: '8418',
    taxClass: 'gst18',
    percent: 18,
    unit: 'PCS',
    uqc: 'PCS',
    price: 85_000_00,
  },
] as const;

/** `state` is where their goods go. */
export const people = [
  { id: id(2, 1), name: 'Upadhyay & Sons', gstin: '27AAPFU0939F1ZV', state: '27' },
  { id: id(2, 2), name: 'Bengaluru Traders', gstin: '29AAGCB7383J1Z4', state: '29' },
  { id: id(2, 3), name: 'Meena from Goa', gstin: null, state: '30' },
  { id: id(2, 4), name: 'Ravi next door', gstin: null, state: '27' },
] as const;

export const sale = fc.record({
  day: fc.integer({ min: 0, max: 70 }),
  customer: fc.option(fc.integer({ min: 0, max: people.length - 1 }), { freq: 3 }),
  lines: fc.array(
    fc.record({ product: fc.integer({ min: 0, max: goods.length - 1 }), count: fc.integer({ min: 1, max: 3 }) }),
    { minLength: 1, maxLength: 4 },
  ),
  /** Off the bill, per mille. */
  discount: fc.constantFrom(0, 0, 25, 333),
  pay: fc.constantFrom('cash', 'upi', 'account', 'both'),
  fate: fc.constantFrom('stays', 'stays', 'voided', 'first line back', 'all back'),
  backAfter: fc.constantFrom(0, 1, 40),
});
export type Sale = typeof sale extends fc.Arbitrary<infer T> ? T : never;

const today = dayOf(morning, 'Asia/Kolkata');
export const firstDay: Day = addDays(today, -70);
const msPerDay = 86_400_000;

/** Sells, voids and takes back through the counter's own calls, day after day. */
export function trade(shop: TestShop, sales: readonly Sale[], settings: ShopSetup['settings'] = {}): Store {
  const store = shop.open();
  shop.clock.set(morning - 70 * msPerDay);
  foundShop(store, {
    settings: { gstin: '27AAPFU0939F1ZV', ...settings },
    products: goods.map(({ hsn, name, price, id: product, unit }) => ({
      id: product,
      name,
      hsn,
      unit,
      price: money(price),
      track_stock: 0,
    })),
    customers: people.map(({ id: customer, name, gstin, state }) => ({ id: customer, name, gstin, state_code: state })),
  });
  store.mutate({ name: 'test.taxes', kind: 'request', actor: 'test' }, (m) => {
    const component = { effective_from: '2017-07-01' as Day, compound: 0 as const }; // proof: written out as a day
    m.put('tax_class', {
      id: 'cess',
      name: 'cess',
      active: 1,
      rates: [
        { ...component, position: 0, kind: 'gst', rate: rate(280_000), per_unit: fineMoney(0) },
        { ...component, position: 1, kind: 'cess', rate: rate(120_000), per_unit: fineMoney(250) },
      ],
    });
    for (const { id: product, taxClass } of goods) {
      if (taxClass !== null) m.set('product', product, { tax_class_id: taxClass });
    }
  });
  const counter = openCounter(store);
  const events = sales.flatMap((each): (readonly [day: number, run: () => void])[] => {
    let bill = '';
    const sell = () => {
      for (const { product, count } of each.lines) {
        const ware = goods[product];
        if (ware) counter.add(ware.id, ware.unit === 'KG' ? count * 505 : count * 1000);
      }
      const person = each.customer === null ? undefined : people[each.customer];
      if (person) counter.customer(person.id);
      if (each.discount > 0) counter.discount({ percent: each.discount * 1000 });
      const { total, cashDue } = counter.cart().totals;
      bill = pay(counter, each.pay, { total, cashDue, hasAccount: person !== undefined }).billId;
    };
    const after = () => {
      if (each.fate === 'voided') counter.voidBill(bill);
      if (each.fate === 'stays' || each.fate === 'voided') return;
      const lines = counter.bill(bill).lines.map(({ lineNo, quantity }) => [lineNo, quantity] as [number, number]);
      counter.giveBack(bill, each.fate === 'all back' ? lines : lines.slice(0, 1));
    };
    return [
      [each.day, sell],
      [each.fate === 'voided' ? each.day : Math.min(70, each.day + each.backAfter), after],
    ];
  });
  for (const [day, run] of events.sort(([a], [b]) => a - b)) {
    shop.clock.set(Math.max(shop.clock.now() + 1000, morning + (day - 70) * msPerDay));
    run();
  }
  return store;
}

interface ToPay {
  readonly total: number;
  readonly cashDue: number;
  readonly hasAccount: boolean;
}

/** Cash above two lakh rupees has to be meant (section 269ST), so that goes by UPI. */
function pay(counter: ReturnType<typeof openCounter>, how: Sale['pay'], { total, cashDue, hasAccount }: ToPay) {
  if (total > 0 && how === 'account' && hasAccount) return counter.pay(['on_account', total]);
  if (total > 0 && (how === 'upi' || total > 1_00_000_00)) return counter.pay(['upi', total]);
  if (how === 'both' && total > 2_00) return counter.pay(['upi', 1_00], ['cash', total - 1_00 + 10_00]);
  return counter.pay(['cash', cashDue]);
}
