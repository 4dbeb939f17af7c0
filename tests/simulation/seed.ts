import { times } from '@shared/sync';
import { type ActionName, actions, foundShop, type Receipt } from './actions';
import { type Config, drawConfig } from './config';
import { Faults, year } from './faults';
import { HubHost, mostBuffered } from './hub-host';
import { checkAtRest } from './invariants';
import { hasShop, Joining } from './joining';
import type { Mutant } from './mutants';
import { calm, Network } from './network';
import { Random } from './random';
import { Recorder, type Truth } from './recorder';
import { currentSchema, Till } from './till';
import { Violation, World } from './world';

export interface SeedResult {
  readonly seed: number;
  readonly hash: string;
  readonly config: Config;
  readonly entries: number;
  /** What did not hold; null when everything did. */
  readonly failure: string | null;
}

const hour = 60 * 60 * 1000;
/** 2026-11-21 04:30 UTC. */
const morning = Date.UTC(2026, 10, 21, 4, 30);
/** After healing everything must be quiet within so many ms. */
const restWithin = 240_000;

/** Runs one seed: a shop's day of accidents, then peace, then the reckoning. */
export async function runSeed(
  seed: number,
  mutant: Mutant | null,
  print: ((line: string) => void) | null,
): Promise<SeedResult> {
  const shop = new SimulatedShop(seed, mutant, print);
  let failure: string | null = null;
  try {
    await shop.run();
  } catch (error) {
    failure =
      error instanceof Violation ? error.message : error instanceof Error ? `bug: ${error.stack}` : String(error);
  } finally {
    shop.close();
  }
  return { seed, hash: shop.world.traceHash, config: shop.config, entries: shop.recorder.entries.length, failure };
}

class SimulatedShop {
  readonly world: World;
  readonly config: Config;
  readonly recorder: Recorder;
  readonly #random: Random;
  readonly #seed: number;
  readonly #mutant: Mutant | null;
  readonly #network: Network;
  readonly #host: HubHost;
  readonly #tills: Till[] = [];
  readonly #receipts = new Map<Till, Receipt[]>();
  /** How far each purchase's till had read the log when it was posted. */
  readonly #knew = new Map<string, number>();
  readonly #edits = new Map<string, { time: number; till: Till; era: number }>();
  #joining: Joining | null = null;
  #healedAt = 0;
  #lookedAt = 0;

