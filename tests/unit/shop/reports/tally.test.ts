import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '@shared/clock';
import { money } from '@shared/money';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Voucher, vouchersOf } from '../../../../src/main/shop/reports/tally/vouchers';
import type { Store } from '../../../../src/main/store';
import { openCounter } from '../../../support/counter';
import { goods, people, sale, trade } from '../../../support/gst-trade';
import { openReports } from '../../../support/reports';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

const day = (text: string) => text as Day; // proof: written out as a day below
const always = { from: day('2026-01-01'), to: day('2027-12-31') };
const november = { from: '2026-11-01', to: '2026-11-30' };

const balances = (vouchers: readonly Voucher[]): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const { postings } of vouchers) {
    for (const { ledger, amount } of postings) sums[ledger.name] = (sums[ledger.name] ?? 0) + amount;
  }
  return sums;
};

it('every voucher balances, and the ledgers come to drawer, khata and bills', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(sale, { maxLength: 14 }),
      fc.constantFrom(0, 100),
      fc.constantFrom(0, 500),
      async (sales, round_off_unit, cash_rounding_unit) => {
        const shop = makeTestShop();
        try {
          const settings = { round_off_unit: money(round_off_unit), cash_rounding_unit: money(cash_rounding_unit) };
          const store = trade(shop, sales, settings);
          const vouchers = [...vouchersOf(store, always)];
          for (const { postings } of vouchers) {
            expect(postings.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
            expect(postings.every(({ amount }) => amount !== 0)).toBe(true);
          }
          const sums = balances(vouchers);
          const one = (sql: string) => store.sql<[], { n: number | null }>(sql).get()?.n ?? 0;
          expect(sums.Cash ?? 0).toBe(one('SELECT sum(amount) AS n FROM cashbook_entry'));
          expect(sums['UPI Receipts'] ?? 0).toBe(one(`SELECT sum(amount) AS n FROM payment WHERE method = 'upi'`));
          expect(sums['Counter Customers'] ?? 0).toBe(0);
          for (const { id, name } of people) {
            const owes = one(`SELECT sum(amount) AS n FROM party_transaction WHERE party_id = '${id}'`);
            expect(sums[name] ?? 0).toBe(owes);
          }
          const kept = `FROM bill WHERE id NOT IN (SELECT bill_id FROM bill_void)`;
          for (const kind of ['cgst', 'sgst', 'igst', 'cess']) {
            const charged = one(`SELECT sum(${kind}) AS n ${kept}`) + one(`SELECT sum(${kind}) AS n FROM bill_return`);
            const name = kind === 'cess' ? 'Output Cess' : `Output ${kind.toUpperCase()}`;
            expect(0 - (sums[name] ?? 0)).toBe(charged);
          }
          const sold = Object.entries(sums).filter(([name]) => name.startsWith('Sales '));
          expect(0 - sold.reduce((sum, [, amount]) => sum + amount, 0)).toBe(
            one(`SELECT sum(taxable) AS n ${kept}`) + one('SELECT sum(taxable) AS n FROM bill_return'),
          );
        } finally {
          await shop.dispose();
        }
      },
    ),
    { numRuns: 25 },
  );
}, 300_000);

async function fileOf(shop: TestShop, store: Store): Promise<string> {
  const path = join(shop.folder, 'tally.xml');
  const { desk } = openReports(store, { chooseReportFile: async () => path });
  await desk.exportGst({ ...november, format: 'tally' });
  desk.close();
  return readFileSync(path, 'utf8');
}

it('the file has each ledger once, before what is posted to it; debits are below nothing; names are escaped', async () => {
  const shop = makeTestShop();
  try {
    const store = trade(shop, [], { name: 'Asha & "Sons" <Pune>' });
    shop.clock.set(Date.UTC(2026, 10, 21, 4, 30));
    const counter = openCounter(store);
    counter.add(goods[0].id);
    counter.customer(people[0].id);
    counter.pay(['cash', 35_50]);
    const xml = await fileOf(shop, store);
    expect(xml).toContain('<SVCURRENTCOMPANY>Asha &#38; &#34;Sons&#34; &#60;Pune&#62;</SVCURRENTCOMPANY>');
    expect(xml.match(/<LEDGER /g)).toHaveLength(5);
    expect(xml.match(/<VOUCHER /g)).toHaveLength(2);
    expect(xml.lastIndexOf('<LEDGER ')).toBeLessThan(xml.indexOf('<VOUCHER '));
    expect(xml).toContain('<PARTYGSTIN>27AAPFU0939F1ZV</PARTYGSTIN>');
    expect(xml).toContain('<DATE>20261121</DATE>');
    const entries = [...xml.matchAll(/<LEDGERNAME>(.*?)<\/LEDGERNAME><ISDEEMEDPOSITIVE>(Yes|No)<.*?<AMOUNT>(.*?)</g)];
    expect(entries.map(([, name, isDebit, amount]) => [name, isDebit, amount])).toEqual([
      ['Upadhyay &#38; Sons', 'Yes', '-35.50'],
      ['Sales GST 18%', 'No', '30.08'],
      ['Output CGST', 'No', '2.71'],
      ['Output SGST', 'No', '2.71'],
      ['Cash', 'Yes', '-35.50'],
      ['Upadhyay &#38; Sons', 'No', '35.50'],
    ]);
  } finally {
    await shop.dispose();
  }
});

it('two customers of one name, or one who is called like another ledger, have ledgers of their own', async () => {
  const shop = makeTestShop();
  try {
    const store = trade(shop, []);
    const rename = (id: string, name: string) =>
      store.mutate({ name: 'customer.edit', kind: 'request', actor: 'test' }, (m) => m.set('customer', id, { name }));
    const [first, second, third] = people;
    rename(first.id, 'Sharma');
    rename(second.id, 'sharma');
    rename(third.id, 'CASH');
    const counter = openCounter(store);
    for (const { id } of people) {
      counter.add(goods[2].id);
      counter.customer(id);
      counter.pay(['cash', 28_00]);
    }
    const names = [...vouchersOf(store, always)].map(({ party }) => party.name);
    expect([...new Set(names)]).toEqual([
      `Sharma (${first.id.slice(-6)})`,
      `sharma (${second.id.slice(-6)})`,
      `CASH (${third.id.slice(-6)})`,
      people[3].name,
    ]);
  } finally {
    await shop.dispose();
  }
});
