import type { ShopSummary, SystemStatus } from '@shared/contract';
import type { Reads } from '../store';
import type { Session } from './call';
import type { ShopDeps } from './deps';

/** What the shop cannot know about the program it runs in. */
export interface AppInfo {
  readonly version: string;
  /** BCP 47, the system's: what the first screen guesses country and language from. */
  readonly locale: string;
}

/** Whether the first run is over. */
export function hasShop(reads: Reads): boolean {
  return reads.sql('SELECT 1 FROM business_settings LIMIT 1').get() !== undefined;
}

/** Which screen there is to show while the database is in order. Also tells nobody in when there is no shop yet. */
export function shopStatus(deps: ShopDeps, { version, locale }: AppInfo, session: Session): SystemStatus {
  if (!hasShop(deps.store)) return { version, phase: 'first-run', locale };
  const shop = summary(deps);
  const terminal = deps.terminal().name;
  const training = deps.store.isSandbox;
  const { user } = session;
  return user
    ? { version, phase: 'ready', shop, terminal, training, user }
    : { version, phase: 'locked', shop, terminal, training };
}

function summary(deps: ShopDeps): ShopSummary {
  const { id, name, country, currency, language, time_zone, prices_include_tax } = deps.settings();
  return { id, name, country, currency, language, timeZone: time_zone, pricesIncludeTax: prices_include_tax === 1 };
}
