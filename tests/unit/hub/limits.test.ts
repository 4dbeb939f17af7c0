import { type Limits, limits as usual } from '@shared/sync';
import { describe, expect, it } from 'vitest';
import { metricsText } from '../../../src/hub';
import { makeHub, TestLine } from './support';

async function withTerminal(limits: Partial<Limits>) {
  const world = makeHub({ limits });
  await world.hub.enrol({ id: 't', series: 'A' });
  const line = world.dial();
  await line.greet('t');
  return { ...world, line };
}

describe('what a terminal may say', () => {
  it('too many messages end the line with the time after which there is room again', async () => {
    const { hub, line, clock } = await withTerminal({ messagesPerSecond: 10 });
    for (let n = 0; n < 49; n++) await line.say({ t: 'ping', n });
    expect(line.last('bye')).toBeUndefined();
    await line.say({ t: 'ping', n: 0 });
    expect(line.last('bye')).toEqual({ t: 'bye', code: 'too_fast', retryAfter: 1000 });
    expect(line.isOpen).toBe(false);
    expect(hub.figures.byes).toEqual({ too_fast: 1 });
    clock.advance(1000);
    const again = new TestLine(hub);
    again.fence = line.fence;
    await again.greet('t', 'second');
    expect(again.isOpen).toBe(true);
  });

  it('a new line does not fill a terminal’s allowance again', async () => {
    const { hub, line } = await withTerminal({ messagesPerSecond: 10 });
    for (let n = 0; n < 45; n++) await line.say({ t: 'ping', n });
    const next = new TestLine(hub);
    next.fence = line.fence;
    await next.greet('t', 'second');
    for (let n = 0; n < 10 && next.isOpen; n++) await next.say({ t: 'ping', n });
    expect(next.last('bye')).toMatchObject({ code: 'too_fast' });
  });

  it('text and operations have their own allowance, and the wait says how much is missing', async () => {
    const text = await withTerminal({ textPerSecond: 1000 });
    await text.line.say({ t: 'ping', n: 1, more: 'x'.repeat(6000) });
    expect(text.line.last('bye')).toMatchObject({ code: 'too_fast' });
    const { line, hub } = await withTerminal({ operationsPerSecond: 10 });
    await line.say(line.push('t', 1, 50));
    expect(line.last('ack')).toMatchObject({ upto: 50 });
    await line.say(line.push('t', 51, 30));
    expect(line.last('bye')).toEqual({ t: 'bye', code: 'too_fast', retryAfter: 3000 });
    expect(hub.figures.pushed).toBe(50);
  });

  it('the log is sent again no faster than so much, whoever asks for it in a loop; what is new comes at once', async () => {
    const { hub, line, clock, dial } = await withTerminal({ repeatTextPerSecond: 1000, frameEntries: 5 });
    await line.say(line.push('t', 1, 40));
    const told = () => line.heard.reduce((sum, each) => sum + (each.t === 'frame' ? each.to - each.from : 0), 0);
    const again = async (times: number) => {
      const before = told();
      for (let n = 0; n < times; n++) await line.say({ t: 'pull', session: 't', fence: line.fence, cursor: 0 });
      return told() - before;
    };
    const [first, second] = [await again(20), await again(20)];
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(100);
    expect(second).toBe(0);
    clock.advance(1000);
    expect(await again(1)).toBeLessThan(first);

    // Nobody else waits for it, and it gets what is new when it asks for that.
    await hub.enrol({ id: 'other', series: 'B' });
    const other = dial();
    await other.greet('other');
    await line.say(line.push('t', 41, 1));
    expect(other.last('frame')?.entries.at(-1)).toMatchObject({ terminal: 't', mid: 41 });
    const read = other.last('frame')?.from;
    await line.say({ t: 'pull', session: 't', fence: line.fence, cursor: read });
    expect(line.last('frame')?.entries.at(-1)).toMatchObject({ terminal: 't', mid: 41 });
  });

  it('a stranger says little, and nobody says more than a message may be long', async () => {
    const { dial, hub } = makeHub();
    const line = dial();
    await line.say(`{"t":"ping","n":1${' '.repeat(usual.strangerText)}}`);
    expect(line.last('bye')).toMatchObject({ code: 'too_large' });
    const known = await withTerminal({ messageText: 20_000 });
    await known.line.say(`{"t":"ping","n":1${' '.repeat(40_001)}}`);
    expect(known.line.last('bye')).toMatchObject({ code: 'too_large' });
    expect(hub.figures.refusedMessages).toBe(1);
  });

  it('more messages than may wait end the line, and those that waited are not dealt with', async () => {
    const { line, hub } = await withTerminal({ waitingMessages: 3 });
    for (let n = 1; n <= 4; n++) line.hurry(line.push('t', n, 1));
    await hub.idle();
    expect(line.last('bye')).toMatchObject({ code: 'too_fast' });
    expect(line.last('ack')).toBeUndefined();
    expect(hub.figures.waiting).toBe(0);
  });

  it('nobody speaks in the hub’s own name', async () => {
    const { hub, dial } = makeHub();
    await hub.enrol({ id: 't', name: 'T', role: 'counter' });
    const line = dial();
    await line.greet('hub');
    expect(line.last('bye')).toMatchObject({ code: 'not_enrolled' });
  });
});

