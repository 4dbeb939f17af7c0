import { type EntityName, entities, entityOf } from '@shared/entities';
import { deletion, type RawOperation, referencesOf } from '@shared/sync';
import type { ApplyTools } from './apply';

/** A record as it is here without what this terminal has pending on it. */
export interface Leaned {
  readonly entity: EntityName;
  readonly id: string;
  readonly row: Readonly<Record<string, unknown>>;
  readonly deleted: number | null;
}

/**
 * The records that these operations edit and refer to, and what those refer to, each after what it refers to itself.
 * @param isMeant only these, and what is reached by them
 */
export function leanedOn(
  { records, pending }: Pick<ApplyTools, 'records' | 'pending'>,
  operations: readonly RawOperation[],
  isMeant: (entity: EntityName, id: string) => boolean = () => true,
): Leaned[] {
  const seen = new Set<string>();
  const found: Leaned[] = [];
  const visit = (operation: RawOperation) => {
    for (const reference of referencesOf(operation)) reach(reference.entity, reference.id);
  };
  const reach = (name: string, id: string) => {
    const key = `${name}\n${id}`;
    if (!entityOf(name) || seen.has(key)) return;
    seen.add(key);
    const entity = name as EntityName; // proof: in the registry, looked up above
    if (!isMeant(entity, id)) return;
    const { fields, parts } = entities[entity];
    const visible = records.read(entity, id, [...Object.keys(fields), ...Object.keys(parts), deletion]);
    if (!visible) return;
    const { [deletion]: deleted, ...row } = { ...visible, ...pending.confirmedOf(entity, id) };
    visit({ op: 'put', entity, id, row });
    found.push({ entity, id, row, deleted: typeof deleted === 'number' ? deleted : null });
  };
  for (const operation of operations) {
    visit(operation);
    if (operation.op !== 'put') reach(operation.entity, operation.id);
  }
  return found;
}
