import type { Mutation, Problem } from '@shared/sync';
import { operationsOf } from './operations';
import { replay, type SequencerPorts } from './sequence';
import type { Batch, HubStore, Quarantined } from './store';
import { problemInShop } from './validate';
import { wantedBy } from './wanted';
import { WorkingSet } from './working-set';

type FactKey = Pick<Quarantined, 'terminal' | 'mid'>;

const recordKey = (entity: string, id: string) => `${entity}\n${id}`;

/**
 * Facts that did not fit, and what each waits for. A record that appears wakes those that miss it and no others, so
 * that a long quarantine costs nothing but its place on the disk. The rest wait for a restart (another version of the
 * program) or somebody who asks.
 */
export class Quarantine {
  readonly #store: HubStore;
  readonly #ports: SequencerPorts;
  /** By the record they miss. Filled at the start by `replayAll`, kept up by every round. */
  readonly #missing = new Map<string, FactKey[]>();

  constructor(store: HubStore, ports: SequencerPorts) {
    this.#store = store;
    this.#ports = ports;
  }

  /** After a round: what it put aside waits, what it created may be waited for. */
  async settle(batch: Batch, now: number): Promise<void> {
    for (const { terminal, mid, outcome } of batch.mutations) {
      if (outcome.status === 'quarantined') this.#wait({ terminal, mid }, outcome);
    }
    if (this.#missing.size === 0) return;
    // By the put's version: the same round may have edited what it has created.
    let created = batch.rows.filter(({ versions }) => (versions['']?.[0] ?? 0) > batch.expected.head);
    // A fact may have waited for another one that is put aside too.
    while (created.length > 0) {
      const woken = created.flatMap(({ entity, id }) => this.#take(recordKey(entity, id)));
      created = woken.length === 0 ? [] : await this.#try(await this.#store.quarantined(woken), now);
    }
  }

  /** Tries all of them until none fits any more; returns how many went into the log. */
  async replayAll(now: number): Promise<number> {
    let replayed = 0;
    for (let more = -1; more !== 0; ) {
      this.#missing.clear();
      const facts = await this.#store.quarantined();
      await this.#try(facts, now);
      more = facts.length - (await this.#store.quarantined()).length;
      replayed += more;
    }
    return replayed;
  }

  /** The records that those which fitted have created. */
  async #try(facts: readonly Quarantined[], now: number): Promise<Batch['rows'][number][]> {
    const created: Batch['rows'][number][] = [];
    for (const fact of facts) {
      const mutation: Mutation = JSON.parse(fact.mutation); // proof: written by the sequencer from this type
      const set = new WorkingSet(
        await this.#store.lane(),
        await this.#store.load(wantedBy([{ terminal: fact.terminal, mutations: [mutation] }])),
      );
      const stored = set.mutation(fact.terminal, fact.mid);
      if (!stored) continue;
      if (replay(set, this.#ports, stored, mutation, now) === null) {
        const operations = operationsOf(mutation);
        const problem = operations && problemInShop(set, operations);
        if (!problem) continue;
        this.#wait(fact, problem);
        // It may be another by now: what it waited for came with another fact under its own id.
        if (problem.code === fact.code) continue;
        set.writeMutation({ ...stored, outcome: { status: 'quarantined', ...problem } });
        set.release(fact.terminal, fact.mid);
        set.quarantine({ ...fact, code: problem.code });
      }
      const batch = set.batch();
      if (!batch) continue;
      await this.#store.commit(batch);
      created.push(...batch.rows);
    }
    return created;
  }

  #wait({ terminal, mid }: FactKey, { code, params }: Problem): void {
    const entity = code === 'missing_reference' ? params.refers : code === 'not_found' ? params.entity : undefined;
    if (typeof entity !== 'string' || typeof params.id !== 'string') return;
    const key = recordKey(entity, params.id);
    const waiting = this.#missing.get(key);
    if (waiting) waiting.push({ terminal, mid });
    else this.#missing.set(key, [{ terminal, mid }]);
  }

  #take(key: string): FactKey[] {
    const waiting = this.#missing.get(key) ?? [];
    this.#missing.delete(key);
    return waiting;
  }
}
