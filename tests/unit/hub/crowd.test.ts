import { expect, it } from 'vitest';
import { makeHub, memoryStore, type TestLine } from './support';

const copy = ({ fence }: { fence: number }, session: string, index = 0, snapshot: string | null = null) => ({
  t: 'copy',
  ...{ session, fence, snapshot, index, scopes: null },
});

/** A hub with a log, and lines whose frames, chunks and answers are noted in the order in which they are sent. */
async function makeCrowd(names: readonly string[], options: Parameters<typeof makeHub>[0] = {}) {
  const world = makeHub(options);
  const journal: string[] = [];
  const lines = new Map<string, TestLine>();
  for (const name of ['writer', ...names]) {
    await world.hub.enrol({ id: name, series: name });
    const line = world.dial(({ t }) => {
      if (t === 'frame' || t === 'chunk' || t === 'ack') journal.push(`${t} ${name}`);
    });
    await line.greet(name);
    lines.set(name, line);
  }
  const line = (name: string): TestLine => lines.get(name) ?? expect.unreachable(name);
  return { ...world, journal, line };
}

it('terminals that ask for a copy at once are given the same moment, and each chunk of it is made once', async () => {
  const store = memoryStore();
  const snapshot = store.snapshot.bind(store);
  let reads = 0;
  store.snapshot = async () => {
    const reader = await snapshot();
    const rows: typeof reader.rows = (...asked) => {
      reads += 1;
      return reader.rows(...asked);
    };
    return { ...reader, rows };
  };
  const { hub, line } = await makeCrowd(['a', 'b', 'c'], { store });
  await line('writer').say(line('writer').push('writer', 1, 50));
  for (const name of ['a', 'b', 'c']) await line(name).greet(name, `${name}2`);
  await line('a').say(copy(line('a'), 'a2'));
  const readsOfOne = reads;
  for (const name of ['b', 'c']) await line(name).say(copy(line(name), `${name}2`));
  expect(reads).toBe(readsOfOne);
  expect(hub.figures.copies).toBe(1);
  const chunk = line('a').last('chunk');
  expect(line('b').last('chunk')).toEqual({ ...chunk, session: 'b2' });
  expect(line('c').last('chunk')).toEqual({ ...chunk, session: 'c2' });
  // One of them begins again; the others read on in the same moment.
  await line('writer').say(line('writer').push('writer', 51, 1));
  await line('a').greet('a', 'a3');
  await line('a').say(copy(line('a'), 'a3'));
  expect(line('a').last('chunk')?.snapshot).not.toBe(chunk?.snapshot);
  expect(line('a').last('chunk')?.head).toBe((chunk?.head ?? 0) + 1);
  await line('b').say(copy(line('b'), 'b2', 1, chunk?.snapshot));
  expect(line('b').last('chunk')).toMatchObject({ snapshot: chunk?.snapshot, index: 1, head: chunk?.head });
  expect(hub.figures.copies).toBe(2);
});

it('terminals that come while others write share a moment: the first waits until all of them are welcomed', async () => {
  const { hub, dial, line } = await makeCrowd(['a', 'b']);
  const [a, writer] = [line('a'), line('writer')];
  // Asks as soon as it is welcomed, as terminals do.
  const b = dial((message) => {
    if (message.t === 'welcome') b.hurry(copy(message, 'b2'));
  });
  b.fence = line('b').fence;
  const between = { t: 'pull', session: 'writer', fence: writer.fence, cursor: 0 };
  a.hurry(copy(a, 'a'));
  for (const mid of [1, 2]) {
    writer.hurry(writer.push('writer', mid, 1));
    writer.hurry(between);
  }
  b.hurry(b.hello('b', 'b2'));
  writer.hurry(writer.push('writer', 3, 1));
  await hub.idle();
  expect(b.last('welcome')?.head).toBe(2);
  expect([a, b].map((each) => each.last('chunk')?.head)).toEqual([3, 3]);
  expect(hub.figures.copies).toBe(1);
});

it('who begins a copy is served also by a hub that never rests', async () => {
  const { hub, line } = await makeCrowd(['a']);
  const [a, writer] = [line('a'), line('writer')];
  a.hurry(copy(a, 'a'));
  for (let mid = 1; mid <= 100; mid++) {
    writer.hurry(writer.push('writer', mid, 1));
    writer.hurry({ t: 'pull', session: 'writer', fence: writer.fence, cursor: 0 });
  }
  await hub.idle();
  expect(a.last('chunk')?.head).toBeLessThan(100);
});

it('a push does not wait for the chunks that others have asked for, and what a line says stays in its order', async () => {
  const { hub, line, journal } = await makeCrowd(['a', 'b', 'c']);
  for (const name of ['a', 'b', 'c']) line(name).hurry(copy(line(name), name));
  line('a').hurry(line('a').push('a', 1, 1));
  line('writer').hurry(line('writer').push('writer', 1, 1));
  await hub.idle();
  const order = journal.filter((sent) => !sent.startsWith('frame'));
  expect(order.indexOf('ack writer')).toBeLessThan(order.indexOf('chunk b'));
  expect(order.indexOf('chunk a')).toBeLessThan(order.indexOf('ack a'));
  expect(order.toSorted()).toEqual(['ack a', 'ack writer', 'chunk a', 'chunk b', 'chunk c']);
  expect(hub.figures.waiting).toBe(0);
});

it('everybody gets a frame before anybody gets a second one', async () => {
  const { line, journal } = await makeCrowd(['a', 'b'], { limits: { frameEntries: 5 } });
  await line('writer').say(line('writer').push('writer', 1, 10));
  const once = ['frame writer', 'frame a', 'frame b'];
  expect(journal).toEqual(['ack writer', ...once, ...once]);
});

it('a pass ends when its time is over, and the rest is sent in the next ones', async () => {
  const later: (() => void)[] = [];
  const loop = { turn: async () => {}, after: (_: number, work: () => void) => void later.push(work) };
  const store = memoryStore();
  const world = await makeCrowd(['behind'], { loop, store, limits: { frameEntries: 1 } });
  const { hub, clock, line } = world;
  await line('writer').say(line('writer').push('writer', 1, 40));
  while (later.length > 0) {
    clock.advance(1000);
    later.shift()?.();
    await hub.idle();
  }
  const entries = store.entries.bind(store);
  store.entries = (...asked) => {
    clock.advance(3);
    return entries(...asked);
  };
  const frames = () => line('behind').heard.filter(({ t }) => t === 'frame').length;
  const before = frames();
  await line('behind').say({ t: 'pull', session: 'behind', fence: line('behind').fence, cursor: 0 });
  expect(frames() - before).toBe(3);
  expect(later).toHaveLength(1);
  for (let pass = 0; later.length > 0; pass++) {
    expect(pass).toBeLessThan(20);
    clock.advance(10);
    later.shift()?.();
    await hub.idle();
  }
  expect(line('behind').last('frame')?.to).toBe((await store.lane()).head);
});
