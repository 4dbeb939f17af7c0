import {
  type EntityName,
  entities,
  entityOf,
  type RegisterName,
  type Row,
  withAdded,
  withParts,
} from '@shared/entities';
import { AppError } from '@shared/errors';
import type { RawOperation } from '@shared/sync';
import type { FieldsOf, Mutation, Store } from '../store';

/**
 * Does again what a refused request did, as whoever is signed in now: what it may need (a permission, a record) may be
 * there today.
 *
 * @throws AppError `not_found`, `deleted`, `already_exists`, `bad_value`: then nothing was done
 */
export function repeatMutation(store: Store, name: string, operations: readonly RawOperation[], actor: string): void {
  if (operations.length === 0) throw new AppError('not_found', 'What was refused is not kept here any more');
  try {
    store.mutate({ name, kind: 'request', actor }, (m) => {
      for (const operation of operations) repeat(store, m, operation);
    });
  } catch (error) {
    if (error instanceof AppError || !isConstraint(error)) throw error;
    throw new AppError('not_found', 'Something that this refers to is gone', {}, { cause: error });
  }
}

function repeat(store: Store, m: Mutation, operation: RawOperation): void {
  const { entity, id } = operation;
  const definition = entityOf(entity);
  if (!definition) throw new AppError('bad_value', `No entity ${entity}`, { entity });
  if (operation.op === 'put') {
    const taken = store.sql<[string], object>(`SELECT 1 AS one FROM ${entity} WHERE id = ?`).get(id);
    if (taken) throw new AppError('already_exists', 'The record is there again', { entity, id });
    const known = entity as EntityName; // proof: in the registry, looked up above
    m.put(known, withAdded(definition, operation.row) as Row<typeof known>); // proof: the row that this terminal put when it was refused
    return;
  }
  if (!isRegister(entity)) throw new AppError('bad_value', `${entity} cannot be edited`, { entity });
  // proof: the fields that this terminal set when it was refused
  if (operation.op === 'set')
    m.set(entity, id, withParts(definition.parts, operation.fields) as FieldsOf<typeof entity>);
  else if (operation.op === 'del') m.del(entity, id);
  else m.undel(entity, id);
}

function isRegister(entity: string): entity is RegisterName {
  return Object.hasOwn(entities, entity) && entityOf(entity)?.kind === 'register';
}

function isConstraint(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');
}
