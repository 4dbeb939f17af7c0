import { describe, expect, it } from 'vitest';
import { Inbox } from '../../../src/main/sync/inbox';

const turn = () => new Promise((resolve) => setImmediate(resolve));
const spend = (ms: number) => {
  const end = performance.now() + ms;
  while (performance.now() < end);
};

describe('what a till hears', () => {
  it('is dealt with at once when it comes alone, and in its order when it comes in heaps', async () => {
    const heard: string[] = [];
    const inbox = new Inbox({ handle: (text) => heard.push(text), pause: () => {} });
    inbox.add('1');
    expect(heard).toEqual(['1']);
    for (const text of ['2', '3', '4']) inbox.add(text);
    expect(heard).toEqual(['1']);
    while (heard.length < 4) await turn();
    expect(heard).toEqual(['1', '2', '3', '4']);
    await turn();
    inbox.add('5');
    expect(heard.at(-1)).toBe('5');
  });

  it('lets the event loop have its turn between messages that take long', async () => {
    const heard: string[] = [];
    const inbox = new Inbox({
      handle(text) {
        heard.push(text);
        spend(10);
      },
      pause: () => {},
    });
    for (const text of ['1', '2', '3', '4']) inbox.add(text);
    await turn();
    expect(heard.length).toBeLessThan(4);
    while (heard.length < 4) await turn();
    expect(heard).toEqual(['1', '2', '3', '4']);
  });

  it('holds the line back above a megabyte, and lets it go on when that is done', async () => {
    const pauses: boolean[] = [];
    let handled = 0;
    const inbox = new Inbox({ handle: () => (handled += 1), pause: (isPaused) => pauses.push(isPaused) });
    for (let n = 0; n < 6; n++) inbox.add('x'.repeat(300_000));
    expect(pauses).toEqual([true]);
    while (handled < 6) await turn();
    expect(pauses).toEqual([true, false]);
  });

  it('is forgotten when the line is over', async () => {
    const heard: string[] = [];
    const inbox = new Inbox({
      handle(text) {
        heard.push(text);
        if (text === '2') inbox.clear();
      },
      pause: () => {},
    });
    for (const text of ['1', '2', '3']) inbox.add(text);
    await turn();
    await turn();
    expect(heard).toEqual(['1', '2']);
  });
});
