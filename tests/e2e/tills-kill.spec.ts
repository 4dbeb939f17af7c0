import { runKills } from '../kill/run';
import { expect, test } from './support/fixtures';

/** Some of what `npm run kills` does for as long as one likes. */
const kills = 8;

test('hub and tills are killed while both tills sell, take back and edit: nothing that was done is missing or doubled anywhere, and all files agree', async ({
  launch,
}) => {
  test.setTimeout(300_000);
  const seed = Math.floor(Math.random() * 2 ** 31);
  const report = await runKills({
    kills,
    seed,
    standalone: false,
    launch,
    patience: 60_000,
    say: (words) => console.log(`tills-kill: ${words}`),
  });
  console.log(JSON.stringify(report));
  expect(report.missing).toEqual([]);
  expect(report.differences).toEqual([]);
  expect(report.acknowledged.bills).toBeGreaterThan(kills);
});
