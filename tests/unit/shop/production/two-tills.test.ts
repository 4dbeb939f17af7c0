import { afterEach, expect, it } from 'vitest';
import type { Store } from '../../../../src/main/store';
import { countOf as count, joinHub, startHub, until } from '../../../support/plain-hub';
import { foundBakery, goods, idOf, openProduction } from '../../../support/production';
import { makeTestShop } from '../../../support/shop-store';

const { flour, dough, bread } = goods;
const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const isQuiet = (store: Store) => store.replica.pending(0, 1, 0).length === 0;

it('two tills that cannot see each other log, take one log back and write recipes that go round: everything stands, the goods move back once, and both say the same', {
  timeout: 30_000,
}, async () => {
  const shops = [makeTestShop(), makeTestShop()] as const;
  for (const shop of shops) closing.push(() => shop.dispose());
  const [a, b] = [shops[0].open(), shops[1].open()];
  foundBakery(a);
  const first = await startHub(shops[0], closing);
  await first.hub.enrol({ id: a.terminalId, series: 'A1' });
  await first.hub.enrol({ id: b.terminalId, name: 'Kitchen', role: 'counter' });
  for (const store of [a, b]) joinHub(store, first.port, closing);
  const [here, there] = [openProduction(a), openProduction(b)];
  const shared = here.make(bread, 10_000, { [flour]: 5_000 }, { id: idOf('b001', 1) }).log.id;
  await until(b, () => count(b, 'production_log') === 1 && count(b, 'stock_movement') === 2);
  expect(there.stock(bread, flour)).toEqual([10_000, -5_000]);

  await first.stop();
  here.call('production.reverse', { id: shared, reason: 'Typed twice' });
  for (const { clock } of shops) clock.advance(60_000);
  there.call('production.reverse', { id: shared, reason: 'Was ours' });
  here.make(bread, 4_000, { [flour]: 2_000 }, { id: idOf('b001', 2) });
  there.make(dough, 3_000, { [flour]: 2_000 }, { id: idOf('b001', 3) });
  here.write(bread, 10_000, { [dough]: 6_000 }, idOf('b002', 1));
  there.write(dough, 1_000, { [bread]: 1_000 }, idOf('b002', 2));

  await startHub(shops[0], closing, first.port);
  const isDone = (store: Store) =>
    isQuiet(store) && count(store, 'production_log') === 3 && count(store, 'recipe') === 2;
  await Promise.all([a, b].map((store) => until(store, () => isDone(store))));
  for (const till of [here, there]) {
    expect(till.stock(bread, dough, flour)).toEqual([4_000, 3_000, -4_000]);
    expect(till.recipes().map(({ circular }) => circular)).toEqual([true, true]);
    expect(count(till.store, `production_reversal`)).toBe(1);
  }
});
