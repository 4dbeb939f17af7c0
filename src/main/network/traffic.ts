import type { ConnectionHealth } from '@shared/contract';
import { readDownstream } from '@shared/sync';

/** Counts what goes over the line, and notes what only passes by there. */
export class Traffic {
  readonly #counts = new Map<string, { sent: number; received: number }>();
  /** Of the hub's registry, by its last WELCOME. */
  schema: number | null = null;
  /** performance.now() of the last PONG. */
  heartbeatAt: number | null = null;

  note(direction: 'sent' | 'received', type: string, text: string): void {
    const count = this.#counts.get(type) ?? { sent: 0, received: 0 };
    count[direction] += 1;
    this.#counts.set(type, count);
    if (direction === 'sent') return;
    if (type === 'pong') this.heartbeatAt = performance.now();
    if (type !== 'welcome') return;
    const message = readDownstream(text);
    if (message?.t === 'welcome') this.schema = message.schema;
  }

  get counts(): ConnectionHealth['messages'] {
    return [...this.#counts].map(([type, count]) => ({ type, ...count })).sort((a, b) => (a.type < b.type ? -1 : 1));
  }
}
