import type { IncomingMessage } from 'node:http';
import type { Clock } from '@shared/clock';
import { controlAskSchema, doorPaths, strangerLimits } from '@shared/door';
import type { Log } from '@shared/log';
import type { HostMessage } from '@shared/pairing';
import type { ByeCode } from '@shared/sync';
import type { WebSocket } from 'ws';
import type { Hub } from '../hub';
import { openLine } from '../socket-line';
import type { Devices } from './devices';
import { type ErrandOptions, runErrand } from './errands';
import { LineGuard } from './line-guard';
import { NewNames } from './new-names';
import type { PairingDesk } from './pairing-desk';
import { RateLimit } from './rate-limit';

export interface LinesOptions {
  readonly hub: Hub;
  readonly devices: Devices;
  readonly desk: PairingDesk;
  readonly fingerprint: string;
  readonly operators: ReadonlySet<string>;
  readonly errands: ErrandOptions;
  readonly clock: Clock;
  readonly log: Log;
  /** Of this program. */
  readonly version: string;
}

/** ms after which somebody who was refused may ask again. */
const refusedFor: Readonly<Partial<Record<ByeCode, number>>> = {
  unpaired: 60_000,
  revoked: 10 * 60_000,
  wrong_key: 60_000,
  rate_limited: 30_000,
};

/** The lines of a door: each proves who it is before it is heard, and leads to the log, to the hub itself or nowhere. */
export class Lines {
  readonly #options: LinesOptions;
  readonly #limit = new RateLimit();
  readonly #newNames = new NewNames();
  readonly #online = new Map<string, number>();
  readonly #control = new Set<WebSocket>();

  constructor(options: LinesOptions) {
    this.#options = options;
  }

  isOnline(terminal: string): boolean {
    return (this.#online.get(terminal) ?? 0) > 0;
  }

  /** Those who run the hub should look again. */
  tellChange(): void {
    for (const socket of this.#control) socket.send('{"t":"changed"}');
  }

  /** A WebSocket that has just been opened; nothing about it is believed. */
  add(socket: WebSocket, request: IncomingMessage): void {
    const { clock } = this.#options;
    const path = new URL(request.url ?? '/', 'https://hub').pathname;
    const address = request.socket.remoteAddress ?? '';
    socket.on('error', () => socket.terminate());
    if (this.#limit.isOver(address, clock.now())) bye(socket, 'rate_limited');
    else if (path === doorPaths.pairing) this.#pair(socket, address);
    else if (path === doorPaths.log || path === doorPaths.control) this.#ask(socket, request, path, address);
    else socket.terminate();
  }

  #ask(socket: WebSocket, request: IncomingMessage, path: string, address: string): void {
    const { clock, devices, fingerprint, operators, version, log } = this.#options;
    const guard = new LineGuard({ devices, fingerprint, operators }, path);
    const refuse = (code: ByeCode) => {
      this.#limit.failed(address, clock.now());
      log.warn({ code, path }, 'a line was refused');
      stop();
      bye(socket, code);
    };
    // A stranger's frame is given up before all of it is here, let alone read.
    const countBytes = () => {
      if (request.socket.bytesRead > strangerLimits.bytes) refuse('too_large');
    };
    const timer = setTimeout(() => refuse('bad_message'), strangerLimits.ms);
    const stop = () => {
      clearTimeout(timer);
      request.socket.off('data', countBytes);
    };
    request.socket.on('data', countBytes);
    socket.once('close', stop);
    socket.once('message', (data) => {
      if (socket.readyState !== socket.OPEN) return;
      const judgement = guard.judge(String(data));
      if (!judgement.ok) {
        refuse(judgement.code);
        return;
      }
      stop();
      const { terminal, key, version: theirs } = judgement.proof;
      devices.seen(terminal, clock.now(), theirs);
      send(socket, { t: 'accepted', version });
      if (path === doorPaths.control) this.#obey(socket, key);
      else this.#join(socket, request, terminal, key);
    });
    send(socket, { t: 'challenge', nonce: guard.nonce, version });
  }

  /** To the log: from here on it is the hub's protocol, spoken under a proved name. */
  #join(socket: WebSocket, request: IncomingMessage, terminal: string, key: string): void {
    const { hub, devices, clock, log } = this.#options;
    const line = openLine(hub, socket, request.socket, {
      speaksFor: (name) => name === terminal && devices.get(name)?.revoked === false,
      adopts: (name) => {
        // Asking again for a name it has takes none.
        if (devices.get(name) === null && !this.#newNames.take(key, clock.now())) return 'later';
        return devices.bind(name, key) ? 'yes' : 'no';
      },
    });
    this.#count(terminal, 1);
    log.info({ terminal }, 'a terminal is here');
    const { version } = devices.get(terminal) ?? {};
    socket.on('close', () => {
      line.closed();
      this.#count(terminal, -1);
      devices.seen(terminal, clock.now(), version ?? '');
    });
  }

  /** To the hub itself. */
  #obey(socket: WebSocket, operator: string): void {
    const { errands, log } = this.#options;
    this.#control.add(socket);
    socket.on('close', () => this.#control.delete(socket));
    socket.on('message', async (data) => {
      const ask = readControl(String(data));
      if (!ask) {
        bye(socket, 'bad_message');
        return;
      }
      try {
        const done = await runErrand(errands, ask.ask, operator);
        if (done.ok) send(socket, { t: 'answer', id: ask.id, value: done.value });
        else send(socket, { t: 'refused', id: ask.id, code: done.code });
      } catch (error) {
        log.error({ call: ask.ask.call, error: String(error) }, 'an errand failed');
        send(socket, { t: 'refused', id: ask.id, code: 'internal' });
      }
    });
  }

  #pair(socket: WebSocket, address: string): void {
    const { desk, clock } = this.#options;
    const asker = {
      send: (message: HostMessage) => {
        // Whoever had to be sent away counts as one who failed: nobody may knock all night.
        if (message.t === 'refused') this.#limit.failed(address, clock.now());
        send(socket, message);
      },
      hangUp: () => socket.close(),
    };
    socket.on('message', (data) => desk.receive(asker, String(data)));
    socket.on('close', () => desk.lost(asker));
  }

  #count(terminal: string, by: 1 | -1): void {
    this.#online.set(terminal, (this.#online.get(terminal) ?? 0) + by);
    if (!this.isOnline(terminal)) this.#online.delete(terminal);
    this.tellChange();
  }
}

function send(socket: WebSocket, message: object): void {
  if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(message));
}

function bye(socket: WebSocket, code: ByeCode): void {
  send(socket, { t: 'bye', code, retryAfter: refusedFor[code] ?? 5_000 });
  socket.close();
  // Who does not answer the goodbye is not waited for.
  setTimeout(() => socket.terminate(), 1_000).unref();
}

function readControl(text: string) {
  try {
    const result = controlAskSchema.safeParse(JSON.parse(text));
    return result.success ? result.data : null;
  } catch {
    return null;
  }
}
