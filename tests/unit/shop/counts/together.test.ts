import type { Effect } from '@shared/sync';
import { readOperations } from '@shared/sync';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countHandlers, LateReview } from '../../../../src/main/shop/counts';
import { auditLevels, type Store } from '../../../../src/main/store';
import { cashier } from '../../../support/counter';
import { openCounts } from '../../../support/counts';
import { foundPurchases } from '../../../support/purchases';
import { refusal } from '../../../support/refusal';
import { makeIds, makeTestShop, type TestShop } from '../../../support/shop-store';
import { Log, welcome } from '../../store/replica/log';

let shop: TestShop;
beforeEach(() => {
  shop = makeTestShop();
});
afterEach(() => shop.dispose());

/** Tills of one shop, with 20 soaps on the shelf, that hear of each other when they are told to. */
function openTills(names: readonly string[]) {
  const folder = shop.ids.next();
  const tills = names.map((name) => {
    const store = shop.open({ file: `${shop.file}-${folder}-${name}` });
    foundPurchases(store);
    welcome(store);
    const review = new LateReview(openCounts(store).deps);
    store.replica.follow((entries) => review.confirmed(entries));
    return { ...openCounts(store), log: new Log(store) };
  });
  const [first] = tills;
  if (!first) throw new Error('There is no till');
  /** Everybody hears what this till has done since it last told; how much that was. */
  const tell = (from: (typeof tills)[number]): number => {
    const news = outboxOf(from.store);
    for (const { mid, effects } of news) {
      for (const till of tills) if (till !== from) till.log.next(effects, from.store.terminalId);
      const seq = from.log.next(effects, { mid });
      from.store.replica.acknowledge([{ mid, outcome: { status: 'ok', seq } }], 0);
    }
    return news.length;
  };
  const tellAll = () => {
    for (let told = 1; told > 0; ) told = tills.reduce((sum, till) => sum + tell(till), 0);
  };
  first.counter.adjust('soap', 20_000);
  shop.clock.advance(1);
  tellAll();
  return { tills, tell, tellAll };
}

/** What a till has done since its shop was founded and has not told, as the log brings it to others. */
function outboxOf(store: Store): { readonly mid: number; readonly effects: Effect[] }[] {
  return store.replica
    .pending(0, 10_000, 100_000_000)
    .filter(({ name }) => name !== 'test.shop')
    .map(({ mid, ops }) => ({
      mid,
      effects: (readOperations(ops) ?? []).flatMap((operation) =>
        operation.op === 'put' && operation.entity !== 'alert' ? [operation] : [],
      ),
    }));
}

const two = () => {
  const { tills, ...rest } = openTills(['a', 'b']);
  const [a, b] = tills;
  if (!a || !b) throw new Error('There are two');
  return { a, b, ...rest };
};

