import { money } from '@shared/money';
import { type Effect, readOperations } from '@shared/sync';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assembleShop } from '../../../../src/main/shop';
import { editProduct } from '../../../../src/main/shop/catalogue';
import { averageCost, CostReview, unitCost } from '../../../../src/main/shop/purchases';
import { auditLevels, type Store } from '../../../../src/main/store';
import { fakePages } from '../../../support/paper-pages';
import { foundPurchases, openPurchases } from '../../../support/purchases';
import { makeTestShop, type TestShop } from '../../../support/shop-store';
import { Log, welcome } from '../../store/replica/log';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

function openOffice() {
  const store = shop.open();
  foundPurchases(store);
  const office = openPurchases(store);
  return { store, ...office, supplier: office.makeSupplier() };
}

/** What a person with a pencil does: so much for so much, one line after the other. */
function pencil(steps: readonly Step[], start: number | null): { value: bigint; quantity: bigint } | null {
  let average = start === null ? null : { value: BigInt(start), quantity: 1000n };
  let level = 0n;
  let bought = false;
  for (const step of steps) {
    const moved = BigInt(step.pieces) * 1000n;
    if (step.kind === 'sell') {
      level -= moved;
      continue;
    }
    const held = average !== null && level > 0n ? level : 0n;
    // Halves away from zero; nothing here is below it.
    const worth = average === null ? 0n : (2n * held * average.value + average.quantity) / (2n * average.quantity);
    average = { value: worth + BigInt(step.pieces * step.price), quantity: held + moved };
    level += moved;
    bought = true;
  }
  return bought ? average : null;
}

type Step =
  | { readonly kind: 'sell'; readonly pieces: number }
  | { readonly kind: 'buy'; readonly pieces: number; readonly price: number }
  | { readonly kind: 'mistake'; readonly pieces: number; readonly price: number };

const pieces = fc.integer({ min: 1, max: 30 });
const price = fc.integer({ min: 0, max: 9_999 });
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('sell' as const), pieces }),
    fc.record({ kind: fc.constant('buy' as const), pieces, price }),
    fc.record({ kind: fc.constant('mistake' as const), pieces, price }),
  ),
  { maxLength: 10 },
);

type Office = ReturnType<typeof openOffice>;

/** Does the steps; mistakes are bought at their place and reversed at the end. */
function work(office: Office, list: readonly Step[]): void {
  const mistakes: string[] = [];
  list.forEach((step, index) => {
    shop.clock.advance(1);
    if (step.kind === 'sell') {
      office.counter.adjust('soap', -step.pieces * 1000);
      return;
    }
    const { id } = office.buy(office.supplier, String(index), [{ product: 'soap', ...step }]);
    if (step.kind === 'mistake') mistakes.push(id);
  });
  shop.clock.advance(1);
  for (const id of mistakes) office.reverse(id);
}

describe('the moving average', () => {
  it('is what a pencil gives, to the paisa, whatever was sold, bought and reversed', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.option(price), async (list, start) => {
        const office = openOffice();
        if (start !== null) {
          office.store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) =>
            m.put('product_cost', { id: 'soap', cost: money(start), stated: money(start), stated_at: 0 }),
          );
        }
        work(office, list);
        const kept = list.filter(({ kind }) => kind !== 'mistake');
        const expected = pencil(kept, start);
        const found = averageCost(office.store, 'soap');
        expect(found && { value: BigInt(found.value), quantity: BigInt(found.quantity) }).toEqual(expected);
        const hasBills = list.some(({ kind }) => kind !== 'sell');
        if (hasBills) expect(office.cost('soap')).toBe(found === null ? start : unitCost(found));
        const stock = kept.reduce((sum, step) => sum + (step.kind === 'sell' ? -step.pieces : step.pieces), 0);
        expect(office.level('soap')).toBe(stock * 1000);
        expect(auditLevels(office.store)).toEqual([]);
        const owed = kept.reduce((sum, step) => sum + (step.kind === 'buy' ? step.pieces * step.price : 0), 0);
        expect(office.owed(office.supplier)).toBe(owed);
        await shop.dispose();
        shop = makeTestShop();
      }),
      { numRuns: 40 },
    );
  });

  it('loses nothing to rounding as long as nothing is sold: all the money for all the goods', () => {
    const office = openOffice();
    office.buy(office.supplier, '1', [{ product: 'soap', pieces: 3, price: 100 }]);
    shop.clock.advance(1);
    office.buy(office.supplier, '2', [{ product: 'soap', pieces: 4, price: 101 }]);
    expect(averageCost(office.store, 'soap')).toEqual({ value: 704, quantity: 7_000 });
  });

  it('is the same in whatever order the facts arrived', () => {
    const office = openOffice();
    const list: Step[] = [
      { kind: 'buy', pieces: 3, price: 1_001 },
      { kind: 'sell', pieces: 2 },
      { kind: 'mistake', pieces: 5, price: 7 },
      { kind: 'buy', pieces: 7, price: 1_103 },
      { kind: 'sell', pieces: 1 },
      { kind: 'buy', pieces: 2, price: 999 },
    ];
    work(office, list);
    const other = shop.open({ file: `${shop.file}-other` });
    foundPurchases(other);
    copyFacts(office.store, other);
    expect(averageCost(other, 'soap')).toEqual(averageCost(office.store, 'soap'));
  });
});

