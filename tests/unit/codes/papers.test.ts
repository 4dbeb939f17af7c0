import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gstinCheckCharacter, gstStateOf, isGstin, isUpiId, upiLink, validateGstin } from '../../../src/shared/codes';
import { money } from '../../../src/shared/money';

describe('GSTIN', () => {
  test.each(['27AAPFU0939F1ZV', '29AAGCB7383J1Z4', '24AANFA2641L1ZF', ' 27aapfu0939f1zv '])('%j is one', (text) => {
    expect(validateGstin(text)).toBe(text.trim().toUpperCase());
  });

  test.each([
    ['27AAPFU0939F1ZO', 'check'],
    ['27AAPFU0939F1Z', '15'],
    ['369296450896540', 'form'],
    ['27AAPFU0939F1AA', 'form'],
    ['27AAPFU0939F0ZV', 'form'],
    ['00AAPFU0939F1ZV', 'state'],
    ['', '15'],
  ])('%j is none: %s', (text, why) => {
    expect(isGstin(text)).toBe(false);
    expect(() => validateGstin(text, 'customer.gstin')).toThrow(new RegExp(why));
    expect(() => validateGstin(text, 'customer.gstin')).toThrow(expect.objectContaining({ field: 'customer.gstin' }));
  });

  test('every single wrong character is found', () => {
    const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
    const good = '27AAPFU0939F1ZV';
    fc.assert(
      fc.property(fc.nat(14), fc.nat(35), (at, index) => {
        const changed = good.slice(0, at) + alphabet.charAt(index) + good.slice(at + 1);
        expect(isGstin(changed)).toBe(changed === good);
      }),
      { numRuns: 1_000 },
    );
    expect(gstinCheckCharacter(good.slice(0, 14))).toBe('V');
  });

  test('names its state', () => {
    expect(gstStateOf('27AAPFU0939F1ZV')).toBe('Maharashtra');
    expect(gstStateOf('00')).toBeUndefined();
  });
});

describe('UPI links', () => {
  const request = { payee: 'shop@okaxis', name: 'Asha & Sons', amount: money(123_450) };

  test('exact amount with two decimals, every parameter encoded', () => {
    const link = upiLink({ ...request, note: 'बिल A1/2627/000123', reference: '0198c0de-7a' });
    expect(link).toBe(
      'upi://pay?pa=shop@okaxis&pn=Asha%20%26%20Sons&am=1234.50&cu=INR' +
        '&tn=%E0%A4%AC%E0%A4%BF%E0%A4%B2%20A1%2F2627%2F000123&tr=0198c0de-7a',
    );
  });

  test('is read back as it was meant, whatever the names', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.integer({ min: 1, max: 10 ** 12 }),
        (name, paise) => {
          fc.pre(name.trim() !== '');
          const read = new URL(upiLink({ ...request, name, note: name, amount: money(paise) })).searchParams;
          expect(read.get('pn')).toBe(name);
          expect(read.get('tn')).toBe(name);
          expect(read.get('am')).toBe(`${Math.floor(paise / 100)}.${String(paise % 100).padStart(2, '0')}`);
          expect([...read.keys()]).toEqual(['pa', 'pn', 'am', 'cu', 'tn']);
        },
      ),
    );
  });

  test.each([
    [{ payee: 'shop' }, 'payee'],
    [{ payee: 'shop@ok&am=1' }, 'payee'],
    [{ name: ' ' }, 'name'],
    [{ amount: money(0) }, 'amount'],
    [{ amount: money(-5) }, 'amount'],
    [{ reference: 'x'.repeat(36) }, 'reference'],
  ])('%j is refused at %s', (change, field) => {
    expect(() => upiLink({ ...request, ...change })).toThrow(expect.objectContaining({ field }));
  });

  test('half a character is replaced and not thrown on', () => {
    expect(upiLink({ ...request, name: 'A\ud800' })).toContain('pn=A%EF%BF%BD');
    expect(isUpiId('a.b-c_1@ybl')).toBe(true);
  });
});
