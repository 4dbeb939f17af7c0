import { isAllowed, roles } from '@shared/roles';
import { expect, it } from 'vitest';
import { maySeeCost } from '../../../src/main/shop/catalogue';

it('whoever may look at reports may see costs: reports, dashboard and changes tell them', () => {
  const readers = roles.filter((role) => isAllowed(role, 'reports.view'));
  expect(readers).not.toEqual([]);
  expect(readers.filter((role) => !maySeeCost(role))).toEqual([]);
  expect(maySeeCost('cashier')).toBe(false);
  expect(maySeeCost(undefined)).toBe(false);
});
