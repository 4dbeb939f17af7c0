import type { Mutation, Outcome, UpstreamOf } from '@shared/sync';
import { replay, type SequencerPorts, sequence } from './sequence';
import type { Session } from './session';
import type { Batch, HubRow, HubStore } from './store';
import { wantedBy } from './wanted';
import { WorkingSet } from './working-set';

/** Sequences what terminals push: many pushes, one commit, and only then the answers. */
export class Pushes {
  readonly #store: HubStore;
  readonly #ports: SequencerPorts;
  /** Null until it was looked up. */
  #hasQuarantine: boolean | null = null;
  /** Mutations answered since the start. */
  pushed = 0;

  constructor(store: HubStore, ports: SequencerPorts) {
    this.#store = store;
    this.#ports = ports;
  }

  /** Returns the terminals' own records among what changed: their scopes may be others now. */
  async commit(
    pushes: readonly { readonly session: Session; readonly push: UpstreamOf<'push'> }[],
    now: number,
  ): Promise<HubRow[]> {
    const lane = await this.#store.lane();
    const wanted = wantedBy(
      pushes.map(({ session, push }) => ({ terminal: session.terminal, mutations: push.mutations })),
    );
    const set = new WorkingSet(lane, await this.#store.load(wanted));
    const answers = pushes.map(({ session, push }) => ({
      session,
      ...this.#sequence(set, session, push.mutations, now),
    }));
    const batch = set.batch();
    if (batch) await this.#store.commit(batch);
    for (const { session, outcomes, end } of answers) {
      const upto = set.terminal(session.terminal)?.last ?? 0;
      this.pushed += outcomes.length;
      if (outcomes.length > 0) session.send({ t: 'ack', session: session.name, upto, durable: lane.durable, outcomes });
      if (end?.kind === 'gap') session.send({ t: 'gap', session: session.name, expected: end.expected });
      if (end?.kind === 'fork') {
        session.phase = 'forked';
        session.position = null;
        session.send({ t: 'fork', session: session.name, reason: 'hash' });
      }
    }
    if (batch) await this.#retry(batch, now);
    return set.written('terminal');
  }

  /** What a fact waited for may have come: the record it refers to, pushed again after this hub was restored. */
  async #retry(batch: Batch, now: number): Promise<void> {
    if (batch.quarantine.length > 0) this.#hasQuarantine = true;
    this.#hasQuarantine ??= (await this.#store.quarantined()).length > 0;
    if (!this.#hasQuarantine || !batch.rows.some(({ seq, versions }) => versions['']?.[0] === seq)) return;
    await this.replayAll(now);
  }

  /** Tries the quarantined facts again until none of them fits any more; returns how many went into the log. */
  async replayAll(now: number): Promise<number> {
    let replayed = 0;
    // A fact may have waited for another one that is put aside too.
    for (let more = await this.#replayOnce(now); more > 0; more = await this.#replayOnce(now)) replayed += more;
    return replayed;
  }

  async #replayOnce(now: number): Promise<number> {
    let replayed = 0;
    for (const fact of await this.#store.quarantined()) {
      const mutation: Mutation = JSON.parse(fact.mutation); // proof: written by the sequencer from this type
      const set = new WorkingSet(
        await this.#store.lane(),
        await this.#store.load(wantedBy([{ terminal: fact.terminal, mutations: [mutation] }])),
      );
      const stored = set.mutation(fact.terminal, fact.mid);
      if (!stored || replay(set, this.#ports, stored, mutation, now) === null) continue;
      const batch = set.batch();
      if (batch) await this.#store.commit(batch);
      replayed += 1;
    }
    return replayed;
  }

  #sequence(set: WorkingSet, session: Session, mutations: readonly Mutation[], now: number) {
    const outcomes: { mid: number; outcome: Outcome }[] = [];
    for (const mutation of mutations) {
      const result = sequence(set, this.#ports, session.terminal, mutation, now);
      if (result.kind !== 'outcome') return { outcomes, end: result };
      outcomes.push({ mid: mutation.mid, outcome: result.outcome });
    }
    return { outcomes, end: null };
  }
}
