import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { firstChain, limits, protocolVersion, registrySchema } from '@shared/sync';
import { expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { openLine } from '../../../src/hub/socket-line';
import { makeHub } from './support';

/** A WebSocket whose other side takes what it is told to take. */
class SlowSocket extends EventEmitter {
  bufferedAmount = 0;
  isTerminated = false;
  /** It waits for an answer to the goodbye. */
  isClosing = false;
  readonly heard: { t: string; fence?: number; to?: number }[] = [];
  #text = '';
  #waiting: (() => void)[] = [];

  send(part: string | Buffer, how: { fin: boolean } | (() => void), last?: () => void): void {
    const taken = typeof how === 'function' ? how : last;
    this.bufferedAmount += Buffer.byteLength(part);
    this.#text += String(part);
    if (taken) this.#waiting.push(taken);
    if (typeof how === 'object' && !how.fin) return;
    this.heard.push(JSON.parse(this.#text));
    this.#text = '';
  }

  close(): void {
    this.isClosing = true;
  }

  terminate(): void {
    this.isTerminated = true;
  }

  takeAll(): void {
    const waited = this.#waiting;
    this.#waiting = [];
    this.bufferedAmount = 0;
    for (const taken of waited) taken();
  }
}

/** A terminal at the beginning of a log of 3 000 entries, on a line of which `terminal` is not taken anything. */
async function stalledLine() {
  const { hub, clock, dial } = makeHub();
  for (const id of ['writer', 'slow']) await hub.enrol({ id, series: id });
  const writer = dial();
  await writer.greet('writer');
  for (let n = 0; n < 30; n++) await writer.say(writer.push('writer', 1 + n * 100, 100));
  const socket = new SlowSocket();
  // proof: `openLine` uses no more of it
  openLine(hub, socket as unknown as WebSocket, new PassThrough());
  const say = async (message: object) => {
    socket.emit('message', JSON.stringify(message));
    await hub.idle();
  };
  const who = { session: 's', terminal: 'slow', protocol: protocolVersion, schema: registrySchema };
  await say({ t: 'hello', ...who, fence: 0, epoch: '', cursor: 0, chain: firstChain, scopes: [], time: 0 });
  const fence = socket.heard.find(({ t }) => t === 'welcome')?.fence;
  socket.takeAll();
  await say({ t: 'pull', session: 's', fence, cursor: 0 });
  return { hub, clock, socket, say };
}

const lastRead = ({ heard }: SlowSocket) => heard.findLast(({ t }) => t === 'frame')?.to ?? 0;

it('of the log, a line that takes nothing keeps a few frames waiting and no more', async () => {
  const { socket } = await stalledLine();
  const frame = socket.bufferedAmount / socket.heard.filter(({ t }) => t === 'frame').length;
  expect(socket.bufferedAmount).toBeGreaterThan(limits.bufferedPause);
  expect(socket.bufferedAmount).toBeLessThan(limits.bufferedPause + 1.5 * frame);
  // Fifty of them are to cost a hub next to nothing.
  expect(50 * socket.bufferedAmount).toBeLessThan(1.5 * 1024 * 1024);
});

it('it is sent on as soon as it has taken what waited, to the last entry, without a tick of the clock', async () => {
  const { hub, socket } = await stalledLine();
  for (let turn = 0; turn < 1000 && lastRead(socket) < 3000; turn++) {
    expect(hub.figures.paused).toBe(1);
    socket.takeAll();
    await hub.idle();
  }
  expect(lastRead(socket)).toBe(3000);
});

it('is cut when nothing is heard on it, or nothing taken: no answer to a goodbye is waited for', async () => {
  const silent = await stalledLine();
  silent.clock.advance(26_000);
  silent.hub.tick();
  expect(silent.socket).toMatchObject({ isTerminated: true, isClosing: false });
  const deaf = await stalledLine();
  for (const _ of [1, 2]) {
    expect(deaf.socket.isTerminated).toBe(false);
    deaf.clock.advance(16_000);
    await deaf.say({ t: 'pong', n: 0 });
    deaf.hub.tick();
  }
  expect(deaf.socket).toMatchObject({ isTerminated: true, isClosing: false });
  expect(deaf.hub.figures.byes).toEqual({ too_slow: 1 });
});
