import type { Scope } from '@shared/entities';
import type { Sha256, UpstreamOf } from '@shared/sync';
import { dependencyOrder } from './order';
import { RowPacker } from './packing';
import type { Session } from './session';
import type { HubStore, SnapshotReader, StoredRow, Versions } from './store';

/** Copies kept open at once; each holds a read transaction, and while there is one the write-ahead log only grows. */
const mostCopies = 8;
/** Packed chunks of a copy that are kept. */
const keptChunks = 4;
/**
 * ms that a moment is kept for a terminal that asks for no further chunk: long enough to come back on another line, and
 * no longer than a line lives that takes nothing.
 */
const patience = 30_000;
/** ms for which copies may be begun while others are read. After that they wait until none is: only then the log of the store starts over. */
const longestOverlap = 5 * 60_000;

/** Where a chunk begins: in the entity of this index in {@link dependencyOrder}, after this record. */
interface Place {
  readonly index: number;
  readonly after: string | null;
}

interface Packed {
  readonly rows: string;
  readonly hash: string;
  readonly isEmpty: boolean;
}

/** One moment of the shop, for all terminals that asked for it in time. */
interface Copy {
  readonly id: string;
  readonly reader: SnapshotReader;
  readonly scopes: readonly Scope[];
  /** Where each chunk begins, so that any chunk sent before can be sent again, the same. */
  readonly starts: Place[];
  /** Which chunk is the last one, once that is known. */
  end: number | null;
  /** The chunks made last: terminals that came together ask for the same one after the other. */
  readonly packed: Map<number, Packed>;
  usedAt: number;
}

/** How far a terminal has read a copy. */
interface Reading {
  readonly copy: Copy;
  /** The attempt in which it asked last: asked twice in one attempt, it is the same copy. */
  readonly session: string;
  /** The furthest chunk it asked for, and when it first did. */
  readonly index: number;
  readonly since: number;
}

/**
 * Hands out snapshots chunk by chunk, each from one moment of the shop, resumable after a lost connection. A terminal may
 * share the moment of another one's copy if it is not older than its own WELCOME: fifty that come at once cost what one
 * does.
 */
export class Copies {
  readonly #store: HubStore;
  readonly #sha256: Sha256;
  readonly #newId: () => string;
  readonly #chunkText: number;
  readonly #packer = new RowPacker();
  readonly #open = new Map<string, Copy>();
  /** By terminal. */
  readonly #readings = new Map<string, Reading>();
  /** Since when there was always one open. */
  #openSince = 0;

  constructor(store: HubStore, sha256: Sha256, newId: () => string, chunkText: number) {
    this.#store = store;
    this.#sha256 = sha256;
    this.#newId = newId;
    this.#chunkText = chunkText;
  }

  async send(session: Session, ask: UpstreamOf<'copy'>, now: number): Promise<void> {
    const scopes = ask.scopes === null ? session.scopes : session.scopes.filter((scope) => ask.scopes?.includes(scope));
    const reading = this.#readings.get(session.terminal);
    const known = reading?.copy.scopes.join() === scopes.join() ? reading.copy : undefined;
    const isAsked = known?.id === ask.snapshot && ask.index < known.starts.length;
    // A copy that is gone (given up, or the hub restarted) starts again; its new id tells the terminal.
    const copy =
      known && (isAsked || reading?.session === session.name) ? known : await this.#begin(session, ask, scopes, now);
    if (!copy) return;
    const index = isAsked ? ask.index : 0;
    this.#readings.set(session.terminal, advance(reading, { copy, session: session.name, index, since: now }));
    copy.usedAt = now;
    await this.#sendChunk(session, copy, index);
  }

  /** The terminal reads the log: one that was sent its copy to the end has it. */
  async readsOn(terminal: string): Promise<void> {
    const reading = this.#readings.get(terminal);
    if (reading && reading.index === reading.copy.end) await this.#leave(terminal);
  }

  /** Copies that are being read. */
  get open(): number {
    return this.#open.size;
  }

