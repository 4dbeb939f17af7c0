import { expect, type Page } from '@playwright/test';
import { call } from '../calls';
import { dialog } from '../counter';
import { type Books, figures, type Way } from './books';
import { figureOf, type NetworkPrinter } from './printer';
import type { DayShop } from './shop';

// Books and app agree: what the app answers, what it shows, what it printed.

const methodNames: Readonly<Record<Way, string>> = {
  cash: 'Cash',
  card: 'Card',
  upi: 'UPI',
  bank: 'Bank',
  store_credit: 'Store credit',
  exchange: 'Exchange',
};

/** Every account, every shelf, every bill. */
export async function expectShop(page: Page, books: Books, { products, customers }: DayShop): Promise<void> {
  const people = (await call(page, 'customers.list', { limit: 50 })).rows;
  expect(Object.fromEntries(people.map(({ name, balance }) => [name, BigInt(balance)]))).toEqual({
    ...Object.fromEntries(Object.keys(customers).map((name) => [name, 0n])),
    ...Object.fromEntries(books.khata),
  });
  const shelf = (await call(page, 'catalogue.products', { limit: 50 })).rows;
  expect(shelf).toHaveLength(Object.keys(products).length);
  expect(Object.fromEntries(shelf.map(({ name, stock }) => [name, BigInt(stock)]))).toEqual(
    Object.fromEntries(books.stock),
  );
  const bills = (await call(page, 'sales.bills', { limit: 100 })).rows;
  for (const { number, priced, due, paid, change } of books.bills) {
    const id = bills.find((each) => each.number === number)?.id ?? '';
    const bill = await call(page, 'sales.bill', { id });
    expect({
      number: bill.number,
      subtotal: BigInt(bill.subtotal),
      lineOff: BigInt(bill.lineDiscount),
      billOff: BigInt(bill.billDiscount),
      roundOff: BigInt(bill.roundOff),
      total: BigInt(bill.total),
      due: BigInt(bill.due),
      change: BigInt(bill.change),
      paid: bill.payments.map(({ method, amount }) => [method, BigInt(amount)]),
      lines: bill.lines.map(({ taxable, tax }) => [BigInt(taxable), BigInt(tax)]),
    }).toEqual({
      number,
      subtotal: priced.subtotal,
      lineOff: priced.lineOff,
      billOff: priced.billOff,
      roundOff: priced.roundOff,
      total: priced.total,
      due,
      change,
      paid,
      lines: priced.lines.map(({ taxable, half }) => [taxable, 2n * half]),
    });
  }
}

/** The Z on the screen, figure by figure. */
export async function expectZ(page: Page, books: Books, counted: bigint): Promise<void> {
  const rows = await dialog(page)
    .locator('section dl > div')
    .evaluateAll((all) =>
      all.map((row): [string, string] => [
        row.querySelector('dt')?.textContent ?? '',
        row.querySelector('dd')?.textContent ?? '',
      ]),
    );
  const shown = Object.fromEntries(rows.map(([name, figure]) => [name.replace(/ · \d+$/, ''), figure]));
  const { z } = books;
  const screen = (paise: bigint) => figures(paise).replace('-', '−');
  expect(shown).toMatchObject({
    [`${z.bills} bills`]: screen(z.sales),
    [`${z.returns} returns`]: screen(z.returned),
    [`${z.voids} voids`]: screen(z.voided),
    Net: screen(books.net),
    'Discounts given': screen(z.discount),
    'Taxable value': screen(z.taxable),
    'Round off': screen(z.roundOff),
    'On account': screen(z.onAccount),
    'Old dues among it': screen(z.duesReceived),
    Sales: screen(books.drawer.get('sale') ?? 0n),
    'Cash returns': screen(books.drawer.get('refund') ?? 0n),
    Voids: screen(books.drawer.get('void') ?? 0n),
    'Put in': screen(books.drawer.get('paid_in') ?? 0n),
    'Taken out': screen(books.drawer.get('paid_out') ?? 0n),
    Float: screen(books.drawer.get('float') ?? 0n),
    'Dues received': screen(books.drawer.get('due_received') ?? 0n),
    'Should be there': screen(books.expected),
    Counted: screen(counted),
    Short: `₹${figures(books.expected - counted)}`,
    ...Object.fromEntries([...books.methods].map(([way, amount]) => [methodNames[way], screen(amount)])),
    ...Object.fromEntries(
      [...books.taxes].flatMap(([rate, { half }]) =>
        ['CGST', 'SGST'].map((kind) => [`${kind} ${halfRate(rate)}`, screen(half)]),
      ),
    ),
  });
}

/** 5 % is twice 2.5 %. */
const halfRate = (rate: bigint): string => `${rate / 2n}${rate % 2n === 0n ? '' : '.5'}%`;

