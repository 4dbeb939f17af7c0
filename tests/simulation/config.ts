import { calm, type Weather } from './network';
import type { Random } from './random';

/** How history itself may break; at most one of these in a seed, since two at once may really lose data. */
export type HistoryFault = 'none' | 'clone' | 'restore_till' | 'lose_commits' | 'restore_hub';

/** What one seed is made of: every seed draws its own mix, so that faults also meet in the absence of others. */
export interface Config {
  readonly tills: number;
  readonly actions: number;
  /** Length of the safety phase, ms. */
  readonly length: number;
  readonly weather: Weather;
  readonly partitions: boolean;
  readonly blackHoles: boolean;
  readonly slowReader: boolean;
  /** Lines on which pushes vanish and nothing else does. */
  readonly deafLines: boolean;
  readonly tillCrashes: boolean;
  readonly hubCrashes: boolean;
  readonly fullDisks: boolean;
  /** Clocks that are off from the beginning. */
  readonly skew: boolean;
  /** Clocks that jump in between. */
  readonly clockJumps: boolean;
  readonly sleeps: boolean;
  readonly poison: boolean;
  readonly refusals: boolean;
  readonly refusedCreators: boolean;
  /** The cashier is fired and taken back. */
  readonly firings: boolean;
  readonly grants: boolean;
  readonly oldSchema: boolean;
  /** Tills of a later version, which write fields that nobody here knows. */
  readonly newerFields: boolean;
  readonly retention: boolean;
  readonly copies: boolean;
  /** A till with an empty file joins while the others work, and gets its first copy. */
  readonly joins: boolean;
  /** Goods are received and bills taken back, and suppliers come and change. */
  readonly goods: boolean;
  /** Customers order ahead, and people come, go and are paid. */
  readonly orders: boolean;
  /** Recipes are written, goods are made of others and taken back. */
  readonly production: boolean;
  readonly history: HistoryFault;
}

/** @param orders a source of its own, as is what follows them, so that what else is drawn for a seed is what it always was */
export function drawConfig(random: Random, orders: Random): Config {
  const stormy = random.chance(0.6);
  const some = (most: number) => (stormy && random.chance(0.5) ? random.fraction() * most : 0);
  const weather: Weather = {
    delay: random.pick([1, 5, 40, 200]),
    jitter: random.pick([0, 5, 100]),
    loss: some(0.2),
    duplicate: some(0.3),
    reorder: some(0.3),
    truncate: some(0.05),
  };
  return {
    tills: random.int(2, 4),
    actions: random.int(20, 70),
    length: random.int(30, 120) * 1000,
    weather: stormy ? weather : calm,
    partitions: random.chance(0.4),
    blackHoles: random.chance(0.3),
    slowReader: random.chance(0.15),
    tillCrashes: random.chance(0.35),
    hubCrashes: random.chance(0.35),
    fullDisks: random.chance(0.2),
    skew: random.chance(0.4),
    clockJumps: random.chance(0.2),
    sleeps: random.chance(0.3),
    poison: random.chance(0.2),
    refusals: random.chance(0.4),
    refusedCreators: random.chance(0.2),
    grants: random.chance(0.3),
    oldSchema: random.chance(0.15),
    retention: random.chance(0.3),
    copies: random.chance(0.4),
    deafLines: random.chance(0.15),
    newerFields: random.chance(0.2),
    firings: random.chance(0.2),
    history: random.weighted({ none: 50, clone: 12, restore_till: 12, lose_commits: 12, restore_hub: 14 }),
    joins: random.chance(0.4),
    goods: random.chance(0.5),
    orders: orders.chance(0.5),
    production: orders.chance(0.4),
  };
}
