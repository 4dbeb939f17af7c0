import type { Scope } from '@shared/entities';
import type { DownstreamOf, Sha256, UpstreamOf } from '@shared/sync';
import type { CompleteCopy, Replica } from '../store';
import { unpackRows } from './packing';

type Staging = Pick<Replica, 'state' | 'stagedChunks' | 'stage' | 'stageGrant' | 'importCopy' | 'importGrant'>;

/**
 * Fetches a snapshot chunk by chunk into the store and has it land when the last is there. What is there survives a lost
 * line: the next attempt asks for the chunk that is missing.
 */
export class CopyTransfer {
  readonly #replica: Staging;
  readonly #sha256: Sha256;
  #granted: readonly Scope[] | null = null;
  #snapshot: string | null = null;
  /** Where in the log the snapshot was taken. */
  #head = 0;
  /** The chunk that comes next. */
  #index = 0;
  /** Set once the last chunk was heard on this line. */
  #whole: CompleteCopy | null = null;

  constructor(replica: Staging, sha256: Sha256) {
    this.#replica = replica;
    this.#sha256 = sha256;
  }

  /** @param granted only these scopes, beside what is here; null for everything */
  begin(granted: readonly Scope[] | null): void {
    const isSame = this.#granted?.join() === granted?.join();
    this.#granted = granted;
    this.#whole = null;
    // One that was begun, cut off and taken back is too old when the log has been read on without those scopes.
    const isStale = granted !== null && this.#head < this.#replica.state().cursor;
    if (!isSame || isStale) this.#snapshot = null;
  }

  /** The chunk to ask for. */
  wanted(): Pick<UpstreamOf<'copy'>, 'snapshot' | 'index' | 'scopes'> {
    const scopes = this.#granted === null ? null : [...this.#granted];
    return { snapshot: this.#snapshot, index: this.#snapshot === null ? 0 : this.#index, scopes };
  }

  /**
   * Takes a chunk. One that was not asked for is ignored: it must not cause another question. `begin` when what came
   * before it is gone and the copy is to be asked for from its first chunk; `whole` when `land` is to be called.
   *
   * @param askNext is called before the chunk is written: the hub reads the next one meanwhile
   */
  take(chunk: DownstreamOf<'chunk'>, askNext: () => void): 'ignored' | 'next' | 'begin' | 'whole' {
    if (this.#whole !== null || this.#sha256(chunk.rows) !== chunk.hash) return 'ignored';
    if (chunk.snapshot !== this.#snapshot) {
      if (chunk.index !== 0) return 'ignored';
      this.#snapshot = chunk.snapshot;
      this.#head = chunk.head;
      this.#index = this.#replica.stagedChunks(chunk.snapshot);
    }
    if (chunk.index !== this.#index) return 'ignored';
    if (chunk.final) {
      const { snapshot, head, chain, last, aside, scopes } = chunk;
      this.#whole = { snapshot, head, chain, last, aside, scopes };
      return 'whole';
    }
    this.#index += 1;
    askNext();
    try {
      if (this.#write(chunk)) return 'next';
    } catch (error) {
      this.#index = chunk.index;
      throw error;
    }
    this.#snapshot = null;
    return 'begin';
  }

  /** Makes the copy that is here completely the shop's records, or a part of that: then it is to be called `again`. */
  land(): 'done' | 'again' | 'begin' {
    if (this.#whole === null) throw new Error('The last chunk is not here');
    let landed: 'done' | 'again' | 'lost' = 'done';
    if (this.#granted === null) landed = this.#replica.importCopy(this.#whole, this.#index);
    else this.#replica.importGrant(this.#whole);
    if (landed === 'again') return 'again';
    this.#whole = null;
    this.#snapshot = null;
    return landed === 'lost' ? 'begin' : 'done';
  }

  #write({ snapshot, index, rows: packed }: DownstreamOf<'chunk'>): boolean {
    const rows = unpackRows(packed);
    return this.#granted === null
      ? this.#replica.stage(snapshot, index, rows)
      : this.#replica.stageGrant(snapshot, index, rows);
  }
}
