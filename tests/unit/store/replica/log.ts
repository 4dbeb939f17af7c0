import type { Effect, Entry } from '@shared/sync';
import type { Store } from '../../../../src/main/store';

export const chain = 'c'.repeat(32);

/** A hub's log as one terminal reads it: each call is the next entry, in a frame of its own. */
export class Log {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  get head(): number {
    return this.#store.replica.state().cursor;
  }

  /** Applies the next entry; `by` is a terminal's name, or a mutation of this one. Returns its `seq`. */
  next(effects: readonly Effect[], by: string | { readonly mid: number } = 'other'): number {
    const seq = this.head + 1;
    const who = typeof by === 'string' ? { terminal: by, mid: seq } : { terminal: this.#store.terminalId, mid: by.mid };
    const entry: Entry = { seq, ...who, name: 'test', actor: 'asha', at: 1000 + seq, ops: [...effects] };
    this.#store.replica.apply({ from: seq - 1, to: seq, chain, entries: [entry] });
    return seq;
  }
}

/** A hub has said hello, and this terminal may see everything. */
export function welcome(store: Store, fields: { durable?: number; last?: number } = {}): void {
  store.replica.welcomed({ epoch: 'e', fence: 1, durable: 0, last: 0, scopes: ['office', 'shop'], ...fields });
}