describe('lines', () => {
  it('the newest line of a terminal replaces the one before', async () => {
    const { hub, line } = await withTerminal({});
    const next = new TestLine(hub);
    next.fence = line.fence;
    await next.greet('t', 'second');
    expect(line.last('bye')).toMatchObject({ code: 'replaced' });
    expect(next.isOpen).toBe(true);
    expect(hub.figures.live).toBe(1);
  });

  it('there are only so many at once; the next is told when to come back', async () => {
    const { dial, hub } = makeHub({ limits: { sessions: 2 } });
    const [first, second, third] = [dial(), dial(), dial()];
    expect([first?.isOpen, second?.isOpen, third?.isOpen]).toEqual([true, true, false]);
    expect(third?.last('bye')).toMatchObject({ code: 'busy' });
    expect(hub.figures.sessions).toBe(2);
  });

  it('a fence that nobody can have counted to is a damaged file: it goes on as a copy', async () => {
    const { hub, dial } = makeHub();
    await hub.enrol({ id: 't', series: 'A' });
    const line = dial();
    line.fence = Number.MAX_SAFE_INTEGER;
    await line.greet('t');
    expect(line.last('fork')).toMatchObject({ reason: 'fence' });
    expect(line.last('welcome')).toBeUndefined();
  });

  it('who asks and asks and takes nothing costs little more than what may wait on a line', async () => {
    const { line, hub } = await withTerminal({ bufferedPause: 20_000, chunkText: 5_000 });
    await line.say(line.push('t', 1, 100));
    line.isDeaf = true;
    for (let n = 0; n < 60; n++) {
      await line.say({ t: 'copy', session: 't', fence: line.fence, snapshot: null, index: 0, scopes: null });
      await line.say({ t: 'ping', n });
    }
    expect(line.buffered).toBeGreaterThan(20_000);
    expect(line.buffered).toBeLessThan(20_000 + 15_000);
    expect(hub.figures.bufferedBytes).toBe(line.buffered);
  });

  it('what waits beyond all measure ends the line at once, not at the next tick', async () => {
    const { line, hub } = await withTerminal({ bufferedDrop: 50_000 });
    line.buffered = 50_001;
    await line.say(line.push('t', 1, 1));
    expect(line.last('bye')).toMatchObject({ code: 'too_slow' });
    expect(line.isOpen).toBe(false);
    expect(hub.figures.live).toBe(0);
  });
});

it('the metrics say what the figures say, each with its type', async () => {
  const { hub, line } = await withTerminal({});
  await line.say(line.push('t', 1, 3));
  await line.say('nonsense');
  const text = metricsText(hub.figures, 123);
  expect(text).toContain('# TYPE galla_hub_pushed counter\ngalla_hub_pushed 3\n');
  expect(text).toContain('# TYPE galla_hub_live gauge\n');
  expect(text).toContain('galla_hub_byes{code="bad_message"} 1\n');
  expect(text).toContain('galla_hub_canWrite 1\n');
  expect(text).toContain('galla_hub_residentBytes 123\n');
});
