import type { Scope } from '@shared/entities';
import type { DownstreamOf, Sha256, UpstreamOf } from '@shared/sync';
import type { Replica } from '../store';

type Staging = Pick<Replica, 'stagedChunks' | 'stage' | 'importCopy' | 'importGrant'>;

/**
 * Fetches a snapshot chunk by chunk into the store's staging area and has it imported when the last is there. What is
 * staged survives a lost line: the next attempt asks for the chunk that is missing.
 */
export class CopyTransfer {
  readonly #replica: Staging;
  readonly #sha256: Sha256;
  #granted: readonly Scope[] | null = null;
  #snapshot: string | null = null;
  #index = 0;

  constructor(replica: Staging, sha256: Sha256) {
    this.#replica = replica;
    this.#sha256 = sha256;
  }

  /** @param granted only these scopes, beside what is here; null for everything */
  begin(granted: readonly Scope[] | null): void {
    const isSame = this.#granted?.join() === granted?.join();
    this.#granted = granted;
    if (!isSame) this.#snapshot = null;
  }

  /** The chunk to ask for. */
  wanted(): Pick<UpstreamOf<'copy'>, 'snapshot' | 'index' | 'scopes'> {
    const scopes = this.#granted === null ? null : [...this.#granted];
    return { snapshot: this.#snapshot, index: this.#snapshot === null ? 0 : this.#index, scopes };
  }

  /** Stages a chunk. A chunk that was not asked for is ignored: it must not cause another question. */
  take(chunk: DownstreamOf<'chunk'>): 'ignored' | 'next' | 'complete' {
    if (this.#sha256(chunk.rows) !== chunk.hash) return 'ignored';
    if (chunk.snapshot !== this.#snapshot) {
      if (chunk.index !== 0) return 'ignored';
      this.#snapshot = chunk.snapshot;
      this.#index = this.#replica.stagedChunks(chunk.snapshot);
    }
    if (chunk.index !== this.#index) return 'ignored';
    if (!chunk.final) {
      this.#replica.stage(chunk.snapshot, chunk.index, chunk.rows);
      this.#index += 1;
      return 'next';
    }
    const { snapshot, head, chain, last, scopes } = chunk;
    const copy = { snapshot, head, chain, last, scopes };
    if (this.#granted === null) this.#replica.importCopy(copy);
    else this.#replica.importGrant(copy);
    this.#snapshot = null;
    return 'complete';
  }
}
