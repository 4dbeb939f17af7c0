import { describe, expect, it } from 'vitest';
import { withoutInput } from '../../../src/main/ipc/redact';

describe('a text for the log, without what was typed', () => {
  it('has no text of the input in it, however deep it stood and however often it is quoted', () => {
    const input = { id: 'a', people: [{ name: 'Meera Nair', pin: '4826' }] };
    expect(withoutInput('Meera Nair, 4826, Meera Nair again', input)).toBe('[input], [input], [input] again');
  });

  it('leaves nothing behind of a text that begins with another', () => {
    expect(withoutInput('Meera Nair', { a: 'Meera', b: 'Meera Nair' })).toBe('[input]');
  });

  it('keeps short words that say nothing about anybody', () => {
    expect(withoutInput('unit KG in en', { unit: 'KG', language: 'en' })).toBe('unit KG in en');
  });

  it('does not look for each of a long list through all of a long text', () => {
    const ids = Array.from({ length: 100_000 }, (_, i) => `id number ${i}`);
    // Square, it would take minutes.
    expect(withoutInput('x'.repeat(1_000_000), { ids })).toContain('xxx');
  });
});
