import { expect, it } from 'vitest';
import { mayGo } from './mayGo';

it('nobody is offered to remove themselves or the last owner', () => {
  const member = (id: string, role: 'owner' | 'cashier', active = true) => ({
    id,
    name: id,
    role,
    active,
    lockedUntil: null,
  });
  const [asha, binu, ravi] = [member('asha', 'owner'), member('binu', 'owner', false), member('ravi', 'cashier')];
  expect(mayGo(ravi, [asha, ravi], 'asha')).toBe(true);
  expect(mayGo(asha, [asha, ravi], 'asha')).toBe(false);
  expect(mayGo(asha, [asha, binu, ravi], 'ravi')).toBe(false);
  expect(mayGo(binu, [asha, binu, ravi], 'asha')).toBe(true);
  expect(mayGo(asha, [asha, { ...binu, active: true }], 'binu')).toBe(true);
});
