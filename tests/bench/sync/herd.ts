import { machineNow } from '../support/child.ts';
import { report, rounded } from '../support/measure.ts';
import { numberOption } from '../support/options.ts';
import { loadavg, names, pause, startCrowd, startHub } from './processes.ts';

export async function herd(folder: string): Promise<void> {
  const ids = names('till', numberOption('sockets', 500));
  const first = await startHub(folder, ids);
  const crowd = startCrowd();
  await crowd.ask('join', { port: first.port, ids });
  const killed = machineNow();
  await first.hub.kill();
  const { hub, port } = await startHub(folder, [], first.port);
  const listening = machineNow();
  if (port !== first.port) throw new Error('the hub came back elsewhere');
  let half: number | null = null;
  let live = 0;
  while (live < ids.length) {
    await pause(20);
    ({ live } = await hub.ask('figures'));
    if (half === null && live >= ids.length / 2) half = machineNow() - listening;
  }
  report({
    bench: 'sync',
    part: 'herd',
    sockets: ids.length,
    hubAwaySeconds: rounded((listening - killed) / 1000),
    halfLiveSeconds: rounded((half ?? 0) / 1000),
    allLiveSeconds: rounded((machineNow() - listening) / 1000),
    target: { allLiveSeconds: 10 },
    load: rounded(loadavg()[0] ?? 0),
  });
}
