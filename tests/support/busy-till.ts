/**
 * A till in a hurry, in a process of its own: opens and closes shifts, sells, gives on account, takes back, voids and
 * restocks in the shop file of its first argument, at random by the seed of its second, until it is killed. Prints what
 * the counter was told, and only after it was told: `cart <id> <revision> <lines>`, `bill <id> <number>`, `void <bill>` and
 * `z <shift> <number>`.
 */
import { writeSync } from 'node:fs';
import { systemClock } from '@shared/clock';
import { openStore } from '../../src/main/store';
import { openCounter } from './counter';
import { makeIds, shopMigrations } from './shop-store';

const [, , file = '', seed = '1'] = process.argv;
const store = openStore({ file, migrations: shopMigrations, clock: systemClock, ids: makeIds(systemClock) });
const counter = openCounter(store);
const products = store
  .sql<[], { id: string }>('SELECT id FROM product ORDER BY id')
  .all()
  .map(({ id }) => id);

let state = Number(seed) >>> 0;
const random = (below: number) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const anyProduct = () => products[random(products.length)] ?? '';
// Synchronous and unbuffered: what is printed has happened.
const tell = (...words: readonly (string | number)[]) => writeSync(1, `${words.join(' ')}\n`);
const tellCart = ({ id, revision, lines }: ReturnType<typeof counter.cart>) => {
  tell('cart', id, revision, lines.length);
};

for (;;) {
  const shift = counter.currentShift();
  if (!shift) counter.openShift(100 * random(500));
  else if (random(8) === 0) tell('z', shift.id, counter.closeShift(shift.id).number ?? '');
  tellCart(counter.cart());
  for (let lines = 1 + random(4); lines > 0; lines--) {
    tellCart(counter.add(anyProduct(), 1000 * (1 + random(3)), undefined).cart);
  }
  if (random(4) === 0) tellCart(counter.discount({ percent: 10_000 * random(30) }));
  const owes = random(5) === 0;
  if (owes) tellCart(counter.customer('c'));
  const { total } = counter.cart().totals;
  const due = owes ? Math.floor(total / 2) : 0;
  const { billId, number } = due > 0 ? counter.pay(['cash', total - due], ['on_account', due]) : counter.pay();
  tell('bill', billId, number);
  const after = random(12);
  if (after < 2) counter.giveBack(billId, [[1, 1000]]);
  else if (after === 2) tell('void', counter.voidBill(billId).billId);
  if (random(2) === 0) counter.adjust(anyProduct(), 1000 * (5 + random(15)));
}
