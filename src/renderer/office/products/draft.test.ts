import { contract } from '@shared/contract';
import { money, quantity } from '@shared/money';
import { expect, test } from 'vitest';
import { words } from '../../i18n';
import { findErrors, inputOf, newDraft, type ProductDraft, unitErrors } from './draft';

const draft: ProductDraft = { ...newDraft('8901030865237'), name: ' Surf Excel ', price: money(12_345) };
const box = { key: 0, unit: 'BOX', factor: quantity(12_000), price: money(100_000), barcode: '' } as const;

test('a name and a price are enough, and what is sent fits the contract', () => {
  expect(findErrors(draft, words)).toEqual({});
  const input = inputOf({ ...draft, units: [box], openingStock: quantity(5_000) });
  expect(contract['catalogue.saveProduct'].input.safeParse(input).success).toBe(true);
  expect(input).toMatchObject({ name: 'Surf Excel', price: 12_345, sku: null, openingStock: 5_000 });
});

test('opening stock is only said of a new product whose stock is counted', () => {
  const opened = { ...draft, openingStock: quantity(5_000) };
  expect(inputOf(opened, '01a1fd1b-5b1d-77df-bd59-06da21d0afe2')).not.toHaveProperty('openingStock');
  expect(inputOf({ ...opened, trackStock: false })).not.toHaveProperty('openingStock');
});

test('nothing is asked of main while a price is missing', () => {
  expect(inputOf({ ...draft, price: null })).toBeNull();
  expect(inputOf({ ...draft, units: [{ ...box, price: null }] })).toBeNull();
});

test('a wrong check digit is named, with the code it is in', () => {
  const { barcodes } = findErrors({ ...draft, barcodes: ['8901030865237', '8901030865238'] }, words);
  expect(barcodes).toContain('8901030865238');
});

test('a unit that is there twice, or is the product’s own, is refused in its row', () => {
  const again = { ...box, key: 1 };
  const two = { ...draft, units: [box, again] };
  expect(unitErrors(box, two, words).any).toBe(false);
  expect(unitErrors(again, two, words).unit).toBeDefined();
  expect(unitErrors({ ...box, unit: 'PCS' }, draft, words).unit).toBeDefined();
});