describe('a counter’s purchase', () => {
  it('is averaged by the office with what it knows, which no counter does', () => {
    const { office, counter, log } = openNetwork(5_000);
    office.counter.adjust('soap', 100_000);
    new CostReview(counter.deps).confirmed([]);
    shop.clock.advance(1);
    const { id } = counter.buy(counter.supplier, '1', [{ product: 'soap', pieces: 10, price: 6_000 }]);
    const sent = outboxOf(counter.store);
    expect(sent.filter(({ entity }) => entity === 'product_cost')).toEqual([]);
    expect(JSON.stringify(sent)).not.toMatch(/:5000[,}]/);
    expect(counter.cost('soap')).toBeNull();
    log.next(sent, 'counter');
    // (100 × 50.00 + 10 × 60.00) / 110
    expect(office.cost('soap')).toBe(5_091);
    shop.clock.advance(1);
    counter.reverse(id);
    log.next(outboxOf(counter.store).slice(sent.length), 'counter');
    expect(office.cost('soap')).toBe(5_000);
    expect(office.level('soap')).toBe(100_000);
  });

  it('that is taken back at the office leaves what somebody said, or nothing', () => {
    for (const said of [5_000, null]) {
      const { office, counter, log } = openNetwork(said);
      shop.clock.advance(1);
      const { id } = counter.buy(counter.supplier, '1', [{ product: 'soap', pieces: 10, price: 6_000 }]);
      log.next(outboxOf(counter.store), 'counter');
      expect(office.cost('soap')).toBe(6_000);
      shop.clock.advance(1);
      office.reverse(id);
      expect(office.cost('soap')).toBe(said);
    }
  });

  it('is found again when the power went before its costs were stated, or when a copy brought it', () => {
    for (const found of [[], null]) {
      const { office, counter, log } = openNetwork(5_000, false);
      shop.clock.advance(1);
      counter.buy(counter.supplier, '1', [{ product: 'soap', pieces: 10, price: 6_000 }]);
      log.next(outboxOf(counter.store), 'counter');
      expect(office.cost('soap')).toBe(5_000);
      const review = new CostReview(office.deps);
      review.confirmed(found);
      expect(office.cost('soap')).toBe(6_000);
      // Once: what somebody says afterwards, here or elsewhere, is not touched.
      const before = outboxOf(office.store).length;
      new CostReview(office.deps).confirmed(null);
      expect(outboxOf(office.store)).toHaveLength(before);
    }
  });

  it('is found at the start of the program', async () => {
    const office = openOffice();
    office.buy(office.supplier, '1', [{ product: 'soap', pieces: 10, price: 6_000 }]);
    office.store.transaction((tx) => tx.local('DELETE FROM purchase_costed').run());
    office.store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) =>
      m.set('product_cost', 'soap', { cost: money(1) }),
    );
    const silent = () => {};
    const engine = assembleShop(office.store, {
      version: '0.0.0',
      locale: 'en-IN',
      chooseImportFile: async () => null,
      onImportProgress: silent,
      onBulkProgress: silent,
      printing: {
        pages: fakePages(),
        printFolder: shop.folder,
        chooseInvoiceFile: async () => null,
        chooseLabelFile: async () => null,
        openExternal: async () => {},
        log: { info: silent, warn: silent, error: silent },
      },
      display: { message: () => '', changed: silent },
      chooseReportFile: async () => null,
    });
    await engine.resume();
    expect(office.cost('soap')).toBe(6_000);
  });

  it('is stated when the counter has become an office', () => {
    const { counter } = openNetwork(5_000);
    const review = new CostReview(counter.deps);
    shop.clock.advance(1);
    counter.buy(counter.supplier, '1', [{ product: 'soap', pieces: 10, price: 6_000 }]);
    review.confirmed([]);
    expect(counter.cost('soap')).toBeNull();
    grantCosts(counter.store);
    review.confirmed([]);
    expect(counter.cost('soap')).toBe(6_000);
  });

  it('is stated when the counter was an office before, and nobody has heard of the purchase', () => {
    const { counter } = openNetwork(5_000);
    const review = new CostReview(counter.deps);
    grantCosts(counter.store);
    review.confirmed([]);
    const { cursor } = counter.store.replica.state();
    counter.store.replica.welcomed({ epoch: 'e', fence: 2, durable: 0, last: 0, scopes: ['shop'] });
    review.confirmed([]);
    shop.clock.advance(1);
    counter.buy(counter.supplier, '1', [{ product: 'soap', pieces: 10, price: 6_000 }]);
    grantCosts(counter.store);
    expect(counter.store.replica.state().cursor).toBe(cursor);
    review.confirmed([]);
    expect(counter.cost('soap')).toBe(6_000);
  });

  it('that won over another till’s is stated again, with both', () => {
    const { office, counter, log } = openNetwork(null);
    counter.buy(counter.supplier, '1', [{ product: 'soap', pieces: 10, price: 1_000 }]);
    shop.clock.advance(1);
    office.buy(office.supplier, '2', [{ product: 'soap', pieces: 10, price: 2_000 }]);
    expect(office.cost('soap')).toBe(2_000);
    log.next(outboxOf(counter.store), 'counter');
    expect(office.cost('soap')).toBe(1_500);
  });
});

