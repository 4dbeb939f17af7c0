import { type Access, entityOf } from '@shared/entities';
import { isAllowed, type Permission, type Role, roles } from '@shared/roles';
import type { Problem, RawOperation } from '@shared/sync';
import type { WorkingSet } from './working-set';

/** Whether this person may do this as a request, by the staff as it is now. The actor's record must be loaded. */
export function allowed(set: WorkingSet, actor: string, operation: RawOperation): boolean {
  const access = entityOf(operation.entity)?.access;
  if (!access) return false;
  const needed = neededFor(access, operation);
  if (actor === 'system') return needed.every((each) => each === 'member');
  const role = roleOf(set, actor);
  if (needed.every((each) => isAllowed(role, each))) return true;
  // One's own PIN needs no permission.
  const { own } = access;
  if (role === null || !own || operation.op !== 'set' || operation.id !== actor) return false;
  return Object.keys(operation.fields).every((field) => own.includes(field));
}

function neededFor({ change, changeWith }: Access, operation: RawOperation): Permission[] {
  if (operation.op !== 'put' || !changeWith) return [change];
  const { row } = operation;
  return [
    change,
    ...Object.entries(changeWith).flatMap(([field, each]) => ((row[field] ?? null) === null ? [] : [each])),
  ];
}

export function unallowed({ entity, id }: RawOperation): Problem {
  return { code: 'not_allowed', params: { entity, id } };
}

/** Whether somebody who is on the staff now did this, or the program itself. */
export function isOnStaff(set: WorkingSet, actor: string): boolean {
  return actor === 'system' || roleOf(set, actor) !== null;
}

function roleOf(set: WorkingSet, actor: string): Role | null {
  const staff = set.row('staff', actor);
  if (!staff || staff.deleted !== null || staff.row.active !== 1) return null;
  return roles.find((role) => role === staff.row.role) ?? null;
}