  /** Leaves for those who do not get on, whether they have lost their line or take nothing on it. */
  async expire(now: number): Promise<void> {
    for (const [terminal, { since }] of this.#readings) if (now - since > patience) await this.#leave(terminal);
  }

  async close(): Promise<void> {
    for (const copy of this.#open.values()) await this.#close(copy);
  }

  /** Undefined when there is none to be had now: the terminal asks again. */
  async #begin(
    session: Session,
    ask: UpstreamOf<'copy'>,
    scopes: readonly Scope[],
    now: number,
  ): Promise<Copy | undefined> {
    await this.#leave(session.terminal);
    for (const copy of this.#open.values()) {
      const isYoung = copy.reader.lane.head >= session.head;
      if (isYoung && copy.id !== ask.snapshot && copy.scopes.join() === scopes.join()) return copy;
    }
    if (this.#open.size === 0) this.#openSince = now;
    else if (now - this.#openSince > longestOverlap) return undefined;
    const oldest = [...this.#open.values()].sort((a, b) => a.usedAt - b.usedAt);
    for (const copy of oldest) if (this.#open.size >= mostCopies) await this.#close(copy);
    const reader = await this.#store.snapshot();
    const starts = [{ index: 0, after: null }];
    const copy: Copy = { id: this.#newId(), reader, scopes, starts, end: null, packed: new Map(), usedAt: now };
    this.#open.set(copy.id, copy);
    return copy;
  }

  /** Closes the copy that this terminal read, unless others do. */
  async #leave(terminal: string): Promise<void> {
    const left = this.#readings.get(terminal)?.copy;
    this.#readings.delete(terminal);
    if (left && ![...this.#readings.values()].some(({ copy }) => copy === left)) await this.#close(left);
  }

  async #sendChunk(session: Session, copy: Copy, index: number): Promise<void> {
    const { rows, hash, isEmpty } = copy.packed.get(index) ?? (await this.#pack(copy, index));
    session.send({
      t: 'chunk',
      session: session.name,
      snapshot: copy.id,
      index,
      // The chunk after the last row is empty and final.
      final: isEmpty,
      head: copy.reader.lane.head,
      chain: copy.reader.lane.chain,
      last: await copy.reader.last(session.terminal),
      aside: isEmpty ? [...(await copy.reader.aside(session.terminal))] : [],
      scopes: [...copy.scopes],
      rows,
      hash,
    });
  }

  async #pack(copy: Copy, index: number): Promise<Packed> {
    const start = copy.starts[index];
    if (!start) throw new Error(`Chunk ${index} was asked for before the one in front of it`);
    const { rows, next } = await this.#read(copy, start);
    if (rows.length === 0) copy.end = index;
    else if (copy.starts.length === index + 1) copy.starts.push(next);
    const text = this.#packer.pack(rows.map(rowText));
    const packed = { rows: text, hash: this.#sha256(text), isEmpty: rows.length === 0 };
    copy.packed.set(index, packed);
    const [oldest] = copy.packed.keys();
    if (copy.packed.size > keptChunks && oldest !== undefined) copy.packed.delete(oldest);
    return packed;
  }

  async #read({ reader, scopes }: Copy, start: Place): Promise<{ rows: StoredRow[]; next: Place }> {
    const rows: StoredRow[] = [];
    let { index, after } = start;
    let room = this.#chunkText;
    for (let entity = dependencyOrder[index]; entity !== undefined && room > 0; entity = dependencyOrder[index]) {
      const found = await reader.rows(entity, scopes, after, room);
      rows.push(...found);
      room -= found.reduce((sum, { row }) => sum + row.length, 0);
      // The entity ended before the room did.
      if (room > 0) [index, after] = [index + 1, null];
      else after = found.at(-1)?.id ?? after;
    }
    return { rows, next: { index, after } };
  }

  async #close(copy: Copy): Promise<void> {
    this.#open.delete(copy.id);
    for (const [terminal, reading] of this.#readings) if (reading.copy === copy) this.#readings.delete(terminal);
    await copy.reader.close();
  }
}

/** Who asks for the same chunk again has not got on. */
function advance(before: Reading | undefined, now: Reading): Reading {
  const isFurther = before?.copy !== now.copy || now.index > before.index;
  return isFurther ? now : { ...now, index: before.index, since: before.since };
}

/** A `SnapshotRow` as JSON. */
function rowText({ entity, id, row, deleted, versions }: StoredRow): string {
  return `{"entity":"${entity}","id":${JSON.stringify(id)},"row":${row},"deleted":${deleted},"versions":${unitsText(versions)}}`;
}

/** The versions of the units alone, without who wrote them. */
function unitsText(versions: string): string {
  // Most records were never edited, and this is how `JSON.stringify` writes those.
  const put = /^\{"":\[(\d+),"[^"\\]*",-?\d+\]\}$/.exec(versions);
  if (put) return `{"":${put[1]}}`;
  const units: Versions = JSON.parse(versions); // written by `commit` from this type
  const texts = Object.entries(units).map(([unit, [version]]) => `${JSON.stringify(unit)}:${version}`);
  return `{${texts.join(',')}}`;
}
