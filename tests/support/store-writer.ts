/**
 * Sells as fast as it can into the shop file of its first argument until it is killed, and prints the number of each
 * mutation once `mutate` has returned, that is: once the sale is promised to be on the disk.
 */
import { writeSync } from 'node:fs';
import { systemClock } from '@shared/clock';
import { openStore } from '../../src/main/store';
import { saleRows } from './sale-rows';
import { makeIds, shopMigrations } from './shop-store';

const file = process.argv[2] ?? '';
const ids = makeIds(systemClock);
const store = openStore({ file, migrations: shopMigrations, clock: systemClock, ids });
const products = store.all(store.kysely.selectFrom('product').select('id').orderBy('id')).map((row) => row.id);

for (let turn = 0; ; turn++) {
  const { mid } = store.mutate({ name: 'sale.complete', kind: 'fact', actor: 's' }, (m) => {
    const last = m
      .local<[], { last: number }>(
        `INSERT INTO number_series (series, financial_year, last) VALUES ('A', '2026-27', 1)
         ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last`,
      )
      .get()?.last;
    const chosen = products.slice(turn % 5, (turn % 5) + 5);
    const { bill, movements, payment, cash } = saleRows(ids.next(), `A-${last}`, chosen);
    m.put('bill', { ...bill, sequence: last ?? 0 });
    for (const movement of movements) m.move(movement);
    m.put('payment', payment);
    m.put('cashbook_entry', cash);
  });
  // Synchronous and unbuffered: what is printed has happened.
  writeSync(1, `${mid}\n`);
}