describe('two people at two tills', () => {
  it('count on one sheet, and it is seen who counted what', () => {
    const { a, b, tellAll } = two();
    const sheet = a.begin();
    tellAll();
    a.add(sheet, 'soap', 8);
    shop.clock.advance(1);
    b.add(sheet, 'soap', 12);
    tellAll();
    for (const till of [a, b]) {
      expect(till.review(sheet, 'doubtful')).toMatchObject([{ counted: 20_000, difference: 0, shares: [{}, {}] }]);
      expect(till.sheet(sheet).people.map(({ terminalId, products }) => [terminalId, products])).toEqual([
        [b.store.terminalId, 1],
        [a.store.terminalId, 1],
      ]);
    }
  });

  it('who counted one shelf twice: one of them is taken, judged by when they counted', () => {
    const { a, b, tellAll } = two();
    const sheet = a.begin();
    tellAll();
    a.add(sheet, 'soap', 20);
    shop.clock.advance(1);
    a.counter.adjust('soap', -2_000);
    shop.clock.advance(1);
    b.add(sheet, 'soap', 17);
    tellAll();
    shop.clock.advance(1);
    a.counter.adjust('soap', -1_000);
    shop.clock.advance(1);
    expect(a.take(sheet, 'soap', b.store.terminalId)).toMatchObject({ counted: 17_000 });
    a.finish(sheet);
    expect(a.level('soap')).toBe(16_000);
    expect(refusal(() => two().a.take(sheet, 'soap', 'x'))).toBe('not_found');
  });

  it('post one sheet before they can see each other: the stock is what was counted, at both, once they do', () => {
    const { a, b, tellAll } = two();
    const sheet = a.begin();
    tellAll();
    a.add(sheet, 'soap', 15);
    tellAll();
    a.finish(sheet);
    b.finish(sheet);
    expect([a.level('soap'), b.level('soap')]).toEqual([15_000, 15_000]);
    tellAll();
    expect([a.level('soap'), b.level('soap')]).toEqual([15_000, 15_000]);
    expect(a.sheet(sheet).closes).toHaveLength(2);
    for (const till of [a, b]) expect(auditLevels(till.store)).toEqual([]);
  });

  it('one sold before the other counted, and told it after: that is no difference', () => {
    const { a, b, tellAll } = two();
    const sheet = a.begin();
    tellAll();
    b.counter.adjust('soap', -3_000);
    shop.clock.advance(1);
    a.add(sheet, 'soap', 17);
    shop.clock.advance(1);
    b.counter.adjust('soap', -1_000);
    a.finish(sheet);
    expect(a.level('soap')).toBe(17_000);
    tellAll();
    expect([a.level('soap'), b.level('soap')]).toEqual([16_000, 16_000]);
  });

  it('what came after posting can be posted too', () => {
    const { a, b, tellAll } = two();
    const sheet = a.begin();
    tellAll();
    a.add(sheet, 'soap', 8);
    shop.clock.advance(1);
    b.add(sheet, 'soap', 12);
    b.add(sheet, 'rice', 2);
    a.finish(sheet);
    expect(a.level('soap')).toBe(8_000);
    tellAll();
    expect(a.sheet(sheet)).toMatchObject({ state: 'posted', late: 2 });
    expect(a.review(sheet)).toMatchObject([
      { id: 'rice', counted: 2_000, difference: 2_000 },
      { id: 'soap', counted: 20_000, difference: 12_000 },
    ]);
    shop.clock.advance(1);
    a.finish(sheet);
    tellAll();
    expect([a.level('soap'), b.level('soap'), b.level('rice')]).toEqual([20_000, 20_000, 2_000]);
    expect(b.sheet(sheet).late).toBe(0);
  });

  it('one posts and the other cancels: it is posted', () => {
    const { a, b, tellAll } = two();
    const sheet = a.begin();
    tellAll();
    a.add(sheet, 'soap', 15);
    a.finish(sheet);
    b.cancel(sheet);
    tellAll();
    for (const till of [a, b]) expect([till.sheet(sheet).state, till.level('soap')]).toEqual(['posted', 15_000]);
  });

  it('what the power cut between the log and the review is found at the next start, once', () => {
    const { a, b, tell, tellAll } = two();
    const sheet = a.begin();
    tellAll();
    b.counter.adjust('soap', -3_000);
    shop.clock.advance(1);
    a.add(sheet, 'soap', 17);
    shop.clock.advance(1);
    a.finish(sheet);
    tell(a);
    // As the log brings it, with nobody looking.
    const [sold] = outboxOf(b.store).flatMap(({ effects }) => effects);
    a.store.replica.apply({
      from: a.log.head,
      to: a.log.head,
      chain: a.store.replica.state().chain,
      entries: [],
    });
    a.store.mutate({ name: 'test', kind: 'fact', actor: 's' }, (m) => {
      // proof: the other till's movement, as it was made
      if (sold?.op === 'put') m.move(sold.row as unknown as Parameters<typeof m.move>[0]);
    });
    expect(a.level('soap')).toBe(14_000);
    for (let start = 0; start < 2; start++) {
      new LateReview(a.deps).confirmed([]);
      expect(a.level('soap')).toBe(17_000);
    }
  });
});

