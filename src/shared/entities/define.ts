import type { Permission } from '../roles';
import type { Fields, RowOf } from './fields';

/**
 * Kinds decide how two terminals' work is merged: a *register* is a record whose fields can be edited, a *ledger*
 * row is only ever added and a balance is the rows' sum, a *document* is immutable once completed.
 */
export type EntityKind = 'register' | 'ledger' | 'document';

/** Child rows that live and travel with their parent: a bill's lines, a product's barcodes. */
export interface Part<F extends Fields = Fields> {
  readonly table: string;
  /** The column that holds the parent's id. */
  readonly parent: string;
  /** The column(s) which tell one child from the next; with `parent` they are the primary key. */
  readonly key: readonly string[];
  readonly fields: F;
}

/**
 * Who receives a record and who may change it. `scope` decides which terminals get it from the hub: `shop` all of them,
 * `office` only those whose role is office. `change` is what the actor of a request needs; facts are never refused.
 */
export interface Access {
  readonly scope: Scope;
  readonly change: Permission;
  /** What it needs instead when a field says something: an entry with a reason is a manager's word. */
  readonly changeWith?: Readonly<Record<string, Permission>>;
  /** Fields of a person's own record that they may change without it: their PIN. */
  readonly own?: readonly string[];
  /** Whoever loses an edit or a number of it to another terminal's is told: it stood for something done in the shop. */
  readonly tellsLoss?: true;
  /**
   * The program makes it from other records, and again when it is lost: an edit of one that the hub does not have has no
   * effect, and holds up nothing that it stands beside.
   */
  readonly derived?: true;
  /** The record's id is the id of a record of this entity, which must be there first. */
  readonly extends?: string;
}

/** What a copy of a till's file gives anew in documents that it brings under a name of its own: theirs, and their bill's. */
export const numbering: readonly string[] = ['number', 'series', 'sequence', 'bill_number'];

export const scopes = ['shop', 'office'] as const;
export type Scope = (typeof scopes)[number];

export type Parts = Readonly<Record<string, Part>>;

export interface Entity<K extends EntityKind = EntityKind, F extends Fields = Fields, P extends Parts = Parts> {
  readonly kind: K;
  /** Table of the same name as the entity; its key column is `id`. */
  readonly fields: F;
  readonly parts: P;
  readonly access: Access;
}

/** A record edited field by field. Its table also has `deleted_at`, which `del` and `undel` set. */
export function register<F extends Fields, P extends Parts = Record<never, Part>>(
  access: Access,
  fields: F,
  parts?: P,
) {
  return define('register', access, fields, parts);
}

export function ledger<F extends Fields>(access: Access, fields: F) {
  return define('ledger', access, fields, undefined as Record<never, Part> | undefined);
}

export function document<F extends Fields, P extends Parts>(access: Access, fields: F, parts: P) {
  return define('document', access, fields, parts);
}

export function part<F extends Fields>(table: string, parent: string, key: readonly (keyof F & string)[], fields: F) {
  return { table, parent, key, fields } satisfies Part<F>;
}

function define<K extends EntityKind, F extends Fields, P extends Parts>(
  kind: K,
  access: Access,
  fields: F,
  parts: P | undefined,
): Entity<K, F, P> {
  return { kind, access, fields, parts: parts ?? ({} as P) }; // proof: P is the empty record when no parts are given
}

/** What is put, stored and sent for one record: its fields, its id, and its parts as lists. */
export type EntityRow<E> =
  E extends Entity<EntityKind, infer F, infer P>
    ? { id: string } & RowOf<F> & { [K in keyof P]: P[K] extends Part<infer C> ? readonly RowOf<C>[] : never }
    : never;
