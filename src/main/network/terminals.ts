import type { Terminal } from '@shared/contract';
import type { KnownDevice } from '@shared/door';
import { AppError } from '@shared/errors';
import type { Store } from '../store';

/** @param devices null where the hub is not this till's to ask */
export function listTerminals(store: Store, devices: readonly KnownDevice[] | null, isHost: boolean): Terminal[] {
  const known = new Map(devices?.map((device) => [device.terminal, device]));
  return store
    .sql<[], Pick<Terminal, 'id' | 'name' | 'role' | 'series'>>(
      'SELECT id, name, role, series FROM terminal WHERE deleted_at IS NULL ORDER BY created_at, id',
    )
    .all()
    .map((terminal) => {
      const device = known.get(terminal.id);
      const isSelf = terminal.id === store.terminalId;
      return {
        ...terminal,
        lastSeen: device?.lastSeen ?? null,
        version: device?.version ?? null,
        online: devices === null ? null : (device?.online ?? false),
        revoked: devices === null ? null : (device?.revoked ?? false),
        isSelf,
        isHost: device?.isHost ?? (isHost && isSelf),
      };
    });
}

/** The terminal's name. @throws AppError `not_found` */
export function demandTerminal(store: Store, id: string): string {
  const found = store
    .sql<[string], { name: string }>('SELECT name FROM terminal WHERE id = ? AND deleted_at IS NULL')
    .get(id);
  if (!found) throw new AppError('not_found', 'There is no such terminal');
  return found.name;
}

/** @throws AppError `last_office` when this till is the only office */
export function keepAnOffice(store: Store, leaving: string): void {
  const other = store
    .sql<[string], unknown>(`SELECT 1 FROM terminal WHERE role = 'office' AND deleted_at IS NULL AND id <> ? LIMIT 1`)
    .get(leaving);
  if (!other) throw new AppError('last_office', 'A shop needs a till that is an office');
}
