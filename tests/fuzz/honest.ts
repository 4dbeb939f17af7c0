import { createHash } from 'node:crypto';
import type { ManualClock } from '@shared/clock';
import { type Entity, type EntityName, entities } from '@shared/entities';
import { createIds } from '@shared/ids';
import { registrySchema, times } from '@shared/sync';
import Database from 'better-sqlite3';
import type { Hub, HubStore } from '../../src/hub';
import { applyMigrations } from '../../src/main/store/migrations';
import { Store } from '../../src/main/store/store';
import { type Line, SyncEngine } from '../../src/main/sync';
import { shopMigrations } from '../support/shop-store.ts';
import type { Chance } from './random.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A real till beside the attackers: the real store and the real engine, on a line without faults. */
export class HonestTill {
  readonly store: Store;
  readonly #engine: SyncEngine;
  readonly #clock: ManualClock;
  readonly errors: string[] = [];
  readonly #written: string[] = [];
  #hub: Hub | null = null;

  constructor(clock: ManualClock, chance: Chance) {
    this.#clock = clock;
    const ids = createIds(() => clock.now(), chance.fill);
    const db = new Database(':memory:');
    db.pragma('foreign_keys = ON');
    applyMigrations(db, ':memory:', shopMigrations, 0, null);
    this.store = new Store({
      db,
      file: ':memory:',
      lock: { release: () => {} },
      clock,
      ids,
      startReaderThread: undefined,
      wasUnclean: false,
      migrationBackup: null,
      onListenerError: (error) => this.errors.push(String(error)),
    });
    this.#engine = new SyncEngine(
      {
        replica: this.store.replica,
        terminalId: () => this.store.terminalId,
        clock,
        ids,
        sha256,
        random: chance.fraction,
        times,
        log: { info: () => {}, warn: () => {}, error: ({ error }) => this.errors.push(String(error)) },
        schema: registrySchema,
        connect: () => this.#dial(),
        onStatus: () => {},
        onFork: () => this.errors.push('forked'),
      },
      clock.now(),
    );
  }

  join(hub: Hub): void {
    this.#hub = hub;
    this.#engine.start(this.#clock.now());
  }

  /** What its timers would have done by now. */
  wake(): void {
    const due = this.#engine.nextWake();
    if (due !== null && due <= this.#clock.now()) this.#engine.wake(this.#clock.now());
  }

  /** Does a day's deed. */
  work(): void {
    const id = `honest-${this.#written.length}`;
    this.store.mutate({ name: 'brand.add', kind: 'fact', actor: 'system' }, (m) => {
      m.put('brand', { id, name: id, active: 1 });
    });
    this.#written.push(id);
    this.#engine.changed(this.#clock.now());
  }

  get isLive(): boolean {
    return this.#engine.status.phase === 'live';
  }

  /** Whether everything it did is at the hub and everything of the hub is here. */
  async isLevel(hub: HubStore): Promise<boolean> {
    return this.store.replica.pendingCount() === 0 && this.store.replica.state().cursor === (await hub.lane()).head;
  }

  /** Throws when its records are not the hub's, or something it did is missing there. */
  async compare(hub: HubStore): Promise<void> {
    for (const name of ['brand', 'category', 'product', 'customer'] as const satisfies readonly EntityName[]) {
      const theirs = await hub.all(name);
      const fields = Object.keys(entities[name].fields satisfies Entity['fields']);
      const ours = new Map(
        this.store
          .sql<[], Record<string, unknown>>(`SELECT * FROM ${name}`)
          .all()
          .map((row) => [row.id, row]),
      );
      if (ours.size !== theirs.length) throw new Error(`${name}: ${ours.size} here, ${theirs.length} at the hub`);
      for (const { id, row, deleted } of theirs) {
        const mine = ours.get(id);
        const differs = fields.filter((field) => (row[field] ?? null) !== (mine?.[field] ?? null));
        if (!mine || differs.length > 0) throw new Error(`${name} ${id} differs in ${differs.join()}`);
        if ((deleted === null) !== (mine.deleted_at === null)) throw new Error(`${name} ${id}: deleted or not?`);
      }
    }
    const known = new Set((await hub.all('brand')).map(({ id }) => id));
    const lost = this.#written.filter((id) => !known.has(id));
    if (lost.length > 0) throw new Error(`the hub acknowledged ${lost[0]} and does not have it`);
  }

  #dial(): Line {
    const { engine, clock } = { engine: this.#engine, clock: this.#clock };
    let isOpen = true;
    const closed = () => {
      if (!isOpen) return;
      isOpen = false;
      queueMicrotask(() => engine.disconnected(line, clock.now()));
    };
    const session = this.#hub?.open({
      send: (text) => queueMicrotask(() => engine.receive(line, text, clock.now())),
      buffered: () => 0,
      close: closed,
    });
    const line: Line = {
      send: (text) => {
        if (isOpen) session?.receive(text);
      },
      terminate: () => {
        isOpen = false;
        session?.closed();
      },
    };
    queueMicrotask(() => engine.connected(line, clock.now()));
    return line;
  }
}
