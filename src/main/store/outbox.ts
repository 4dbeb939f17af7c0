import { hash } from 'node:crypto';
import type { MutationKind } from '@shared/entities';
import type { Statement } from 'better-sqlite3';
import type { Connection } from './reads';

/** Who did what, and whether it happened (a fact, never refused) or is asked for (a request). */
export interface Intent {
  /** The use-case: `sale.complete`, `product.edit`. */
  readonly name: string;
  readonly kind: MutationKind;
  /** The staff member's id, or `system`. */
  readonly actor: string;
  /** When it was done, ms. The store's clock unless given; a replay gives the time of its source. */
  readonly at?: number;
  /**
   * Its parts mean nothing one without the other (a supplier's bill, its goods and their cost), so it is one mutation
   * however long it is, and refused here when no hub would take it. Otherwise it is several when it is long.
   */
  readonly whole?: true;
}

/** Appends mutations to the outbox, numbered strictly +1. */
export class Outbox {
  readonly #insert: Statement<[number, string, string, string, number, string, Uint8Array]>;
  #next: number;

  constructor(connection: Connection) {
    this.#insert = connection.unchecked(
      'INSERT INTO outbox (mid, name, kind, actor, at, ops, hash) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    const last = connection.unchecked<[], { mid: number | null }>('SELECT max(mid) AS mid FROM outbox').get();
    this.#next = (last?.mid ?? 0) + 1;
  }

  /** The number the next row gets. Whoever prunes acknowledged rows must leave the last one, which holds the count. */
  get next(): number {
    return this.#next;
  }

  append(intent: Intent, at: number, operations: readonly string[]): number {
    const mid = this.#next;
    const ops = `[${operations.join(',')}]`;
    this.#insert.run(mid, intent.name, intent.kind, intent.actor, at, ops, payloadHash(intent, at, ops));
    this.#next = mid + 1;
    return mid;
  }

  /** After a rollback the rows are gone, so their numbers are free again. */
  rewind(next: number): void {
    this.#next = next;
  }
}

/** What, with terminal and number, identifies a mutation: sent twice with another hash it is a fork, not a repeat. */
export function payloadHash(intent: Pick<Intent, 'name' | 'kind' | 'actor'>, at: number, ops: string): Uint8Array {
  return hash('sha256', `${intent.name}\n${intent.kind}\n${intent.actor}\n${at}\n${ops}`, 'buffer');
}
