import type { HubConnection } from '../../src/hub';
import type { Line } from '../../src/main/sync';
import type { Random } from './random';
import type { World } from './world';

/** How bad the network is. Probabilities per message; times in ms. */
export interface Weather {
  delay: number;
  jitter: number;
  loss: number;
  duplicate: number;
  reorder: number;
  truncate: number;
}

export const calm: Weather = { delay: 2, jitter: 3, loss: 0, duplicate: 0, reorder: 0, truncate: 0 };

/** What one end of a line does with what it hears. */
export interface End {
  receive(message: string): void | Promise<void>;
  closed(): void;
}

/** The hub's door: undefined when nobody is at home. */
export type Accept = (connection: HubConnection) => End | undefined;

/** One connection: two directions, each with its own weather. */
export class Wire {
  readonly till: number;
  isOpen = true;
  /** Bytes on their way to the terminal; what a hub would see as buffered. */
  inFlight = 0;
  mostInFlight = 0;
  /** A direction into which messages vanish, and nobody is told. */
  holeUp = false;
  holeDown = false;
  /** Pushes vanish while everything else comes through: a hub that has lost its way, or something in between. */
  isDeaf = false;
  /** Bytes per ms that the terminal takes; null for as much as comes. */
  rate: number | null = null;
  tillEnd: End | null = null;
  hubEnd: End | null = null;
  lastUp = 0;
  lastDown = 0;

  constructor(till: number) {
    this.till = till;
  }
}

/** Everything between tills and hub. */
export class Network {
  weather: Weather = { ...calm };
  /** Tills that reach nobody. */
  readonly partitioned = new Set<number>();
  readonly wires = new Set<Wire>();
  readonly #world: World;
  readonly #random: Random;
  readonly #accept: Accept;
  /** When each till tried to connect since the hub last went. */
  readonly attempts = new Map<number, number[]>();

  constructor(world: World, random: Random, accept: Accept) {
    this.#world = world;
    this.#random = random;
    this.#accept = accept;
  }

  /** A till dials. `end` hears; `connected` says that the line stands. */
  dial(till: number, end: End, connected: () => void): Line {
    const wire = new Wire(till);
    wire.tillEnd = end;
    this.wires.add(wire);
    this.attempts.set(till, [...(this.attempts.get(till) ?? []), this.#world.now]);
    this.#world.after(this.#delay(), () => {
      if (!wire.isOpen) return;
      this.#world.trace(`till ${till} dials`);
      const hubEnd = this.partitioned.has(till) ? undefined : this.#accept(this.#connection(wire));
      if (hubEnd === undefined) {
        this.#drop(wire);
        end.closed();
      } else {
        wire.hubEnd = hubEnd;
        connected();
      }
    });
    return {
      send: (message) => this.#send(wire, message, 'up'),
      terminate: () => this.hangUp(wire, 'till'),
    };
  }

  /** One side ends the line; the other hears of it, unless it cannot be reached. */
  hangUp(wire: Wire, by: 'till' | 'hub', delay = this.#delay()): void {
    if (!wire.isOpen) return;
    const reaches = !this.partitioned.has(wire.till) && !(by === 'till' ? wire.holeUp : wire.holeDown);
    const other = by === 'till' ? wire.hubEnd : wire.tillEnd;
    if (by === 'till') wire.tillEnd = null;
    else wire.hubEnd = null;
    if (!reaches) return;
    this.#world.after(delay, () => {
      this.#drop(wire);
      other?.closed();
    });
  }

  #connection(wire: Wire): HubConnection {
    return {
      send: (message) => this.#send(wire, message, 'down'),
      buffered: () => wire.inFlight,
      close: () => this.hangUp(wire, 'hub'),
    };
  }

  #send(wire: Wire, message: string, direction: 'up' | 'down'): void {
    if (!wire.isOpen) return;
    if (direction === 'down') {
      wire.inFlight += message.length;
      wire.mostInFlight = Math.max(wire.mostInFlight, wire.inFlight);
    }
    if (direction === 'up' ? wire.holeUp : wire.holeDown) return;
    if (direction === 'up' && wire.isDeaf && message.startsWith('{"t":"push"')) return;
    const { loss, duplicate, truncate } = this.weather;
    const isLost = this.partitioned.has(wire.till) || this.#random.chance(loss);
    const text = this.#random.chance(truncate) ? message.slice(0, this.#random.int(0, message.length - 1)) : message;
    const at = this.#arrival(wire, direction, message.length);
    this.#world.at(at, () => this.#deliver(wire, direction, isLost ? null : text, message.length));
    if (this.#random.chance(duplicate)) {
      this.#world.at(at + this.#delay(), () => this.#deliver(wire, direction, text, 0));
    }
  }

  #arrival(wire: Wire, direction: 'up' | 'down', length: number): number {
    const at = this.#world.now + this.#delay();
    if (direction === 'up') {
      wire.lastUp = this.#random.chance(this.weather.reorder) ? wire.lastUp : Math.max(at, wire.lastUp);
      return Math.max(at, wire.lastUp);
    }
    const taken = wire.rate === null ? 0 : length / wire.rate;
    if (this.#random.chance(this.weather.reorder)) return at + taken;
    wire.lastDown = Math.max(at, wire.lastDown) + taken;
    return wire.lastDown;
  }

  #deliver(wire: Wire, direction: 'up' | 'down', text: string | null, length: number): void | Promise<void> {
    if (direction === 'down') wire.inFlight -= length;
    this.#world.trace(`${direction} ${wire.till} ${text === null ? 'lost' : `${text.length} ${text.slice(0, 300)}`}`);
    if (!wire.isOpen || text === null || this.partitioned.has(wire.till)) return;
    return direction === 'up' ? wire.hubEnd?.receive(text) : wire.tillEnd?.receive(text);
  }

  #drop(wire: Wire): void {
    wire.isOpen = false;
    this.wires.delete(wire);
  }

  #delay(): number {
    return this.weather.delay + this.#random.int(0, this.weather.jitter);
  }
}
