import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { type DownstreamOf, firstChain, type Mutation, protocolVersion, registrySchema } from '@shared/sync';
import { Backoff } from '../../../src/main/sync/backoff';
import { RawLine } from './raw-line.ts';

const frameStart = '{"t":"frame"';

/** What a light terminal tells whoever drives it. */
export interface LightEvents {
  readonly live?: (terminal: LightTerminal) => void;
  /** The bytes are only lent. */
  readonly frame?: (bytes: Buffer) => void;
  readonly acknowledged?: (terminal: LightTerminal, ack: DownstreamOf<'ack'>) => void;
  readonly lost?: (terminal: LightTerminal, reason: string) => void;
}

/**
 * A terminal without a shop: it speaks the protocol, remembers its cursor, and forgets what it reads. Hundreds of them
 * fit into a process.
 */
export class LightTerminal {
  readonly id: string;
  mid = 0;
  readonly #port: number;
  readonly #events: LightEvents;
  readonly #backoff = new Backoff(Math.random);
  #line: RawLine | undefined;
  #session = '';
  #fence = 0;
  /** How far it has read; `lastFrame` may be further. */
  #cursor = 0;
  #chain = firstChain;
  /** The beginning of the last frame, looked at when it matters. */
  #lastFrame = '';
  #isLive = false;
  #isOff = false;

  constructor(id: string, port: number, events: LightEvents) {
    this.id = id;
    this.#port = port;
    this.#events = events;
  }

  get isLive(): boolean {
    return this.#isLive;
  }

  connect(): void {
    if (this.#isOff) return;
    this.#line = new RawLine(this.#port, {
      opened: () => this.#hello(),
      message: (bytes) => this.#receive(bytes),
      closed: () => {
        this.#isLive = false;
        this.#events.lost?.(this, 'line');
        if (!this.#isOff) setTimeout(() => this.connect(), this.#backoff.next());
      },
    });
  }

  push(mutations: readonly Mutation[]): void {
    this.#say({ t: 'push', session: this.#session, fence: this.#fence, mutations });
  }

  off(): void {
    this.#isOff = true;
    this.#line?.terminate();
  }

  #hello(): void {
    this.#follow();
    this.#session = randomUUID();
    this.#say(hello(this.id, this.#session, this.#fence, this.#cursor, this.#chain));
  }

  #receive(bytes: Buffer): void {
    if (bytes.toString('latin1', 0, frameStart.length) === frameStart) {
      this.#lastFrame = bytes.toString('latin1', 0, 300);
      this.#events.frame?.(bytes);
      return;
    }
    const message = JSON.parse(bytes.toString());
    if (message.t === 'ping') this.#say({ t: 'pong', n: message.n });
    else if (message.t === 'ack') this.#events.acknowledged?.(this, message);
    else if (message.t === 'bye') this.#events.lost?.(this, message.code);
    else if (message.t === 'welcome') {
      this.#fence = message.fence;
      this.mid = message.last;
      // What lies before is of no use here: read from the head on.
      if (this.#cursor === 0) this.#cursor = message.head;
      this.#say({ t: 'pull', session: this.#session, fence: this.#fence, cursor: this.#cursor });
      this.#isLive = true;
      this.#events.live?.(this);
    }
  }

  #follow(): void {
    const found = /"to":(\d+),"chain":"([0-9a-f]+)"/.exec(this.#lastFrame);
    if (found === null) return;
    const [, to = '', chain = ''] = found;
    this.#cursor = Number(to);
    this.#chain = chain;
  }

  #say(message: object): void {
    if (this.#line?.isOpen) this.#line.send(JSON.stringify(message));
  }
}

export function hello(
  terminal: string,
  session: string,
  fence: number,
  cursor: number,
  chain: string = firstChain,
): object {
  const who = { t: 'hello', session, protocol: protocolVersion, schema: registrySchema, terminal };
  return { ...who, fence, epoch: '', cursor, chain, scopes: ['shop'], time: Date.now() };
}

/** A terminal that asks for everything and then takes nothing, as a sleeping laptop does. */
export class StalledTerminal {
  readonly #id: string;
  readonly #port: number;
  #socket: Socket | undefined;
  #fence = 0;
  #heard = '';
  connections = 0;

  constructor(id: string, port: number) {
    this.#id = id;
    this.#port = port;
  }

  connect(): void {
    this.#socket?.destroy();
    this.connections += 1;
    const session = randomUUID();
    const socket = connect(this.#port, '127.0.0.1');
    this.#socket = socket;
    this.#heard = '';
    socket.on('error', () => {});
    const key = Buffer.from(session).subarray(0, 16).toString('base64');
    socket.write(
      `GET / HTTP/1.1\r\nHost: hub\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
    );
    socket.write(masked(JSON.stringify(hello(this.#id, session, this.#fence, 0))));
    socket.on('data', (data) => {
      this.#heard += data.toString('latin1');
      const fence = /"fence":(\d+)/.exec(this.#heard)?.[1];
      if (fence === undefined) return;
      this.#fence = Number(fence);
      const ask = { session, fence: this.#fence };
      socket.write(masked(JSON.stringify({ t: 'copy', ...ask, snapshot: null, index: 0, scopes: null })));
      socket.write(masked(JSON.stringify({ t: 'pull', ...ask, cursor: 0 })));
      socket.pause();
    });
  }

  off(): void {
    this.#socket?.destroy();
  }
}

/** One WebSocket text frame from a client, masked with zeros. */
function masked(text: string): Buffer {
  const body = Buffer.from(text);
  const length = Buffer.from([0xfe, body.length >> 8, body.length & 0xff]);
  return Buffer.concat([Buffer.from([0x81]), length, Buffer.alloc(4), body]);
}
