import { firstChain, nextChain } from '@shared/sync';
import type { HubStore } from '../../src/hub';
import { sha256 } from './honest.ts';

/** Follows the log as it grows: every entry once, in order, with the checksum it must have. */
export class LogCheck {
  #seq = 0;
  #chain = firstChain;

  async follow(store: HubStore): Promise<number> {
    const { head } = await store.lane();
    while (this.#seq < head) {
      const entries = await store.entries(this.#seq, 500, 10_000_000);
      const { mutations } = await store.load({
        rows: [],
        mutations: entries.map(({ terminal, mid }) => ({ terminal, mid })),
        numbers: [],
        terminals: [],
      });
      const hashes = new Map(mutations.map(({ terminal, mid, hash }) => [`${terminal} ${mid}`, hash]));
      if (entries.length === 0) throw new Error(`the log ends at ${this.#seq}, its head is ${head}`);
      for (const { seq, terminal, mid, chain, ops } of entries) {
        const hash = hashes.get(`${terminal} ${mid}`);
        if (seq !== this.#seq + 1) throw new Error(`after entry ${this.#seq} comes ${seq}`);
        if (hash === undefined) throw new Error(`entry ${seq} has no mutation`);
        this.#chain = nextChain(sha256, this.#chain, terminal, mid, hash);
        if (chain !== this.#chain) throw new Error(`the checksum of entry ${seq} is wrong`);
        if (!Array.isArray(JSON.parse(ops))) throw new Error(`entry ${seq} has no effects`);
        this.#seq = seq;
      }
    }
    return head;
  }
}
