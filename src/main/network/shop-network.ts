import type { ConnectionHealth, FoundHub, Joining, NetworkStatus, Pairing, Terminal } from '@shared/contract';
import { usualPort } from '@shared/door';
import { AppError } from '@shared/errors';
import { limits } from '@shared/sync';
import type { Store } from '../store';
import { type Address, addressText, ownAddresses, readAddress } from './address';
import { type AttentionDesk, createAttention } from './attention';
import type { HubPlace } from './hosting';
import { HubLine } from './hub-line';
import type { KnownHub, Membership } from './memory';
import { Newcomer, readShop, type ShopName } from './newcomer';
import type { NetworkParts } from './parts';
import { demandTerminal, keepAnOffice, listTerminals } from './terminals';

/** How long `network.host` waits for the hub's process to listen. ms */
const hubPatience = 20_000;
/** How often a till whose hub is gone looks for it elsewhere. ms */
const lookAroundEvery = 15_000;

/** An open shop file among the other tills: what its calls do, and its line to the hub. */
export class ShopNetwork {
  readonly attention: AttentionDesk;
  readonly #parts: NetworkParts;
  readonly #store: Store;
  readonly #putAway: () => Promise<string>;
  readonly #line: HubLine;
  readonly #newcomer: Newcomer;
  #waitingForHub: ((place: HubPlace) => void)[] = [];
  #lastPairing: Pairing['state'] = 'closed';
  #lookedAt = Number.NEGATIVE_INFINITY;

