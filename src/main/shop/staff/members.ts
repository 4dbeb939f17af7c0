import type { StaffMember } from '@shared/contract';
import type { Flag, Row } from '@shared/entities';
import { AppError } from '@shared/errors';
import type { Reads } from '../../store';
import { lockedUntil } from './lockout';

/** A person with the hash of the PIN: for this folder alone, never for an answer. */
export type StaffRow = Pick<Row<'staff'>, 'id' | 'name' | 'role' | 'pin_hash' | 'active'> & {
  deleted_at: number | null;
};

interface MemberRow extends Pick<StaffRow, 'id' | 'name' | 'role'> {
  active: Flag;
  locked_until: number | null;
}

const columns = 's.id, s.name, s.role, s.active, a.locked_until';

/** Everyone who is not removed, owners first, then by name. */
export function listMembers(reads: Reads, now: number): StaffMember[] {
  return reads
    .sql<[], MemberRow>(
      `SELECT ${columns} FROM staff AS s LEFT JOIN pin_attempt AS a ON a.staff_id = s.id
       WHERE s.deleted_at IS NULL ORDER BY s.role <> 'owner', s.name COLLATE NOCASE, s.id`,
    )
    .all()
    .map((row) => toMember(row, now));
}

/** @throws AppError `not_found` */
export function readMember(reads: Reads, id: string, now: number): StaffMember {
  const row = reads
    .sql<[string], MemberRow>(
      `SELECT ${columns} FROM staff AS s LEFT JOIN pin_attempt AS a ON a.staff_id = s.id WHERE s.id = ?`,
    )
    .get(id);
  if (!row) throw noSuchPerson(id);
  return toMember(row, now);
}

function toMember({ id, name, role, active, locked_until }: MemberRow, now: number): StaffMember {
  return { id, name, role, active: active === 1, lockedUntil: lockedUntil(locked_until ?? 0, now) };
}

/** Removed ones too. @throws AppError `not_found` */
export function readStaff(reads: Reads, id: string): StaffRow {
  const row = reads
    .sql<[string], StaffRow>('SELECT id, name, role, pin_hash, active, deleted_at FROM staff WHERE id = ?')
    .get(id);
  if (!row) throw noSuchPerson(id);
  return row;
}

/** @throws AppError `last_owner` when nobody but this person could open every door of the shop */
export function keepAnOwner(reads: Reads, leaving: string): void {
  const others = reads
    .sql<[string], { n: number }>(
      `SELECT count(*) AS n FROM staff WHERE role = 'owner' AND active = 1 AND deleted_at IS NULL AND id <> ?`,
    )
    .get(leaving);
  if (!others?.n) throw new AppError('last_owner', 'A shop needs an owner who can sign in');
}

export const noSuchPerson = (id: string) => new AppError('not_found', `No staff ${id}`, { entity: 'staff', id });
