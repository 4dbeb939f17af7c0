import type { PushEvent, Topic } from '@shared/contract';

export interface DisplayPusherOptions {
  /** Nothing at all is done while there is no customer's window. */
  readonly isOpen: () => boolean;
  readonly send: (event: PushEvent) => void;
  /** Runs something once, `ms` later. */
  readonly later: (run: () => void, ms: number) => void;
}

/** What a customer sees is made of these. */
const concerning: ReadonlySet<string> = new Set<Topic>([
  'cart',
  'bill',
  'business_settings',
  'customer',
  'product',
  'tax_class',
]);

/** Slower than any hand scans, and soon enough for somebody who watches it being done. */
const gatherMs = 50;

/**
 * Tells the customer's window to look again: that something changed, never what. A run of scans is one push, and none of
 * it happens inside the call that caused it. Called with the topic that committed, or without for anything else.
 */
export function createDisplayPusher({ isOpen, send, later }: DisplayPusherOptions): (topic?: string) => void {
  let isWaiting = false;
  let seq = 0;
  return (topic) => {
    if (isWaiting || (topic !== undefined && !concerning.has(topic)) || !isOpen()) return;
    isWaiting = true;
    later(() => {
      isWaiting = false;
      seq += 1;
      send({ type: 'changes', changes: [{ topic: 'display', seq }] });
    }, gatherMs);
  };
}