  constructor(parts: NetworkParts, store: Store, putAway: () => Promise<string>) {
    this.#putAway = putAway;
    this.#parts = parts;
    this.#store = store;
    this.attention = createAttention(store, () => ({
      replay: this.#membership.role === 'host' ? () => this.#replay() : null,
    }));
    this.#line = new HubLine(parts, store, this.attention, {
      news: () => this.#newcomer.landed(readShop(this.#store)),
      unreachable: () => void this.#lookAround(),
    });
    this.#newcomer = new Newcomer(parts, store, this.#line, (hub) => this.#connect(hub));
  }

  /** Takes up what the last run left. */
  start(): void {
    const { memory } = this.#parts;
    const membership = this.#membership;
    const shop = this.#shop();
    if (membership.role === 'alone') return;
    if (membership.role === 'member' && membership.shop === null) {
      this.#newcomer.resume(membership, shop);
    } else if (shop === null) {
      // The file that belonged to this is gone, and with it the reason to be connected: it starts afresh.
      memory.membership = { role: 'alone', port: membership.port };
    } else if (membership.role === 'host') {
      if (shop.id === membership.shop) this.#hostAgain(membership.port);
      else this.#line.refuse('other_shop');
    } else if (shop.id === membership.shop) {
      this.#connect(membership.hub);
    } else {
      this.#line.refuse('other_shop');
    }
  }

  status(): NetworkStatus {
    const membership = this.#membership;
    return this.#line.status(membership.role, this.#hubOf(membership), this.attention.count());
  }

  health(): ConnectionHealth {
    return this.#line.health();
  }

  nudge(): void {
    this.#lookedAt = Number.NEGATIVE_INFINITY;
    this.#line.nudge();
  }

  changed(): void {
    this.#parts.ports.onChange();
  }

  // ── The hub inside this till

  /** @throws AppError `already_connected`, `no_shop`, `hub_unavailable`: then nothing has changed */
  async host(): Promise<void> {
    const { hosting, memory, events } = this.#parts;
    const shop = this.#shop();
    if (!shop) throw new AppError('no_shop', 'There is no shop to host');
    if (this.#membership.role !== 'alone') throw new AppError('already_connected', 'This till is connected already');
    const before = this.#membership.port;
    hosting.start(before === 0 ? usualPort : before, this.#store.terminalId);
    try {
      const { port } = await this.#whenHubUp();
      memory.membership = { role: 'host', shop: shop.id, port };
      await this.#enrolSelf();
    } catch (error) {
      memory.membership = { role: 'alone', port: before };
      await hosting.stop();
      throw error;
    }
    events.add('hosting');
    this.changed();
  }

  /** @throws AppError `not_host` */
  async stopHosting(): Promise<void> {
    const { hosting, memory, events } = this.#parts;
    this.#demandHost();
    const { port } = this.#membership;
    this.#line.stop();
    await hosting.stop();
    memory.membership = { role: 'alone', port };
    events.add('hosting_stopped');
    this.changed();
  }

  /** The hub listens, for the first time or again. */
  hubUp(): void {
    const { hosting, ports } = this.#parts;
    const { place } = hosting;
    if (!place) return;
    const waiting = this.#waitingForHub.splice(0);
    for (const tell of waiting) tell(place);
    if (waiting.length > 0 || this.#membership.role !== 'host') return;
    this.#membership = { ...this.#membership, port: place.port };
    this.#enrolSelf().catch((error: unknown) =>
      ports.log.error({ error: String(error) }, 'the hub refuses its own till'),
    );
  }

  /** Somebody asks to join, came or went. */
  hubChanged(): void {
    void this.pairing().catch(() => {});
  }

  async terminals(): Promise<Terminal[]> {
    const { hosting, ports } = this.#parts;
    const isHost = this.#membership.role === 'host';
    try {
      const devices = isHost ? await hosting.control.ask({ call: 'devices' }) : null;
      return listTerminals(this.#store, devices, isHost);
    } catch (error) {
      ports.log.warn({ error: String(error) }, 'the hub could not be asked who is there');
      return listTerminals(this.#store, null, isHost);
    }
  }

  /** @throws AppError `not_found` */
  rename(terminalId: string, name: string, actor: string): void {
    demandTerminal(this.#store, terminalId);
    this.#store.mutate({ name: 'terminal.rename', kind: 'request', actor }, (m) => {
      m.set('terminal', terminalId, { name });
      m.touch('system');
    });
  }

  /**
   * The hub hangs up on a till whose role changes, and tells it when it comes back what it sees from now on.
   *
   * @throws AppError `not_found`; `last_office` when no other till would be an office: costs and pay would be kept by none
   */
  setRole(terminalId: string, role: 'counter' | 'office', actor: string): void {
    demandTerminal(this.#store, terminalId);
    this.#store.mutate({ name: 'terminal.role', kind: 'request', actor }, (m) => {
      if (role === 'counter') keepAnOffice(this.#store, terminalId);
      m.set('terminal', terminalId, { role });
      m.touch('system');
    });
  }

  /**
   * A till that is sent away is no office any more: what only offices keep must be kept by one that is there.
   *
   * @throws AppError `not_host`, `not_found`, `host_terminal`, `last_office`, `hub_unavailable`
   */
  async revoke(terminalId: string, actor: string): Promise<void> {
    const { hosting, events } = this.#parts;
    this.#demandHost();
    const terminal = demandTerminal(this.#store, terminalId);
    if (terminalId === this.#store.terminalId) throw new AppError('host_terminal', 'The hub runs in this till');
    keepAnOffice(this.#store, terminalId);
    await hosting.control.ask({ call: 'revoke', terminal: terminalId });
    events.add('revoked', { terminal });
    this.setRole(terminalId, 'counter', actor);
    this.changed();
  }

  /**
   * A new till takes a copy of what the hub has, so the hub has to have the shop first.
   *
   * @throws AppError `not_host`, `hub_unavailable`, `hub_behind` with how much this till has not sent its hub yet
   */
  async openPairing(): Promise<Pairing> {
    this.#demandHost();
    const pending = this.#store.replica.pendingCount();
    // What is sold in between is one message at most, and reaches the new till a moment after its copy.
    if (pending > limits.pushMutations)
      throw new AppError('hub_behind', 'The hub is still taking in the shop', { pending });
    return this.#note(await this.#parts.hosting.control.ask({ call: 'openPairing' }));
  }

  async pairing(): Promise<Pairing> {
    if (this.#membership.role !== 'host') return { state: 'closed' };
    return this.#note(await this.#parts.hosting.control.ask({ call: 'pairing' }));
  }

  /** @throws AppError `not_host`, `pairing_closed`, `pairing_digits`: then the pairing is over */
  async confirmPairing(digits: string, name: string, role: Terminal['role']): Promise<Pairing> {
    this.#demandHost();
    return this.#note(await this.#parts.hosting.control.ask({ call: 'confirm', digits, name, role }));
  }

  async closePairing(): Promise<Pairing> {
    this.#demandHost();
    return this.#note(await this.#parts.hosting.control.ask({ call: 'closePairing' }));
  }

  // ── A new till

  /** @throws AppError `shop_exists` */
  async discover(): Promise<FoundHub[]> {
    this.#demandNoShop();
    const seen = await this.#parts.ports.discovery.find();
    return seen.map(({ shop, host, address }) => ({ shop, host, address }));
  }

  /** @throws AppError `shop_exists`, `already_connected` while it is joining, `bad_value` */
  join(address: string): Joining {
    this.#demandNoShop();
    return this.#newcomer.join(address);
  }

  joining(): Joining {
    return this.#newcomer.state;
  }

  cancelJoin(): Joining {
    return this.#newcomer.cancel();
  }

  /**
   * Ends the shop at this till, so that it can join one anew: after it was removed, or has lost its key. The file is put
   * away and an empty one is open; what was never sent is in the file that was put away, and nowhere else.
   *
   * @param unsent of how many mutations that are not sent the person knows
   * @throws AppError `host_terminal`, `unsent_work` when there are more; what the disk says: then nothing has changed
   */
  async leave(unsent: number): Promise<{ folder: string }> {
    const { role } = this.#membership;
    if (role === 'host') throw new AppError('host_terminal', 'The hub runs in this till');
    const waiting = role === 'member' ? this.#store.replica.pendingCount() : 0;
    if (waiting > unsent) throw new AppError('unsent_work', 'More waits to be sent', { waiting });
    // The membership ends when the empty file opens (`start`): whatever crashes in between, the next start does the same.
    const folder = await this.#putAway();
    this.#parts.events.add('left');
    return { folder };
  }

  /** The hub goes on without this file: others may sell while it is being restored. */
  close(): void {
    this.#newcomer.close();
    this.#line.stop();
  }

  get #membership(): Membership {
    return this.#parts.memory.membership;
  }

  set #membership(membership: Membership) {
    this.#parts.memory.membership = membership;
  }

  #hostAgain(port: number): void {
    const { hosting } = this.#parts;
    if (hosting.place) this.hubUp();
    else hosting.start(port, this.#store.terminalId);
  }

  #shop(): ShopName | null {
    return readShop(this.#store);
  }

  #demandNoShop(): void {
    if (this.#shop()) throw new AppError('shop_exists', 'This file has a shop already');
  }

  #demandHost(): void {
    if (this.#membership.role !== 'host') throw new AppError('not_host', 'The hub does not run in this till');
  }

  #hubOf(membership: Membership): KnownHub | null {
    if (membership.role === 'member') return membership.hub;
    if (membership.role === 'alone') return null;
    const [address = addressText({ host: '127.0.0.1', port: membership.port })] = ownAddresses(membership.port);
    return { name: this.#shop()?.name ?? '', address, fingerprint: '' };
  }

  async #enrolSelf(): Promise<void> {
    const { hosting } = this.#parts;
    const terminal = this.#store.terminalId;
    const own = this.#store.sql<[string], { series: string }>('SELECT series FROM terminal WHERE id = ?').get(terminal);
    if (!own) throw new AppError('no_shop', 'This terminal belongs to no shop yet');
    await hosting.control.ask({ call: 'enrol', terminal, series: own.series });
    this.#line.start(() => this.#ownHub());
  }

  #ownHub(): { to: Address; fingerprint: string } | null {
    const { place } = this.#parts.hosting;
    return place && { to: { host: '127.0.0.1', port: place.port }, fingerprint: place.fingerprint };
  }

  #connect({ fingerprint }: KnownHub): void {
    this.#line.start(() => {
      const membership = this.#membership;
      return membership.role === 'member' ? { to: readAddress(membership.hub.address), fingerprint } : null;
    });
  }

  /** The hub's machine may have got another address: whoever says to be it, its certificate has to agree. */
  async #lookAround(): Promise<void> {
    const { discovery, log } = this.#parts.ports;
    const now = performance.now();
    if (this.#membership.role !== 'member' || now - this.#lookedAt < lookAroundEvery) return;
    this.#lookedAt = now;
    try {
      const seen = await discovery.find();
      const membership = this.#membership;
      if (membership.role !== 'member' || !this.#line.isStarted) return;
      const { hub } = membership;
      const moved = seen.find(
        ({ fingerprint }) => fingerprint.length === 16 && hub.fingerprint.startsWith(fingerprint),
      );
      if (!moved || moved.address === hub.address) return;
      this.#membership = { ...membership, hub: { ...hub, address: moved.address } };
      log.info({}, 'the hub has another address');
      this.#line.nudge();
    } catch (error) {
      log.warn({ error: String(error) }, 'the hub could not be looked for');
    }
  }

  async #replay(): Promise<void> {
    await this.#parts.hosting.control.ask({ call: 'replay' });
  }

  /** What became of a pairing is worth an entry, once. */
  #note(pairing: Pairing): Pairing {
    const { events } = this.#parts;
    if (pairing.state !== this.#lastPairing) {
      if (pairing.state === 'done') events.add('paired', { terminal: pairing.terminal.name });
      if (pairing.state === 'failed') events.add('pairing_failed', { reason: pairing.reason });
    }
    this.#lastPairing = pairing.state;
    if (pairing.state !== 'open') return pairing;
    return { ...pairing, addresses: ownAddresses(this.#parts.hosting.place?.port ?? usualPort) };
  }

  #whenHubUp(): Promise<HubPlace> {
    const { place } = this.#parts.hosting;
    if (place) return Promise.resolve(place);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new AppError('hub_unavailable', 'The hub did not start')), hubPatience);
      this.#waitingForHub.push((up) => {
        clearTimeout(timer);
        resolve(up);
      });
    });
  }
}
