import { quantity } from '@shared/money';
import { expect, it } from 'vitest';
import { isCode, mayBeName, newProductAddress, readTimes } from './times';

it('reads a quantity before the star and leaves the rest to the search', () => {
  expect(readTimes('5*')).toEqual({ times: 5000, text: '' });
  expect(readTimes(' 2.5 * rice ')).toEqual({ times: 2500, text: 'rice' });
  expect(readTimes('12×amul')).toEqual({ times: 12000, text: 'amul' });
});

it('takes for a search what is no quantity', () => {
  expect(readTimes('7up')).toEqual({ times: null, text: '7up' });
  expect(readTimes('0*')).toEqual({ times: null, text: '0*' });
  expect(readTimes('1.2.3*x')).toEqual({ times: null, text: '1.2.3*x' });
  expect(readTimes('5 * * 3')).toEqual({ times: 5000, text: '* 3' });
});

it.each([
  ['8901030865237', true],
  ['K00285', true],
  ['A1/2627/000123', true],
  ['rice', false],
  ['7up', false],
  ['Coke 250 ml', false],
])('%s is a code: %s', (text, expected) => {
  expect(isCode(text)).toBe(expected);
});

it.each([
  ['8901030865237', false],
  ['K00285', false],
  ['A1/2627/000123', false],
  ['Vim500', true],
  ['Lays100g', true],
  ['500mlAriel', true],
  ['पानी500', true],
  ['7up', true],
])('%s may be a name: %s', (text, expected) => {
  expect(mayBeName(text)).toBe(expected);
});

it('sends along what is known of a new product, and how many of it', () => {
  expect(newProductAddress({ name: 'Tea & salt' }, null)).toBe('/products/new?sell=&name=Tea+%26+salt');
  expect(newProductAddress({ barcode: '123' }, quantity(2500))).toBe('/products/new?sell=&barcode=123&times=2.5');
});
