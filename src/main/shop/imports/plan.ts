import { createReadStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * What will be written, one JSON per line, on the disk before the first of it is written: the good rows of an import, the
 * products of a bulk edit. What is cut short goes on from it at the next start.
 */
export interface PlanWriter<R> {
  add(row: R): Promise<void>;
  /** On the disk for good. */
  finish(): Promise<void>;
  /** Nobody wants it. */
  discard(): Promise<void>;
}

const bufferedBytes = 256 * 1024;

export async function writePlan<R>(path: string): Promise<PlanWriter<R>> {
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
export interface PlannedRow<R> {
  readonly row: R;
  readonly next: number;
}

/** The rows from a place on, in blocks of what one read of the disk gave. */
export async function* readPlan<R>(path: string, from: number): AsyncGenerator<PlannedRow<R>[]> {
  let rest: Buffer = Buffer.alloc(0);
  let at = from;
  for await (const chunk of createReadStream(path, { start: from, highWaterMark: 64 * 1024 })) {
    const bytes = Buffer.concat([rest, chunk]);
    const rows: PlannedRow<R>[] = [];
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      at += end + 1 - start;
      // proof: this file was written by writePlan, under a path that its reader made
      rows.push({ row: JSON.parse(bytes.toString('utf8', start, end)) as R, next: at });
      start = end + 1;
    }
    rest = bytes.subarray(start);
    yield rows;
  }
}
