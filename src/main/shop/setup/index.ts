/** The first run, and what there is to show afterwards. */
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { createSampleShop } from '../sample';
import { rememberPresence } from '../staff';
import { type AppInfo, shopStatus } from '../status';
import { createShop } from './create';

export { createShop, type Stocking } from './create';

export function setupHandlers(deps: ShopDeps, app: AppInfo): Handlers<'shop.create'> {
  return {
    'shop.create': async ({ start, ...input }, { session }) => {
      session.user = start === 'sample' ? await createSampleShop(deps, input) : await createShop(deps, input);
      rememberPresence(deps.store, session.user, deps.clock.now());
      return shopStatus(deps, app, session);
    },
  };
}
