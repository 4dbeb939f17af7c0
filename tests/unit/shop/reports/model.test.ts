import type { Day } from '@shared/clock';
import { addDays, dayOf } from '@shared/clock';
import { type Money, money } from '@shared/money';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../../../src/main/store';
import { foundShop } from '../../../support/counter';
import { openReports } from '../../../support/reports';
import { productRow, saleRows } from '../../../support/sale-rows';
import { makeTestShop, morning, type TestShop } from '../../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

const today = dayOf(morning, 'Asia/Kolkata');
const goods = ['a', 'b', 'c'].map((letter) => `00000000-0000-7000-8000-00000000000${letter}`);
const people = ['1', '2'].map((digit) => `00000000-0000-7000-8001-00000000000${digit}`);
/** What a piece of each costs with its tax, in `saleRows`. */
const piece = 1180;

/** A sale of some pieces, and what became of it. */
const sale = fc.record({
  back: fc.integer({ min: 0, max: 40 }),
  minute: fc.integer({ min: 0, max: 600 }),
  sold: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 4 }),
  customer: fc.option(fc.integer({ min: 0, max: 1 })),
  fate: fc.constantFrom('stays', 'stays', 'voided', 'one comes back'),
});
type Sale = typeof sale extends fc.Arbitrary<infer T> ? T : never;

const dayOfSale = ({ back }: Sale): Day => addDays(today, -back);

function write(store: Store, sales: readonly Sale[]): void {
  store.mutate({ name: 'test.sales', kind: 'fact', actor: 's' }, (m) => {
    for (const [index, each] of sales.entries()) {
      const id = `bill-${String(index).padStart(4, '0')}`;
      const day = dayOfSale(each);
      const at = morning - each.back * 86_400_000 + each.minute * 60_000;
      const lines = each.sold.map((n) => goods[n] ?? '');
      const { bill, payment } = saleRows(id, `A1/2627/${String(index + 1).padStart(6, '0')}`, lines);
      const customer_id = each.customer === null ? null : (people[each.customer] ?? null);
      m.put('bill', { ...bill, sequence: index + 1, at, day, customer_id });
      m.put('payment', { ...payment, at, day });
      if (each.fate === 'voided') {
        const of = { bill_id: id, bill_number: bill.number, reason: 'r', approved_by: null };
        m.put('bill_void', { id: `${id}:void`, ...of, at, day, staff_id: 's', terminal_id: 't', shift_id: null });
      }
      if (each.fate === 'one comes back') putReturn(m, id, bill, at, day);
    }
  });
}

type Mutation = Parameters<Parameters<Store['mutate']>[1]>[0];
type Bill = ReturnType<typeof saleRows>['bill'];

/** The first piece, on the next day or today. */
function putReturn(m: Mutation, id: string, bill: Bill, at: number, day: Day): void {
  const [line] = bill.lines;
  if (!line) throw new Error('A bill has a line');
  const neg = (amount: Money) => money(-amount);
  const { lines: _, taxes, paid: ____, change_given: _____, due: ______, cart_id: _______, ...header } = bill;
  const { list_price: __, ...sold } = line;
  const back = day < today ? addDays(day, 1) : day;
  m.put('bill_return', {
    ...header,
    id: `${id}-return`,
    number: `C${bill.number.slice(1)}`,
    at: at + (back === day ? 1 : 86_400_000),
    day: back,
    customer_id: null,
    subtotal: neg(line.gross),
    taxable: neg(line.taxable),
    cgst: money(-90),
    sgst: money(-90),
    tax: neg(line.tax),
    total: neg(line.total),
    bill_id: id,
    bill_number: bill.number,
    exchange_bill_id: null,
    reason: 'r',
    lines: [
      {
        ...sold,
        quantity: -1000 as typeof sold.quantity, // proof: a piece, in thousandths
        stock_quantity: -1000 as typeof sold.quantity, // proof: as above
        gross: neg(sold.gross),
        net: neg(sold.net),
        taxable: neg(sold.taxable),
        tax: neg(sold.tax),
        total: neg(sold.total),
        bill_line_no: 1,
        restock: 1,
      },
    ],
    taxes: taxes.slice(0, 2).map((tax) => ({ ...tax, amount: neg(tax.amount) })),
  });
}

