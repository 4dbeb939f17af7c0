import type { Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import type { Reads } from '../../store';
import type { ShopDeps } from '../deps';

export type ShiftRow = Row<'cash_shift'>;

/**
 * The open shift of a terminal: the newest that nobody has closed. Only this terminal opens and closes its shifts, so
 * what it sees is so. A file that turned out to be a copy goes on with the shift that it had under its old name: a copy
 * is let in with this machine's key alone, so what was restored stands at the same drawer. Should both copies close the
 * shift, the second closing collides and waits for attention.
 */
export function openShift(reads: Reads, terminalId: string): ShiftRow | undefined {
  return reads
    .sql<[string], ShiftRow>(
      `SELECT s.id, s.opening_float, s.note, s.at, s.day, s.staff_id, s.terminal_id FROM cash_shift AS s
       WHERE ${ownTerminals('s.terminal_id')} AND NOT EXISTS (SELECT 1 FROM shift_close WHERE id = s.id)
       ORDER BY s.at DESC, s.id DESC LIMIT 1`,
    )
    .get(terminalId);
}

/** Whether its drawer is this terminal's, under whatever name it was opened. */
export function isOwnShift(reads: Reads, terminalId: string, shiftId: string): boolean {
  const found = reads
    .sql<[string, string]>(`SELECT 1 FROM cash_shift WHERE ${ownTerminals('terminal_id')} AND id = ?`)
    .get(terminalId, shiftId);
  return found !== undefined;
}

/** The terminal, or one that this file was before; takes the terminal as a parameter. */
export const ownTerminals = (column: string) =>
  `${column} IN (SELECT ? UNION ALL
     SELECT value FROM json_each(coalesce((SELECT value FROM meta WHERE key = 'former_terminals'), '[]')))`;

/** Whether what this terminal did is what we did, under whatever name. */
export function isOwnTerminal(reads: Reads, terminalId: string, other: string): boolean {
  return (
    other === terminalId ||
    reads.sql<[string, string]>(`SELECT 1 WHERE ${ownTerminals('?')}`).get(other, terminalId) !== undefined
  );
}

export function openShiftId(reads: Reads, terminalId: string): string | null {
  return openShift(reads, terminalId)?.id ?? null;
}

/**
 * The shift that what happens now belongs to; null where the shop works without.
 *
 * @throws AppError `shift_required` where it does not
 */
export function shiftFor({ store, settings }: Pick<ShopDeps, 'store' | 'settings'>): string | null {
  const id = openShiftId(store, store.terminalId);
  if (id === null && settings().require_shift === 1) {
    throw new AppError('shift_required', 'Open a shift first');
  }
  return id;
}
