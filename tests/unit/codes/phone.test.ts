import { internationalPhone, spacedPhone } from '@shared/codes';
import { expect, it } from 'vitest';

it.each([
  ['98765 43210', 'IN', '919876543210'],
  ['098765 43210', 'IN', '919876543210'],
  ['919876543210', 'IN', '919876543210'],
  ['+44 7911 123456', 'IN', '447911123456'],
  ['+44 (0)7911 123456', 'IN', '447911123456'],
  ['0044 (0)7911 123456', 'IN', '447911123456'],
  ['(07911) 123456', 'GB', '447911123456'],
  // With the country in front or one digit more at home: nobody knows.
  ['628123456789', 'ID', null],
  ['6012345678', 'MY', null],
  ['6421123456', 'NZ', null],
  ['0812 3456 789', 'ID', '628123456789'],
  ['0628 1234 567', 'ID', '626281234567'],
  ['6281234567890', 'ID', '6281234567890'],
  ['12345', 'IN', null],
  ['98765 43210', 'XX', null],
])('%s in %s is dialled as %s', (phone, country, whole) => {
  expect(internationalPhone(phone, country)).toBe(whole);
});

it.each([
  ['919820011223', '+91 98200 11223'],
  ['12125550123', '+1 212 555 0123'],
  ['447911123456', '+44 7911 123 456'],
  ['4989123456', '+4989123456'],
])('%s is shown as %s', (digits, shown) => {
  expect(spacedPhone(digits)).toBe(shown);
});
