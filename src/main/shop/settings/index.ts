/** The shop's own settings. Who changed what is kept by the store's field history. */
import type { BusinessSettings } from '@shared/contract';
import { AppError } from '@shared/errors';
import { actorOf } from '../actor';
import type { Handlers } from '../call';
import type { ShopDeps } from '../deps';
import { checkSettings } from './check';

export { isTimeZone } from './time-zone';

export function settingsHandlers(deps: ShopDeps): Handlers<'settings.get' | 'settings.save'> {
  return {
    'settings.get': () => current(deps),
    'settings.save': (input, context) => {
      const { staffId } = actorOf(context);
      deps.store.mutate({ name: 'settings.edit', kind: 'request', actor: staffId }, (m) => {
        const before = current(deps);
        if (deps.store.isSandbox && input.upi_id !== undefined && input.upi_id !== before.upi_id) {
          throw new AppError('not_in_training', 'In training nobody is asked for real money', { field: 'upi_id' });
        }
        m.set('business_settings', before.id, checkSettings(input, before));
      });
      return current(deps);
    },
  };
}

function current(deps: ShopDeps): BusinessSettings {
  const { created_at: _, ...settings } = deps.settings();
  return settings;
}