  constructor(seed: number, mutant: Mutant | null, print: ((line: string) => void) | null) {
    this.#seed = seed;
    this.#mutant = mutant;
    this.#random = new Random(seed, 1);
    this.config = { ...drawConfig(this.#random, new Random(seed, 5)), ...mutant?.config };
    this.world = new World(morning, print);
    this.recorder = new Recorder(
      (name) => this.#truth(name),
      () => this.world.now,
    );
    const { copies, joins, retention } = this.config;
    const options = { copyAbove: copies || joins ? 20 : 100_000, retention: retention ? 20_000 : 24 * hour };
    this.#host = new HubHost(this.world, new Random(seed, 2), this.recorder, options, mutant?.hub ?? {});
    this.#network = new Network(this.world, new Random(seed, 3), (connection) => this.#host.accept(connection));
  }

  async run(): Promise<void> {
    this.world.trace(JSON.stringify(this.config));
    await this.#found();
    this.#network.weather = { ...this.config.weather };
    this.#plan();
    const end = this.world.now + this.config.length;
    await this.world.run(end, () => this.recorder.found !== null);
    this.#check();
    this.#heal();
    const deadline = this.world.now + restWithin;
    await this.world.run(deadline, () => this.recorder.found !== null || this.#hasQuietened());
    this.#check();
    if (!this.#isQuiet()) throw new Violation('19 liveness', this.#unrest());
    await this.#host.settle();
    // A customer whom a fired cashier has added is refused, and then what was sold to them does not fit either.
    const mayQuarantine = this.config.poison || this.config.refusedCreators || this.config.firings;
    // Where histories or scopes broke, what a till had read says little of what it knew.
    const isPlain = this.config.history === 'none' && !this.config.grants;
    const knew = isPlain ? this.#knew : null;
    await checkAtRest(this.#tills, this.#host, this.recorder, this.#receipts, mayQuarantine, knew);
    this.#check();
  }

  close(): void {
    for (const till of this.#tills) till.disk.close();
    this.#host.disk.close();
  }

  /** The first till makes the shop, the hub admits everybody. */
  async #found(): Promise<void> {
    this.#host.boot();
    const { hub } = this.#host;
    if (!hub) throw new Error('The hub did not start');
    for (let index = 0; index < this.config.tills; index++) {
      const till = this.#newTill(index);
      if (this.config.skew) till.skew = this.#random.pick([0, -2 * year, -90_000, 90_000, 3 * year]);
      if (index === 0) {
        till.boot();
        till.act(() => foundShop(till));
        await hub.enrol({ id: till.store.terminalId, series: 'A' });
      } else {
        const role = this.#random.pick(['counter', 'office'] as const);
        await hub.enrol({ id: till.store.terminalId, name: `Till ${index}`, role });
        if (this.config.oldSchema && index === this.config.tills - 1) till.schema = currentSchema - 1;
        till.boot();
      }
      this.#edited(till);
    }
    await this.world.run(this.world.now + 3000);
  }

  #newTill(index: number, image?: Buffer): Till {
    const till = new Till(index, this.world, this.#network, this.#seed, this.#mutant?.till ?? {}, image);
    this.#tills.push(till);
    this.#receipts.set(till, []);
    return till;
  }

  /** Everything that will happen, at times drawn beforehand. */
  #plan(): void {
    const { config } = this;
    const weights = this.#weights();
    const sometime = () => this.world.now + this.#random.int(0, config.length);
    for (let i = 0; i < config.actions; i++) this.world.at(sometime(), () => this.#doAction(weights));
    new Faults({
      world: this.world,
      config,
      random: this.#random,
      network: this.#network,
      host: this.#host,
      recorder: this.recorder,
      mutant: this.#mutant,
      tills: this.#tills,
      receipts: this.#receipts,
      newTill: (index, image) => this.#newTill(index, image),
    }).plan(sometime);
    // A hub that goes back to before the pairing does not know the till: a person has to pair it again.
    if (config.joins && config.history !== 'restore_hub') this.#join();
  }

  #join(): void {
    this.#joining = new Joining({
      world: this.world,
      config: this.config,
      random: new Random(this.#seed, 4),
      network: this.#network,
      host: this.#host,
      newTill: () => this.#newTill(this.#tills.length),
    });
    this.#joining.plan();
  }

  #weights(): Record<ActionName, number> {
    const { config } = this;
    return {
      sale: 8,
      giveBack: 2,
      adjust: 2,
      receiveGoods: config.goods ? 5 : 0,
      takeBack: config.goods ? 2 : 0,
      newSupplier: config.goods ? 1 : 0,
      editSupplier: config.goods ? 2 : 0,
      refusedSupplier: config.goods && config.refusedCreators ? 1 : 0,
      newProduct: 1,
      newCustomer: 1,
      editCustomer: 5,
      editProduct: 4,
      editCost: 1,
      remove: 2,
      bringBack: 1,
      refused: config.refusals ? 2 : 0,
      refusedCreator: config.refusedCreators ? 1 : 0,
      poison: config.poison ? 1 : 0,
      changeRole: config.grants ? 2 : 0,
      fireOrHire: config.firings ? 1 : 0,
      newerField: config.newerFields ? 2 : 0,
      takeOrder: config.orders ? 5 : 0,
      payAhead: config.orders ? 3 : 0,
      moveOrder: config.orders ? 2 : 0,
      cancelOrder: config.orders ? 2 : 0,
      billOrder: config.orders ? 5 : 0,
      voidOrderBill: config.orders ? 2 : 0,
      clock: config.orders ? 3 : 0,
      correctClock: config.orders ? 1 : 0,
      payWage: config.orders ? 4 : 0,
      takeBackWage: config.orders ? 1 : 0,
      writeRecipe: config.production ? 4 : 0,
      removeRecipe: config.production ? 1 : 0,
      logMade: config.production ? 6 : 0,
      takeBackMade: config.production ? 3 : 0,
      writeFeedback: config.production ? 1 : 0,
    };
  }

  #doAction(weights: Record<ActionName, number>): void {
    const till = this.#random.pick(this.#tills);
    const drawn = this.#random.weighted(weights);
    // Whoever came without a shop has no screen to work at before there is one.
    if (till.index >= this.config.tills && !hasShop(till)) return;
    // Nobody sees what a first copy has brought until all is here; who writes all the same makes it begin anew.
    const name = till.store.replica.copied > 0 && !hasShop(till) ? 'newCustomer' : drawn;
    let promised: Receipt[] | null = null;
    const isDone = till.act(() => {
      promised = actions[name](till);
    });
    this.world.trace(`till ${till.index} ${name} ${isDone ? 'done' : 'not done'}`);
    if (!isDone) return;
    this.#edited(till);
    this.#promised(till, promised ?? []);
    till.changed();
  }

  #promised(till: Till, receipts: readonly Receipt[]): void {
    this.#receipts.get(till)?.push(...receipts);
    for (const { id, knew } of receipts) if (knew !== undefined) this.#knew.set(id, knew);
  }

