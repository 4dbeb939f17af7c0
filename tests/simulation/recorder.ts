import { type Entity, type EntityName, entities, entityOf } from '@shared/entities';
import { byUnit, type Effect, readOperations, readUpstream } from '@shared/sync';
import type { Batch, HubStore } from '../../src/hub';
import { over } from './over';
import { Violation } from './world';

interface Written {
  seq: number;
  by: string;
}

export interface ModelRow {
  row: Record<string, unknown>;
  deleted: number | null;
  units: Map<string, Written>;
}

interface LogEntry {
  readonly seq: number;
  readonly terminal: string;
  readonly mid: number;
  readonly at: number;
  readonly chain: string;
  readonly effects: readonly Effect[];
}

/** When an edit was really made, and whether the clock it was stamped with still goes. */
export interface Truth {
  readonly time: number;
  readonly steady: boolean;
}

/**
 * A second opinion on the hub: folds the log as it is committed, without any of the hub's or the terminals' code, and
 * checks every entry against what the terminals pushed.
 */
export class Recorder {
  entries: LogEntry[] = [];
  /** The first thing that was wrong, or a bug of the recorder's own. */
  found: unknown = null;
  readonly rows = new Map<string, ModelRow>();
  readonly #pushed = new Map<string, string>();
  readonly #sessions = new Map<string, string>();
  /** Everything that was pushed, to be pushed once more at the end. */
  readonly pushes: { terminal: string; text: string }[] = [];
  readonly #seen = new Set<string>();
  /** How often the hub's data went back. */
  #restores = 0;
  /** Numbers of documents that were there already under another. */
  readonly lostNumbers: { readonly id: string; readonly row: Readonly<Record<string, unknown>> }[] = [];
  /** Puts of requests that were refused. */
  readonly refusedPuts = new Set<string>();
  /** Puts that will be refused. */
  readonly forbiddenPuts = new Set<string>();
  readonly #truth: (mutation: string) => Truth | undefined;
  readonly #now: () => number;

  constructor(truth: (mutation: string) => Truth | undefined, now: () => number) {
    this.#truth = truth;
    this.#now = now;
  }

  /** Reads along what reaches the hub, to know what each mutation asked for. */
  overhear(message: string): void {
    if (!message.startsWith('{"t":"push"') && !message.startsWith('{"t":"hello"')) return;
    const heard = readUpstream(message);
    if (heard?.t === 'hello') this.#sessions.set(heard.session, heard.terminal);
    if (heard?.t !== 'push') return;
    const terminal = this.#sessions.get(heard.session) ?? '';
    // The first with a number is the one that counts; a copy of the till may come with another.
    for (const { mid, ops, actor, kind } of heard.mutations) {
      if (kind === 'request' && actor === 'cashier') this.#noteForbidden(ops);
      const name = `${terminal}/${mid}`;
      if (!this.#seen.has(name)) this.#pushed.set(name, ops);
    }
    this.pushes.push({ terminal, text: message });
  }

  #noteForbidden(ops: string): void {
    for (const operation of readOperations(ops) ?? []) {
      if (operation.op === 'put' && operation.entity !== 'customer')
        this.forbiddenPuts.add(`${operation.entity}\n${operation.id}`);
    }
  }

