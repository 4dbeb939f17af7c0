import { type Mutation, type RawOperation, readOperations } from '@shared/sync';

const read = new WeakMap<Mutation, readonly RawOperation[] | null>();

/** The operations of a mutation, read once however many ask; null when they are none. */
export function operationsOf(mutation: Mutation): readonly RawOperation[] | null {
  let operations = read.get(mutation);
  if (operations === undefined) {
    operations = readOperations(mutation.ops);
    read.set(mutation, operations);
  }
  return operations;
}

export function operationCount(mutations: readonly Mutation[]): number {
  return mutations.reduce((sum, mutation) => sum + (operationsOf(mutation)?.length ?? 1), 0);
}
