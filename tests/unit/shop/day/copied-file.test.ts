import { copyFileSync } from 'node:fs';
import { money } from '@shared/money';
import { afterEach, expect, it } from 'vitest';
import { auditLevels } from '../../../../src/main/store';
import { foundShop } from '../../../support/counter';
import { openDay, staffUp } from '../../../support/day';
import { countOf, joinHub, startHub, until } from '../../../support/plain-hub';
import { makeTestShop } from '../../../support/shop-store';

const soap = '00000000-0000-7000-8000-00000000a001';
const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A shop at its hub, with one piece on the open bill, and a copy of its file that has not met the hub yet. */
async function copiedShop() {
  const shops = [makeTestShop(), makeTestShop()] as const;
  for (const shop of shops) closing.push(() => shop.dispose());
  const before = shops[0].open();
  foundShop(before, { products: [{ id: soap, price: money(10_000) }] });
  await staffUp(before);
  const { hub, port } = await startHub(shops[0], closing);
  await hub.enrol({ id: before.terminalId, series: 'A1' });
  const client = joinHub(before, port, closing);
  const shiftId = shops[0].ids.next();
  openDay(before).call('owner', 'shift.open', { shiftId, float: 0 });
  openDay(before).call('owner', 'sales.addLine', { productId: soap });
  await until(before, () => before.replica.pendingCount() === 0);
  client.stop();
  await before.close();
  copyFileSync(shops[0].file, shops[1].file);
  return { original: shops[0].open(), copy: shops[1].open(), port, shiftId };
}

const pay = (till: ReturnType<typeof openDay>) => {
  const { id: cartId, revision } = till.call('owner', 'sales.cart', {});
  return till.call('owner', 'sales.complete', { cartId, revision, payments: [{ method: 'cash', amount: 10_000 }] });
};

it('an open bill that stands in two copies of a file is two sales when both sell it', async () => {
  const { original, copy, port } = await copiedShop();
  const [here, there] = [openDay(original), openDay(copy)];
  const first = pay(here);
  joinHub(original, port, closing);
  await until(original, () => original.replica.pendingCount() === 0);

  const second = pay(there);
  expect(second.billId).not.toBe(first.billId);
  let renumbered: ReadonlyMap<string, string> = new Map();
  joinHub(copy, port, closing, (numbers) => {
    renumbered = numbers;
  });
  await until(copy, () => copy.terminalId !== original.terminalId && copy.replica.pendingCount() === 0);
  await until(original, () => countOf(original, 'bill') === 2);
  await until(copy, () => countOf(copy, 'bill') === 2);
  expect([...renumbered.keys()]).toEqual([second.number]);
  for (const store of [original, copy]) {
    expect(countOf(store, 'outbox WHERE attention = 1')).toBe(0);
    expect(auditLevels(store)).toEqual([]);
    expect(store.sql('SELECT quantity FROM stock_level').all()).toEqual([{ quantity: -2000 }]);
    const bills = store.sql<[], { id: string }>('SELECT id FROM bill').all();
    expect(new Set(bills.map(({ id }) => id))).toEqual(new Set([first.billId, second.billId]));
  }
});

it('an open bill that two copies of a file put aside is held twice', async () => {
  const { original, copy, port } = await copiedShop();
  openDay(original).call('owner', 'sales.hold', { name: 'Blue shirt' });
  joinHub(original, port, closing);
  await until(original, () => original.replica.pendingCount() === 0);
  openDay(copy).call('owner', 'sales.addLine', { productId: soap });
  openDay(copy).call('owner', 'sales.hold', { name: 'Red shirt' });
  joinHub(copy, port, closing);
  await until(copy, () => copy.terminalId !== original.terminalId && copy.replica.pendingCount() === 0);
  await until(original, () => countOf(original, 'held_bill') === 2);
  const held = openDay(original).call('owner', 'sales.held', {});
  expect(new Map(held.map(({ name, total }) => [name, total]))).toEqual(
    new Map([
      ['Blue shirt', 10_000],
      ['Red shirt', 20_000],
    ]),
  );
});

it('a till that goes on as a copy of its file counts out the shift that was open', async () => {
  const { original, copy, port, shiftId } = await copiedShop();
  joinHub(original, port, closing);
  await until(original, () => original.replica.pendingCount() === 0);
  openDay(original).call('owner', 'sales.setNote', { lineNo: 1, note: 'went on' });
  openDay(original).call('owner', 'sales.hold', { name: 'Blue shirt' });
  await until(original, () => original.replica.pendingCount() === 0);

  const there = openDay(copy);
  pay(there);
  joinHub(copy, port, closing);
  await until(copy, () => copy.terminalId !== original.terminalId && copy.replica.pendingCount() === 0);
  expect(there.call('owner', 'shift.current', {})).toMatchObject({ id: shiftId });
  const counts = [{ denomination: 10_000, count: 1 }];
  expect(there.call('owner', 'shift.close', { shiftId, counts })).toMatchObject({ expected: 10_000, difference: 0 });
  expect(there.call('owner', 'shift.current', {})).toBeNull();
  await until(original, () => countOf(original, 'shift_close') === 1);
  expect(openDay(original).call('owner', 'shift.current', {})).toBeNull();
});
