import { expect, test } from 'vitest';
import { satisfiesLock } from '../../../scripts/lib/dependencies.mjs';

const react = { version: '19.3.1', integrity: 'sha512-a' };
const zod = { version: '4.6.7', integrity: 'sha512-b' };
const forMac = { version: '1.0.0', integrity: 'sha512-c', optional: true };
const wanted = {
  packages: { '': {}, 'node_modules/react': react, 'node_modules/zod': zod, 'node_modules/mac': forMac },
};

test('what npm wrote down as installed satisfies the lockfile, with or without optional packages', () => {
  expect(satisfiesLock(wanted, { packages: { 'node_modules/react': react, 'node_modules/zod': zod } })).toBe(true);
  expect(satisfiesLock(wanted, { packages: wanted.packages })).toBe(true);
});

test.each([
  ['a package is missing', { 'node_modules/react': react }],
  ['a version differs', { 'node_modules/react': react, 'node_modules/zod': { ...zod, version: '4.6.6' } }],
  ['contents differ', { 'node_modules/react': react, 'node_modules/zod': { ...zod, integrity: 'sha512-x' } }],
  [
    'an optional package has another version',
    { 'node_modules/react': react, 'node_modules/zod': zod, 'node_modules/mac': { ...forMac, version: '0.9.0' } },
  ],
  ['there is one too many', { 'node_modules/react': react, 'node_modules/zod': zod, 'node_modules/extra': zod }],
  ['nothing is installed', {}],
])('is installed anew when %s', (_name, packages) => {
  expect(satisfiesLock(wanted, { packages })).toBe(false);
});