describe('what somebody says that goods cost', () => {
  it('holds until goods are received, begins their average, and is there again when they are taken back', () => {
    const office = openOffice();
    const say = (cost: number | null) => {
      shop.clock.advance(1);
      office.store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) => {
        editProduct(m, office.deps, 'soap', {}, cost === null ? null : money(cost));
      });
    };
    const buy = (number: string, price: number) => {
      shop.clock.advance(1);
      return office.buy(office.supplier, number, [{ product: 'soap', pieces: 10, price }]).id;
    };
    buy('1', 1_000);
    say(3_000);
    new CostReview(office.deps).confirmed(null);
    expect(office.cost('soap')).toBe(3_000);
    const wrong = buy('2', 5_000);
    expect(office.cost('soap')).toBe(4_000);
    office.reverse(wrong);
    expect(office.cost('soap')).toBe(3_000);
    say(null);
    expect(office.cost('soap')).toBeNull();
    new CostReview(office.deps).confirmed(null);
    expect(office.cost('soap')).toBeNull();
    buy('3', 7_000);
    expect(office.cost('soap')).toBe(7_000);
  });
});

/**
 * An office that says what soap costs, and a counter from which the hub has taken that away again.
 *
 * @param said minor units for one; null: nobody ever said
 */
function openNetwork(said: number | null, isFollowed = true) {
  const folder = shop.ids.next();
  const open = (name: string) => {
    const store = shop.open({ file: `${shop.file}-${folder}-${name}` });
    foundPurchases(store);
    const calls = openPurchases(store);
    return { store, ...calls, supplier: calls.makeSupplier({ name }) };
  };
  const office = open('office');
  const counter = open('counter');
  const effects: Effect[] = [];
  if (said !== null) {
    const row = { id: 'soap', cost: money(said), stated: money(said), stated_at: 0 };
    effects.push({ op: 'put', entity: 'product_cost', id: 'soap', row });
  }
  welcome(office.store);
  welcome(counter.store);
  const log = new Log(office.store);
  log.next(effects);
  new Log(counter.store).next(effects);
  counter.store.replica.welcomed({ epoch: 'e', fence: 1, durable: 0, last: 0, scopes: ['shop'] });
  expect([office.cost('soap'), counter.cost('soap')]).toEqual([said, null]);
  const review = new CostReview(office.deps);
  if (isFollowed) office.store.replica.follow((entries) => review.confirmed(entries));
  return { office, counter, log };
}

/** Makes an office of a counter, which gets what soap costs. */
function grantCosts(store: Store): void {
  const row = { id: 'soap', cost: 5_000, stated: 5_000, stated_at: 0 };
  const { cursor: head, chain } = store.replica.state();
  const granted = { entity: 'product_cost', id: 'soap', row, deleted: null, versions: { '': 1 } };
  store.replica.stageGrant('s', 0, JSON.stringify([granted]));
  store.replica.importGrant({ snapshot: 's', head, chain, last: 0, aside: [], scopes: ['office'] });
}

/** What a till has added since its shop was founded, as the hub's log brings it to others. */
function outboxOf(store: Store): Effect[] {
  return store.replica
    .pending(0, 1_000, 10_000_000)
    .filter(({ name }) => name !== 'test.shop')
    .flatMap(({ ops }) => readOperations(ops) ?? [])
    .flatMap((operation) => (operation.op === 'put' ? [operation] : []));
}

/** All purchases, reversals and movements, the last ones first. */
function copyFacts(from: Store, to: Store): void {
  const all = (sql: string, ...binds: unknown[]) => from.sql<unknown[], { id: string }>(sql).all(...binds);
  to.mutate({ name: 'test', kind: 'fact', actor: 's' }, (m) => {
    type Put = Parameters<typeof m.put>;
    const put = (entity: string, row: unknown) => m.put(...([entity, row] as unknown as Put)); // proof: rows as they were read
    for (const row of all('SELECT * FROM stock_movement ORDER BY at DESC, id DESC')) put('stock_movement', row);
    for (const row of all('SELECT * FROM purchase_reversal ORDER BY at DESC')) put('purchase_reversal', row);
    for (const row of all('SELECT * FROM purchase ORDER BY at DESC')) {
      const lines = all('SELECT * FROM purchase_line WHERE purchase_id = ?', row.id).map(withoutParent);
      put('purchase', { ...row, lines, taxes: [] });
    }
    for (const { deleted_at: _, ...row } of from
      .sql<[], { id: string; deleted_at: null }>('SELECT * FROM supplier')
      .all()) {
      put('supplier', row);
    }
  });
}

const withoutParent = ({ purchase_id: _, ...line }: { readonly purchase_id?: string; readonly id?: string }) => line;
