import { join } from 'node:path';
import { systemClock } from '@shared/clock';
import type { SignedIn } from '@shared/contract';
import { rememberPresence } from '../../../src/main/shop/staff';
import { openStore } from '../../../src/main/store';
import { makeIds, shopMigrations } from '../../support/shop-store.ts';

/**
 * Leaves the till in this user-data folder as a cashier leaves it a moment before a restart: signed in. The app that is
 * started next, within a quarter of an hour, opens at the counter.
 */
export async function leaveSignedIn(folder: string): Promise<void> {
  const store = openStore({
    file: join(folder, 'galla.db'),
    migrations: shopMigrations,
    clock: systemClock,
    ids: makeIds(systemClock),
  });
  const owner = store
    .sql<[], SignedIn>(`SELECT id AS staffId, name, role FROM staff WHERE role = 'owner' LIMIT 1`)
    .get();
  if (!owner) throw new Error('the prepared shop has no owner');
  rememberPresence(store, owner, systemClock.now());
  await store.close();
}
