import { systemClock } from '@shared/clock';
import { registrySchema } from '@shared/sync';
import { WebSocket } from 'ws';
import { Hub, serveHub, socketLoop } from '../../src/hub';
import { makeIds } from '../support/shop-store.ts';
import { memoryStore } from '../unit/hub/support.ts';
import { Attacker, type Knowledge, type Target } from './attacker.ts';
import { sha256 } from './honest.ts';
import { Chance } from './random.ts';

/**
 * The same attackers over real sockets: the frames' order and fate are the network's. Throws when a round fails, when
 * lines are left over, or when the hub does not answer any more.
 */
export async function fuzzSockets(frames: number, seed: number): Promise<{ refused: number; pushed: number }> {
  const errors: unknown[] = [];
  const store = memoryStore();
  const log = { info: () => {}, warn: () => {}, error: (fields: object) => void errors.push(fields) };
  const ids = makeIds(systemClock);
  const hub = new Hub({ store, clock: systemClock, ids, sha256, log, schema: registrySchema, loop: socketLoop });
  const server = await serveHub(hub, { port: 0, host: '127.0.0.1' });
  const url = `ws://127.0.0.1:${server.port}`;
  const open = new Set<WebSocket>();
  const target: Target = {
    open: ({ send, close }) => {
      const socket = new WebSocket(url, { perMessageDeflate: false });
      open.add(socket);
      const waiting: string[] = [];
      socket.on('open', () => {
        for (const text of waiting) socket.send(text);
      });
      socket.on('message', (data) => send(String(data)));
      socket.on('error', () => {});
      socket.on('close', () => {
        open.delete(socket);
        close();
      });
      return {
        receive: (text) => {
          if (socket.readyState === WebSocket.CONNECTING) waiting.push(text);
          else if (socket.readyState === WebSocket.OPEN) socket.send(text);
        },
        drained: () => {},
        closed: () => socket.terminate(),
      };
    },
  };
  try {
    const chance = new Chance(seed);
    const names = Array.from({ length: 12 }, (_, index) => `attacker-${index}`);
    for (const id of names) await hub.enrol({ id, name: id, role: 'counter' });
    const known: Knowledge = new Map();
    const crowd = names.slice(0, 8).map((name) => new Attacker(chance, [name, ...names], known, systemClock.now));
    for (let frame = 0; frame < frames; frame++) {
      chance.pick(crowd).speak(target);
      // Most wait for their answer; who does not is told to slow down and says nothing else.
      if (!chance.is(0.1)) await turns(12);
    }
    for (const socket of open) socket.terminate();
    await until(() => hub.figures.sessions === 0);
    const answer = await fetch(`http://127.0.0.1:${server.port}/healthz`);
    if (!answer.ok || errors.length > 0) throw new Error(`the hub is not well: ${JSON.stringify(errors[0])}`);
    return { refused: hub.figures.refusedMessages, pushed: hub.figures.pushed };
  } finally {
    await server.close();
    await store.close();
  }
}

/** Lets the sockets work. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries++) {
    if (tries > 1000) throw new Error('lines are left over');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