  /** Remembers when the newest mutations of a till were really made. */
  #edited(till: Till): void {
    const { terminalId } = till.store;
    for (const { mid, at } of till.store.replica.pending(0, 1000, Number.POSITIVE_INFINITY)) {
      const name = `${terminalId}/${mid}`;
      // The program writes too, when it has read the log, and nobody looks before the next action.
      if (!this.#edits.has(name)) this.#edits.set(name, { time: at - till.skew, till, era: till.clockEra });
    }
  }

  #truth(name: string): Truth | undefined {
    const edit = this.#edits.get(name);
    const isPlain = this.config.history === 'none' && !this.config.clockJumps;
    return edit && { time: edit.time, steady: isPlain && edit.era === edit.till.clockEra };
  }

  /** Peace: every fault ends, but lines that are dead stay dead until somebody notices. */
  #heal(): void {
    this.world.trace('healing');
    this.#healedAt = this.world.now;
    this.#network.weather = { ...calm };
    this.#network.partitioned.clear();
    this.#host.disk.isFull = false;
    this.#host.disk.keepPower();
    if (!this.#host.hub || this.#host.disk.isCut) this.#host.crash(this.#network);
    if (!this.#host.hub) this.#host.boot();
    for (const till of this.#tills) {
      till.disk.isFull = false;
      till.disk.keepPower();
      if (till.disk.isCut) till.crash();
      if (!till.isUp) till.boot();
      else if (till.isAsleep) till.wake();
    }
    // Whoever did not read has been told off by now.
    for (const wire of this.#network.wires) if (wire.rate !== null) this.#network.hangUp(wire, 'hub');
  }

  /** Looks now and then: looking at all tills costs more than most of what happens. */
  #hasQuietened(): boolean {
    if (this.world.now < this.#lookedAt + 250) return false;
    this.#lookedAt = this.world.now;
    return this.#isQuiet();
  }

  #isQuiet(): boolean {
    const { hub } = this.#host;
    if (!hub || this.#joining?.isPaired === false) return false;
    // A till on a line that died with the old hub looks content until the silence tells it.
    if (this.config.history === 'restore_hub' && this.world.now < this.#healedAt + 2 * times.dead) return false;
    const head = this.recorder.entries.at(-1);
    return this.#tills.every((till) => {
      if (!till.isUp || !till.engine) return false;
      if (till.store.replica.pending(0, 1, 0).length > 0) return false;
      if (till.schema < currentSchema) return true;
      const { cursor, chain, scopes } = till.store.replica.state();
      if (cursor !== head?.seq || chain !== head.chain) return false;
      return till.engine.status.phase === 'live' && this.#hasItsScopes(till, scopes);
    });
  }

  #hasItsScopes(till: Till, scopes: readonly string[]): boolean {
    const record = this.recorder.rows.get(`terminal\n${till.store.terminalId}`);
    return scopes.includes('office') === (record?.row.role === 'office' && record.deleted === null);
  }

  #unrest(): string {
    const states = this.#tills.map((till) => {
      const { cursor } = till.store.replica.state();
      const { phase, pending, reason } = till.engine?.status ?? { phase: 'down', pending: '?', reason: '' };
      return `till ${till.index}: ${phase} ${reason ?? ''} at ${cursor}, ${pending} pending, ${till.failures.at(-1) ?? ''} ${till.timing}`;
    });
    return `not quiet after ${restWithin} ms; head ${this.recorder.entries.length}; ${states.join('; ')}`;
  }

  #check(): void {
    if (this.recorder.found !== null) throw this.recorder.found;
    for (const wire of this.#network.wires) {
      if (wire.mostInFlight > mostBuffered)
        throw new Violation('18 bounded', `${wire.mostInFlight} bytes wait for a till`);
    }
    this.#checkHerd();
  }

  /** Three tills dialling in the same millisecond, twice in a row, are a herd. */
  #checkHerd(): void {
    const lists = [...this.#network.attempts.values()].filter((list) => list.length >= 2);
    for (const list of lists) {
      const together = lists.filter((other) => other[0] === list[0] && other[1] === list[1]);
      if (together.length >= 3) throw new Violation('10 herd', `${together.length} tills reconnect at the same moment`);
    }
  }
}
