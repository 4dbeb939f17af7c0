import type { ManualClock } from '@shared/clock';
import type { Store } from '../../store';
import type { ShopDeps } from '../deps';

/**
 * The same shop file, seen with another clock: what is done through these dependencies happened when `clock` says. It is
 * how a month of sales goes through the use-cases of the counter within seconds.
 */
export function inThePast(deps: ShopDeps, clock: ManualClock): ShopDeps {
  const { store } = deps;
  const mutate: Store['mutate'] = (intent, work, ...synchronous) =>
    store.mutate({ ...intent, at: clock.now() }, work, ...synchronous);
  const dated = new Proxy(store, {
    get(target, property) {
      if (property === 'mutate') return mutate;
      // Bound to the store itself: its private fields are not the proxy's.
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { ...deps, store: dated, clock };
}
