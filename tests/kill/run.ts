import type { LaunchOptions, RunningApp } from '../e2e/support/app';
import { call, createProduct } from '../e2e/support/calls';
import { differences, openShopFile } from '../e2e/support/shop-files';
import { hostShop, joinShop, live, settled, signIn, until } from '../e2e/support/tills-in-step';
import { hubByItself, hubInside } from './hubs';
import { Receipts } from './receipts';
import { type Done, doneMark, startWork, stopWork } from './work';

export interface KillOptions {
  readonly kills: number;
  /** Chooses who is killed and when; the machine has its own say in what happens then. */
  readonly seed: number;
  /** The hub is a process by itself, not inside the first till. */
  readonly standalone: boolean;
  readonly launch: (options?: LaunchOptions) => Promise<RunningApp>;
  /** For how long nothing may move, ms. */
  readonly patience: number;
  /** Words about how far it is. */
  readonly say: (words: string) => void;
}

/** The line at the end of a run. */
export interface KillReport {
  readonly kills: number;
  readonly seed: number;
  readonly standalone: boolean;
  readonly hub: number;
  /** The first till: the one with the hub inside, if any has. */
  readonly host: number;
  readonly member: number;
  /** A power cut: all three at the same moment. */
  readonly shop: number;
  /** What cashiers were told is done, at both tills. */
  readonly acknowledged: ReturnType<typeof counted>;
  /** Bills in the shop; beyond the acknowledged ones, at most one per till that was killed. */
  readonly bills: number;
  readonly missing: readonly string[];
  readonly differences: readonly string[];
  readonly seconds: number;
}

type Victim = 'hub' | 'host' | 'member' | 'shop';
/** One in ten is a power cut, the others fall alike on the three processes. */
const victims: readonly Victim[] = ['hub', 'hub', 'hub', 'host', 'host', 'host', 'member', 'member', 'member', 'shop'];

/** ms within which a kill comes after the work that was waited for: anywhere in the next one, not only between two. */
const spread = 60;

/** One till through all its lives. */
class WorkingTill {
  readonly receipts: Receipts;
  readonly #launch: KillOptions['launch'];
  app: RunningApp;
  lives = 0;
  /** What was done in the life that it has now. */
  doneNow = 0;
  #work: Promise<unknown> = Promise.resolve();
  #refusal: unknown = null;
  #isKilled = false;

  constructor(name: string, app: RunningApp, launch: KillOptions['launch']) {
    this.receipts = new Receipts(name);
    this.app = app;
    this.#launch = launch;
  }

  /** @param goods what `startWork` needs to know of the shop */
  begin(goods: { products: readonly string[]; customer: string; own: string; shared: string; seed: number }): void {
    const { page } = this.app;
    this.lives += 1;
    this.doneNow = 0;
    page.on('console', (message) => {
      if (!message.text().startsWith(doneMark)) return;
      const done: Done = JSON.parse(message.text().slice(doneMark.length));
      this.receipts.note(done);
      this.doneNow += 1;
    });
    const work = { ...goods, till: this.receipts.till, seed: goods.seed + this.lives, count: this.lives * 1_000_000 };
    this.#work = startWork(page, work);
    this.#isKilled = false;
    // The page dies with its process; whatever else ends its work is a call that was refused.
    this.#work.catch((error: unknown) => {
      if (!this.#isKilled) this.#refusal = error;
    });
  }

  /** @throws what was refused to a cashier who did nothing wrong */
  demandWorking(): void {
    if (this.#refusal !== null) throw this.#refusal;
  }

  /** Ends it as a power cut would, in the middle of its work. */
  async kill(): Promise<void> {
    this.demandWorking();
    this.#isKilled = true;
    await this.app.kill();
  }

  async again(): Promise<void> {
    const app = await this.#launch({ userData: this.app.userData });
    this.app = app;
    await app.ready();
    if ((await app.page.locator('html').getAttribute('data-ready')) === 'sign-in') await signIn(app);
  }

  async rest(): Promise<void> {
    await stopWork(this.app.page);
    await this.#work;
  }
}

/**
 * Two tills and the hub inside the first, or by itself. Both sell, take back, edit and adjust while one of the three processes after the
 * other is killed; then everything comes to rest, is closed, and the files are compared.
 */