/** The archive's Z and the drawer behind it, as the owner is told them. */
export async function expectDrawer(
  page: Page,
  books: Books,
  counted: bigint,
  counts: ReadonlyMap<bigint, bigint>,
): Promise<void> {
  const [closed] = (await call(page, 'shift.list', { limit: 1 })).rows;
  const z = await call(page, 'shift.get', { shiftId: closed?.id ?? '' });
  if (z.state !== 'closed') throw new Error('The shift is not closed');
  expect(Object.fromEntries(z.cash.map(({ category, amount }) => [category, BigInt(amount)]))).toEqual(
    Object.fromEntries(books.drawer),
  );
  expect(Object.fromEntries(z.payments.map(({ method, amount }) => [method, BigInt(amount)]))).toEqual(
    Object.fromEntries(books.methods),
  );
  const taxes = z.taxes.filter(({ rate }) => rate > 0);
  expect(taxes.map(({ kind, rate, taxable, amount }) => [kind, rate, BigInt(taxable), BigInt(amount)])).toEqual(
    [...books.taxes]
      .sort(([a], [b]) => Number(a - b))
      .flatMap(([rate, { taxable, half }]) =>
        ['cgst', 'sgst'].map((kind) => [kind, Number(rate) * 5_000, taxable, half]),
      ),
  );
  expect(z.counts.map(({ denomination, count }) => [BigInt(denomination), BigInt(count)])).toEqual([...counts]);
  const { bills, returns, voids, ...amounts } = books.z;
  expect(z).toMatchObject({
    bills,
    returns,
    voids,
    ...Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, Number(amount)])),
    net: Number(books.net),
    expected: Number(books.expected),
    counted: Number(counted),
    difference: Number(counted - books.expected),
  });
}

/** Every bill and credit note came out once, with its figures. */
export function expectPapers(
  printer: NetworkPrinter,
  books: Books,
  notes: readonly { readonly number: string; readonly total: bigint }[],
): void {
  const papers = printer.papers();
  for (const { number, priced, tendered, change, due } of books.bills) {
    // A bill that was taken back has a paper of its own for that.
    const mine = papers.filter((text) => new RegExp(`^No\\. +${number}$`, 'm').test(text) && text.includes('Subtotal'));
    expect(mine, number).toHaveLength(1);
    const [paper = ''] = mine;
    const less = (paise: bigint) => (paise === 0n ? null : figures(-paise));
    expect({
      subtotal: figureOf(paper, 'Subtotal'),
      billOff: figureOf(paper, 'Bill discount'),
      roundOff: figureOf(paper, 'Round off'),
      change: figureOf(paper, 'Change'),
      due: figureOf(paper, 'Due on account'),
    }).toEqual({
      subtotal: figures(priced.subtotal),
      billOff: less(priced.billOff),
      roundOff: priced.roundOff === 0n ? null : figures(priced.roundOff),
      change: change === 0n ? null : figures(change),
      due: due === 0n ? null : figures(due),
    });
    for (const [way, amount] of tendered) expect(paper).toMatch(receivedLine(way, amount));
  }
  for (const { number } of notes) expect(printer.whole(number), number).toBe(1);
  expect(printer.simulator.kicks.length).toBeGreaterThan(0);
}

const receivedLine = (way: Way, amount: bigint): RegExp =>
  new RegExp(`^${methodNames[way]} received.* ${figures(amount).replaceAll('.', '\\.')}$`, 'm');

/** The printed Z says what the books say. */
export function expectZOnPaper(papers: readonly string[], books: Books, counted: bigint): void {
  const mine = papers.filter((text) => /^ *Z report A1Z/m.test(text));
  expect(mine).toHaveLength(1);
  const [paper = ''] = mine;
  const { z, drawer } = books;
  const rows: readonly (readonly [string, bigint])[] = [
    [`Sales (${z.bills})`, z.sales],
    ['Discounts', z.discount],
    [`Returns (${z.returns})`, z.returned],
    [`Voids (${z.voids})`, z.voided],
    ['Round off', z.roundOff],
    ['Float', drawer.get('float') ?? 0n],
    ['Cash sales', drawer.get('sale') ?? 0n],
    ['Cash returns', drawer.get('refund') ?? 0n],
    ['Put in', drawer.get('paid_in') ?? 0n],
    ['Taken out', drawer.get('paid_out') ?? 0n],
    ['Voids', drawer.get('void') ?? 0n],
    ...[...books.methods].filter(([way]) => way !== 'cash').map(([way, amount]) => [methodNames[way], amount] as const),
  ];
  for (const [words, amount] of rows) {
    const line = new RegExp(`^${words.replace(/[()]/g, '\\$&')}  .*? ${figures(amount).replaceAll('.', '\\.')}$`, 'm');
    expect(paper).toMatch(line);
  }
  for (const [rate, { taxable, half }] of books.taxes) {
    const [of, tax] = [figures(taxable), figures(half)].map((text) => text.replaceAll('.', '\\.'));
    for (const kind of ['CGST', 'SGST']) {
      expect(paper).toMatch(new RegExp(`^${kind} ${halfRate(rate).replace('.', '\\.')} +${of} +${tax}$`, 'm'));
    }
  }
  expect(counted).toBeLessThan(books.expected);
}
