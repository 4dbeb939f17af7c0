import { createIds } from '@shared/ids';
import { type Limits, type MergeRules, mergeRules, type Sha256 } from '@shared/sync';
import Database from 'better-sqlite3';
import { Hub, type HubConnection, type HubStore, prepareHub, SqliteHubStore } from '../../src/hub';
import { Databases } from './databases';
import { SimDisk } from './disk';
import type { End, Network } from './network';
import type { Random } from './random';
import type { Recorder } from './recorder';
import { currentSchema, sha256 } from './till';
import type { World } from './world';

const made = new Database(':memory:');
prepareHub(made, () => 'first');
const hubFiles = new Databases(made.serialize());
made.close();

/** Small, so that seconds of a small shop reach them. */
const smallLimits: Partial<Limits> = {
  chunkText: 2_500,
  bufferedPause: 20_000,
  bufferedDrop: 200_000,
  frameEntries: 5,
  frameText: 8_000,
};
/** What a line may hold at most: the pause, one frame more, and what is not a frame. */
export const mostBuffered = 20_000 + 60_000;

/** Parts of the hub that a mutant replaces. */
export interface HubFaults {
  readonly store?: (store: HubStore, recorder: Recorder, disk: SimDisk) => HubStore;
  /** Somebody started a second hub on the same file, and the lock did not keep it out. */
  readonly isDouble?: true;
  readonly rules?: Partial<MergeRules>;
  readonly sha256?: Sha256;
  readonly connection?: (connection: HubConnection) => HubConnection;
  readonly message?: (message: string) => string;
}

/** The hub's machine: a disk, and the process while it is up. */
export class HubHost {
  readonly disk = new SimDisk(hubFiles);
  hub: Hub | null = null;
  /** The one that should not be there. */
  #second: Hub | null = null;
  readonly #world: World;
  readonly #random: Random;
  readonly #recorder: Recorder;
  readonly #copyAbove: number;
  readonly #retention: number;
  readonly #faults: HubFaults;
  #life = 0;

  constructor(
    world: World,
    random: Random,
    recorder: Recorder,
    options: { copyAbove: number; retention: number },
    faults: HubFaults,
  ) {
    this.#world = world;
    this.#random = random;
    this.#recorder = recorder;
    this.#copyAbove = options.copyAbove;
    this.#retention = options.retention;
    this.#faults = faults;
  }

  boot(image?: Buffer): void {
    this.disk.restart(image);
    this.hub = this.#newHub();
    this.#second = this.#faults.isDouble ? this.#newHub() : null;
    this.#life += 1;
    this.#tick(this.#life);
  }

  #newHub(): Hub {
    const { db } = this.disk;
    const real = new SqliteHubStore(db, () => new Database(db.serialize()));
    const faulty = this.#faults.store?.(real, this.#recorder, this.disk) ?? real;
    const clock = { now: () => this.#world.now };
    return new Hub({
      store: this.#recorder.watch(faulty),
      clock,
      ids: createIds(clock.now, this.#random.fill),
      sha256: this.#faults.sha256 ?? sha256,
      log: { info: () => {}, warn: () => {}, error: () => {} },
      schema: currentSchema,
      rules: { ...mergeRules, ...this.#faults.rules },
      limits: smallLimits,
      copyAbove: this.#copyAbove,
      retention: this.#retention,
    });
  }

  /** Somebody dials; undefined when the machine is down. */
  accept(connection: HubConnection): End | undefined {
    const hub = this.#second && this.#random.chance(0.5) ? this.#second : this.hub;
    if (!hub) return undefined;
    const session = hub.open(this.#faults.connection?.(connection) ?? connection);
    return {
      receive: async (message) => {
        if (this.hub !== hub && this.#second !== hub) return;
        this.#recorder.overhear(message);
        session.receive(this.#faults.message?.(message) ?? message);
        // Sometimes the next message comes before this one is dealt with: they share a commit.
        if (!this.#random.chance(0.2)) await this.settle();
      },
      closed: () => session.closed(),
    };
  }

  /** Until the hub has nothing left to do; a power cut on the way ends it. */
  async settle(network?: Network): Promise<void> {
    const { hub } = this;
    if (!hub) return;
    await hub.idle();
    await this.#second?.idle();
    if (this.disk.isCut) this.crash(network);
  }

  crash(network?: Network): void {
    if (!this.hub) return;
    this.#world.trace('hub is down');
    this.hub = null;
    this.#second = null;
    this.#life += 1;
    if (!network) return;
    network.attempts.clear();
    for (const wire of network.wires) network.hangUp(wire, 'hub', 5);
  }

  async #tick(life: number): Promise<void> {
    if (life !== this.#life) return;
    this.hub?.tick();
    this.#second?.tick();
    await this.settle();
    this.#world.after(1000, () => this.#tick(life));
  }
}
