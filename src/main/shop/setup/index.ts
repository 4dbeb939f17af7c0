/** The first run, and what there is to show afterwards. */
import type { HandlerInput, SignedIn } from '@shared/contract';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { rememberPresence } from '../staff';
import { type AppInfo, shopStatus } from '../status';
import { createShop } from './create';

export { createShop, type Stocking } from './create';

/** Makes a shop for the first time; answers its owner. */
type MakeShop = (deps: ShopDeps, input: Omit<HandlerInput<'shop.create'>, 'start'>) => Promise<SignedIn>;

/** @param createSampleShop what `start: 'sample'` makes; it stands on this folder, so it is handed in */
export function setupHandlers(deps: ShopDeps, app: AppInfo, createSampleShop: MakeShop): Handlers<'shop.create'> {
  const makers = { empty: createShop, sample: createSampleShop } satisfies Record<string, MakeShop>;
  return {
    'shop.create': async ({ start, ...input }, { session }) => {
      session.user = await makers[start](deps, input);
      rememberPresence(deps.store, session.user, deps.clock.now());
      return shopStatus(deps, app, session);
    },
  };
}
