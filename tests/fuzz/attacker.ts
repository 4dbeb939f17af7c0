import { firstChain, protocolVersion, registrySchema } from '@shared/sync';
import type { Hub } from '../../src/hub';

import { operations } from './goods.ts';
import type { Chance } from './random.ts';
import { spoilText, spoilValue } from './spoil.ts';

type Message = Readonly<Record<string, unknown>>;

/** Terminals with the last fence and mutation that are known of them. */
export type Knowledge = Map<string, { fence: number; mid: number }>;

/**
 * Bytes that a line takes between two messages of its attacker. One that takes anything at once has the whole log sent to
 * it whenever it asks, and a long run would be about nothing else.
 */
const taken = 16 * 1024;

/** Where attackers dial: a hub, or what looks like one. */
export type Target = Pick<Hub, 'open'>;

/**
 * A terminal that knows the protocol and breaks it: it keeps a conversation going as far as it is let, so that what is
 * wrong reaches every state of the hub. Some never read.
 */
export class Attacker {
  readonly #chance: Chance;
  readonly #names: readonly string[];
  readonly #now: () => number;
  /** What attackers have found out about terminals; they share it. */
  readonly #known: Knowledge;
  #line: ReturnType<Hub['open']> | null = null;
  #isOpen = false;
  /** Bytes that it was sent and has not taken. */
  #buffered = 0;
  #isDeaf = false;
  #isForked = false;
  #terminal: string;
  #session = 'none';
  #fence = 0;
  #mid = 0;
  #head = 0;
  #snapshot: string | null = null;
  #chunk = 0;
  readonly #said: string[] = [];

  constructor(chance: Chance, names: readonly string[], known: Knowledge, now: () => number) {
    this.#known = known;
    this.#chance = chance;
    this.#names = names;
    this.#now = now;
    this.#terminal = chance.pick(names);
  }

