import type { ConnectionHealth, LineReason, NetworkRole, NetworkStatus } from '@shared/contract';
import { doorPaths } from '@shared/door';
import { registrySchema } from '@shared/sync';
import type { Store } from '../store';
import { type OpenLine, type SyncClient, startSync } from '../sync';
import type { Address } from './address';
import type { AttentionDesk } from './attention';
import { openDoorLine } from './door-line';
import type { KnownHub } from './memory';
import type { NetworkParts } from './parts';
import type { LineFailure, SecureSocket } from './secure-socket';
import { isLasting, levelOf, lineReason } from './status';
import { Traffic } from './traffic';

/** Where the hub is now; null while nobody knows (the one inside this till is starting). */
export type HubTarget = () => { readonly to: Address; readonly fingerprint: string } | null;

export interface LineEvents {
  /** Something came from the hub, or the state of the line is another one. */
  news(): void;
  /** Nobody is where the hub was. */
  unreachable(): void;
}

/** The status may change with every message; people need it no more often than this. ms */
const tellEvery = 100;

/** The line of an open shop file to its hub, and everything that is told about it. */
export class HubLine {
  readonly traffic = new Traffic();
  readonly #parts: NetworkParts;
  readonly #store: Store;
  readonly #attention: AttentionDesk;
  readonly #on: LineEvents;
  #client: SyncClient | null = null;
  #failure: LineFailure | null = null;
  /** Why it was not even tried. */
  #refusal: LineReason | null = null;
  #hubVersion: string | null = null;
  #connectedSince: number | null = null;
  #isLive = false;
  /** The last reason that was worth an entry. */
  #told: LineReason | null = null;
  /** What people have been told of, by its mutation. */
  #heardOf: ReadonlySet<number> = new Set();
  #heartbeatAt: number | null = null;
  #telling: NodeJS.Timeout | undefined;

  constructor(parts: NetworkParts, store: Store, attention: AttentionDesk, on: LineEvents) {
    this.#parts = parts;
    this.#store = store;
    this.#attention = attention;
    this.#on = on;
  }

  get isStarted(): boolean {
    return this.#client !== null;
  }

