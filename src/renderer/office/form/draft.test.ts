import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeDraft, sameDraft } from './draft';

const base = { name: 'Atta', price: 100, codes: ['1'] };

test('what another changed is taken in, what this person typed stays', () => {
  const mine = { ...base, name: 'Chakki Atta' };
  const theirs = { ...base, name: 'Atta 5 kg', price: 120, codes: ['1', '2'] };
  expect(mergeDraft(base, mine, theirs)).toEqual({ name: 'Chakki Atta', price: 120, codes: ['1', '2'] });
});

test('a draft nobody touched becomes the record as it is now', () => {
  const record = fc.record({ name: fc.string(), price: fc.integer(), codes: fc.array(fc.string()) });
  fc.assert(
    fc.property(record, record, (before, now) => {
      expect(mergeDraft(before, { ...before, codes: [...before.codes] }, now)).toEqual(now);
    }),
  );
});

test('a field typed back to what it was counts as untouched', () => {
  expect(sameDraft(base, { ...base, codes: ['1'] })).toBe(true);
  expect(sameDraft(base, { ...base, codes: ['1', ''] })).toBe(false);
});
