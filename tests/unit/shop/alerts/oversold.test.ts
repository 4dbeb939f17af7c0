import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OversoldReview } from '../../../../src/main/shop/alerts';
import type { Store } from '../../../../src/main/store';
import { movementRow, productRow } from '../../../support/sale-rows';
import { makeTestShop, type TestShop } from '../../../support/shop-store';
import { Log, welcome } from '../../store/replica/log';

const noSettings = {
  settings: (): never => {
    throw new Error('Every product here says itself what becomes of negative stock');
  },
};

const shops: TestShop[] = [];
let here: Store;
let log: Log;
let count = 0;

/** A terminal that has read of one product with one thousandth of itself on the shelf. */
function terminal(negative: 'warn' | 'allow' = 'warn'): { store: Store; log: Log } {
  const shop = makeTestShop();
  shops.push(shop);
  const store = shop.open();
  welcome(store);
  const review = new OversoldReview({ store, ...noSettings });
  store.replica.follow((entries) => review.confirmed(entries));
  const read = new Log(store);
  read.next([{ op: 'put', entity: 'product', id: 'p', row: productRow('p', { negative_stock: negative }) }]);
  read.next([moved(1)]);
  return { store, log: read };
}

const moved = (quantity: number) => {
  const id = `m${count++}`;
  return { op: 'put', entity: 'stock_movement', id, row: { ...movementRow(id, 'p', quantity) } } as const;
};
const alerts = (store: Store) =>
  store.sql<[], { id: string; state: string }>(`SELECT id, state FROM alert WHERE kind = 'oversold'`).all();
const states = (store: Store) => alerts(store).map(({ state }) => state);

beforeEach(() => {
  ({ store: here, log } = terminal());
});
afterEach(async () => {
  for (const shop of shops.splice(0)) await shop.dispose();
});

describe('what the log takes below nothing', () => {
  it('has one alert, which is over when stock is back', () => {
    log.next([moved(-1)]);
    expect(states(here)).toEqual([]);
    log.next([moved(-1)]);
    log.next([moved(-1)]);
    expect(states(here)).toEqual(['open']);
    const [alert] = alerts(here);
    const row = here.sql<[], Record<string, unknown>>(`SELECT * FROM alert WHERE kind = 'oversold'`).get() ?? {};
    const { deleted_at: _, ...fields } = row;
    log.next([{ op: 'put', entity: 'alert', id: alert?.id ?? '', row: fields }], { mid: 1 });
    log.next([moved(2)]);
    expect(states(here)).toEqual(['resolved']);
  });

  it('has the same alert on every terminal, so that the hub keeps one', () => {
    const other = terminal();
    for (const each of [log, other.log]) each.next([moved(-2)]);
    expect(alerts(here)).toEqual(alerts(other.store));
    expect(alerts(here)).toHaveLength(1);
  });

  it('is no matter of what this terminal alone knows: its own sale has not been read yet', () => {
    here.mutate({ name: 'sale', kind: 'fact', actor: 'asha' }, (m) => m.move(movementRow('own', 'p', -1)));
    log.next([moved(-1)]);
    expect(states(here)).toEqual([]);
    // Now the log says so too.
    here.replica.acknowledge([{ mid: 1, outcome: { status: 'ok', seq: 4 } }], 0);
    log.next([{ op: 'put', entity: 'stock_movement', id: 'own', row: { ...movementRow('own', 'p', -1) } }], { mid: 1 });
    expect(states(here)).toEqual(['open']);
  });

  it('needs nobody where negative stock is allowed, or when the product is gone', () => {
    const uncounted = terminal('allow');
    uncounted.log.next([moved(-5)]);
    expect(states(uncounted.store)).toEqual([]);
    log.next([{ op: 'del', entity: 'product', id: 'p' }, moved(-5)]);
    expect(states(here)).toEqual([]);
    log.next([{ op: 'undel', entity: 'product', id: 'p' }]);
    expect(states(here)).toEqual(['open']);
  });
});
