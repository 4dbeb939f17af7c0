import { entityOf, withAdded, withParts } from '@shared/entities';
import { type Mutation, type RawOperation, readOperations } from '@shared/sync';

const read = new WeakMap<Mutation, readonly RawOperation[] | null>();

/**
 * The operations of a mutation, read once however many ask; null when they are none. What an older terminal did not know
 * of is filled in: its facts happened.
 */
export function operationsOf(mutation: Mutation): readonly RawOperation[] | null {
  let operations = read.get(mutation);
  if (operations === undefined) {
    operations = readOperations(mutation.ops)?.map(withWhatCameLater) ?? null;
    read.set(mutation, operations);
  }
  return operations;
}

function withWhatCameLater(operation: RawOperation): RawOperation {
  const entity = entityOf(operation.entity);
  if (!entity) return operation;
  if (operation.op === 'put') return { ...operation, row: withAdded(entity, operation.row) };
  return operation.op === 'set' ? { ...operation, fields: withParts(entity.parts, operation.fields) } : operation;
}

export function operationCount(mutations: readonly Mutation[]): number {
  return mutations.reduce((sum, mutation) => sum + (operationsOf(mutation)?.length ?? 1), 0);
}