/** A bill that counts, or a piece that came back, as the books of a clerk have them. */
interface Entry {
  readonly day: Day;
  readonly product: string;
  readonly customer: string | null;
  readonly pieces: 1 | -1;
  readonly bill: number;
}

function clerk(sales: readonly Sale[]): Entry[] {
  return sales.flatMap((each, bill): Entry[] => {
    if (each.fate === 'voided') return [];
    const day = dayOfSale(each);
    const customer = each.customer === null ? null : (people[each.customer] ?? null);
    const sold = each.sold.map((n): Entry => ({ day, product: goods[n] ?? '', customer, pieces: 1, bill }));
    if (each.fate !== 'one comes back') return sold;
    const product = goods[each.sold[0] ?? 0] ?? '';
    return [...sold, { day: day < today ? addDays(day, 1) : day, product, customer: null, pieces: -1, bill }];
  });
}

it('every report of sales comes to what a clerk writes down, for any days', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(sale, { maxLength: 25 }),
      fc.integer({ min: 0, max: 41 }),
      fc.integer({ min: 0, max: 41 }),
      async (sales, one, other) => {
        const own = makeTestShop();
        try {
          const store = own.open();
          foundShop(store, {
            products: goods.map((id) => productRow(id)),
            customers: people.map((id) => ({ id })),
          });
          write(store, sales);
          const from = addDays(today, -Math.max(one, other));
          const to = addDays(today, -Math.min(one, other));
          const { read, desk } = openReports(store);
          const question = { from, to };
          const entries = clerk(sales).filter(({ day }) => day >= from && day <= to);
          const net = (of: readonly Entry[]) => of.reduce((sum, { pieces }) => sum + pieces * piece, 0);
          const bills = (of: readonly Entry[]) =>
            new Set(of.filter(({ pieces }) => pieces > 0).map(({ bill }) => bill)).size;
          const by = (key: (entry: Entry) => string) =>
            Object.fromEntries([...Map.groupBy(entries, key)].map(([name, of]) => [name, [bills(of), net(of)]]));

          const days = await read({ report: 'days', ...question });
          expect(Object.fromEntries(days.rows.map(({ id, bills: n, net: sum }) => [id, [n, sum]]))).toEqual(
            by(({ day }) => day),
          );
          for (const { taxable, tax, roundOff, net: sum } of days.rows) {
            expect(Number(taxable) + Number(tax) + Number(roundOff)).toBe(sum);
          }
          const customers = await read({ report: 'customers', ...question });
          expect(Object.fromEntries(customers.rows.map(({ id, bills: n, net: sum }) => [id, [n, sum]]))).toEqual(
            by(({ customer }) => customer ?? ''),
          );
          const products = await read({ report: 'products', ...question });
          const pieces = (of: readonly Entry[], sign: 1 | -1) =>
            of.filter((entry) => entry.pieces === sign).length * 1000;
          expect(
            Object.fromEntries(products.rows.map(({ id, sold, back, total: sum }) => [id, [sold, back, sum]])),
          ).toEqual(
            Object.fromEntries(
              [...Map.groupBy(entries, ({ product }) => product)].map(([id, of]) => [
                id,
                [pieces(of, 1), pieces(of, -1), net(of)],
              ]),
            ),
          );
          for (const report of ['hours', 'products', 'categories', 'brands', 'customers', 'cashiers'] as const) {
            const { totals, roundOff } = await read({ report, ...question });
            expect(totals.net ?? Number(totals.total) + Number(roundOff)).toBe(net(entries));
          }
          const taxes = await read({ report: 'taxes', ...question });
          const hsn = await read({ report: 'hsn', ...question });
          expect(taxes.totals.tax).toBe(days.totals.tax);
          expect(hsn.totals).toMatchObject({ total: net(entries), taxable: days.totals.taxable });
          expect(Number(hsn.totals.cgst) + Number(hsn.totals.sgst)).toBe(days.totals.tax);
          for (const row of hsn.rows) expect(row).toMatchObject({ hsn: '190590', rate: 180_000 });
          // Money moved on the day of the bill, voided or not.
          const paid = sales.filter((each) => dayOfSale(each) >= from && dayOfSale(each) <= to);
          expect((await read({ report: 'payments', ...question })).totals.kept).toBe(
            paid.reduce((sum, { sold }) => sum + sold.length * piece, 0),
          );
          desk.close();
        } finally {
          await own.dispose();
        }
      },
    ),
    { numRuns: 8 },
  );
}, 300_000);

