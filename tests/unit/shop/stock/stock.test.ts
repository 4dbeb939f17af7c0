import { money, type Quantity } from '@shared/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditLevels } from '../../../../src/main/store';
import { type Counter, foundShop, openCounter } from '../../../support/counter';
import { refusal } from '../../../support/refusal';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

function counterWithSoap(): Counter {
  const store = shop.open();
  const products = [{ id: 'soap', price: money(4500) }, { id: 'service', track_stock: 0 }, { id: 'gone' }] as const;
  foundShop(store, { products, opening: { soap: 10_000 } });
  return openCounter(store);
}

describe('stock', () => {
  it('shows each movement with the stock after it, newest first, with its document', () => {
    const counter = counterWithSoap();
    shop.clock.advance(1000);
    counter.add('soap', 3000);
    const sale = counter.pay();
    shop.clock.advance(1000);
    counter.giveBack(sale.billId, [[1, 1000]]);
    shop.clock.advance(1000);
    expect(counter.adjust('soap', -2000)).toEqual({ stock: 6000 });
    const { rows, total } = counter.history('soap');
    expect(total).toBe(4);
    expect(rows.map(({ quantity, balance, reason, documentNumber }) => [quantity, balance, reason, documentNumber]))
      // As a ledger reads from below.
      .toEqual([
        [-2000, 6000, 'adjustment', null],
        [1000, 8000, 'return', 'A1C/2627/000001'],
        [-3000, 7000, 'sale', sale.number],
        [10_000, 10_000, 'opening', null],
      ]);
    expect(rows[0]).toMatchObject({ note: 'counted', staff: 'Asha' });
  });

  it('keeps the running balance over pages, also within one millisecond', () => {
    const counter = counterWithSoap();
    shop.clock.advance(1);
    for (let n = 1; n <= 9; n++) counter.adjust('soap', n * 1000);
    const whole = counter.history('soap').rows;
    const pages = [0, 4, 8, 12].flatMap((offset) => counter.history('soap', offset, 4).rows);
    expect(pages).toEqual(whole);
    expect(whole.map((row) => row.balance)).toEqual([55, 46, 38, 31, 25, 20, 16, 13, 11, 10].map((n) => n * 1000));
    expect(counter.history('never')).toEqual({ rows: [], total: 0 });
  });

  it('refuses what cannot be counted, with nothing moved', () => {
    const counter = counterWithSoap();
    counter.deps.store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => m.del('product', 'gone'));
    expect(refusal(() => counter.adjust('service', 1000))).toBe('bad_value');
    expect(refusal(() => counter.adjust('gone', 1000))).toBe('deleted');
    expect(refusal(() => counter.adjust('never', 1000))).toBe('not_found');
    expect(refusal(() => counter.adjust('soap', 1500))).toBe('bad_bill');
    expect(counter.level('soap')).toBe(10_000 as Quantity); // proof: a literal integer of thousandths
    expect(auditLevels(counter.deps.store)).toEqual([]);
  });
});
