/** Opens a shop file in a process of its own and prints `opened` or the problem's code. */
import { systemClock } from '@shared/clock';
import { DatabaseProblem, openStore } from '../../src/main/store';
import { makeIds, shopMigrations } from './shop-store';

const file = process.argv[2] ?? '';
try {
  const store = openStore({ file, migrations: shopMigrations, clock: systemClock, ids: makeIds(systemClock) });
  console.log('opened');
  await store.close();
} catch (error) {
  if (!(error instanceof DatabaseProblem)) throw error;
  console.log(error.code);
}
