import { createReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ImportRow } from './read-row';

/**
 * The good rows of a checked file, one JSON per line: what an import will write, on the disk before its first write. An
 * import that is cut short goes on from it at the next start.
 */
export interface PlanWriter {
  add(row: ImportRow): Promise<void>;
  /** On the disk for good. */
  finish(): Promise<void>;
  /** Nobody wants it. */
  discard(): Promise<void>;
}

const bufferedBytes = 256 * 1024;

export async function writePlan(path: string): Promise<PlanWriter> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, 'w');
  let pending = '';
  const flush = async () => {
    const text = pending;
    pending = '';
    await file.appendFile(text);
  };
  return {
    async add(row) {
      pending += `${JSON.stringify(row)}\n`;
      if (pending.length > bufferedBytes) await flush();
    },
    async finish() {
      await flush();
      await file.sync();
      await file.close();
    },
    async discard() {
      await file.close();
      await rm(path, { force: true });
    },
  };
}

/** A row of the plan, and where in the file the next one begins: the place to go on from. */
export interface PlannedRow {
  readonly row: ImportRow;
  readonly next: number;
}

/** The rows from a place on, in blocks of what one read of the disk gave. */
export async function* readPlan(path: string, from: number): AsyncGenerator<PlannedRow[]> {
  let rest: Buffer = Buffer.alloc(0);
  let at = from;
  for await (const chunk of createReadStream(path, { start: from, highWaterMark: 64 * 1024 })) {
    const bytes = Buffer.concat([rest, chunk]);
    const rows: PlannedRow[] = [];
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      at += end + 1 - start;
      // proof: this file was written by writePlan, under a path that this import made
      rows.push({ row: JSON.parse(bytes.toString('utf8', start, end)) as ImportRow, next: at });
      start = end + 1;
    }
    rest = bytes.subarray(start);
    yield rows;
  }
}
