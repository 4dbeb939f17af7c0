import { AppError } from '@shared/errors';
import type { Reads } from '../../store';

/** What products are grouped by. */
export type Group = 'brand' | 'category' | 'tax_class';

/** Two of one name could not be told apart in a list. @throws AppError `already_exists` */
export function refuseNamesake(reads: Reads, group: Exclude<Group, 'category'>, name: string, self: string): void {
  const namesake = reads
    .sql<[string, string], { id: string }>(
      `SELECT id FROM ${group} WHERE name = ? COLLATE NOCASE AND id <> ? AND deleted_at IS NULL`,
    )
    .get(name, self);
  if (namesake) {
    throw new AppError('already_exists', `There is a ${name} already`, { entity: group, name, id: namesake.id });
  }
}

/**
 * A group that something still belongs to stays: taking it away would leave goods without a brand or, worse, without a
 * tax. The counts say what to move first; switching the group off is always possible.
 *
 * @throws AppError `in_use` with the counts
 */
export function refuseUsed(group: Group, id: string, counts: Readonly<Record<string, number>>): void {
  if (Object.values(counts).every((count) => count === 0)) return;
  throw new AppError('in_use', `The ${group} is in use`, { entity: group, id, ...counts });
}
