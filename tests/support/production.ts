import { type CallInput, type CallName, type CallOutput, contract } from '@shared/contract';
import { money, quantity } from '@shared/money';
import type { Role } from '@shared/roles';
import type { Handler, Handlers } from '../../src/main/shop/call';
import { productionHandlers, readRecipe, recipeListJob } from '../../src/main/shop/production';
import type { Reader, Store } from '../../src/main/store';
import { cashier, foundShop } from './counter';
import { openPurchases } from './purchases';

type ProductionCall = Extract<CallName, `recipes.${string}` | `production.${string}` | `feedback.${string}`>;

const product = (n: number) => `00000000-0000-7000-8000-00000000a00${n}`;
/** What the kitchen of the tests has, by id. */
export const goods = {
  flour: product(1),
  yeast: product(2),
  egg: product(3),
  dough: product(4),
  bread: product(5),
  water: product(6),
} as const;

/** A bakery: flour and dough by weight, eggs and bread by the piece, water that nobody counts. */
export function foundBakery(store: Store): void {
  foundShop(store, {
    products: [
      { id: goods.flour, name: 'Flour', unit: 'KG', reorder_level: quantity(5_000) },
      { id: goods.yeast, name: 'Yeast', unit: 'G' },
      { id: goods.egg, name: 'Egg' },
      { id: goods.dough, name: 'Dough', unit: 'KG' },
      { id: goods.bread, name: 'Bread', reorder_level: quantity(4_000), price: money(4_000) },
      { id: goods.water, name: 'Water', unit: 'L', track_stock: 0 },
    ],
  });
}

export const idOf = (kind: string, n: number) => `00000000-0000-7000-8000-${kind}${String(n).padStart(8, '0')}`;

/** The calls of a kitchen at one till: through the contract's schemas, each answered at once. */
export function openProduction(store: Store) {
  const office = openPurchases(store);
  const handlers: Handlers<ProductionCall> = productionHandlers(office.deps);
  const call = <N extends ProductionCall>(name: N, input: CallInput<N>, role: Role = 'owner'): CallOutput<N> => {
    // proof: the handler of `name`, and what its own schema made of the input
    const handler = handlers[name] as Handler<N>;
    const parsed = contract[name].input.parse(input) as Parameters<Handler<N>>[0];
    const user = cashier.session.user;
    if (!user) throw new Error('Nobody is signed in');
    const answer = handler(parsed, { session: { user: { ...user, role } } });
    if (answer instanceof Promise) throw new Error(`${name} answered later`);
    return answer as CallOutput<N>; // proof: the handler's own answer
  };
  const reader = store as unknown as Reader; // proof: the jobs only read, which a store does too
  let n = 0;
  const next = () => {
    n += 1;
    return idOf('e001', n);
  };
  return {
    ...office,
    store,
    call,
    /** A recipe of so much, by ingredient; thousandths. */
    write: (productId: string, batch: number, lines: Readonly<Record<string, number>>, id = next()) =>
      call('recipes.create', {
        ...{ id, productId, batch, note: null },
        lines: Object.entries(lines).map(([ingredient, each]) => ({ productId: ingredient, quantity: each })),
      }),
    make: (
      productId: string,
      made: number,
      lines: Readonly<Record<string, number>> = {},
      more: Partial<CallInput<'production.log'>> = {},
    ) =>
      call('production.log', {
        ...{ id: next(), productId, quantity: made, madeDay: '2026-11-21', part: 'morning', madeBy: null },
        ...{ recipeId: null, note: null },
        lines: Object.entries(lines).map(([ingredient, used]) => ({ productId: ingredient, quantity: used })),
        ...more,
      }),
    recipe: (id: string) => readRecipe(store, id, true),
    recipes: () => {
      const page = recipeListJob.run(reader, { offset: 0, limit: 50, costs: true });
      if (page instanceof Promise) throw new Error('A job of a reader answered later');
      return page.rows;
    },
    logs: () => call('production.list', { limit: 50 }).rows,
    stock: (...ids: string[]) => ids.map((id) => office.level(id)),
  };
}
