// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { chooseKey, keyOf, ownerOf, resetKeys, useKeysOf } from './chosen';
import { editableIds, labelOf, pressedKey, refuseKey, usualKeys } from './keys';

const asPerson = (id: string) => renderHook(() => useKeysOf(id)).unmount();
const stroke = (key: string, held: Partial<Record<'ctrlKey' | 'shiftKey' | 'altKey', boolean>> = {}) =>
  pressedKey({ key, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...held });

beforeEach(() => {
  localStorage.clear();
  asPerson('asha');
  resetKeys();
});

describe('the name of a key', () => {
  it('a sign is itself with or without Shift; a named key says its Shift; a letter with Ctrl is a capital', () => {
    expect(stroke('+', { shiftKey: true })).toBe('+');
    expect(stroke('Delete', { shiftKey: true })).toBe('Shift+Delete');
    expect(stroke('l', { ctrlKey: true })).toBe('Ctrl+L');
    expect(labelOf('Ctrl+Delete')).toBe('Ctrl Del');
    expect(labelOf('Ctrl++')).toBe('Ctrl +');
  });

  it('what text, dialogs and the window live by cannot be chosen', () => {
    expect(['a', '7', '/', 'Enter', 'Tab', 'Escape', 'Ctrl+C', 'Control', 'Ctrl+Control'].map(refuseKey)).toEqual([
      ...['typing', 'typing', 'typing', 'system', 'system', 'system', 'system', 'half', 'half'],
    ]);
    expect(['F11', 'F3', 'Ctrl+G', '*', 'PageUp'].map(refuseKey)).toEqual(['system', null, null, null, null]);
  });

  it('every usual key may be chosen, so that a way back always exists', () => {
    expect(editableIds.filter((id) => refuseKey(usualKeys[id]) !== null)).toEqual([]);
  });
});

describe('keys that a person chose', () => {
  it('are kept for that person, and for nobody else', () => {
    chooseKey('pay', 'Ctrl+G');
    asPerson('rahul');
    expect(keyOf('pay')).toBe('F12');
    asPerson('asha');
    expect(keyOf('pay')).toBe('Ctrl+G');
  });

  it('a key that something else has is not taken', () => {
    chooseKey('pay', 'F1');
    expect(keyOf('pay')).toBe('F12');
    expect(ownerOf('F1')).toBe('help');
  });

  it('what was stored and makes no sense any more leaves the usual keys', () => {
    for (const text of ['', 'null', '[]', '{"pay":7}', '{"pay":"a"}', '{"pay":"F1"}', '{"gone":"F10"}', '{']) {
      localStorage.setItem('galla.keys.asha', text);
      asPerson('asha');
      expect(keyOf('pay')).toBe('F12');
    }
  });

  it('whatever is chosen in whatever order, no key has two actions, and it is the same after a restart', () => {
    const id = fc.constantFrom(...editableIds);
    const key = fc.constantFrom('F1', 'F3', 'F10', 'Ctrl+G', 'PageUp', 'Delete', '*', 'a', 'Enter');
    fc.assert(
      fc.property(fc.array(fc.tuple(id, key), { maxLength: 20 }), (choices) => {
        resetKeys();
        for (const [action, to] of choices) chooseKey(action, to);
        const now = editableIds.map(keyOf);
        expect(new Set(now).size).toBe(now.length);
        asPerson('rahul');
        asPerson('asha');
        expect(editableIds.map(keyOf)).toEqual(now);
      }),
    );
  });
});
