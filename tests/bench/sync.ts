/**
 * Terminals and hub as real processes on loopback, beside the least each step could cost: an echo over a raw WebSocket
 * and a bare insert of the same bytes. `npm run bench -- sync [part …]`; without parts, all of them.
 *
 * | part | measures | options |
 * |---|---|---|
 * | latency | a bill on the disk of one till until it is on the disk of another and its change feed has spoken | --bills |
 * | ingest | operations sequenced per second, from terminals that push batches | --writers |
 * | fanout | deliveries to many terminals of a stream of single operations | --sockets, --rate, --seconds |
 * | stalled | the hub’s memory with terminals that ask for all and read nothing, beside that of a hub without them | --seconds (300 for the whole), --rejoin (after so many seconds) |
 * | herd | a hub killed and started again: until all terminals are live | --sockets |
 * | bootstrap | a new till takes a copy while others sell | --products, --bills |
 * | drain | a week's bills sent up by one till and applied by another, a cashier scanning at each | --bills |
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endChildren } from './support/child.ts';
import { bootstrap } from './sync/bootstrap.ts';
import { drain } from './sync/drain.ts';
import { fanOut } from './sync/fan-out.ts';
import { herd } from './sync/herd.ts';
import { ingest } from './sync/ingest.ts';
import { latency } from './sync/latency.ts';
import { stalled } from './sync/stalled.ts';

const parts: Readonly<Record<string, (folder: string) => Promise<void>>> = {
  latency,
  ingest,
  fanout: fanOut,
  stalled,
  herd,
  bootstrap,
  drain,
};

const args = process.argv.slice(3);
const end = args.findIndex((arg) => arg.startsWith('--'));
const asked = end < 0 ? args : args.slice(0, end);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`which part (not ${unknown.join(', ')})? ${Object.keys(parts).join(', ')}`);
  process.exitCode = 2;
} else {
  for (const [name, part] of Object.entries(parts)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const folder = mkdtempSync(join(tmpdir(), 'galla-bench-sync-'));
    try {
      await part(folder);
    } finally {
      await endChildren();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
