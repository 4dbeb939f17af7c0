import type { Found } from '@shared/contract';
import { money } from '@shared/money';
import { type Role, roles } from '@shared/roles';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findHandlers } from '../../../src/main/shop/find';
import { supplierHandlers } from '../../../src/main/shop/suppliers';
import { type Counter, foundShop, openCounter } from '../../support/counter';
import { makeTestShop, type TestShop } from '../../support/shop-store';

let shop: TestShop;
let counter: Counter;
beforeEach(() => {
  shop = makeTestShop();
  const store = shop.open();
  foundShop(store, {
    products: [
      { id: 'soap', name: 'Neem soap', price: money(4500) },
      { id: 'oil', name: 'Sesame oil', price: money(21_000) },
    ],
    customers: [{ id: 'ravi', name: 'Ravi Neemkar', phone: '98765 43210' }],
  });
  counter = openCounter(store);
});
afterEach(() => shop.dispose());

const find = async (text: string, role: Role = 'owner', limit = 5): Promise<Found> =>
  findHandlers(counter.deps)['find.everywhere'](
    { text, limit },
    { session: { user: { staffId: 'asha', name: 'Asha', role } } },
  );
const addSupplier = () =>
  supplierHandlers(counter.deps)['suppliers.save'](
    {
      name: 'Neem Traders',
      phone: null,
      gstin: null,
      stateCode: null,
      address: null,
      email: null,
      openingBalance: money(0),
      note: null,
    },
    { session: { user: { staffId: 'asha', name: 'Asha', role: 'owner' } } },
  );

describe('one question to all records', () => {
  it('answers with a few of each kind', async () => {
    addSupplier();
    const found = await find('neem');
    expect(found.products).toEqual([{ id: 'soap', name: 'Neem soap', price: 4500 }]);
    expect(found.customers).toEqual([{ id: 'ravi', name: 'Ravi Neemkar', phone: '98765 43210' }]);
    expect(found.suppliers.map(({ name }) => name)).toEqual(['Neem Traders']);
    expect(found.bills).toEqual([]);
    expect((await find('98765')).customers).toHaveLength(1);
  });

  it('finds a bill by the start of its number, by its count, and by the number of a credit note of it', async () => {
    counter.add('soap', 2000);
    const { billId, number } = counter.pay();
    counter.add('oil', 1000);
    const later = counter.pay();
    expect((await find(number.toLowerCase())).bills).toMatchObject([{ id: billId, number, total: 9000 }]);
    expect((await find(String(Number(number.split('/').at(-1))))).bills.map(({ id }) => id)).toEqual([billId]);
    const start = number.slice(0, number.lastIndexOf('/') + 1);
    expect((await find(start)).bills.map(({ id }) => id)).toEqual([later.billId, billId]);
    expect((await find(start, 'owner', 1)).bills).toHaveLength(1);
    counter.giveBack(billId, [[1, 1000]]);
    const note = counter.deps.store.sql<[], { number: string }>('SELECT number FROM bill_return').get()?.number ?? '';
    expect((await find(note)).bills.map(({ id }) => id)).toEqual([billId]);
  });

  it('of many years’ bills with one count has the newest', async () => {
    const ids = [1, 2, 3].map(() => {
      counter.add('soap', 1000);
      const { billId } = counter.pay();
      shop.clock.advance(366 * 24 * 60 * 60 * 1000);
      return billId;
    });
    expect((await find('1', 'owner', 1)).bills.map(({ id }) => id)).toEqual(ids.slice(-1));
    expect((await find('1')).bills).toHaveLength(3);
  });

  it.each(roles)('shows to a %s only what their screens show', async (role) => {
    addSupplier();
    counter.add('soap', 1000);
    const { number } = counter.pay();
    const named = await find('neem', role);
    const numbered = await find(number, role);
    expect(named.products).toHaveLength(1);
    expect(named.customers).toHaveLength(1);
    expect(named.suppliers).toHaveLength(['owner', 'manager', 'stock_keeper'].includes(role) ? 1 : 0);
    expect(numbered.bills).toHaveLength(['owner', 'manager', 'cashier'].includes(role) ? 1 : 0);
  });

  it('finds nothing with nothing, and signs are only signs', async () => {
    for (const text of ['', '   ', '%', '_', "'; DROP TABLE bill; --", '"*']) {
      expect(await find(text)).toEqual({ products: [], customers: [], suppliers: [], bills: [] });
    }
  });
});
