import { once } from 'node:events';
import { createServer } from 'node:http';
import { firstChain, protocolVersion, registrySchema } from '@shared/sync';
import { afterEach, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { Loop } from '../../../src/hub';
import { SharedText } from '../../../src/hub/shared-text';
import { openLine } from '../../../src/hub/socket-line';
import { makeHub, memoryStore } from './support';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

it('of what many terminals are sent and do not take, the bytes wait once', async () => {
  const { hub, dial } = makeHub();
  const names = Array.from({ length: 20 }, (_, n) => `t${n}`);
  for (const id of ['writer', ...names]) await hub.enrol({ id, series: id });
  const writer = dial();
  await writer.greet('writer');

  const waiting: Buffer[] = [];
  const open = names.map((terminal) => {
    const texts: string[] = [];
    const line = hub.open({
      send: (message) => texts.push(message),
      sendShared: (head, tail) => {
        texts.push(head + tail.text);
        waiting.push(tail.bytes);
      },
      buffered: () => 0,
      close: () => {},
    });
    return { terminal, line, texts };
  });
  const say = async ({ line }: (typeof open)[number], message: object) => {
    line.receive(JSON.stringify(message));
    await hub.idle();
  };
  for (const each of open) {
    const who = { session: each.terminal, terminal: each.terminal, protocol: protocolVersion, schema: registrySchema };
    await say(each, { t: 'hello', ...who, fence: 0, epoch: '', cursor: 0, chain: firstChain, scopes: [], time: 0 });
  }
  const said = (texts: readonly string[]) => texts.map((text) => JSON.parse(text));
  const fenceOf = (texts: readonly string[]): number => said(texts).find(({ t }) => t === 'welcome').fence;
  for (const each of open) {
    await say(each, { t: 'pull', session: each.terminal, fence: fenceOf(each.texts), cursor: 0 });
  }
  waiting.length = 0;
  await writer.say(writer.push('writer', 1, 50));
  expect(waiting).toHaveLength(names.length * 2);
  expect(new Set(waiting).size).toBe(2);

  // And each message is what a line that knows nothing of it gets.
  const plain = writer.heard.filter(({ t }) => t === 'frame');
  for (const { terminal, texts } of open) {
    const frames = said(texts).filter(({ t }) => t === 'frame');
    expect(frames).toEqual(plain.map((frame) => ({ ...frame, session: terminal })));
  }
});

it('terminals that read from different places are brought together, and the log is read once for all of them', async () => {
  const store = memoryStore();
  const entries = store.entries.bind(store);
  let reads = 0;
  store.entries = (...asked) => {
    reads += 1;
    // A pass is over after eight of them.
    clock.advance(1);
    return entries(...asked);
  };
  const loop: Loop = { turn: async () => {}, after: (ms, work) => void later.push([ms, work]) };
  const later: [ms: number, work: () => void][] = [];
  const { hub, clock, dial } = makeHub({ store, loop });
  const settle = async () => {
    await hub.idle();
    for (let next = later.shift(); next; next = later.shift()) {
      clock.advance(next[0]);
      next[1]();
      await hub.idle();
    }
  };
  await hub.enrol({ id: 'writer', series: 'writer' });
  const writer = dial();
  await writer.greet('writer');
  for (let n = 0; n < 20; n++) await writer.say(writer.push('writer', 1 + n * 100, 100));
  const places = [500, 0, 1000];
  const lines = [];
  for (const cursor of places) {
    const id = `at-${cursor}`;
    await hub.enrol({ id, series: id });
    const line = dial();
    await line.say(line.hello(id, id));
    line.fence = line.last('welcome')?.fence ?? 0;
    line.buffered = 1_000_000;
    await line.say({ t: 'pull', session: id, fence: line.fence, cursor });
    lines.push(line);
  }
  await settle();
  // They all take again what waited, in one moment.
  for (const line of lines) line.buffered = 0;
  reads = 0;
  await writer.say(writer.push('writer', 2001, 1));
  await settle();
  expect(lines.map((line) => line.last('frame')?.to)).toEqual([2001, 2001, 2001]);
  // Frames of 25: 80 from the first place on; each by itself would read 180.
  expect(reads).toBeLessThan(120);
});

it('a WebSocket is sent a shared text as one message, in its turn', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  const client = new WebSocket(`ws://127.0.0.1:${address.port}`, { perMessageDeflate: false });
  closing.push(() => {
    client.terminate();
    sockets.close();
    server.close();
  });
  sockets.once('connection', (socket, request) => {
    const tail = new SharedText(`"चाय ₹${'x'.repeat(100_000)}"}`);
    const hub: Parameters<typeof openLine>[0] = {
      open(line) {
        line.send('before');
        line.sendShared?.('{"name":', tail);
        line.sendShared?.('{"again":', tail);
        line.send('after');
        return { receive() {}, drained() {}, closed() {} };
      },
    };
    openLine(hub, socket, request.socket);
  });
  const heard: string[] = [];
  await new Promise<void>((resolve) => {
    client.on('message', (data, isBinary) => {
      heard.push(isBinary ? 'binary' : String(data));
      if (heard.length === 4) resolve();
    });
  });
  const name = `चाय ₹${'x'.repeat(100_000)}`;
  expect(heard).toEqual(['before', JSON.stringify({ name }), JSON.stringify({ again: name }), 'after']);
});
