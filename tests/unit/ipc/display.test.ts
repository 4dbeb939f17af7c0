import type { PushEvent, SignedIn } from '@shared/contract';
import { describe, expect, it } from 'vitest';
import { callingWindow, createDisplayPusher, watchedSession } from '../../../src/main/ipc';

function makePusher(isOpen = () => true) {
  const sent: PushEvent[] = [];
  const timers: { run: () => void; ms: number }[] = [];
  const push = createDisplayPusher({
    isOpen,
    send: (event) => sent.push(event),
    later: (run, ms) => timers.push({ run, ms }),
  });
  return { push, sent, timers, pass: () => timers.splice(0).forEach(({ run }) => void run()) };
}

describe('what the customer’s window is told', () => {
  it('is one word for a run of scans, and never inside the call that caused it', () => {
    const { push, sent, timers, pass } = makePusher();
    for (let scan = 0; scan < 10; scan++) push('cart');
    expect(sent).toEqual([]);
    expect(timers.map(({ ms }) => ms)).toEqual([50]);
    pass();
    expect(sent).toEqual([{ type: 'changes', changes: [{ topic: 'display', seq: 1 }] }]);
    push();
    pass();
    expect(sent.at(-1)).toEqual({ type: 'changes', changes: [{ topic: 'display', seq: 2 }] });
  });

  it('is nothing of what a customer does not see', () => {
    const { push, timers } = makePusher();
    for (const topic of ['staff', 'party_transaction', 'stock_level', 'outbox', 'cash_shift']) push(topic);
    expect(timers).toEqual([]);
  });

  it('is nothing while there is no such window, not even a timer', () => {
    const { push, timers } = makePusher(() => false);
    push('cart');
    push();
    expect(timers).toEqual([]);
  });
});

describe('who is signed in', () => {
  const asha: SignedIn = { staffId: '1', name: 'Asha', role: 'owner' };

  it('is told when it changes, and only then', () => {
    const told: (string | null)[] = [];
    const session = watchedSession(() => told.push(session.user?.name ?? null));
    session.user = asha;
    session.user = asha;
    session.user = null;
    session.user = null;
    expect(told).toEqual(['Asha', null]);
  });
});

describe('the window that calls', () => {
  const trusted = {
    origin: 'app://galla',
    windowOf: (id: number) => (id === 1 ? 'till' : id === 7 ? 'display' : null),
  } as const;
  const page = { isTopFrame: true, origin: 'app://galla' } as const;

  it.each([
    [{ ...page, webContentsId: 1 }, 'till'],
    [{ ...page, webContentsId: 7 }, 'display'],
    [{ ...page, webContentsId: 2 }, null],
    [{ ...page, webContentsId: 7, isTopFrame: false }, null],
    [{ ...page, webContentsId: 7, origin: 'app://galla.evil' }, null],
    [{ ...page, webContentsId: 1, origin: 'null' }, null],
  ])('of %j is %s', (sender, window) => expect(callingWindow(sender, trusted)).toBe(window));
});
