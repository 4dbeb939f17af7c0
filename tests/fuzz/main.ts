// `npm run fuzz -- [--frames 1000000] [--seed n]`: hostile messages to a real hub, an honest till beside them.
import { numberOption } from '../bench/support/options.ts';
import { fuzz } from './run.ts';
import { fuzzSockets } from './sockets.ts';

const frames = numberOption('frames', 100_000);
const seed = numberOption('seed', Math.floor(Math.random() * 2 ** 32));
console.error(`replay: npm run fuzz -- --frames ${frames} --seed ${seed}`);
const { figures, ...result } = await fuzz({
  frames,
  seed,
  onProgress: (said) => process.stderr.write(`\r${said} frames`),
});
process.stderr.write('\n');
const { pushed, refusedMessages, failedRounds, byes } = figures;
const sockets = await fuzzSockets(Math.min(frames, 20_000), seed);
const perSecond = Math.round(frames / result.seconds);
console.log(
  JSON.stringify({ fuzz: 'frames', seed, ...result, perSecond, pushed, refusedMessages, failedRounds, byes, sockets }),
);
