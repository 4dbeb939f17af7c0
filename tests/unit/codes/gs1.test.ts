import { describe, expect, test } from 'vitest';
import { readGs1 } from '../../../src/shared/codes';

const GS = '\u001d';

describe('GS1 element strings', () => {
  test('in brackets', () => {
    expect(readGs1('(01)38425876095074(17)181119(37)1')).toMatchObject({
      gtin: '38425876095074',
      expiry: '2018-11-19',
      count: '1',
    });
  });

  test('raw, as scanners send it: fixed lengths run on, GS ends the others', () => {
    const raw = `]C1013842587609507410AB-12${GS}11260131152612001727020021SN/7${GS}3712`;
    const { elements, ...said } = readGs1(raw);
    expect(said).toEqual({
      gtin: '38425876095074',
      batch: 'AB-12',
      produced: '2026-01-31',
      bestBefore: '2026-12-31',
      expiry: '2027-02-28',
      serial: 'SN/7',
      count: '12',
    });
    expect([...elements.keys()]).toEqual(['01', '10', '11', '15', '17', '21', '37']);
  });

  test('brackets and raw say the same', () => {
    const raw = readGs1(`01384258760950743103001500${'10'}L1`);
    const bracketed = readGs1('(01)38425876095074(3103)001500(10)L1');
    expect(raw).toEqual(bracketed);
    expect(raw.netWeight).toBe(1_500);
  });

  test.each([
    ['(3100)000012', 12_000],
    ['(3101)000125', 12_500],
    ['(3103)012345', 12_345],
    ['(3105)123400', 1_234],
  ])('net weight %s is %i g', (code, grams) => {
    expect(readGs1(code).netWeight).toBe(grams);
  });

  test('a leading FNC1 and a GS after a fixed length do no harm', () => {
    expect(readGs1(`${GS}0138425876095074${GS}17181119${GS}`)).toMatchObject({ expiry: '2018-11-19' });
  });

  test('brackets inside a value are part of it', () => {
    expect(readGs1('(10)A(99999)B(17)261231').batch).toBe('A(99999)B');
  });

  test.each([
    ['(17)751231', '2075-12-31'],
    ['(17)761231', '2076-12-31'],
    ['(17)770101', '1977-01-01'],
    ['(17)000229', '2000-02-29'],
    ['(17)240200', '2024-02-29'],
  ])('%s, read in 2026, is %s', (code, day) => {
    expect(readGs1(code, 2026).expiry).toBe(day);
  });

  test('the century moves with the year of reading', () => {
    expect(readGs1('(17)770101', 2050).expiry).toBe('2077-01-01');
    expect(readGs1('(17)100101', 2070).expiry).toBe('2110-01-01');
  });

  test.each([
    ['', 'nothing'],
    ['(01)38425876095075', 'check digit'],
    ['(01)3842587609507', 'length'],
    ['(17)181301', 'day'],
    ['(17)180230', 'day'],
    ['(17)18111', 'length'],
    ['(05)123', 'not known'],
    ['(10)', 'length'],
    ['(10)₹', 'character'],
    ['(37)12a', 'character'],
    ['(10)A(10)B', 'two values'],
    ['0538425876095074', 'unknown identifier'],
    ['013842587609507', 'length'],
    [`10${'A'.repeat(21)}`, 'length'],
    ['(3104)000001', 'decimals'],
    ['01)38425876095074', 'unknown identifier|length|character'],
    ['(01 38425876095074', 'identifier'],
  ])('%j is refused: %s', (code, why) => {
    expect(() => readGs1(code)).toThrow(expect.objectContaining({ name: 'ArithmeticError' }));
    expect(() => readGs1(code)).toThrow(new RegExp(why));
  });
});
