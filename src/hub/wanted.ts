import type { Mutation } from '@shared/sync';
import { referencesOf } from '@shared/sync';
import { operationsOf } from './operations';
import type { Wanted } from './store';
import { documentNumber } from './validate';

/** All that sequencing these mutations may look at, so that it is read in one go. */
export function wantedBy(
  pushes: readonly { readonly terminal: string; readonly mutations: readonly Mutation[] }[],
): Wanted {
  const rows = new Map<string, Wanted['rows'][number]>();
  const want = (entity: string, id: string) => rows.set(`${entity}\n${id}`, { entity, id });
  const mutations: Wanted['mutations'][number][] = [];
  const numbers: Wanted['numbers'][number][] = [];
  for (const { terminal, mutations: pushed } of pushes) {
    for (const mutation of pushed) {
      const { mid, actor } = mutation;
      mutations.push({ terminal, mid });
      want('staff', actor);
      for (const operation of operationsOf(mutation) ?? []) {
        want(operation.entity, operation.id);
        for (const { entity, id } of referencesOf(operation)) want(entity, id);
        const number = documentNumber(operation);
        if (number !== null) numbers.push({ entity: operation.entity, number });
      }
    }
  }
  const terminals = [...new Set(pushes.map(({ terminal }) => terminal))];
  return { rows: [...rows.values()], mutations, numbers, terminals };
}
