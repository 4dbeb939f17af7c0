import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, it } from 'vitest';
import { openSqliteHub } from '../../../src/hub';
import { makeHub, type TestLine } from './support';

const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A hub on a file with a hundred records, a writer, and terminals that may take copies of it. */
async function hubOnFile(names: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'galla-hub-held-'));
  closing.push(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'hub.db');
  const store = openSqliteHub({ file, newEpoch: () => 'e' });
  closing.push(() => store.close());
  const world = makeHub({ store, limits: { chunkText: 1000 } });
  closing.push(() => world.hub.close());
  for (const id of ['writer', ...names]) await world.hub.enrol({ id, series: id });
  const writer = world.dial();
  await writer.greet('writer');
  let written = 0;
  const write = async (count: number) => {
    await writer.say(writer.push('writer', written + 1, count));
    written += count;
  };
  await write(100);
  const beside = new Database(file);
  closing.push(() => void beside.close());
  beside.pragma('busy_timeout = 0');
  /** Whether nobody reads what the write-ahead log holds, so that it starts over. */
  const canReset = () => {
    const [found] = beside.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]; // proof: so SQLite documents it
    return found?.busy === 0 && statSync(`${file}-wal`).size === 0;
  };
  /** Time passes, and the others are heard. */
  const wait = async (seconds: number, heard: readonly TestLine[] = []) => {
    for (let second = 0; second < seconds; second++) {
      world.clock.advance(1000);
      for (const line of [writer, ...heard]) await line.say({ t: 'pong', n: 0 });
      world.hub.tick();
      await world.hub.idle();
    }
  };
  return { ...world, wal: `${file}-wal`, write, canReset, wait };
}

const ask = ({ fence }: TestLine, session: string, snapshot: string | null = null, index = 0) => ({
  t: 'copy',
  ...{ session, fence, snapshot, index, scopes: null },
});

/** A line that was welcomed and has asked for the first chunk of a copy. */
async function beginsCopy({ dial }: Pick<ReturnType<typeof makeHub>, 'dial'>, terminal: string, session = terminal) {
  const line = dial();
  await line.say(line.hello(terminal, session));
  line.fence = line.last('welcome')?.fence ?? 0;
  await line.say(ask(line, session));
  return line;
}

async function readToTheEnd(line: TestLine, session: string): Promise<void> {
  for (let chunk = line.last('chunk'); chunk && !chunk.final; chunk = line.last('chunk')) {
    await line.say(ask(line, session, chunk.snapshot, chunk.index + 1));
  }
}

it('a terminal that stalls in a copy holds the write-ahead log no longer than its line lives', async () => {
  const hub = await hubOnFile(['stalled']);
  const line = await beginsCopy(hub, 'stalled');
  expect(line.last('chunk')).toMatchObject({ index: 0, final: false });
  line.buffered = 100_000;
  await hub.write(10);
  expect(hub.canReset()).toBe(false);
  await hub.wait(31);
  expect(line.isOpen).toBe(false);
  expect(hub.hub.figures.copies).toBe(0);
  expect(hub.canReset()).toBe(true);
});

it('a line that lives and asks for the same chunk for ever holds it no longer', async () => {
  const hub = await hubOnFile(['same']);
  const line = await beginsCopy(hub, 'same');
  const snapshot = line.last('chunk')?.snapshot ?? null;
  for (let second = 0; second < 31; second += 1) {
    await line.say(ask(line, 'same', snapshot, 1));
    await hub.wait(1, [line]);
  }
  expect(line.isOpen).toBe(true);
  expect(hub.hub.figures.copies).toBe(0);
  expect(hub.canReset()).toBe(true);
  // It begins again when it asks again.
  await line.say(ask(line, 'same', snapshot, 1));
  expect(line.last('chunk')).toMatchObject({ index: 0 });
  expect(line.last('chunk')?.snapshot).not.toBe(snapshot);
});

it('a terminal that gets on keeps its moment however long that takes, and goes on with it on another line', async () => {
  const hub = await hubOnFile(['slow']);
  let line = await beginsCopy(hub, 'slow');
  const snapshot = line.last('chunk')?.snapshot ?? null;
  for (let index = 1; index <= 4; index++) {
    await hub.wait(20, [line]);
    await line.say(ask(line, 'slow', snapshot, index));
    expect(line.last('chunk')).toMatchObject({ snapshot, index });
  }
  const fence = line.fence;
  await hub.wait(20);
  line = hub.dial();
  line.fence = fence;
  await line.say(line.hello('slow', 'again'));
  line.fence = line.last('welcome')?.fence ?? 0;
  await line.say(ask(line, 'again', snapshot, 5));
  expect(line.last('chunk')).toMatchObject({ snapshot, index: 5 });
});

it('when the last of those who share a moment has its copy and reads the log, nothing is held', async () => {
  const hub = await hubOnFile(['a', 'b']);
  const lines = [await beginsCopy(hub, 'a'), await beginsCopy(hub, 'b')] as const;
  expect(hub.hub.figures.copies).toBe(1);
  for (const [at, name] of ['a', 'b'].entries()) {
    const line = lines[at] ?? expect.unreachable();
    // Not what a pull says that was late on its way.
    await line.say({ t: 'pull', session: name, fence: line.fence, cursor: 0 });
    await readToTheEnd(line, name);
    expect(hub.canReset()).toBe(false);
    await line.say({ t: 'pull', session: name, fence: line.fence, cursor: line.last('chunk')?.head });
    expect(hub.hub.figures.copies).toBe(1 - at);
  }
  expect(hub.canReset()).toBe(true);
});

it('terminals that begin copies one after the other do not hold the log together for ever', async () => {
  // One every ten seconds, for longer than they may overlap.
  const names = Array.from({ length: 40 }, (_, n) => `t${n}`);
  const hub = await hubOnFile([...names, 'late']);
  let rests = 0;
  for (const name of names) {
    await beginsCopy(hub, name);
    await hub.write(1);
    await hub.wait(10);
    if (hub.hub.figures.copies === 0) rests += 1;
  }
  expect(rests).toBeGreaterThan(0);
  // Who comes then is served.
  const late = await beginsCopy(hub, 'late');
  expect(late.last('chunk')).toBeDefined();
});

it('a moment that begins when no other is read begins with an empty log', async () => {
  const hub = await hubOnFile(['first', 'second']);
  const first = await beginsCopy(hub, 'first');
  await hub.write(100);
  await readToTheEnd(first, 'first');
  await first.say({ t: 'pull', session: 'first', fence: first.fence, cursor: 0 });
  await beginsCopy(hub, 'second');
  const before = statSync(hub.wal).size;
  await hub.write(100);
  // Written over, not behind what was there.
  expect(statSync(hub.wal).size).toBe(before);
});
