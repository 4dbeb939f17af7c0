import { scopes as allScopes, type Scope } from '@shared/entities';
import type { Connection } from '../reads';

/** How far this terminal is in its hub's log. */
export interface SyncState {
  readonly epoch: string;
  readonly cursor: number;
  readonly chain: string;
  readonly fence: number;
  readonly scopes: readonly Scope[];
  readonly durable: number;
  /** The identity to ask for after a fork, when one was begun. */
  readonly nextId: string | null;
}

interface StateRow extends Omit<SyncState, 'scopes' | 'nextId'> {
  scopes: string;
  next_id: string | null;
}

export function readState(connection: Connection): SyncState {
  const row = connection.unchecked<[], StateRow>('SELECT * FROM sync_state').get();
  if (!row) throw new Error('The shop file has no sync state');
  const { epoch, cursor, chain, fence, durable, next_id } = row;
  const stored: unknown = JSON.parse(row.scopes);
  const scopes = Array.isArray(stored) ? allScopes.filter((scope) => stored.includes(scope)) : [];
  return { epoch, cursor, chain, fence, scopes, durable, nextId: next_id };
}

export function writeScopes(connection: Connection, scopes: readonly Scope[]): void {
  const sorted = [...new Set(scopes)].sort();
  connection.unchecked('UPDATE sync_state SET scopes = ?').run(JSON.stringify(sorted));
}
