import type { StaffMember } from '@shared/contract';

/** Nobody removes themselves, and a shop keeps an owner who can sign in. */
export function mayGo({ id, role, active }: StaffMember, members: readonly StaffMember[], self: string): boolean {
  if (id === self) return false;
  return role !== 'owner' || !active || members.some((each) => each.id !== id && each.role === 'owner' && each.active);
}