  /** Sends one message of whatever kind; dials first when the line is gone. */
  speak(hub: Target): void {
    const line = this.#isOpen && this.#line ? this.#line : this.#dial(hub);
    if (!this.#isDeaf) this.#buffered = Math.max(0, this.#buffered - taken);
    const text = this.#text();
    this.#said.push(text.length < 10_000 ? text : '');
    if (this.#said.length > 30) this.#said.shift();
    line.receive(text);
    if (this.#chance.is(0.003)) this.#hangUp();
  }

  #dial(hub: Target): ReturnType<Hub['open']> {
    this.#buffered = 0;
    this.#isDeaf = this.#chance.is(0.15);
    this.#isOpen = true;
    if (this.#chance.is(0.02)) this.#become(this.#chance.pick([...this.#names, ...this.#known.keys()]));
    this.#session = 'none';
    const line = hub.open({
      send: (text) => {
        this.#buffered += text.length;
        if (!this.#isDeaf) this.#hear(text);
      },
      buffered: () => this.#buffered,
      close: () => this.#hangUp(),
    });
    this.#line = line;
    return line;
  }

  /** Goes on as another terminal, with what is known of it; now and then without, as a copy of its file would. */
  #become(terminal: string): void {
    this.#terminal = terminal;
    this.#isForked = false;
    const known = this.#chance.is(0.05) ? undefined : this.#known.get(terminal);
    this.#fence = known?.fence ?? 0;
    this.#mid = known?.mid ?? 0;
  }

  #hangUp(): void {
    this.#isOpen = false;
    this.#line?.closed();
    this.#line = null;
  }

  #hear(text: string): void {
    if (text.startsWith('{"t":"frame"')) {
      this.#head = Number(/"to":(\d+)/.exec(text)?.[1] ?? this.#head);
      return;
    }
    const message = JSON.parse(text);
    if (message.t === 'welcome') {
      this.#fence = message.fence;
      this.#mid = message.last;
      this.#head = message.head;
      this.#known.set(this.#terminal, { fence: this.#fence, mid: this.#mid });
    } else if (message.t === 'bye' && this.#isForked) {
      this.#become(this.#chance.pick([...this.#names, ...this.#known.keys()]));
    } else if (message.t === 'ack') {
      this.#mid = message.upto;
    } else if (message.t === 'fork') {
      this.#isForked = true;
    } else if (message.t === 'rekeyed') {
      this.#become(message.terminal);
      this.#session = 'none';
    } else if (message.t === 'chunk') {
      this.#snapshot = message.snapshot;
      this.#chunk = message.index + 1;
    }
  }

  #text(): string {
    const chance = this.#chance;
    if (chance.is(0.05) && this.#said.length > 0) return chance.pick(this.#said);
    let message: unknown = this.#session === 'none' && chance.is(0.8) ? this.#hello() : this.#message();
    const spoiled = chance.is(0.12);
    if (spoiled && chance.is(0.7)) message = spoilValue(chance, message);
    const text = JSON.stringify(message) ?? '';
    return spoiled && chance.is(0.4) ? spoilText(chance, text) : text;
  }

  #message(): Message {
    const chance = this.#chance;
    const roll = chance.fraction();
    if (roll < 0.04) return this.#hello();
    const session = chance.is(0.03) ? 'other' : this.#session;
    const fence = chance.is(0.03) ? this.#fence + chance.below(3) - 1 : this.#fence;
    const who = { session, fence };
    if (this.#isForked && chance.is(0.7)) return this.#rekey(session);
    if (roll < 0.6) return { t: 'push', ...who, mutations: this.#mutations() };
    if (roll < 0.8) return { t: 'pull', ...who, cursor: chance.is(0.7) ? this.#head : this.#lie(this.#head) };
    if (roll < 0.88) return this.#copy(who);
    if (roll < 0.9) return this.#rekey(session);
    return { t: chance.pick(['ping', 'pong']), n: chance.below(1000) };
  }

  #rekey(session: string): Message {
    const held = [{ mid: 1 + this.#chance.below(9), hash: 'a'.repeat(64) }];
    return { t: 'rekey', session, previous: this.#terminal, terminal: `again-${this.#chance.below(400)}`, held };
  }

  #hello(): Message {
    const chance = this.#chance;
    this.#session = `s${chance.below(1_000_000)}`;
    const cursor = chance.is(0.6) ? 0 : this.#lie(this.#head);
    return {
      t: 'hello',
      session: this.#session,
      protocol: chance.is(0.02) ? 99 : protocolVersion,
      schema: chance.is(0.1) ? 1 + chance.below(5) : registrySchema,
      terminal: chance.is(0.05) ? chance.pick(['hub', 'nobody', '__proto__', '']) : this.#terminal,
      fence: chance.is(0.1) ? this.#lie(this.#fence) : this.#fence,
      epoch: chance.is(0.5) ? '' : 'e',
      cursor,
      chain: cursor === 0 ? firstChain : 'ab'.repeat(16),
      scopes: chance.pick([[], ['shop'], ['office', 'shop']]),
      time: this.#now() + (chance.is(0.2) ? Math.round(3e11 * (chance.fraction() - 0.5)) : 0),
    };
  }

  #mutations(): Message[] {
    const chance = this.#chance;
    const first = this.#mid + 1 + (chance.is(0.1) ? chance.below(5) - 3 : 0);
    return Array.from({ length: 1 + chance.below(chance.is(0.02) ? 110 : 4) }, (_, index) => ({
      mid: first + index,
      name: 'fuzz',
      kind: chance.pick(['fact', 'fact', 'request']),
      actor: chance.pick(['system', 'nobody', '__proto__']),
      at: this.#now() + (chance.is(0.1) ? Math.round(1e12 * (chance.fraction() - 0.5)) : 0),
      ops: operations(chance),
    }));
  }

  #copy(who: Message): Message {
    const chance = this.#chance;
    const isNext = chance.is(0.6);
    return {
      t: 'copy',
      ...who,
      snapshot: isNext ? this.#snapshot : chance.pick([null, 'none', this.#snapshot]),
      index: isNext ? this.#chunk : this.#lie(this.#chunk),
      scopes: chance.pick([null, null, ['office'], [], ['shop', 'shop']]),
    };
  }

  #lie(around: number): number {
    const chance = this.#chance;
    return chance.is(0.5)
      ? Math.max(0, around + chance.below(9) - 4)
      : chance.pick([0, 1, 1e6, Number.MAX_SAFE_INTEGER]);
  }
}
