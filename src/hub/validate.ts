import { entityOf, numbering, withAdded } from '@shared/entities';
import { type Problem, problemOf, type RawOperation, referencesOf } from '@shared/sync';
import type { WorkingSet } from './working-set';

/**
 * What is wrong with a mutation in this shop, as it is now; null when it can be applied. A mutation is applied whole or
 * not at all, so everything is looked at before anything is written.
 */
export function problemInShop(set: WorkingSet, operations: readonly RawOperation[]): Problem | null {
  const made = new Set<string>();
  for (const operation of operations) {
    const problem = problemOf(operation) ?? problemOfRecord(set, operation, made);
    if (problem) return problem;
    if (operation.op === 'put') made.add(`${operation.entity}\n${operation.id}`);
  }
  for (const operation of operations) {
    for (const { entity, id } of referencesOf(operation)) {
      if (!set.row(entity, id) && !made.has(`${entity}\n${id}`)) {
        return { code: 'missing_reference', params: { entity: operation.entity, refers: entity, id } };
      }
    }
  }
  return null;
}

function problemOfRecord(set: WorkingSet, operation: RawOperation, made: ReadonlySet<string>): Problem | null {
  const { entity, id } = operation;
  const current = set.row(entity, id);
  if (operation.op !== 'put') {
    if (current || made.has(`${entity}\n${id}`) || isDerived(entity)) return null;
    return { code: 'not_found', params: { entity, id } };
  }
  if (current) {
    // A register that exists is left as it is; a document or a ledger row must be the very same.
    const definition = entityOf(entity);
    if (!definition || definition.kind === 'register') return null;
    // It may lie here as an older version wrote it, or as a copy of the terminal's file has numbered it.
    const there = withAdded(definition, current.row);
    return isSame(there, { ...operation.row, ...numbersOf(entity, there) })
      ? null
      : { code: 'already_exists', params: { entity, id } };
  }
  const number = documentNumber(operation);
  const holder = number === null ? undefined : set.number(entity, number);
  return holder === undefined || number === null
    ? null
    : { code: 'duplicate_number', params: { entity, number, id: holder } };
}

/** An edit of such a record that is not there has no effect: what created it may have been put aside. */
export function isDerived(entity: string): boolean {
  return entityOf(entity)?.access.derived === true;
}

/** A document's number, and that of the bill it is about: two copies of a till's file may bring it under two of them. */
function numbersOf(entity: string, row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (entityOf(entity)?.kind !== 'document') return {};
  return Object.fromEntries(numbering.filter((column) => column in row).map((column) => [column, row[column]]));
}

/** The number under which a document that is there already came once more; null when it is the same. */
export function lostNumber(
  entity: string,
  there: Readonly<Record<string, unknown>>,
  row: Readonly<Record<string, unknown>>,
): Record<string, unknown> | null {
  return numbersOf(entity, there).number === numbersOf(entity, row).number ? null : numbersOf(entity, row);
}

/** The number of a document, which no other document of its kind may have. */
export function documentNumber(operation: RawOperation): string | null {
  if (operation.op !== 'put' || entityOf(operation.entity)?.kind !== 'document') return null;
  const { number } = operation.row;
  return typeof number === 'string' ? number : null;
}

/** Whether two JSON values are the same, whatever the order of their members. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const left = Object.entries(a);
  const right = new Map(Object.entries(b));
  return left.length === right.size && left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)));
}
