import { ArithmeticError, quantity } from '@shared/money';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RecipeBook } from '../../../../src/main/shop/production/book';
import { neededOf } from '../../../../src/main/shop/production/plan';
import { auditLevels } from '../../../../src/main/store';
import { foundBakery, goods, idOf, openProduction } from '../../../support/production';
import { makeTestShop } from '../../../support/shop-store';

const kitchen = [goods.flour, goods.yeast, goods.dough] as const;
const weight = fc.integer({ min: 1, max: 9_000 });
const uses = fc.uniqueArray(fc.record({ product: fc.constantFrom(...kitchen), quantity: weight }), {
  selector: ({ product }) => product,
});

const deed = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ what: fc.constant('make'), made: fc.constantFrom(...kitchen), quantity: weight, uses }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('back'), which: fc.nat({ max: 9 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('adjust'), product: fc.constantFrom(...kitchen), quantity: weight }),
  },
);

type Log = { readonly id: string; readonly moves: readonly (readonly [string, number])[] };

it('whatever is made and taken back: levels are those of a clerk’s book and the sum of all movements, and taking everything back leaves what was there', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 30 }), async (deeds) => {
      const shop = makeTestShop();
      try {
        const store = shop.open();
        foundBakery(store);
        const till = openProduction(store);
        const book = new Map<string, number>(kitchen.map((id) => [id, 0]));
        const adjusted = new Map(book);
        const add = (to: Map<string, number>, id: string, by: number) => to.set(id, (to.get(id) ?? 0) + by);
        const logs: Log[] = [];
        const standing = new Set<Log>();
        const takeBack = (log: Log) => {
          till.call('production.reverse', { id: log.id, reason: 'wrong' });
          if (standing.delete(log)) for (const [id, by] of log.moves) add(book, id, -by);
        };
        const isRight = () => {
          expect(till.stock(...kitchen)).toEqual(kitchen.map((id) => book.get(id)));
          expect(auditLevels(store)).toEqual([]);
        };
        for (const each of deeds) {
          shop.clock.advance(1_000);
          if ('made' in each) {
            const used = each.uses.filter(({ product }) => product !== each.made);
            const id = idOf('b001', logs.length);
            const lines = Object.fromEntries(used.map((line) => [line.product, line.quantity]));
            till.make(each.made, each.quantity, lines, { id });
            const moves = [[each.made, each.quantity] as const, ...used.map((u) => [u.product, -u.quantity] as const)];
            for (const [product, by] of moves) add(book, product, by);
            const log = { id, moves };
            logs.push(log);
            standing.add(log);
          } else if ('which' in each) {
            const log = logs[each.which];
            if (log) takeBack(log);
          } else {
            till.counter.adjust(each.product, each.quantity);
            add(book, each.product, each.quantity);
            add(adjusted, each.product, each.quantity);
          }
          isRight();
        }
        for (const log of [...standing]) takeBack(log);
        isRight();
        expect(book).toEqual(adjusted);
      } finally {
        await shop.dispose();
      }
    }),
    { numRuns: 25 },
  );
});

const products = ['a', 'b', 'c', 'd', 'e'] as const;
const recipes = fc.array(
  fc.record({ productId: fc.constantFrom(...products), lines: fc.uniqueArray(fc.constantFrom(...products)) }),
  { maxLength: 8 },
);

/** By following every way there is, as long as it comes to nothing twice. */
function eats(all: readonly { productId: string; lines: readonly string[] }[], from: string, to: string): boolean {
  const walk = (product: string, way: readonly string[]): boolean =>
    product === to ||
    (!way.includes(product) &&
      all.some((recipe) => recipe.productId === product && recipe.lines.some((next) => walk(next, [...way, product]))));
  return all.some((recipe) => recipe.productId === from && recipe.lines.some((next) => walk(next, [from])));
}

it('any recipes, also ones that go round: what is made of itself is found by following every way, and nothing goes on for ever', () => {
  fc.assert(
    fc.property(recipes, (all) => {
      const book = new RecipeBook(
        all.map(({ productId, lines }, n) => ({
          ...{ id: `r${n}`, productId, batch: quantity(1_000) },
          lines: lines.map((ingredient) => ({ productId: ingredient, quantity: quantity(1_000) })),
        })),
      );
      for (const product of products) expect(book.isCircular(product)).toBe(eats(all, product, product));
    }),
  );
});

it('what so much takes is never less than nothing, never more than one thousandth or one piece beside the exact share, and a whole batch takes its lines', () => {
  const amount = fc.integer({ min: 1, max: 9_999_999_999 });
  fc.assert(
    fc.property(amount, amount, amount, fc.constantFrom('KG', 'PCS'), (line, wanted, batch, unit) => {
      const of = unit === 'PCS' ? (line % 1_000_000) * 1_000 : line;
      if (of === 0) return;
      expect(neededOf(quantity(of), quantity(batch), quantity(batch), unit)).toBe(of);
      let needed: bigint;
      try {
        needed = BigInt(neededOf(quantity(of), quantity(wanted), quantity(batch), unit));
      } catch (error) {
        if (error instanceof ArithmeticError) return;
        throw error;
      }
      // needed × batch against line × wanted: exact.
      const off = needed * BigInt(batch) - BigInt(of) * BigInt(wanted);
      expect(needed).toBeGreaterThanOrEqual(0n);
      if (unit === 'KG') expect(2n * (off < 0n ? -off : off)).toBeLessThanOrEqual(BigInt(batch));
      else expect(needed % 1000n).toBe(0n);
      if (unit === 'PCS') expect(off).toBeLessThan(1001n * BigInt(batch));
    }),
  );
});
