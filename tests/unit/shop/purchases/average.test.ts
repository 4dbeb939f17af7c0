import { money } from '@shared/money';
import type { Entry } from '@shared/sync';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { averageCost, CostReview, unitCost } from '../../../../src/main/shop/purchases';
import { auditLevels, type Store } from '../../../../src/main/store';
import { foundPurchases, openPurchases } from '../../../support/purchases';
import { makeTestShop, type TestShop } from '../../../support/shop-store';

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
            m.put('product_cost', { id: 'soap', cost: money(start) }),
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

  it('is stated again where the costs are kept when another till has received goods meanwhile', () => {
    const office = openOffice();
    office.buy(office.supplier, '1', [{ product: 'soap', pieces: 10, price: 1_000 }]);
    shop.clock.advance(1);
    const { id } = office.buy(office.supplier, '2', [{ product: 'soap', pieces: 10, price: 2_000 }]);
    // The other till's edit won.
    const lose = () =>
      office.store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) =>
        m.set('product_cost', 'soap', { cost: money(2_000) }),
      );
    lose();
    const review = new CostReview(office.deps);
    const entry = (terminal: string) =>
      [{ terminal, ops: [{ op: 'put', entity: 'purchase', id, row: {} }] }] as unknown as Entry[]; // proof: what it reads of one
    review.confirmed(entry('other'));
    expect(office.cost('soap')).toBe(2_000);
    office.store.mutate({ name: 'test', kind: 'request', actor: 's' }, (m) =>
      m.set('terminal', office.store.terminalId, { role: 'office' }),
    );
    review.confirmed(entry(office.store.terminalId));
    expect(office.cost('soap')).toBe(2_000);
    review.confirmed(entry('other'));
    expect(office.cost('soap')).toBe(1_500);
    const count = () => office.store.sql('SELECT count(*) AS n FROM outbox').get();
    const before = count();
    review.confirmed(entry('other'));
    expect(count()).toEqual(before);
  });
});

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