const posting = fc.record({
  customer: fc.integer({ min: 0, max: 1 }),
  amount: fc.integer({ min: 1, max: 50_000 }),
  /** Days from today on which it falls due; null: a payment. */
  due: fc.option(fc.integer({ min: -150, max: 20 })),
});

it('the ages of a khata come to its balance; what is paid takes off the oldest first', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(posting, { maxLength: 30 }), async (postings) => {
      const own = makeTestShop();
      try {
        const store = own.open();
        foundShop(store, { customers: people.map((id) => ({ id })) });
        store.mutate({ name: 'test.khata', kind: 'fact', actor: 's' }, (m) => {
          for (const [index, { customer, amount, due }] of postings.entries()) {
            m.put('party_transaction', {
              id: `p${String(index).padStart(3, '0')}`,
              party_type: 'customer',
              party_id: people[customer] ?? '',
              kind: due === null ? 'payment' : 'adjustment',
              amount: money(due === null ? -amount : amount),
              document_type: null,
              document_id: null,
              due_day: due === null ? null : addDays(today, due),
              note: null,
              at: morning + index,
              day: today,
              staff_id: 's',
              terminal_id: 't',
              shift_id: null,
            });
          }
        });
        const { read, desk } = openReports(store);
        const { rows } = await read({ report: 'khata' });
        expect(Object.fromEntries(rows.map(({ id, ...row }) => [id, pick(row)]))).toEqual(
          Object.fromEntries(
            people.flatMap((id, n) =>
              modelOf(
                id,
                postings.filter(({ customer }) => customer === n),
              ),
            ),
          ),
        );
        const dashboard = await desk.dashboard();
        expect(dashboard.khata.owed).toBe(rows.reduce((sum, { balance }) => sum + Number(balance), 0));
        expect(dashboard.khata.overdue).toBe(
          rows.reduce(
            (sum, row) =>
              sum + [row.late30, row.late60, row.late90, row.later].reduce<number>((a, b) => a + Number(b), 0),
            0,
          ),
        );
        desk.close();
      } finally {
        await own.dispose();
      }
    }),
    { numRuns: 10 },
  );
}, 300_000);

const ages = ['notDue', 'late30', 'late60', 'late90', 'later'] as const;
type Aged = Record<(typeof ages)[number] | 'balance' | 'credit', number>;

const pick = (row: Partial<Record<keyof Aged, unknown>>): Aged =>
  Object.fromEntries([...ages, 'balance', 'credit'].map((key) => [key, row[key as keyof Aged]])) as Aged; // proof: those keys

/** By hand: debts in the order in which they fall due, paid off from the front. */
function modelOf(id: string, postings: readonly { amount: number; due: number | null }[]): [string, Aged][] {
  const debts = postings.flatMap(({ amount, due }) => (due === null ? [] : [{ due, open: amount }]));
  debts.sort((a, b) => a.due - b.due);
  let paid = postings.reduce((sum, { amount, due }) => (due === null ? sum + amount : sum), 0);
  const balance = postings.reduce((sum, { amount, due }) => sum + (due === null ? -amount : amount), 0);
  if (balance === 0) return [];
  const aged: Aged = {
    notDue: 0,
    late30: 0,
    late60: 0,
    late90: 0,
    later: 0,
    balance: Math.max(0, balance),
    credit: Math.max(0, -balance),
  };
  for (const debt of debts) {
    const taken = Math.min(debt.open, paid);
    paid -= taken;
    const late = -debt.due;
    const age = ages[late <= 0 ? 0 : Math.min(4, Math.ceil(late / 30))] ?? 'later';
    aged[age] += debt.open - taken;
  }
  return [[id, aged]];
}
