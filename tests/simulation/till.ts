import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Clock } from '@shared/clock';
import { createIds, type Ids } from '@shared/ids';
import { registrySchema, type Times, times } from '@shared/sync';
import Database from 'better-sqlite3';
import { OversoldReview, ReturnedTwiceReview } from '../../src/main/shop/alerts';
import { ApprovalDesk } from '../../src/main/shop/approvals';
import { customerHandlers } from '../../src/main/shop/customers';
import { createShopDeps } from '../../src/main/shop/deps';
import { type KhataPorts, khataHandlers } from '../../src/main/shop/khata';
import { OrderReview, orderHandlers } from '../../src/main/shop/orders';
import { payHandlers } from '../../src/main/shop/pay';
import { productionHandlers } from '../../src/main/shop/production';
import { CostReview, purchaseHandlers } from '../../src/main/shop/purchases';
import { createSales } from '../../src/main/shop/sales';
import { stockHandlers } from '../../src/main/shop/stock';
import { supplierHandlers } from '../../src/main/shop/suppliers';
import { loadMigrationsFromFolder } from '../../src/main/store';
import { applyMigrations } from '../../src/main/store/migrations';
import { Store } from '../../src/main/store/store';
import { type Line, SyncEngine, type SyncPorts } from '../../src/main/sync';
import { noSettings } from './actions';
import { Databases } from './databases';
import { PowerCut, SimDisk } from './disk';
import type { Network } from './network';
import { over } from './over';
import { Random } from './random';
import type { World } from './world';

const root = resolve(import.meta.dirname, '../..');
const empty = new Database(':memory:');
applyMigrations(empty, ':memory:', loadMigrationsFromFolder(join(root, 'migrations')), 0, null);
/** Shop files as the first start leaves them. */
const shopFiles = new Databases(empty.serialize());
empty.close();

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const currentSchema = registrySchema;

/** Parts of a till that a mutant replaces. */
export interface TillFaults {
  readonly times?: Partial<Times>;
  readonly random?: () => number;
  readonly replica?: (till: Till, replica: SyncPorts['replica']) => SyncPorts['replica'];
  /** Nobody looks at stock again when the log has moved it. */
  readonly noReview?: true;
  /** Nobody looks at bills again when the log has brought a return. */
  readonly noReturnReview?: true;
  /** The store as whoever looks at stock sees it. */
  readonly review?: (store: Store) => Store;
  /** Nobody looks at orders again when the log has brought a bill of one. */
  readonly noOrderReview?: true;
  /** Nobody states costs again when the log has brought a purchase. */
  readonly noCostReview?: true;
  /** The store as the calls see it. */
  readonly goods?: (store: Store) => Store;
}

/** A till of the simulation prints nothing and opens no other program. */
const absent = () => Promise.reject(new Error('A simulated till has no desk'));
const noDesk: KhataPorts = { pages: { picture: absent, pdf: absent }, chooseFile: absent, openExternal: absent };

/** The app's own calls about goods and those they come from, orders, and pay. */
function openCalls(store: Store) {
  const deps = createShopDeps(store);
  const approvals = new ApprovalDesk(deps);
  const sales = createSales(deps, approvals);
  const orders = orderHandlers(deps, approvals, sales, { openExternal: absent });
  const goods = {
    ...stockHandlers(deps),
    ...supplierHandlers(deps),
    ...purchaseHandlers(deps),
    ...productionHandlers(deps),
  };
  const people = { ...khataHandlers(deps, noDesk), ...customerHandlers(deps), ...payHandlers(deps) };
  return { deps, calls: { ...goods, ...people, ...sales.handlers, ...orders } };
}
export type TillCalls = ReturnType<typeof openCalls>['calls'];

/** One till: its disk, its clock, and the process that runs on them while it is up. */
export class Till {
  readonly index: number;
  readonly disk: SimDisk;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: Random;
  /** Its clock minus true time, ms. */
  skew = 0;
  /** Counts how often the clock was changed. */
  clockEra = 0;
  schema = currentSchema;
  isUp = false;
  isAsleep = false;
  store: Store;
  engine: SyncEngine | null = null;
  calls: TillCalls;
  /** Times the engine could not apply what the hub sent, other than for its disk. */
  failures: string[] = [];
  /** Looks at the file as a new process finds it. */
  onBoot: () => void = () => {};
  /** Hears of every chunk of a snapshot that the file has taken. */
  onChunk: (index: number) => void = () => {};
  renumbered = 0;
  readonly #world: World;
  readonly #network: Network;
  readonly #faults: TillFaults;
  #wakeAt: number | null = null;
  #isPushDue = false;
  #life = 0;

  /** @param image what its disk holds; by default a shop file that was just made */
  constructor(
    index: number,
    world: World,
    network: Network,
    seed: number,
    faults: TillFaults,
    image: Buffer | undefined,
  ) {
    this.index = index;
    this.#world = world;
    this.#network = network;
    this.#faults = faults;
    this.random = new Random(seed, 1000 + index);
    this.clock = { now: () => world.now + this.skew };
    this.ids = createIds(() => this.clock.now(), this.random.fill);
    this.disk = new SimDisk(shopFiles, image);
    this.store = this.#openStore();
    this.calls = openCalls(this.store).calls;
  }

