import { createHash } from 'node:crypto';
import { ManualClock } from '@shared/clock';
import { type Downstream, firstChain, type Limits, protocolVersion, registrySchema } from '@shared/sync';
import Database from 'better-sqlite3';
import { Hub, type HubOptions, type HubStore, prepareHub, SqliteHubStore } from '../../../src/hub';
import { makeIds } from '../../support/shop-store';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A hub on a clock that stands still, and lines to it by hand. */
export function makeHub({
  limits = {},
  store = memoryStore(),
  ...options
}: { limits?: Partial<Limits>; store?: HubStore } & Pick<HubOptions, 'loop'> = {}) {
  const clock = new ManualClock(1_000_000);
  const errors: unknown[] = [];
  const log = { info: () => {}, warn: () => {}, error: (fields: object) => void errors.push(fields) };
  const hub = new Hub({ store, clock, ids: makeIds(clock), sha256, log, schema: registrySchema, limits, ...options });
  return { hub, store, clock, errors, dial: (hear?: (message: Downstream) => void) => new TestLine(hub, hear) };
}

export function memoryStore(): SqliteHubStore {
  const db = new Database(':memory:');
  prepareHub(db, () => 'e');
  return new SqliteHubStore(db, () => new Database(db.serialize()));
}

/** The terminal's end of a line. */
export class TestLine {
  readonly heard: Downstream[] = [];
  isOpen = true;
  /** Bytes that are said to wait; with `isDeaf`, all that was sent. */
  buffered = 0;
  isDeaf = false;
  fence = 0;
  readonly #hub: Hub;
  readonly #end: ReturnType<Hub['open']>;

  constructor(hub: Hub, hear: (message: Downstream) => void = () => {}) {
    this.#hub = hub;
    this.#end = hub.open({
      send: (text) => {
        if (this.isDeaf) this.buffered += text.length;
        const [message = '', rows] = text.split('\n');
        const heard = { ...JSON.parse(message), ...(rows !== undefined && { rows }) };
        this.heard.push(heard);
        hear(heard);
      },
      buffered: () => this.buffered,
      close: () => {
        this.isOpen = false;
      },
    });
  }

  /** Says something and waits until the hub has dealt with it. */
  async say(message: object | string): Promise<void> {
    this.hurry(message);
    await this.#hub.idle();
  }

  /** Says something while the hub still deals with what was said before. */
  hurry(message: object | string): void {
    this.#end.receive(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** HELLO and the first pull. */
  async greet(terminal: string, session = terminal): Promise<void> {
    await this.say(this.hello(terminal, session));
    const welcome = this.last('welcome');
    this.fence = welcome?.fence ?? 0;
    await this.say({ t: 'pull', session, fence: this.fence, cursor: welcome?.head ?? 0 });
  }

  hello(terminal: string, session: string): object {
    const who = { t: 'hello', session, protocol: protocolVersion, schema: registrySchema, terminal };
    return { ...who, fence: this.fence, epoch: '', cursor: 0, chain: firstChain, scopes: [], time: 1_000_000 };
  }

  /** A push of brands, one mutation each. */
  push(session: string, first: number, count: number): object {
    const mutations = Array.from({ length: count }, (_, index) => {
      const id = `${session}-${first + index}`;
      const ops = JSON.stringify([{ op: 'put', entity: 'brand', id, row: { id, name: id, active: 1 } }]);
      return { mid: first + index, name: 'brand.add', kind: 'fact', actor: 'system', at: 0, ops };
    });
    return { t: 'push', session, fence: this.fence, mutations };
  }

  last<T extends Downstream['t']>(type: T): Extract<Downstream, { t: T }> | undefined {
    const found = this.heard.findLast((message) => message.t === type);
    return found as Extract<Downstream, { t: T }> | undefined; // proof: found by that very member
  }
}
