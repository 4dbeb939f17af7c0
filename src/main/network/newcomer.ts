import { hostname } from 'node:os';
import type { Joining } from '@shared/contract';
import { AppError } from '@shared/errors';
import type { Store } from '../store';
import { readAddress } from './address';
import type { HubLine } from './hub-line';
import { JoinAttempt } from './join';
import type { KnownHub, Membership } from './memory';
import type { NetworkParts } from './parts';

type Member = Extract<Membership, { role: 'member' }>;

export interface ShopName {
  readonly id: string;
  readonly name: string;
}

/** The shop in the file; null before there is one. */
export function readShop(store: Store): ShopName | null {
  return store.sql<[], ShopName>('SELECT id, name FROM business_settings').get() ?? null;
}

/** A till without a shop on its way into one: asks, shows its digits, takes the copy; can be given up until it is there. */
export class Newcomer {
  readonly #parts: NetworkParts;
  readonly #store: Store;
  readonly #line: HubLine;
  readonly #connect: (hub: KnownHub) => void;
  #attempt: JoinAttempt | null = null;
  /** The last thing a joining till shows. */
  #joined: { readonly shop: string } | null = null;

  constructor(parts: NetworkParts, store: Store, line: HubLine, connect: (hub: KnownHub) => void) {
    this.#parts = parts;
    this.#store = store;
    this.#line = line;
    this.#connect = connect;
  }

  /** @throws AppError `already_connected` while it is joining, `bad_value` */
  join(address: string): Joining {
    const { ports, identity, memory, events } = this.#parts;
    const { state } = this.state;
    if (state !== 'idle' && state !== 'failed') throw new AppError('already_connected', 'This till is joining already');
    const to = readAddress(address);
    this.#attempt = new JoinAttempt({
      to,
      facts: {
        key: identity.publicKey,
        terminal: this.#store.terminalId,
        deviceName: hostname().slice(0, 200) || 'Galla',
      },
      now: () => ports.clock.now(),
      onChange: () => ports.onChange(),
      onAccepted: (hub) => {
        memory.membership = { role: 'member', shop: null, hub, port: 0 };
        this.#attempt = null;
        events.add('paired', { hub: hub.name });
        this.#copy(hub);
      },
    });
    return this.state;
  }

  get state(): Joining {
    if (this.#joined) return { state: 'done', ...this.#joined };
    if (this.#attempt) return this.#attempt.state;
    const { membership } = this.#parts.memory;
    if (membership.role !== 'member' || membership.shop !== null) return { state: 'idle' };
    const rows = this.#store.replica.copied;
    return { state: 'copying', shop: membership.hub.name, progress: { rows, total: null } };
  }

  /** What came of the shop so far is forgotten; once the shop is here there is nothing to cancel. */
  cancel(): Joining {
    const { memory, ports } = this.#parts;
    this.close();
    const { membership } = memory;
    if (membership.role === 'member' && membership.shop === null && readShop(this.#store) === null) {
      this.#line.stop();
      memory.membership = { role: 'alone', port: 0 };
      this.#store.replica.forget(this.#store.ids.next());
    }
    ports.onChange();
    return this.state;
  }

  /** The last run ended before it had noted that the shop is here, or before it was. */
  resume(member: Member, shop: ShopName | null): void {
    if (shop === null) this.#copy(member.hub);
    else this.#become(member, shop);
  }

  /** Something came from the hub: perhaps the whole shop, for the first time. */
  landed(shop: ShopName | null): void {
    const { memory, events, ports } = this.#parts;
    const { membership } = memory;
    if (membership.role !== 'member' || membership.shop !== null || shop === null) return;
    this.#become(membership, shop);
    this.#joined = { shop: shop.name };
    events.add('joined', { hub: membership.hub.name });
    ports.onJoined();
  }

  close(): void {
    this.#attempt?.cancel();
    this.#attempt = null;
  }

  #copy(hub: KnownHub): void {
    this.#connect(hub);
    this.#parts.ports.onChange();
  }

  #become(member: Member, shop: ShopName): void {
    this.#parts.memory.membership = { ...member, shop: shop.id };
    if (!this.#line.isStarted) this.#connect(member.hub);
  }
}