describe('what is heard of late and was counted before the sheet was posted', () => {
  it('holds where nobody had counted it: there was not nothing', () => {
    const { a, b, tell, tellAll } = two();
    const sheet = a.begin({ what: 'all' });
    a.add(sheet, 'rice', 2);
    tellAll();
    shop.clock.advance(1);
    b.add(sheet, 'soap', 5);
    shop.clock.advance(1);
    a.counter.adjust('soap', -2_000);
    shop.clock.advance(1);
    a.finish(sheet, 'zero');
    expect(a.level('soap')).toBe(0);
    tell(b);
    // Two of the five were sold before the moment as of which there was nothing.
    expect(a.sheet(sheet).late).toBe(1);
    expect(a.review(sheet, 'differences')).toMatchObject([
      { id: 'rice' },
      { id: 'soap', counted: 5_000, difference: 3_000 },
    ]);
    shop.clock.advance(1);
    a.finish(sheet);
    tellAll();
    for (const till of [a, b]) {
      expect([till.level('soap'), till.sheet(sheet).late]).toEqual([3_000, 0]);
      expect(till.review(sheet, 'differences')).toMatchObject([{ id: 'rice' }, { id: 'soap', difference: 3_000 }]);
      expect(auditLevels(till.store)).toEqual([]);
    }
    expect(refusal(() => a.finish(sheet))).toBe('nothing_counted');
  });

  it('holds where one of two who counted the same shelf was taken elsewhere', () => {
    const { a, b, tell, tellAll } = two();
    const sheet = a.begin();
    tellAll();
    b.add(sheet, 'soap', 8);
    shop.clock.advance(1);
    a.add(sheet, 'soap', 8);
    tellAll();
    shop.clock.advance(1);
    b.take(sheet, 'soap', b.store.terminalId);
    shop.clock.advance(1);
    a.finish(sheet);
    expect(a.level('soap')).toBe(16_000);
    tell(b);
    shop.clock.advance(1);
    a.finish(sheet);
    tellAll();
    for (const till of [a, b]) expect([till.level('soap'), till.sheet(sheet).late]).toEqual([8_000, 0]);
  });

  it('is less than what another sheet found in between', () => {
    const { a, b, tell, tellAll } = two();
    const [sheet, other] = [a.begin({ what: 'all' }), a.begin()];
    a.add(sheet, 'rice', 2);
    tellAll();
    shop.clock.advance(1);
    b.add(sheet, 'soap', 5);
    shop.clock.advance(1);
    a.add(other, 'soap', 7);
    a.finish(other);
    shop.clock.advance(1);
    a.finish(sheet, 'zero');
    tell(b);
    a.finish(sheet);
    tellAll();
    for (const till of [a, b]) expect([till.level('soap'), till.sheet(sheet).late]).toEqual([7_000, 0]);
  });

  it('holds also when it is posted where the clock is behind', () => {
    const { a, b, tell, tellAll } = two();
    const sheet = a.begin();
    tellAll();
    shop.clock.advance(1);
    a.add(sheet, 'soap', 8);
    tellAll();
    b.add(sheet, 'soap', 4);
    a.finish(sheet);
    tell(a);
    // The ids that b makes now are those of a minute ago.
    const ids = makeIds({ now: () => shop.clock.now() - 60_000 });
    const behind = countHandlers({ ...b.deps, ids });
    void behind['counts.post']({ id: sheet, missing: 'leave' }, cashier);
    tellAll();
    for (const till of [a, b]) expect([till.level('soap'), till.sheet(sheet).late]).toEqual([12_000, 0]);
    expect(refusal(() => b.finish(sheet))).toBe('nothing_counted');
  });
});

describe('a till that posted', () => {
  it('and goes on under a new name takes back what is late for its counts', () => {
    const { a, b, tell, tellAll } = two();
    const sheet = a.begin();
    tellAll();
    b.counter.adjust('soap', -3_000);
    shop.clock.advance(1);
    a.add(sheet, 'soap', 17);
    a.finish(sheet);
    tell(a);
    a.store.replica.beginRekey(() => 'restored');
    a.store.replica.rekey({ terminal: 'restored', series: 'R', known: [] });
    tell(b);
    expect(a.level('soap')).toBe(17_000);
    // As one that takes a copy, or starts: once is enough.
    new LateReview(a.deps).confirmed(null);
    expect(a.level('soap')).toBe(17_000);
    expect(a.counter.history('soap').rows.filter(({ reason }) => reason === 'count')).toHaveLength(2);
  });
});

