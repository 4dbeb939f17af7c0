import type { RefusalCode } from '@shared/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OversoldReview, watchLevel } from '../../../../src/main/shop/alerts';
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
  store.replica.followUnfit((operations) => review.unfit(operations));
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
/** A sale as the shop makes it: the movement, and what it does to alerts. */
const sell = (id: string, quantity: number) => {
  const { mid } = here.mutate({ name: 'sale', kind: 'fact', actor: 'asha' }, (m) => {
    const level = m.move(movementRow(id, 'p', quantity));
    watchLevel(m, noSettings, { id: 'p', reorder_level: null, negative_stock: 'warn' }, level);
  });
  return mid ?? 0;
};
const putAside = (mid: number, code: RefusalCode = 'missing_reference') =>
  here.replica.acknowledge([{ mid, outcome: { status: 'quarantined', code, params: {} } }], 0);
const alertRow = (id: string) => {
  const row = here.sql<[string], Record<string, unknown>>('SELECT * FROM alert WHERE id = ?').get(id) ?? {};
  const { deleted_at: _, ...fields } = row;
  return fields;
};
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
    const id = alert?.id ?? '';
    log.next([{ op: 'put', entity: 'alert', id, row: alertRow(id) }], { mid: 1 });
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

describe('an alert that was put aside with the sale that raised it', () => {
  it('counts for nobody: what the log takes below nothing has another', () => {
    const mid = sell('own', -5);
    log.next([moved(-2)]);
    // The sale is on its way, and its alert with it.
    expect(states(here)).toEqual(['open']);
    putAside(mid);
    const [, mine] = alerts(here);
    expect(states(here)).toEqual(['open', 'open']);
    // The one that all have takes its place.
    log.next([{ op: 'put', entity: 'alert', id: mine?.id ?? '', row: alertRow(mine?.id ?? '') }], { mid: mid + 1 });
    expect(states(here)).toEqual(['resolved', 'open']);
  });

  it('says what is seen here for as long as it is, and nobody is asked for another', () => {
    const mid = sell('own', -5);
    putAside(mid);
    log.next([moved(-1)]);
    expect(states(here)).toEqual(['open']);
    log.next([moved(9)]);
    expect(states(here)).toEqual(['resolved']);
    // The hub knows of no such alert, so that the edit had no effect there.
    here.replica.acknowledge([{ mid: mid + 1, outcome: { status: 'ok', seq: 5 } }], 0);
    log.next([], { mid: mid + 1 });
    expect(states(here)).toEqual(['resolved']);
    expect(here.sql('SELECT * FROM pending_write').all()).toEqual([]);
  });
});

describe('what was put aside', () => {
  it('is in the level that is seen and not in the one that decides', () => {
    putAside(sell('own', 5));
    log.next([moved(-2)]);
    expect(states(here)).toEqual(['open']);
  });

  it('is moved once when somebody else has done the same', () => {
    const mid = sell('both', -2);
    log.next([{ op: 'put', entity: 'stock_movement', id: 'both', row: { ...movementRow('both', 'p', -2) } }]);
    putAside(mid, 'already_exists');
    // The alert was put aside, and the log is below nothing: so there is another.
    expect(states(here)).toEqual(['open', 'open']);
  });

  it('is moved once, too, when the others’ comes after the hub put this terminal’s aside for something else', () => {
    const mid = sell('both', -1);
    putAside(mid);
    log.next([{ op: 'put', entity: 'stock_movement', id: 'both', row: { ...movementRow('both', 'p', -1), at: 5 } }]);
    expect(states(here)).toEqual([]);
    log.next([moved(-1)]);
    expect(states(here)).toEqual(['open']);
    const [alert] = alerts(here);
    const id = alert?.id ?? '';
    const next = log.next([{ op: 'put', entity: 'alert', id, row: alertRow(id) }], 'another');
    // Nobody takes back what the others have raised, at no place of the log.
    for (let i = 0; i < 3; i++) log.next([moved(0)]);
    expect(states(here)).toEqual(['open']);
    expect(log.head).toBe(next + 3);
    expect(here.sql(`SELECT name FROM outbox WHERE name = 'stock.review'`).all()).toHaveLength(1);
  });

  it('has the level that the log says, where the others moved another quantity under the same id', () => {
    const mid = sell('both', 3);
    putAside(mid);
    log.next([{ op: 'put', entity: 'stock_movement', id: 'both', row: movementRow('both', 'p', -2) }]);
    expect(here.sql('SELECT quantity, movements FROM stock_level').all()).toEqual([{ quantity: -1, movements: 2 }]);
    expect(states(here)).toEqual(['open']);
  });
});

describe('an alert’s id', () => {
  it('is none that is here, when the log has lost an earlier alert and kept a later one', () => {
    log.next([moved(-2)]);
    const [first] = alerts(here);
    const id = first?.id ?? '';
    log.next([{ op: 'put', entity: 'alert', id, row: alertRow(id) }], { mid: 1 });
    log.next([moved(2)]);
    log.next([moved(-2)]);
    const [, second] = alerts(here);
    // Another terminal begins with the second one alone.
    const other = terminal();
    const row = { ...alertRow(second?.id ?? ''), state: 'resolved', resolved_at: 1 };
    other.log.next([{ op: 'put', entity: 'alert', id: second?.id ?? '', row }]);
    other.log.next([moved(-2)]);
    expect(states(other.store)).toEqual(['resolved', 'open']);
  });
});
