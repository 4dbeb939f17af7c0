import { afterEach, expect, it } from 'vitest';
import { keepAnOffice } from '../../../src/main/network/terminals';
import { foundShop } from '../../support/counter';
import { makeTestShop, type TestShop } from '../../support/shop-store';

let shop: TestShop;
afterEach(() => shop.dispose());

it('a shop keeps a till that is an office', async () => {
  shop = makeTestShop();
  const store = shop.open();
  foundShop(store, { products: [] });
  const make = (id: string, role: 'counter' | 'office') =>
    store.mutate({ name: 'test', kind: 'fact', actor: 'test' }, (m) => {
      m.put('terminal', { id, name: id, series: id, role, created_at: m.at });
    });
  make('C', 'counter');
  expect(() => keepAnOffice(store, store.terminalId)).toThrow(expect.objectContaining({ code: 'last_office' }));
  expect(() => keepAnOffice(store, 'C')).not.toThrow();
  make('O', 'office');
  expect(() => keepAnOffice(store, store.terminalId)).not.toThrow();
});
