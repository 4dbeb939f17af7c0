/** Opens a shop file in a process of its own and prints `opened` or the problem's code, and after how many ms. */
import { systemClock } from '@shared/clock';
import { DatabaseProblem, openStore } from '../../src/main/store';
import { makeIds, shopMigrations } from './shop-store';

const file = process.argv[2] ?? '';
const started = performance.now();
const say = (outcome: string): void => console.log(outcome, Math.round(performance.now() - started));
try {
  const store = openStore({ file, migrations: shopMigrations, clock: systemClock, ids: makeIds(systemClock) });
  say('opened');
  await store.close();
} catch (error) {
  if (!(error instanceof DatabaseProblem)) throw error;
  say(error.code);
}
