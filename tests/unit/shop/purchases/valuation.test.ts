import { money, proportion } from '@shared/money';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { averageCost, unitCost, valueStock } from '../../../../src/main/shop/purchases';
import { foundPurchases, openPurchases } from '../../../support/purchases';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

function openOffice() {
  const store = shop.open({ file: `${shop.file}-${shop.ids.next()}` });
  foundPurchases(store);
  const office = openPurchases(store);
  const supplier = office.makeSupplier();
  let bill = 0;
  return {
    ...office,
    store,
    receive: (pieces: number, price: number) => {
      shop.clock.advance(1);
      bill += 1;
      return office.buy(supplier, String(bill), [{ product: 'soap', pieces, price }]).id;
    },
    move: (pieces: number) => {
      shop.clock.advance(1);
      office.counter.adjust('soap', pieces * 1000);
    },
    soap: (until = shop.clock.now() + 1) => valueStock(store, until).find(({ id }) => id === 'soap'),
  };
}

type Step = { readonly pieces: number; readonly price: number | null };

/** Goods in a queue, as a person with a notebook keeps them: what is sold leaves at its head, what comes back returns there. */
class Queue {
  #layers: { pieces: number; price: number }[] = [];
  readonly #gone: { pieces: number; price: number }[] = [];
  /** Sold before it was there. */
  #owed = 0;

  receive(pieces: number, price: number): void {
    this.#layers.push({ pieces, price });
    const owed = this.#owed;
    this.#owed = 0;
    this.take(owed);
  }

  take(pieces: number): void {
    for (let left = pieces; left > 0; left--) {
      const head = this.#layers.find((layer) => layer.pieces > 0);
      if (!head) {
        this.#owed += 1;
        continue;
      }
      head.pieces -= 1;
      this.#gone.push({ pieces: 1, price: head.price });
      this.#layers = this.#layers.filter((layer) => layer.pieces > 0);
    }
  }

  giveBack(pieces: number): void {
    for (let left = pieces; left > 0; left--) {
      if (this.#owed > 0) this.#owed -= 1;
      else {
        const last = this.#gone.pop();
        if (last) this.#layers.unshift(last);
      }
    }
  }

  get value(): number {
    return this.#layers.reduce((sum, { pieces, price }) => sum + pieces * price, 0);
  }
}

const price = fc.integer({ min: 0, max: 9_999 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({ pieces: fc.integer({ min: 1, max: 12 }), price: fc.option(price, { freq: 2 }) }),
  { minLength: 1, maxLength: 12 },
);

describe('first in, first out', () => {
  it('is what a queue of goods gives, whatever is bought, sold and brought back', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 5 }), (list, back) => {
        const office = openOffice();
        const queue = new Queue();
        let level = 0;
        let bought = 0;
        for (const { pieces, price: each } of list) {
          if (each !== null) {
            office.receive(pieces, each);
            queue.receive(pieces, each);
            level += pieces;
            bought += pieces;
          } else {
            office.move(-pieces);
            queue.take(pieces);
            level -= pieces;
          }
        }
        // No more comes back than was sold.
        const returned = Math.min(back, bought - level);
        if (returned > 0) {
          office.move(returned);
          queue.giveBack(returned);
          level += returned;
        }
        if (bought > 0 && level >= 0) expect(office.soap()).toMatchObject({ onHand: level * 1000, fifo: queue.value });
        void office.store.close();
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('is worth less than nothing below nothing, at what the last ones cost', () => {
    const office = openOffice();
    office.receive(2, 1_000);
    office.receive(2, 1_500);
    office.move(-7);
    expect(office.soap()).toMatchObject({ onHand: -3_000, fifo: -4_500 });
  });

  it('values what no purchase brought at what somebody said, or at what the first ones cost', () => {
    for (const [said, fifo] of [
      [null, 2 * 1_000 + 3 * 1_000],
      [400, 2 * 1_000 + 3 * 400],
    ] as const) {
      const office = openOffice();
      if (said !== null) {
        office.store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) =>
          m.put('product_cost', { id: 'soap', cost: money(said), stated: money(said), stated_at: m.at }),
        );
      }
      office.move(3);
      office.receive(2, 1_000);
      expect(office.soap()).toMatchObject({ onHand: 5_000, fifo });
    }
  });
});

describe('the moving average', () => {
  it('is what the fold of the one product says, also where much happens in one millisecond, and for any time', () => {
    const events = fc.array(
      fc.record({
        pieces: fc.integer({ min: -9, max: 9 }).filter((pieces) => pieces !== 0),
        price: fc.option(price),
        waits: fc.boolean(),
      }),
      { minLength: 1, maxLength: 10 },
    );
    fc.assert(
      fc.property(events, fc.nat({ max: 10 }), (list, back) => {
        const office = openOffice();
        const supplier = office.makeSupplier();
        for (const [index, { pieces, price: each, waits }] of list.entries()) {
          if (waits) shop.clock.advance(1);
          if (each === null || pieces < 0) office.counter.adjust('soap', pieces * 1000);
          else office.buy(supplier, `same ${index}`, [{ product: 'soap', pieces, price: each }]);
        }
        const until = shop.clock.now() + 1 - back;
        const found = office.soap(until);
        const average = averageCost(office.store, 'soap', until);
        const moved = office.store
          .sql<[number], { sum: number }>(
            `SELECT coalesce(sum(quantity), 0) AS sum FROM stock_movement WHERE product_id = 'soap' AND at < ?`,
          )
          .get(until)?.sum;
        expect(found?.onHand).toBe(moved);
        if (found && average) {
          expect(found.cost).toBe(unitCost(average));
          expect(found.average).toBe(proportion(average.value, found.onHand, average.quantity));
        }
        void office.store.close();
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('the valuation of a day', () => {
  it('is as it stood then: what was bought, sold and taken back later is not in it', () => {
    const office = openOffice();
    office.receive(10, 1_000);
    const wrong = office.receive(10, 2_000);
    const then = shop.clock.now() + 1;
    const before = office.soap(then);
    expect(before).toMatchObject({ onHand: 20_000, cost: 1_500, average: 30_000, fifo: 30_000 });
    office.move(-15);
    office.receive(5, 9_000);
    shop.clock.advance(1);
    office.reverse(wrong);
    expect(office.soap(then)).toEqual(before);
    expect(office.soap()).toMatchObject({ onHand: 0, average: 0, fifo: 0 });
  });

  it('is nothing that anybody knows without purchase or word', () => {
    const office = openOffice();
    office.move(3);
    expect(office.soap()).toMatchObject({ onHand: 3_000, cost: null, average: null, fifo: null });
    expect(valueStock(office.store, shop.clock.now() + 1).map(({ id }) => id)).not.toContain('service');
  });

  it('by the average comes to the money that was paid as long as nothing is sold', () => {
    const office = openOffice();
    office.receive(3, 1_001);
    office.receive(4, 999);
    expect(office.soap()).toMatchObject({ average: 3 * 1_001 + 4 * 999, fifo: 3 * 1_001 + 4 * 999 });
  });
});
