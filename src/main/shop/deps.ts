import type { Clock } from '@shared/clock';
import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import type { Ids } from '@shared/ids';
import type { Store } from '../store';

/** What every use-case is given: the shop file, time and ids, and the two rows that almost all of them ask for. */
export interface ShopDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  /** This terminal as it is now. @throws AppError `no_shop` before the first run is over */
  terminal(): Row<'terminal'>;
  /** The shop's settings as they are now. @throws AppError `no_shop` before the first run is over */
  settings(): Row<'business_settings'>;
}

/** One per store. Reads a row once and again only after it has changed. */
export function createShopDeps(store: Store): ShopDeps {
  let terminal: Row<'terminal'> | undefined;
  let settings: Row<'business_settings'> | undefined;
  store.changes.subscribe(({ topic }) => {
    if (topic === 'terminal') terminal = undefined;
    if (topic === 'business_settings') settings = undefined;
  });
  return {
    store,
    clock: store.clock,
    ids: store.ids,
    terminal() {
      terminal ??= store
        .sql<[string], Row<'terminal'>>(
          'SELECT id, name, series, role, created_at FROM terminal WHERE id = ? AND deleted_at IS NULL',
        )
        .get(store.terminalId);
      if (!terminal) throw new AppError('no_shop', 'This terminal belongs to no shop yet');
      return terminal;
    },
    settings() {
      if (settings) return settings;
      const row = store
        .sql<[], Row<'business_settings'> & { deleted_at: null }>(
          'SELECT * FROM business_settings WHERE deleted_at IS NULL',
        )
        .get();
      if (!row) throw new AppError('no_shop', 'There is no shop in this file yet');
      const { deleted_at: _, ...fields } = row;
      settings = fields;
      return settings;
    },
  };
}
