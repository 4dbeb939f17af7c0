import { expect, it } from 'vitest';
import { fuzz } from '../../fuzz/run';
import { fuzzSockets } from '../../fuzz/sockets';

// The run that is meant in earnest: `npm run fuzz -- --frames 1000000`.
it('twenty thousand hostile messages bring down no round, and the till beside them has the hub’s data', async () => {
  const { figures, head, honest, mostSessions } = await fuzz({ frames: 20_000, seed: 7 });
  expect(figures.failedRounds).toBe(0);
  // They were not all turned away at the door: the log is theirs and the honest till's.
  expect(head).toBeGreaterThan(2_000);
  expect(honest).toBeGreaterThan(20);
  expect(mostSessions).toBeLessThanOrEqual(21);
}, 600_000);

it('over real sockets they leave no line behind and a hub that answers', async () => {
  const { refused, pushed } = await fuzzSockets(2_000, 7);
  expect(refused).toBeGreaterThan(50);
  expect(pushed).toBeGreaterThan(50);
}, 240_000);