  start(target: HubTarget): void {
    if (this.#client) {
      this.nudge();
      return;
    }
    const { log } = this.#parts.ports;
    this.#refusal = null;
    this.#heardOf = new Set(this.#store.replica.attention().map(({ mid }) => mid));
    this.#client = startSync({
      store: this.#store,
      open: this.#opener(target),
      schema: registrySchema,
      log,
      onStatus: () => this.#tellSoon(),
      onFork: (renumbered) => this.#forked(renumbered),
      onMessage: (direction, type, text) => this.traffic.note(direction, type, text),
    });
  }

  /** It is not to be tried at all. */
  refuse(reason: LineReason): void {
    this.#refusal = reason;
  }

  stop(): void {
    clearTimeout(this.#telling);
    this.#telling = undefined;
    this.#client?.stop();
    this.#client = null;
    this.#isLive = false;
    this.#connectedSince = null;
  }

  nudge(): void {
    this.#client?.nudge();
  }

  status(role: NetworkRole, hub: KnownHub | null, attention: number): NetworkStatus {
    const sync = this.#client?.status;
    const reason = this.#refusal ?? lineReason(sync?.reason ?? null, this.#failure);
    const phase = sync?.phase ?? 'off';
    return {
      role,
      level: levelOf(role, phase, reason, attention),
      phase,
      pending: role === 'alone' ? 0 : (sync?.pending ?? this.#store.replica.pendingCount()),
      attention,
      lastHeard: sync?.lastHeard ?? null,
      retryAt: sync?.retryAt ?? null,
      reason,
      latency: sync?.latency ?? null,
      behind: sync?.behind ?? 0,
      hub: hub && { name: hub.name, address: hub.address },
      key: role === 'alone' ? null : this.#parts.identity.place,
    };
  }

  health(): ConnectionHealth {
    const { startedAt, events, ports } = this.#parts;
    const sync = this.#client?.status;
    const { epoch, cursor } = this.#store.replica.state();
    const { heartbeatAt, schema, counts } = this.traffic;
    const ago = (at: number) => ports.clock.now() - Math.round(performance.now() - at);
    return {
      uptime: Math.round(performance.now() - startedAt),
      connectedSince: this.#connectedSince,
      lastHeartbeat: heartbeatAt === null ? null : ago(heartbeatAt),
      latency: sync?.latency ?? null,
      messages: counts,
      hub:
        this.#hubVersion === null || schema === null
          ? null
          : { version: this.#hubVersion, schema, epoch, cursor, head: cursor + (sync?.behind ?? 0) },
      pending: sync?.pending ?? 0,
      refused: this.#store.replica.attention().length,
      events: events.events,
    };
  }

  #opener(target: HubTarget): OpenLine {
    return (listener) => {
      const place = target();
      if (!place) {
        setImmediate(() => listener.closed());
        return { send: () => {}, terminate: () => {} };
      }
      const { identity, ports } = this.#parts;
      const socket: SecureSocket = openDoorLine({
        ...place,
        path: doorPaths.log,
        identity,
        terminal: this.#store.terminalId,
        version: ports.version,
        onAccepted: (version) => {
          this.#failure = null;
          this.#hubVersion = version;
          listener.opened();
        },
        onMessage: (text) => listener.message(text),
        onClose: (failure) => {
          this.#failure = failure;
          listener.closed();
          if (failure === 'unreachable') this.#on.unreachable();
        },
      });
      return socket;
    };
  }

  #forked(renumbered: ReadonlyMap<string, string>): void {
    const { ports, events } = this.#parts;
    const { series } =
      this.#store
        .sql<[string], { series: string }>('SELECT series FROM terminal WHERE id = ?')
        .get(this.#store.terminalId) ?? {};
    this.#attention.renumbered(ports.clock.now(), series ?? '', renumbered);
    events.add('renumbered', { series: series ?? '', documents: renumbered.size });
  }

  #tellSoon(): void {
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      try {
        this.#tell();
      } catch (error) {
        // A disk that fails: the next message tells again, and whoever sells hears of it anyway.
        this.#parts.ports.log.warn({ error: String(error) }, 'the state of the line could not be told');
      }
    }, tellEvery);
  }

  #tell(): void {
    if (!this.#client) return;
    const { ports, events } = this.#parts;
    const { phase, reason: lost, latency } = this.#client.status;
    const reason = lineReason(lost, this.#failure);
    const at = ports.clock.now();
    const isLive = phase === 'live' || phase === 'push_only';
    if (isLive && !this.#isLive) {
      this.#connectedSince = at;
      events.add('connected');
      ports.emit({ type: 'sync:connected', at });
    } else if (!isLive && this.#isLive) {
      this.#connectedSince = null;
      events.add('offline', { reason: reason ?? 'line_lost' });
      ports.emit({ type: 'sync:offline', at, reason });
    }
    this.#isLive = isLive;
    // Once, not with every try: what lasts is tried again and again.
    if (isLasting(reason) && reason !== this.#told) events.add('refused', { reason: reason ?? '' });
    this.#told = reason ?? this.#told;
    if (isLive) this.#told = null;
    if (this.traffic.heartbeatAt !== this.#heartbeatAt && latency !== null) {
      this.#heartbeatAt = this.traffic.heartbeatAt;
      ports.emit({ type: 'sync:heartbeat', at, latency: Math.round(latency) });
    }
    this.#tellRefusals();
    this.#on.news();
    ports.onChange();
  }

  #tellRefusals(): void {
    const { events, ports } = this.#parts;
    const entries = this.#store.replica.attention();
    const unheard = entries.filter(({ mid }) => !this.#heardOf.has(mid));
    this.#heardOf = new Set(entries.map(({ mid }) => mid));
    const taken = this.#attention.takenTwice(unheard.map(({ mid }) => mid));
    for (const { name, terminal } of taken) {
      events.add('taken_twice', { name, ...(terminal !== null && { terminal }) });
      ports.emit({ type: 'sync:taken', name, terminal });
    }
    const count = unheard.filter(({ outcome }) => outcome.status !== 'superseded').length;
    if (count === 0) return;
    events.add('rejected', { count });
    ports.emit({ type: 'sync:rejected', count });
  }
}
