import type { Mutation, Outcome, UpstreamOf } from '@shared/sync';
import { Quarantine } from './quarantine';
import { type SequencerPorts, sequence } from './sequence';
import type { Session } from './session';
import type { HubRow, HubStore } from './store';
import { wantedBy } from './wanted';
import { WorkingSet } from './working-set';

/** Sequences what terminals push: many pushes, one commit, and only then the answers. */
export class Pushes {
  readonly #store: HubStore;
  readonly #ports: SequencerPorts;
  readonly #quarantine: Quarantine;
  /** Mutations answered since the start. */
  pushed = 0;

  constructor(store: HubStore, ports: SequencerPorts) {
    this.#store = store;
    this.#ports = ports;
    this.#quarantine = new Quarantine(store, ports);
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
    // What a fact waited for may have come: the record it refers to, pushed again after this hub was restored.
    if (batch) await this.#quarantine.settle(batch, now);
    return set.written('terminal');
  }

  /** Tries the quarantined facts again; how many went into the log. */
  replayAll(now: number): Promise<number> {
    return this.#quarantine.replayAll(now);
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