export async function runKills({ kills, seed, standalone, launch, patience, say }: KillOptions): Promise<KillReport> {
  const started = performance.now();
  const random = generator(seed);
  say(`seed ${seed}`);
  const founder = await launch();
  const { port } = await hostShop(founder);
  const address = `127.0.0.1:${port}`;
  const products: string[] = [];
  for (let n = 0; n < 5; n++) products.push((await createProduct(founder.page, `Goods ${n}`, 100_000, 0)).id);
  const customers: string[] = [];
  for (const name of ['Khata', 'A 0', 'B 0', 'Both 0']) customers.push(await createCustomer(founder, name));
  const [customer = '', ownA = '', ownB = '', shared = ''] = customers;
  const join = async (name: string) => {
    const app = await launch();
    await joinShop(founder, app, address, name);
    return app;
  };
  const host = new WorkingTill('A', standalone ? await join('Counter 1') : founder, launch);
  const member = new WorkingTill('B', await join('Counter 2'), launch);
  if (standalone) await founder.close();
  const hub = standalone
    ? hubByItself(founder.userData, port, () => host.app, patience)
    : hubInside(() => host.app, patience);
  const begin = (till: WorkingTill) =>
    till.begin({ products, customer, own: till === host ? ownA : ownB, shared, seed: Math.floor(random() * 2 ** 31) });
  begin(host);
  begin(member);

  const killed = { hub: 0, host: 0, member: 0, shop: 0 };
  for (let n = 1; n <= kills; n++) {
    const victim = victims[Math.floor(random() * victims.length)] ?? 'hub';
    // Mostly from a shop in step; sometimes while the last wound is still open.
    if (random() < 0.7) await Promise.all([live(host.app, patience), live(member.app, patience)]);
    const more = 1 + Math.floor(random() * 6);
    const [atHost, atMember] = [host.doneNow + more, member.doneNow + more];
    await until(
      `both tills work before kill ${n}`,
      async () => {
        for (const till of [host, member]) till.demandWorking();
        return [host.doneNow, member.doneNow] as const;
      },
      ([a, b]) => a >= atHost && b >= atMember,
      patience,
    );
    const takesHub = victim === 'hub' || victim === 'shop';
    const pid = takesHub ? await hub.process() : 0;
    await new Promise((resolve) => setTimeout(resolve, random() * spread));
    killed[victim] += 1;
    if (takesHub) process.kill(pid, 'SIGKILL');
    const dying = { hub: [], host: [host], member: [member], shop: [host, member] }[victim];
    await Promise.all(dying.map((till) => till.kill()));
    for (const till of dying) {
      await till.again();
      begin(till);
    }
    if (n % 10 === 0 || n === kills) {
      const seconds = Math.round((performance.now() - started) / 1000);
      say(`${n} of ${kills} kills, ${host.receipts.total + member.receipts.total} pieces of work, ${seconds} s`);
    }
  }
  await Promise.all([host.rest(), member.rest()]);
  await settled([host.app, member.app], patience);
  // Both may have taken the same goods back within one moment: that is said to people, and nothing else may be.
  const attention = await call(host.app.page, 'attention.list', {});
  const unforeseen = attention.filter(({ kind }) => kind !== 'returned_twice');
  if (unforeseen.length > 0) throw new Error(`needs attention at the host: ${JSON.stringify(unforeseen)}`);
  await member.app.close();
  await host.app.close();
  await hub.close();

  const files = { host: hub.home, tills: [host.app.userData, member.app.userData] };
  const db = openShopFile(host.app.userData);
  const bills = Number(db.prepare('SELECT count(*) FROM bill').pluck().get());
  db.close();
  const acknowledged = counted([host.receipts, member.receipts]);
  const unheard = bills - acknowledged.bills;
  const missing = [...host.receipts.missing(files, ownA), ...member.receipts.missing(files, ownB)];
  if (unheard > killed.host + killed.member + 2 * killed.shop)
    missing.push(`${unheard} bills that no cashier heard of`);
  return {
    kills,
    seed,
    standalone,
    ...killed,
    acknowledged,
    bills,
    missing,
    differences: differences(files),
    seconds: Math.round((performance.now() - started) / 1000),
  };
}

async function createCustomer({ page }: RunningApp, name: string): Promise<string> {
  const empty = { gstin: null, stateCode: null, address: null, email: null, creditLimit: null, note: null };
  return (await call(page, 'customers.save', { name, phone: null, ...empty })).id;
}

function counted(receipts: readonly Receipts[]) {
  const sum = { bills: 0, returns: 0, edits: 0, adjustments: 0 };
  for (const { counts } of receipts) {
    sum.bills += counts.bills;
    sum.returns += counts.returns;
    sum.edits += counts.edits;
    sum.adjustments += counts.adjustments;
  }
  return sum;
}

/** Mulberry32: the same seed, the same choices. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
