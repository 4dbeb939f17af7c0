import type { PushEvent } from '@shared/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { createChangePusher } from '../../../src/main/ipc';

/** A frame that ends when the test says so. */
function makePusher() {
  const sent: PushEvent[] = [];
  const timers: { run: () => void; ms: number }[] = [];
  const push = createChangePusher({
    send: (event) => sent.push(event),
    later: (run, ms) => timers.push({ run, ms }),
  });
  return {
    push,
    sent,
    timers,
    endFrame() {
      for (const { run } of timers.splice(0)) run();
    },
  };
}

let pusher: ReturnType<typeof makePusher>;
beforeEach(() => {
  pusher = makePusher();
});

describe('changes on their way to the window', () => {
  it('of one frame are one push', () => {
    pusher.push({ topic: 'bill', ids: ['a'], seq: 1 });
    pusher.push({ topic: 'payment', ids: ['b'], seq: 2 });
    expect(pusher.sent).toEqual([]);
    expect(pusher.timers.map(({ ms }) => ms)).toEqual([16]);
    pusher.endFrame();
    expect(pusher.sent).toHaveLength(1);
  });

  it('name each topic once, with the ids of all its changes and the last number', () => {
    pusher.push({ topic: 'product', ids: ['a', 'b'], seq: 1 });
    pusher.push({ topic: 'product', ids: ['b', 'c'], seq: 2 });
    pusher.endFrame();
    expect(pusher.sent).toEqual([{ type: 'changes', changes: [{ topic: 'product', ids: ['a', 'b', 'c'], seq: 2 }] }]);
  });

  it('name what other tills have made, the latest 200 of it', () => {
    pusher.push({ topic: 'bill', ids: ['a', 'b'], arrived: ['b'], seq: 1 });
    pusher.push({ topic: 'bill', ids: ['c'], arrived: ['c'], seq: 2 });
    pusher.push({ topic: 'payment', ids: ['d'], seq: 3 });
    pusher.endFrame();
    const many = Array.from({ length: 300 }, (_, i) => `p${i}`);
    pusher.push({ topic: 'product', ids: many, arrived: many, seq: 4 });
    pusher.endFrame();
    expect(pusher.sent).toEqual([
      {
        type: 'changes',
        changes: [
          { topic: 'bill', ids: ['a', 'b', 'c'], arrived: ['b', 'c'], seq: 2 },
          { topic: 'payment', ids: ['d'], seq: 3 },
        ],
      },
      { type: 'changes', changes: [{ topic: 'product', arrived: many.slice(100), seq: 4 }] },
    ]);
  });

  it('put first what a person looks at while selling', () => {
    for (const [seq, topic] of ['payment', 'product', 'stock_level', 'bill', 'cart'].entries()) {
      pusher.push({ topic, ids: ['x'], seq });
    }
    pusher.endFrame();
    const [event] = pusher.sent;
    const topics = event?.type === 'changes' ? event.changes.map(({ topic }) => topic) : [];
    expect(topics).toEqual(['cart', 'bill', 'stock_level', 'product', 'payment']);
  });

  it('say "any of them" beyond 200 ids, and once said it stays said', () => {
    const ids = Array.from({ length: 150 }, (_, i) => `p${i}`);
    pusher.push({ topic: 'product', ids, seq: 1 });
    pusher.push({ topic: 'product', ids: ids.map((id) => `${id}x`), seq: 2 });
    pusher.push({ topic: 'product', ids: ['one more'], seq: 3 });
    pusher.push({ topic: 'brand', seq: 4 });
    pusher.push({ topic: 'brand', ids: ['b'], seq: 5 });
    pusher.endFrame();
    expect(pusher.sent).toEqual([
      {
        type: 'changes',
        changes: [
          { topic: 'product', seq: 3 },
          { topic: 'brand', seq: 5 },
        ],
      },
    ]);
  });

  it('of the next frame are another push, without those of the last', () => {
    pusher.push({ topic: 'cart', ids: ['a'], seq: 1 });
    pusher.endFrame();
    pusher.push({ topic: 'cart', ids: ['b'], seq: 2 });
    pusher.endFrame();
    expect(pusher.sent[1]).toEqual({ type: 'changes', changes: [{ topic: 'cart', ids: ['b'], seq: 2 }] });
  });

  it('of tables that no screen may ask about stay here', () => {
    pusher.push({ topic: 'outbox', ids: ['1'], seq: 1 });
    pusher.push({ topic: '__proto__', ids: ['1'], seq: 2 });
    pusher.endFrame();
    expect(pusher.sent).toEqual([]);
  });
});