  /** The store as the hub uses it, with every commit that took hold folded in. */
  watch(store: HubStore): HubStore {
    return over(store, {
      commit: async (batch: Batch) => {
        const restores = this.#restores;
        try {
          await store.commit(batch);
        } catch (error) {
          if (restores !== this.#restores) throw error;
          // The power may have gone right after the commit.
          const { head, chain } = await store.lane();
          if (chain === batch.lane.chain && head > batch.expected.head) this.#note(batch);
          // What was refused will be refused again, whether this was written or not.
          else this.#noteRefusals(batch);
          throw error;
        }
        // A process that dies while its data is put back has committed to what was there before.
        if (restores === this.#restores) this.#note(batch);
      },
    });
  }

  /** The hub's data went back to an earlier state. */
  restoredTo(head: number): void {
    this.#restores += 1;
    const kept = this.entries.filter(({ seq }) => seq <= head);
    this.entries = [];
    this.rows.clear();
    this.lostNumbers.length = 0;
    this.#seen.clear();
    for (const entry of kept) this.#fold(entry, false);
  }

  has(entity: string, id: string): boolean {
    return this.rows.has(`${entity}\n${id}`);
  }

  #note(batch: Batch): void {
    try {
      this.#committed(batch);
    } catch (error) {
      // The hub would take it for a failing disk.
      this.found ??= error;
    }
  }

  #noteRefusals(batch: Batch): void {
    for (const { terminal, mid, outcome } of batch.mutations) {
      if (outcome.status !== 'rejected') continue;
      for (const operation of readOperations(this.#pushed.get(`${terminal}/${mid}`) ?? '[]') ?? []) {
        if (operation.op === 'put') this.refusedPuts.add(`${operation.entity}\n${operation.id}`);
      }
    }
  }

  #committed(batch: Batch): void {
    this.#noteRefusals(batch);
    for (const row of batch.rows) {
      for (const [, , stamp] of Object.values(row.versions)) {
        if (stamp > this.#now() + 60_000)
          throw new Violation('4 clamped time', `${row.entity} ${row.id} is stamped in the future`);
      }
    }
    for (const { seq, terminal, mid, at, chain, ops } of batch.log) {
      this.#fold({ seq, terminal, mid, at, chain, effects: JSON.parse(ops) }, true);
    }
  }

  #fold(entry: LogEntry, isNew: boolean): void {
    const { seq, terminal, mid } = entry;
    const name = `${terminal}/${mid}`;
    const last = this.entries.at(-1)?.seq ?? 0;
    if (seq !== last + 1) throw new Violation('3 gap-free', `entry ${seq} follows ${last}`);
    if (this.#seen.has(name)) throw new Violation('2 at most once', `${name} is in the log twice`);
    this.#seen.add(name);
    this.entries.push(entry);
    for (const effect of entry.effects) this.#effect(entry, name, effect, isNew);
  }

  #effect(entry: LogEntry, name: string, effect: Effect, isNew: boolean): void {
    const key = `${effect.entity}\n${effect.id}`;
    const current = this.rows.get(key);
    const by = { seq: entry.seq, by: name };
    if (effect.op === 'put') {
      if (current) throw new Violation('2 at most once', `${key} is put twice`);
      this.rows.set(key, { row: { ...effect.row }, deleted: null, units: new Map([['', by]]) });
      return;
    }
    if (!current) throw new Violation('14 orphan', `${name} writes ${key}, which does not exist`);
    if (effect.op === 'del' || effect.op === 'undel') {
      current.deleted = effect.op === 'del' ? entry.at : null;
      current.units.set('deleted_at', by);
      return;
    }
    if (effect.op === 'set') {
      if (current.deleted !== null) throw new Violation('11 deleted stays deleted', `${name} edits ${key}`);
      Object.assign(current.row, effect.fields);
      if (isNew) this.#checkSet(entry, effect);
      for (const unit of this.#units(effect)) current.units.set(unit, by);
    } else if (definitionOf(effect.entity as EntityName).kind === 'document') {
      // proof: an entity of the log
      this.lostNumbers.push({ id: effect.id, row: { ...current.row, ...effect.fields } });
    } else if (isNew) {
      this.#checkLost(name, effect, current);
    }
  }

  #units(effect: Extract<Effect, { op: 'set' | 'lost' }>): string[] {
    return [...byUnit(effect.entity as EntityName, effect.fields).keys()]; // proof: an entity of the log
  }

  /** What is applied is what was asked for. */
  #checkSet({ terminal, mid }: LogEntry, effect: Extract<Effect, { op: 'set' }>): void {
    const asked = this.#asked(`${terminal}/${mid}`).find(
      (operation) => operation.op === 'set' && operation.id === effect.id,
    );
    if (asked?.op !== 'set') return;
    for (const [field, value] of Object.entries(effect.fields)) {
      if (JSON.stringify(asked.fields[field]) !== JSON.stringify(value)) {
        throw new Violation('12 per field', `${terminal}/${mid} wrote ${field}, which it did not ask for`);
      }
    }
  }

  /** An edit may lose only to a concurrent one that is not older. */
  #checkLost(name: string, effect: Extract<Effect, { op: 'lost' }>, current: ModelRow): void {
    if (current.deleted !== null) return;
    for (const operation of this.#asked(name)) {
      if (operation.op !== 'set' || operation.id !== effect.id) continue;
      for (const unit of this.#units(effect)) {
        const winner = current.units.get(unit) ?? current.units.get('');
        if (!winner) continue;
        if (operation.base[unit] === winner.seq) throw new Violation('13 causal edits win', `${name} lost ${unit}`);
        const mine = this.#truth(name);
        const other = this.#truth(winner.by);
        if (mine?.steady && other?.steady && mine.time > other.time + 30_000) {
          throw new Violation(
            '5 later wins',
            `${name} lost ${unit} to ${winner.by}, made ${mine.time - other.time} ms earlier`,
          );
        }
      }
    }
  }

  #asked(name: string) {
    return readOperations(this.#pushed.get(name) ?? '[]') ?? [];
  }
}

/** The registry's definition for a name that is known to be in it. */
export function definitionOf(name: EntityName): Entity {
  return entityOf(name) ?? entities[name];
}
