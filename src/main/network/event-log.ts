import { join } from 'node:path';
import type { Clock } from '@shared/clock';
import type { NetworkEvent, NetworkEventKind } from '@shared/contract';
import type { ErrorParams } from '@shared/errors';
import type { Log } from '@shared/log';
import { z } from 'zod';
import { readJsonFile, writePrivately } from './files';

const kept = 100;

const eventSchema = z.strictObject({
  at: z.int(),
  kind: z.enum([
    'connected',
    'offline',
    'refused',
    'renumbered',
    'rejected',
    'taken_twice',
    'hosting',
    'hosting_stopped',
    'hub_died',
    'paired',
    'pairing_failed',
    'joined',
    'revoked',
    'left',
  ] satisfies NetworkEventKind[]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** The last hundred things that happened to the line, kept over restarts. */
export class EventLog {
  readonly #file: string;
  readonly #clock: Clock;
  readonly #log: Log;
  #events: NetworkEvent[];

  constructor(folder: string, clock: Clock, log: Log) {
    this.#file = join(folder, 'network-events.json');
    this.#clock = clock;
    this.#log = log;
    const found = z.array(eventSchema).max(kept).safeParse(readJsonFile(this.#file));
    this.#events = found.success ? found.data : [];
  }

  /** Newest first. */
  get events(): NetworkEvent[] {
    return this.#events.map((event) => ({ ...event }));
  }

  add(kind: NetworkEventKind, params: ErrorParams = {}): void {
    // The log knows no names: not the shop's, not a till's.
    const { reason } = params;
    this.#log.info({ kind, ...(reason !== undefined && { reason }) }, 'network');
    this.#events = [{ at: this.#clock.now(), kind, params }, ...this.#events].slice(0, kept);
    try {
      writePrivately(this.#file, JSON.stringify(this.#events));
    } catch (error) {
      this.#log.warn({ error: String(error) }, 'the network events could not be kept');
    }
  }
}
