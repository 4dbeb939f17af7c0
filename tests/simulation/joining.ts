import { entities } from '@shared/entities';
import type { Config } from './config';
import type { HubHost } from './hub-host';
import type { Network } from './network';
import type { Random } from './random';
import type { Till } from './till';
import { Violation, type World } from './world';

/** Where somebody brings one till more. */
export interface GrowingShop {
  readonly world: World;
  readonly config: Config;
  readonly random: Random;
  readonly network: Network;
  readonly host: HubHost;
  newTill(): Till;
}

/** Most commits of a first copy of so small a shop: its chunks, and the steps after them. */
const commitsOfCopy = 120;

/**
 * A till with an empty file that is paired while the others have been working for long. It takes the snapshot as it
 * comes, and the accidents that this seed knows happen in the middle of that.
 */
export class Joining {
  readonly #shop: GrowingShop;
  /** The till that was brought; null before. */
  till: Till | null = null;
  /** The hub knows the till, whose process was started. */
  isPaired = false;

  constructor(shop: GrowingShop) {
    this.#shop = shop;
  }

  /** Early enough that it works for a while. */
  plan(): void {
    const { world, config, random } = this.#shop;
    world.after(random.int(config.length / 4, (config.length * 3) / 4), () => this.#bring());
  }

  async #bring(): Promise<void> {
    this.till = this.#shop.newTill();
    await this.#pair(this.till);
  }

  /** As often as it takes: the hub's machine may be down or its disk full. */
  async #pair(till: Till): Promise<void> {
    const { world, host, random } = this.#shop;
    const role = random.pick(['counter', 'office'] as const);
    try {
      if (!host.hub) throw new Error('Nobody is at home');
      await host.hub.enrol({ id: till.store.terminalId, name: 'Late', role });
    } catch {
      await host.settle(this.#shop.network);
      world.after(1000, () => this.#pair(till));
      return;
    }
    world.trace(`till ${till.index} joins`);
    const accidents = this.#accidents(till);
    const after = random.int(0, 3);
    till.onBoot = () => checkFirstCopy(till);
    till.onChunk = (index) => {
      checkFirstCopy(till);
      if (index < after) return;
      till.onChunk = () => checkFirstCopy(till);
      for (const accident of accidents) if (random.chance(0.6)) accident();
    };
    this.isPaired = true;
    till.boot();
  }

  /** What may go wrong between two chunks, or while the last of them has arrived and the copy lands. */
  #accidents(till: Till): (() => void)[] {
    const { world, config, random, network, host } = this.#shop;
    const soon = () => random.int(0, 200);
    const later = () => random.int(500, 20_000);
    const trace = (what: string) => world.trace(`in the middle of the copy ${what}`);
    const restart = () =>
      world.after(later(), () => {
        till.crash();
        world.trace(`till ${till.index} starts`);
        till.boot();
      });
    const crash = () => {
      trace('the till crashes');
      if (random.chance(0.5)) till.disk.cutPower(random.int(1, commitsOfCopy), random.chance(0.5));
      else world.after(soon(), () => till.crash());
      restart();
    };
    const crashHub = () => {
      trace('the hub crashes');
      world.after(soon(), () => host.crash(network));
      world.after(later(), () => {
        if (!host.hub) host.boot();
      });
    };
    const fill = () => {
      trace('the disk is full');
      const { disk } = till;
      world.after(soon(), () => {
        disk.isFull = true;
      });
      world.after(later(), () => {
        disk.isFull = false;
      });
    };
    const cut = () => {
      trace('the line is cut');
      world.after(soon(), () => void network.partitioned.add(till.index));
      world.after(later(), () => void network.partitioned.delete(till.index));
    };
    return [
      ...(config.tillCrashes ? [crash] : []),
      ...(config.hubCrashes ? [crashHub] : []),
      ...(config.fullDisks ? [fill] : []),
      ...(config.partitions ? [cut] : []),
    ];
  }
}

/** Whether screens show a shop here. */
export const hasShop = (till: Till): boolean =>
  till.store.sql<[], object>('SELECT 1 AS one FROM business_settings').get() !== undefined;

/** 16: while a first copy is on its way there is nothing to see of it, and after it was cut off nothing at all. */
function checkFirstCopy(till: Till): void {
  if (till.store.replica.state().cursor > 0) return;
  if (hasShop(till)) throw new Violation('16 no half shop', `till ${till.index} shows a shop that it has not read`);
  if (till.store.replica.copied > 0) return;
  for (const name of Object.keys(entities)) {
    const found = till.store.sql<[], object>(`SELECT 1 AS one FROM ${name} LIMIT 1`).get();
    if (found) throw new Violation('16 no half shop', `a part of a copy is left at till ${till.index}: ${name}`);
  }
}
