import type { Receipt } from './actions';
import type { Config } from './config';
import type { HubHost } from './hub-host';
import type { Mutant } from './mutants';
import type { Network } from './network';
import type { Random } from './random';
import type { Recorder } from './recorder';
import { currentSchema, type Till } from './till';
import type { World } from './world';

const hour = 60 * 60 * 1000;
export const year = 365 * 24 * hour;

/** What faults happen to. */
export interface Victim {
  readonly world: World;
  readonly config: Config;
  readonly random: Random;
  readonly network: Network;
  readonly host: HubHost;
  readonly recorder: Recorder;
  readonly mutant: Mutant | null;
  readonly tills: readonly Till[];
  /** What was promised at each till. */
  readonly receipts: ReadonlyMap<Till, Receipt[]>;
  newTill(index: number, image?: Buffer): Till;
}

/** Everything that can go wrong with a shop's lines, machines, clocks and histories. */
export class Faults {
  readonly #shop: Victim;
  readonly #images = new Map<Till, { image: Buffer; receipts: number }>();
  #hubImage: { image: Buffer; head: number } | null = null;

  constructor(shop: Victim) {
    this.#shop = shop;
  }

  /** Draws when what will happen, `sometime` from now on. */
  plan(sometime: () => number): void {
    const { config, random, world } = this.#shop;
    const often = (isOn: boolean, most: number) => (isOn ? random.int(1, most) : 0);
    const plan = (count: number, run: () => void | Promise<void>) => {
      for (let i = 0; i < count; i++) world.at(sometime(), run);
    };
    plan(often(config.partitions, 3), () => this.#partition());
    plan(often(config.blackHoles, 3), () => this.#blackHole());
    plan(often(config.slowReader, 2), () => this.#slowReader());
    plan(often(config.deafLines, 3), () => this.#deafen());
    plan(often(config.tillCrashes, 4), () => this.#crashTill());
    plan(often(config.hubCrashes, 3), () => this.#crashHub());
    plan(often(config.fullDisks, 3), () => this.#fillDisk());
    plan(often(config.clockJumps, 3), () => this.#jumpClock());
    plan(often(config.sleeps, 2), () => this.#sleep());
    plan(often(config.retention, 4), () => this.#shop.host.hub?.prune().catch(() => {}));
    plan(config.oldSchema && random.chance(0.6) ? 1 : 0, () => this.#update());
    plan(often(config.history !== 'none', 2), () => this.#takeImage());
    plan(config.history === 'none' ? 0 : 1, () => this.#breakHistory());
  }

  /** The till that was left behind gets the new version. */
  #update(): void {
    const till = this.#shop.tills.find(({ schema }) => schema < currentSchema);
    if (!till) return;
    this.#shop.world.trace(`till ${till.index} is updated`);
    till.crash();
    till.schema = currentSchema;
    till.boot();
  }

  #partition(): void {
    const { index } = this.#shop.random.pick(this.#shop.tills);
    this.#shop.world.trace(`till ${index} is cut off`);
    this.#shop.network.partitioned.add(index);
    this.#shop.world.after(
      this.#shop.random.int(1000, 60_000),
      () => void this.#shop.network.partitioned.delete(index),
    );
  }

  #blackHole(): void {
    const wires = [...this.#shop.network.wires];
    if (wires.length === 0) return;
    const wire = this.#shop.random.pick(wires);
    this.#shop.world.trace(`till ${wire.till} talks into a hole`);
    if (this.#shop.random.chance(0.5)) wire.holeUp = true;
    else wire.holeDown = true;
    if (this.#shop.random.chance(0.5)) wire.holeUp = wire.holeDown = true;
  }

  #slowReader(): void {
    const wires = [...this.#shop.network.wires];
    if (wires.length > 0) this.#shop.random.pick(wires).rate = 0.2;
  }

  #deafen(): void {
    const wires = [...this.#shop.network.wires];
    if (wires.length > 0) this.#shop.random.pick(wires).isDeaf = true;
  }

  #crashTill(): void {
    const till = this.#shop.random.pick(this.#shop.tills);
    if (!till.isUp) return;
    if (this.#shop.random.chance(0.5)) {
      till.disk.cutPower(this.#shop.random.int(1, 4), this.#shop.random.chance(0.5));
    } else {
      till.crash();
    }
    const image = this.#shop.mutant?.lyingDisks ? till.disk.image() : undefined;
    this.#shop.world.after(this.#shop.random.int(500, 20_000), () => {
      // The power goes at the latest now.
      till.crash();
      this.#shop.world.trace(`till ${till.index} starts`);
      till.boot(image);
    });
  }

  #crashHub(): void {
    if (!this.#shop.host.hub) return;
    if (this.#shop.random.chance(0.4))
      this.#shop.host.disk.cutPower(this.#shop.random.int(1, 4), this.#shop.random.chance(0.5));
    else this.#shop.host.crash(this.#shop.network);
    this.#shop.world.after(this.#shop.random.int(500, 20_000), () => {
      this.#shop.host.crash(this.#shop.network);
      this.#shop.world.trace('hub starts');
      this.#shop.host.boot();
    });
  }

  #fillDisk(): void {
    const disk = this.#shop.random.chance(0.5) ? this.#shop.host.disk : this.#shop.random.pick(this.#shop.tills).disk;
    this.#shop.world.trace('a disk is full');
    disk.isFull = true;
    this.#shop.world.after(this.#shop.random.int(1000, 15_000), () => {
      disk.isFull = false;
    });
  }

  #jumpClock(): void {
    const till = this.#shop.random.pick(this.#shop.tills);
    till.skew = this.#shop.random.pick([0, 10 * year, -10 * year, 3 * hour, -3 * hour]);
    till.clockEra += 1;
    this.#shop.world.trace(`the clock of till ${till.index} is off by ${till.skew}`);
    this.#shop.world.after(this.#shop.random.int(1000, 30_000), () => {
      till.skew = 0;
      till.clockEra += 1;
    });
  }

  #sleep(): void {
    const till = this.#shop.random.pick(this.#shop.tills);
    if (!till.isUp) return;
    till.sleep();
    this.#shop.world.after(this.#shop.random.int(1000, 60_000), () => till.wake());
  }

  /** A backup, of what may break later. */
  async #takeImage(): Promise<void> {
    if (this.#shop.config.history === 'restore_hub') {
      await this.#shop.host.settle(this.#shop.network);
      const { hub, disk } = this.#shop.host;
      const head = this.#shop.recorder.entries.at(-1)?.seq ?? 0;
      if (!hub) return;
      this.#hubImage = { image: disk.image(), head };
      await hub.backedUp(head).catch(() => {});
    } else {
      for (const till of this.#shop.tills) {
        const receipts = this.#shop.receipts.get(till)?.length ?? 0;
        this.#images.set(till, { image: till.disk.image(), receipts });
      }
    }
  }

  async #breakHistory(): Promise<void> {
    if (this.#shop.config.history === 'restore_hub') return this.#restoreHub();
    const till = this.#shop.random.pick(this.#shop.tills);
    const saved = this.#images.get(till);
    if (!saved) return;
    this.#shop.world.trace(`till ${till.index}: ${this.#shop.config.history}`);
    if (this.#shop.config.history === 'clone') {
      const copy = this.#shop.newTill(this.#shop.tills.length, saved.image);
      copy.schema = till.schema;
      copy.boot();
    } else {
      till.crash();
      // What was promised since is lost, unless the hub has it.
      this.#shop.receipts.get(till)?.splice(saved.receipts);
      till.boot(saved.image);
    }
  }

  #restoreHub(): void {
    if (!this.#hubImage) return;
    const { image, head } = this.#hubImage;
    this.#shop.world.trace(`hub goes back to ${head}`);
    this.#shop.host.crash(this.#shop.network);
    this.#shop.recorder.restoredTo(head);
    this.#shop.host.boot(image);
    // Some remember to say so; it must not matter.
    if (this.#shop.random.chance(0.5)) this.#shop.host.hub?.newEpoch().catch(() => {});
  }
}
