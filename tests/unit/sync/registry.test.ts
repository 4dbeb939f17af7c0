import { createHash } from 'node:crypto';
import { registryFingerprint, registrySchema, registryText } from '@shared/sync';
import { expect, it } from 'vitest';

it('gives every registry that was ever released a schema of its own', () => {
  const today = createHash('sha256').update(registryText()).digest('hex');
  expect(
    registryFingerprint,
    `The registry has changed: add '${today}' as the next line of registries in src/shared/sync/registry.ts`,
  ).toBe(today);
  expect(registrySchema).toBeGreaterThanOrEqual(2);
});