  /** The process starts on what the disk holds. */
  boot(image?: Buffer): void {
    this.disk.restart(image);
    this.#life += 1;
    this.#wakeAt = null;
    this.isUp = true;
    this.isAsleep = false;
    this.store = this.#openStore();
    const life = this.#life;
    this.onBoot();
    const faulty = this.#faults.replica?.(this, this.store.replica) ?? this.store.replica;
    const replica = over(faulty, {
      stage: (snapshot, index, rows) => {
        const isTaken = faulty.stage(snapshot, index, rows);
        if (isTaken) this.onChunk(index);
        return isTaken;
      },
    });
    const engine = new SyncEngine(
      {
        replica,
        terminalId: () => this.store.terminalId,
        clock: this.clock,
        ids: this.ids,
        sha256,
        times: { ...times, ...this.#faults.times },
        random: this.#faults.random ?? this.random.fraction,
        log: { info: () => {}, warn: () => {}, error: ({ error }) => this.#failed(String(error)) },
        schema: this.schema,
        onStatus: () => {},
        onFork: (renumbered) => {
          this.renumbered += renumbered.size;
        },
        connect: () => {
          const line: Line = this.#network.dial(
            this.index,
            {
              receive: (text) => this.#alive(life, () => engine.receive(line, text, this.#world.now)),
              closed: () => this.#alive(life, () => engine.disconnected(line, this.#world.now)),
            },
            () => this.#alive(life, () => engine.connected(line, this.#world.now)),
          );
          return line;
        },
      },
      this.#world.now,
    );
    this.engine = engine;
    this.store.changes.subscribe(() => {
      this.#isPushDue = true;
    });
    const review = new OversoldReview({ store: this.#faults.review?.(this.store) ?? this.store, ...noSettings });
    if (!this.#faults.noReview) {
      this.store.replica.follow((entries) => review.confirmed(entries));
      this.store.replica.followUnfit((operations) => review.unfit(operations));
    }
    const returned = new ReturnedTwiceReview(this.store);
    if (!this.#faults.noReturnReview) this.store.replica.follow((entries) => returned.confirmed(entries));
    const { deps, calls } = openCalls(this.#faults.goods?.(this.store) ?? this.store);
    this.calls = calls;
    const costs = new CostReview(deps);
    if (!this.#faults.noCostReview) this.store.replica.follow((entries) => costs.confirmed(entries));
    const orders = new OrderReview(this.store);
    if (!this.#faults.noOrderReview) this.store.replica.follow((entries) => orders.confirmed(entries));
    this.act(() => {
      if (!this.#faults.noReview) review.confirmed([]);
      if (!this.#faults.noReturnReview) returned.confirmed([]);
      if (!this.#faults.noCostReview) costs.confirmed([]);
      if (!this.#faults.noOrderReview) orders.confirmed([]);
      engine.start(this.#world.now);
    });
  }

  /** Runs something in this till's process; a power cut ends it. False when it could not run or did not end well. */
  act(work: () => void): boolean {
    if (!this.isUp || this.isAsleep) return false;
    let isDone = false;
    try {
      work();
      isDone = true;
      if (this.#isPushDue) this.engine?.changed(this.#world.now);
      this.#isPushDue = false;
    } catch (error) {
      const isDisk = this.disk.isFull && error instanceof Error && 'code' in error;
      if (!(error instanceof PowerCut) && !isDisk) throw error;
    }
    if (this.disk.isCut) {
      this.crash();
      return false;
    }
    this.#schedule();
    return isDone;
  }

  /** The process is gone; what it had not committed never was. */
  crash(): void {
    if (!this.isUp) return;
    this.#world.trace(`till ${this.index} is down`);
    this.isUp = false;
    this.engine = null;
    this.#life += 1;
    for (const wire of this.#network.wires) if (wire.till === this.index) this.#network.hangUp(wire, 'till');
  }

  /** For the report of a till that does not come to rest. */
  get timing(): string {
    const { start } = this.#world;
    const at = (time: number | null) => (time === null ? '-' : time - start);
    return `next ${at(this.engine?.nextWake() ?? null)} planned ${at(this.#wakeAt)}`;
  }

  sleep(): void {
    this.isAsleep = true;
  }

  wake(): void {
    this.isAsleep = false;
    this.act(() => this.engine?.nudge(this.#world.now));
  }

  changed(): void {
    this.act(() => this.engine?.changed(this.#world.now));
  }

  #alive(life: number, work: () => void): void {
    if (life === this.#life) this.act(work);
  }

  #failed(error: string): void {
    if (!this.disk.isFull && !this.disk.isCut) this.failures.push(error);
  }

  #schedule(): void {
    const next = this.engine?.nextWake() ?? null;
    if (next === null || next === Number.POSITIVE_INFINITY) return;
    if (this.#wakeAt !== null && this.#wakeAt <= next && this.#wakeAt > this.#world.now) return;
    this.#wakeAt = next;
    const life = this.#life;
    this.#world.at(next, () => {
      if (this.#wakeAt === next) this.#wakeAt = null;
      this.#alive(life, () => this.engine?.wake(this.#world.now));
    });
  }

  #openStore(): Store {
    return new Store({
      db: this.disk.db,
      file: ':memory:',
      lock: { release: () => {} },
      clock: this.clock,
      ids: this.ids,
      startReaderThread: undefined,
      wasUnclean: false,
      migrationBackup: null,
      onListenerError: (error) => {
        throw error;
      },
    });
  }
}
