import type { Batch, Found, HubRow, Lane, StoredMutation, TerminalState } from './store';

const key = (a: string, b: string | number) => `${a}\n${b}`;

/** What one round of the sequencer has read and what it will write; later mutations of a round see the earlier ones. */
export class WorkingSet {
  readonly expected: Lane;
  lane: Lane;
  readonly #rows = new Map<string, HubRow>();
  readonly #mutations = new Map<string, StoredMutation>();
  readonly #numbers = new Map<string, string>();
  readonly #terminals = new Map<string, TerminalState>();
  readonly #dirtyRows = new Set<string>();
  /** The keys of the dirty rows by entity: asked for after every entry. */
  readonly #written = new Map<string, Set<string>>();
  readonly #dirtyTerminals = new Set<string>();
  readonly #log: Batch['log'][number][] = [];
  readonly #newMutations: StoredMutation[] = [];
  readonly #newNumbers: Batch['numbers'][number][] = [];
  readonly #quarantine: Batch['quarantine'][number][] = [];
  readonly #released: Batch['released'][number][] = [];

  constructor(lane: Lane, found: Found) {
    this.expected = lane;
    this.lane = lane;
    for (const row of found.rows) this.#rows.set(key(row.entity, row.id), row);
    for (const mutation of found.mutations) this.#mutations.set(key(mutation.terminal, mutation.mid), mutation);
    for (const { entity, number, id } of found.numbers) this.#numbers.set(key(entity, number), id);
    for (const terminal of found.terminals) this.#terminals.set(terminal.id, terminal);
  }

  row(entity: string, id: string): HubRow | undefined {
    return this.#rows.get(key(entity, id));
  }

  write(row: HubRow): void {
    const at = key(row.entity, row.id);
    this.#rows.set(at, row);
    this.#dirtyRows.add(at);
    const written = this.#written.get(row.entity);
    if (written) written.add(at);
    else this.#written.set(row.entity, new Set([at]));
  }

  terminal(id: string): TerminalState | undefined {
    return this.#terminals.get(id);
  }

  writeTerminal(terminal: TerminalState): void {
    this.#terminals.set(terminal.id, terminal);
    this.#dirtyTerminals.add(terminal.id);
  }

  mutation(terminal: string, mid: number): StoredMutation | undefined {
    return this.#mutations.get(key(terminal, mid));
  }

  writeMutation(mutation: StoredMutation): void {
    this.#mutations.set(key(mutation.terminal, mutation.mid), mutation);
    this.#newMutations.push(mutation);
  }

  /** The id of the document that has this number. */
  number(entity: string, number: string): string | undefined {
    return this.#numbers.get(key(entity, number));
  }

  takeNumber(entity: string, number: string, id: string): void {
    this.#numbers.set(key(entity, number), id);
    this.#newNumbers.push({ entity, number, id });
  }

  append(entry: Batch['log'][number]): void {
    this.#log.push(entry);
    this.lane = { ...this.lane, head: entry.seq, chain: entry.chain };
  }

  quarantine(fact: Batch['quarantine'][number]): void {
    this.#quarantine.push(fact);
  }

  release(terminal: string, mid: number): void {
    this.#released.push({ terminal, mid });
  }

  /** Records of this entity that this round wrote. */
  written(entity: string): HubRow[] {
    return [...(this.#written.get(entity) ?? [])].flatMap((at) => this.#rows.get(at) ?? []);
  }

  /** Null when there is nothing to write. */
  batch(): Batch | null {
    const rows = [...this.#dirtyRows].flatMap((at) => this.#rows.get(at) ?? []);
    const terminals = [...this.#dirtyTerminals].flatMap((id) => this.#terminals.get(id) ?? []);
    if (rows.length + terminals.length + this.#log.length + this.#newMutations.length === 0) {
      if (this.lane === this.expected) return null;
    }
    return {
      expected: this.expected,
      lane: this.lane,
      rows,
      log: this.#log,
      mutations: this.#newMutations,
      numbers: this.#newNumbers,
      terminals,
      quarantine: this.#quarantine,
      released: this.#released,
    };
  }
}
