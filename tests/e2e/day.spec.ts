import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { call } from './support/calls';
import { cashier, dialog, owner } from './support/counter';
import { expectDrawer, expectPapers, expectShop, expectZ, expectZOnPaper } from './support/day/agree';
import { Books, figures } from './support/day/books';
import { giveBack, inCash, ring, sell, settle, swap, takeAllBack } from './support/day/clerk';
import { countAndClose, moveCash, openShift, receiveDues, shiftTab } from './support/day/desk';
import { Hands } from './support/day/hands';
import { connectPrinter } from './support/day/printer';
import { type Sale, sales } from './support/day/sales';
import { foundDayShop, opening } from './support/day/shop';
import { expect, test } from './support/fixtures';

// A cashier's whole day, by keyboard and scanner alone, held against books that are kept by hand beside it
// (support/day: its own arithmetic, from docs/money-and-tax.md). The calls only found the shop and read how it stands.

const pictures = resolve(import.meta.dirname, '../../test-results/day');

/** For whoever wants to look: npm run e2e -- day. */
async function keep(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** The till is locked, and somebody signs in, by keys. */
async function change(hands: Hands, to: { readonly name: string; readonly pin: string }): Promise<void> {
  const { app, page, press } = hands;
  await press('Control+l');
  await app.ready('sign-in');
  await page.getByRole('button', { name: new RegExp(to.name) }).press('Enter');
  await hands.type(to.pin);
  await press('Enter');
  await app.ready('counter');
  await expect(page.getByRole('button', { name: /^Menu of/ })).toContainText(to.name);
}

/** Sales after which something else happens. */
const held: readonly Sale[] = [
  { lines: [{ good: 'soap', times: '2' }, { good: 'cola' }], pay: inCash },
  {
    lines: [{ good: 'cream', off: { off: { percent: 5n } } }],
    customer: ['983', 'Meena Joshi'],
    pay: [{ way: 'UPI' }],
  },
];

test('a day of thirty sales, held bills, returns, an exchange, a void, dues and a blind count agrees to the paisa', async ({
  launch,
}) => {
  test.setTimeout(300_000);
  const app = await launch();
  const { page } = app;
  const shop = await foundDayShop(page);
  const printer = await connectPrinter(page);
  try {
    await page.reload();
    await app.ready('counter');
    const hands = new Hands(app);
    const books = new Books();
    for (const name of Object.keys(shop.products)) books.stock.set(name, opening);
    books.stock.set('Milk', opening - 20_000n);
    books.khata.set('Ravi Kulkarni', 500_00n);
    await change(hands, cashier);

    await openShift(hands, '2000');
    books.move('float', 2000_00n);

    // The morning, with two bills put aside and taken up again in the other order.
    for (const sale of sales.slice(0, 6)) await sell(hands, books, sale);
    const [first, second] = held;
    if (!first || !second) throw new Error('Two bills are held');
    await ring(hands, first);
    await hands.hold('Blue shirt');
    await ring(hands, second);
    await hands.hold('Meena');
    for (const sale of sales.slice(6, 14)) await sell(hands, books, sale);
    await hands.recall('Meena');
    await settle(hands, books, second);
    await hands.recall('Blue shirt');
    await settle(hands, books, first);
    expect(await call(page, 'sales.held', {})).toEqual([]);

    await moveCash(hands, 'in', '300');
    books.move('paid_in', 300_00n);
    await moveCash(hands, 'out', '45');
    books.move('paid_out', -45_00n);
    await receiveDues(hands, 'rav', '350', 'Cash');
    books.receive('Ravi Kulkarni', 'cash', 350_00n);
    await receiveDues(hands, 'rav', '50.50', 'UPI');
    books.receive('Ravi Kulkarni', 'upi', 50_50n);

    for (const sale of sales.slice(14)) await sell(hands, books, sale);

    // What comes back: in two parts in cash, damaged goods, into store credit, against a due.
    const bill = (at: number) => books.bills[at] ?? books.bill('');
    const notes = [
      await giveBack(hands, books, bill(12), [{ name: 'Face cream', quantity: '1' }], 'Cash'),
      await giveBack(hands, books, bill(12), [{ name: 'Face cream', isDamaged: true }, { name: 'Milk' }], 'Cash'),
      await giveBack(hands, books, bill(4), [{ name: 'Oil 1 L', quantity: '5' }], 'Bank'),
    ];
    const ofMeena = books.bills.find(({ customer, due }) => customer === 'Meena Joshi' && due === 0n);
    if (!ofMeena) throw new Error('Meena paid a bill');
    notes.push(await giveBack(hands, books, ofMeena, [{ name: ofMeena.products[0] ?? '' }], 'Store credit'));
    const ofZoya = books.bills.find(({ customer, due }) => customer === 'Zoya Khan' && due > 0n);
    if (!ofZoya) throw new Error('Zoya owes');
    notes.push(await giveBack(hands, books, ofZoya, [{ name: 'Oil 1 L', quantity: '3' }], 'Cash'));

    // Meena pays more than she owes since: it is meant, and hers to spend as store credit; the rest is cash.
    await receiveDues(hands, 'mee', '217', 'Cash', true);
    books.receive('Meena Joshi', 'cash', 217_00n);
    expect(books.khata.get('Meena Joshi')).toBe(-185_00n);
    const spend: Sale = {
      lines: [{ good: 'soap', times: '6' }],
      customer: ['983', 'Meena Joshi'],
      pay: [{ way: 'Store credit', typed: '185' }, { way: 'Cash' }],
    };
    await sell(hands, books, spend);
    await swap(hands, books, bill(8), [{ name: 'Oil 1 L' }], { lines: [{ good: 'cream' }], pay: inCash });
    await takeAllBack(hands, books, bill(2));
    await takeAllBack(hands, books, bill(0));
    expect(books.z.bills).toBeGreaterThanOrEqual(30);

    // X: who counts blind reads nothing from which the cash follows.
    await shiftTab(hands, 0);
    await expect(dialog(page)).toContainText('shown after you have counted');
    await expect(dialog(page)).not.toContainText('Should be there');
    await expect(dialog(page)).toContainText(`${books.z.bills} bills`);
    for (const telling of [books.net, books.z.sales, books.z.taxable, books.expected]) {
      await expect(dialog(page)).not.toContainText(figures(telling));
    }
    await keep(page, 'x-blind');
    await hands.press('Escape');
    await expectShop(page, books, shop);

    // A return in paise leaves paise to be expected that no coin is for; three rupees are missing besides.
    const counted = (books.expected / 100n) * 100n - 3_00n;
    const counts = await countAndClose(hands, counted);
    await keep(page, 'z');
    await expectZ(page, books, counted);
    await hands.press('Enter');
    await change(hands, owner);
    await expectDrawer(page, books, counted, counts);

    await expect.poll(async () => (await call(page, 'printing.status', {})).waiting, { timeout: 60_000 }).toBe(0);
    const papers = printer.papers();
    mkdirSync(pictures, { recursive: true });
    writeFileSync(join(pictures, 'papers.txt'), papers.join('\n════════\n'));
    writeFileSync(join(pictures, 'z.paper.png'), printer.simulator.png());
    expect(printer.simulator.unknown).toEqual([]);
    expectPapers(printer, books, notes);
    expectZOnPaper(papers, books, counted);
  } finally {
    await printer.close();
  }
});
