/** Who may do what. Checked in one place, the contract's permission, and again at the hub. */
export const roles = ['owner', 'manager', 'cashier', 'stock_keeper', 'accountant'] as const;
export type Role = (typeof roles)[number];

/**
 * What a call asks for. `public` needs nobody signed in (first run, signing in, the state of the app); `member` needs
 * anybody who is.
 */
export const permissions = [
  'public',
  'member',
  'sell',
  'return',
  'void',
  'price.change',
  'credit.exceed',
  'drawer.open',
  'shift.close',
  'shift.expected',
  'catalogue.edit',
  'stock.edit',
  'customers.edit',
  'khata.edit',
  'staff.edit',
  'settings.edit',
  'reports.view',
  'attendance.edit',
  'pay.edit',
] as const;
export type Permission = (typeof permissions)[number];

const grants: Record<Role, ReadonlySet<Permission>> = {
  owner: new Set(permissions),
  manager: new Set([
    'public',
    'member',
    'sell',
    'return',
    'void',
    'price.change',
    'credit.exceed',
    'drawer.open',
    'shift.close',
    'shift.expected',
    'catalogue.edit',
    'stock.edit',
    'customers.edit',
    'khata.edit',
    'reports.view',
    'attendance.edit',
    'pay.edit',
  ]),
  cashier: new Set(['public', 'member', 'sell', 'return', 'shift.close', 'customers.edit']),
  stock_keeper: new Set(['public', 'member', 'catalogue.edit', 'stock.edit']),
  accountant: new Set(['public', 'member', 'reports.view']),
};

/** `role` is null when nobody is signed in. */
export function isAllowed(role: Role | null, permission: Permission): boolean {
  return permission === 'public' || (role !== null && grants[role].has(permission));
}
