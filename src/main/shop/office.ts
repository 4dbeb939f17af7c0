import type { ShopDeps } from './deps';

/** Whether this terminal has what only offices are told, costs and pay: one that is in no network, or an office. */
export function knowsOffice({ store }: Pick<ShopDeps, 'store'>): boolean {
  const { epoch, scopes } = store.replica.state();
  return epoch === '' || scopes.includes('office');
}
