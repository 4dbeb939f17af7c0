import { entityOf, type Scope } from '@shared/entities';
import type { Effect } from '@shared/sync';
import type { HubRow, LogRow } from './store';

/** Who receives an entity's records; undefined for an entity that this version does not know. */
export function scopeOf(entity: string): Scope | undefined {
  return entityOf(entity)?.access.scope;
}

/** The scopes of a terminal, from its own record: an office sees what a counter does not. */
export function scopesOf(terminal: HubRow | undefined): readonly Scope[] {
  return terminal && terminal.deleted === null && terminal.row.role === 'office' ? ['office', 'shop'] : ['shop'];
}

/** An entry as JSON for who may see `scopes`; null when nothing of it is for them. */
export function entryText(entry: LogRow, scopes: readonly Scope[]): string | null {
  if (entry.scopes === '') return null;
  const has = entry.scopes.split(' ');
  const seen = has.filter((scope) => scopes.some((mine) => mine === scope));
  if (seen.length === 0) return null;
  const { seq, terminal, mid, name, actor, at } = entry;
  const head = JSON.stringify({ seq, terminal, mid, name, actor, at });
  return `${head.slice(0, -1)},"ops":${seen.length === has.length ? entry.ops : visible(entry.ops, scopes)}}`;
}

function visible(ops: string, scopes: readonly Scope[]): string {
  const effects: Effect[] = JSON.parse(ops); // proof: the log holds what `sequence` wrote
  return JSON.stringify(
    effects.filter(({ entity }) => {
      const scope = scopeOf(entity);
      return scope !== undefined && scopes.includes(scope);
    }),
  );
}
