import { join } from 'node:path';
import Database from 'better-sqlite3';
import { applyPragmas } from '../../../src/main/store/pragmas';
import { report, rounded } from '../support/measure.ts';
import { numberOption } from '../support/options.ts';
import { cpuSeconds, loadavg, names, startCrowd, startHub } from './processes.ts';

const size = 50;
const operationsEach = 5;

export async function ingest(folder: string): Promise<void> {
  const writers = names('writer', numberOption('writers', 8));
  const batches = numberOption('batches', 40);
  const { hub, port } = await startHub(folder, writers);
  const crowd = startCrowd();
  await crowd.ask('join', { port, ids: writers });
  await crowd.ask('products');
  await crowd.ask('ingest', { batches: 5, size });
  const before = await hub.ask('cpu');
  const { operations, seconds, bytes, roundTripMs } = await crowd.ask('ingest', { batches, size });
  const after = await hub.ask('cpu');
  const floor = bareInsert(folder, bytes, batches * writers.length);
  const perSecond = Math.round(operations / seconds);
  report({
    bench: 'sync',
    part: 'ingest',
    writers: writers.length,
    operations,
    operationsPerSecond: perSecond,
    target: 20_000,
    hubCpuSeconds: cpuSeconds(before, after),
    seconds: rounded(seconds),
    batchBytes: bytes,
    roundTripMs,
    floorOperationsPerSecond: floor,
    ratio: rounded(floor / perSecond),
    load: rounded(loadavg()[0] ?? 0),
  });
}

/** The same bytes, a row for each operation and a commit for each batch, into a bare table. */
function bareInsert(folder: string, bytes: number, batches: number): number {
  const db = new Database(join(folder, 'floor.db'));
  applyPragmas(db);
  db.exec('CREATE TABLE bytes (n INTEGER PRIMARY KEY, text TEXT)');
  const insert = db.prepare('INSERT INTO bytes (text) VALUES (?)');
  const perBatch = size * operationsEach;
  const text = 'x'.repeat(bytes / perBatch);
  const write = db.transaction(() => {
    for (let n = 0; n < perBatch; n++) insert.run(text);
  });
  const started = performance.now();
  for (let batch = 0; batch < batches; batch++) write();
  const seconds = (performance.now() - started) / 1000;
  db.close();
  return Math.round((batches * perBatch) / seconds);
}
