import { type Entity, entities } from '@shared/entities';

/**
 * Tables that only a mutation writes: the entities, their parts, what is derived from them, and the outbox itself. A
 * write past `store.mutate` would never reach another terminal, and a level would no longer be the sum of its
 * movements.
 */
const guardedTables: ReadonlySet<string> = new Set([
  ...Object.entries<Entity>(entities).flatMap(([name, entity]) => [
    name,
    ...Object.values(entity.parts).map((part) => part.table),
  ]),
  'stock_level',
  'outbox',
  'field_history',
  'sync_state',
  'register_version',
  'shadow',
  'pending_write',
  'set_aside',
  'staged_chunk',
]);

const writes =
  /\b(?:insert\s+(?:or\s+\w+\s+)?into|replace\s+into|update(?:\s+or\s+\w+)?|delete\s+from)\s+["`[]?(\w+)/gi;
const transactionControl = /^\s*(?:begin|commit|end|rollback|savepoint|release)\b/i;

/**
 * Throws when a text that came through `store.sql`, `store.run` or Kysely writes a table that belongs to mutations or
 * steers a transaction by itself. A guard against mistakes, run once per text, not against hostile SQL.
 */
export function assertLocal(text: string): void {
  if (transactionControl.test(text)) throw new Error('Transactions are opened by store.transaction or store.mutate');
  for (const [, table = ''] of text.matchAll(writes)) {
    if (guardedTables.has(table.toLowerCase())) throw new Error(`${table} is written through store.mutate only`);
  }
}
