/** The shop to try things with: a kirana with a bakery, its people, and a month of trade. The same every time. */
import { ManualClock } from '@shared/clock';
import type { HandlerInput, SignedIn } from '@shared/contract';
import type { CallContext } from '../call';
import type { ShopDeps } from '../deps';
import { createShop } from '../setup';
import { hashPin } from '../staff';
import { createChance } from './chance';
import { sampleDays, tradeForAMonth } from './month';
import { inThePast } from './past';
import { sampleStaff } from './people';
import { type Groups, putCustomers, putGroups, type SampleCustomer, stockShelves } from './stocking';

export { sampleStaff } from './people';

const seed = 20_171;

/**
 * Makes the shop with its people in one transaction, fills the shelves and sells for a month, bill by bill, while other
 * calls have their turn. Cut short in between it is a shop with less on its shelves or fewer bills.
 *
 * @returns the owner
 * @throws AppError as `createShop`
 */
export async function createSampleShop(
  deps: ShopDeps,
  input: Omit<HandlerInput<'shop.create'>, 'start'>,
): Promise<SignedIn> {
  const chance = createChance(seed);
  const opened = new ManualClock(deps.clock.now() - (sampleDays + 1) * 24 * 3_600_000);
  const staff = await Promise.all(
    sampleStaff.map(async ({ pin, ...person }) => ({ ...person, id: deps.ids.next(), pin_hash: await hashPin(pin) })),
  );
  let groups: Groups = { brands: new Map(), categories: new Map() };
  let customers: SampleCustomer[] = [];
  let taxes: ReadonlyMap<string, string> = new Map();
  const owner = await createShop(deps, input, {
    at: opened.now(),
    stock(m, taxClasses) {
      for (const person of staff) m.put('staff', { ...person, language: null, active: 1, created_at: m.at });
      groups = putGroups(m, deps);
      customers = putCustomers(m, deps, chance);
      taxes = taxClasses;
    },
  });
  const people = [owner, ...staff.map(({ id, name, role }) => ({ staffId: id, name, role }))];
  const cashiers = people.map((user): CallContext => ({ session: { user } }));
  await deps.store.hurrying(async () => {
    const goods = await stockShelves(inThePast(deps, opened), chance, groups, taxes, owner.staffId);
    await tradeForAMonth(deps, chance, goods, customers, cashiers);
  });
  return owner;
}