describe('what is late for a posting that the hub', () => {
  const sold = () => {
    const { a, b, ...rest } = two();
    const sheet = a.begin();
    rest.tellAll();
    b.counter.adjust('soap', -3_000);
    shop.clock.advance(1);
    a.add(sheet, 'soap', 17);
    a.finish(sheet);
    return { a, b, ...rest };
  };

  it('has put aside is not taken back: nobody else has that count', () => {
    const { a, b, tell } = sold();
    const mid = outboxOf(a.store).at(-1)?.mid ?? 0;
    const outcome = { status: 'quarantined', code: 'missing_reference', params: {} } as const;
    a.store.replica.acknowledge([{ mid, outcome }], 0);
    const before = a.store.replica.pendingCount();
    tell(b);
    new LateReview(a.deps).confirmed(null);
    expect(a.store.replica.pendingCount()).toBe(before);
    expect(a.level('soap')).toBe(14_000);
  });

  it('has not answered waits until the log has it', () => {
    const { a, b, tell, tellAll } = sold();
    tell(b);
    expect(a.level('soap')).toBe(14_000);
    tell(a);
    expect(a.level('soap')).toBe(17_000);
    tellAll();
    expect([a.level('soap'), b.level('soap')]).toEqual([17_000, 17_000]);
  });
});

type Step =
  | { readonly kind: 'move'; readonly till: number; readonly pieces: number }
  | { readonly kind: 'drift'; readonly pieces: number }
  | { readonly kind: 'count'; readonly till: number; readonly sheet: number }
  | { readonly kind: 'post'; readonly till: number; readonly sheet: number }
  | { readonly kind: 'tell'; readonly till: number };

const till = fc.nat(2);
const sheet = fc.nat(2);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('move' as const), till, pieces: fc.constantFrom(-3, -2, -1, 4) }),
    fc.record({ kind: fc.constant('drift' as const), pieces: fc.constantFrom(-2, -1, 1) }),
    fc.record({ kind: fc.constant('count' as const), till, sheet }),
    fc.record({ kind: fc.constant('post' as const), till, sheet }),
    fc.record({ kind: fc.constant('tell' as const), till }),
  ),
  { minLength: 3, maxLength: 25 },
);

it('at rest the stock is what was counted last, and what has moved since, whoever heard of it when', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const { tills, tell, tellAll } = openTills(['a', 'b', 'c']);
      const [first] = tills;
      const sheets = [0, 1, 2].map(() => first?.begin() ?? '');
      tellAll();
      // What really stands on the shelf, whatever the books say; and what did when somebody counted it, by entry.
      let shelf = 30;
      first?.counter.adjust('soap', 10_000);
      for (const step of list) {
        shop.clock.advance(1);
        const at = tills['till' in step ? step.till : 0];
        const on = sheets['sheet' in step ? step.sheet : 0] ?? '';
        if (!at) throw new Error('There is no such till');
        if (step.kind === 'drift') shelf = Math.max(0, shelf + step.pieces);
        else if (step.kind === 'tell') tell(at);
        else if (step.kind === 'move') {
          if (shelf + step.pieces < 0) continue;
          shelf += step.pieces;
          at.counter.adjust('soap', step.pieces * 1000);
        } else if (step.kind === 'count') {
          if (at.sheet(on).state === 'open') at.set(on, 'soap', shelf);
        } else if (at.sheet(on).state === 'open' && at.review(on).length > 0) at.finish(on);
      }
      shop.clock.advance(1);
      tellAll();
      for (const { store, level } of tills) {
        expect(auditLevels(store)).toEqual([]);
        const held = store
          .sql<[], { counted: number; counted_at: number }>(
            'SELECT counted, counted_at FROM stock_count_line ORDER BY counted_at DESC LIMIT 1',
          )
          .get();
        const since = store
          .sql<[number], { moved: number }>(
            `SELECT coalesce(sum(quantity), 0) AS moved FROM stock_movement WHERE reason <> 'count' AND at > ?`,
          )
          .get(held?.counted_at ?? 0);
        expect(level('soap')).toBe((held?.counted ?? 0) + (since?.moved ?? 0));
      }
      for (const { store } of tills) void store.close();
    }),
    { numRuns: 60 },
  );
}, 120_000);
