import type { MutationKind } from '../entities';

/** One mutation as it travels: what the outbox row holds. `ops` stays the text it was written as, because it is hashed. */
export interface Mutation {
  /** Strictly +1 per terminal. */
  readonly mid: number;
  /** The use-case: `sale.complete`. */
  readonly name: string;
  readonly kind: MutationKind;
  /** Staff id, or `system`. */
  readonly actor: string;
  /** The terminal's clock when it was done, ms. */
  readonly at: number;
  /** JSON list of operations. */
  readonly ops: string;
}

/** What identifies a mutation together with (terminal, mid): SHA-256 over this text. */
export function payloadText({ name, kind, actor, at, ops }: Omit<Mutation, 'mid'>): string {
  return `${name}\n${kind}\n${actor}\n${at}\n${ops}`;
}

/** SHA-256 as lower-case hex. A port, because `shared` has no crypto of its own. */
export type Sha256 = (text: string) => string;

/** Length of a log's running checksum: 128 bits of SHA-256 in hex. */
const chainLength = 32;

/** The checksum before the first entry. */
export const firstChain = '0'.repeat(chainLength);

/** The log's checksum after one more entry: equal checksums at equal `seq` mean equal logs up to there. */
export function nextChain(sha256: Sha256, chain: string, terminal: string, mid: number, payloadHash: string): string {
  return sha256(`${chain}\n${terminal}\n${mid}\n${payloadHash}`).slice(0, chainLength);
}
